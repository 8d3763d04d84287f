import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SignedManifest } from '../../contracts/manifest.ts'
import { openPaired, startRig, until, type Page, type Rig } from './rig/browser.ts'
import { signingKey, type SigningKey } from './rig/key.ts'
import { manifestOf, screenOf, slogan } from './rig/programme.ts'

let rig: Rig

beforeAll(async () => {
  rig = await startRig()
})
afterAll(() => rig.close())

/** Among others, as in a broadcast: what a player keeps must have its way to the root with it. */
function signed(key: SigningKey, screen: string, revision: number, item: string): SignedManifest {
  const programme = { plays: [[slogan(item, [item]), 600]] } as const
  const of = (each: string) => manifestOf(programme, { revision, screen: screenOf(each), now: Date.now() })
  const [first] = key.signAll([screen, 'neighbour', 'another'].map(of))
  if (!first?.path) throw new Error('it was signed alone')
  return first
}

async function playing(screen: string): Promise<Page> {
  rig.server.publish(screen, signed(rig.server.key, screen, 1, 'first'))
  const page = await openPaired(rig, screen)
  await until(page, { item: 'first', connected: true })
  await page.evaluate(async () => void (await navigator.serviceWorker.ready))
  return page
}

const refusals = () => rig.server.heard.flatMap((said) => (said.type === 'refused' ? [said.reason] : []))

describe('another signing key', () => {
  test('signed by the pinned one it is taken, and the manifest that follows at once by it', async () => {
    const page = await playing('taken')
    const next = signingKey()
    rig.server.tell('taken', rig.server.key.trust(next))
    rig.server.publish('taken', signed(next, 'taken', 2, 'second'))
    await until(page, { item: 'second' })
    // And after it the old one is worth nothing.
    rig.server.publish('taken', signed(rig.server.key, 'taken', 3, 'stolen'))
    await expect.poll(refusals).toContain('unknown-key')
    await until(page, { item: 'second', revision: 2 })
    await page.close()
  })

  test('a power cut between the key and its first manifest loses nothing of what is played', async () => {
    const page = await playing('between')
    const next = signingKey()
    rig.server.tell('between', rig.server.key.trust(next))
    // A command is answered in its turn, so the key has been pinned by then.
    rig.server.tell('between', { type: 'command', id: 'asked', command: { name: 'by-schedule' } })
    await expect
      .poll(() => rig.server.heard.some((said) => said.type === 'did' && said.id === 'asked'))
      .toBe(true)
    await rig.server.stop()
    await page.reload()
    await until(page, { item: 'first', state: 'playing' })
    await rig.server.start()
    await until(page, { connected: true }, 70_000)
    rig.server.publish('between', signed(next, 'between', 2, 'second'))
    await until(page, { item: 'second' })
    await page.close()
  })

  test('a foreign one, a changed one and the replay of an older rotation are refused and reported', async () => {
    const page = await playing('refused')
    const [second, third, thief] = [signingKey(), signingKey(), signingKey()]
    const first = rig.server.key.trust(second)
    const before = refusals().length
    rig.server.tell('refused', thief.trust(thief))
    rig.server.tell('refused', { ...first, publicKey: thief.publicKey, keyId: thief.keyId })
    rig.server.tell('refused', { ...first, keyId: thief.keyId })
    rig.server.tell('refused', { ...first, publicKey: 'no base64 !' })
    await expect.poll(() => refusals().length).toBe(before + 4)
    rig.server.tell('refused', first)
    rig.server.tell('refused', second.trust(third))
    rig.server.publish('refused', signed(third, 'refused', 2, 'third'))
    await until(page, { item: 'third' })
    // The first rotation again: what signed it is not pinned any more.
    rig.server.tell('refused', first)
    await expect.poll(() => refusals().slice(before).at(-1)).toBe('bad-signature')
    rig.server.publish('refused', signed(second, 'refused', 3, 'second'))
    await expect.poll(() => refusals().slice(before).at(-1)).toBe('unknown-key')
    await until(page, { item: 'third', revision: 2 })
    // The pinned key told once more is no news and no fault.
    const told = refusals().length
    rig.server.tell('refused', second.trust(third))
    rig.server.publish('refused', signed(third, 'refused', 4, 'fourth'))
    await until(page, { item: 'fourth' })
    expect(refusals().length).toBe(told)
    await page.close()
  })
})
