/** @file A manifest that a player would refuse is never sent: the screen goes on with what it has. */
import { createHash } from 'node:crypto'
import { DatabaseSync } from 'node:sqlite'
import { expect, test, vi } from 'vitest'
import type { SignedManifest } from '../../contracts/manifest.ts'
import { weightWarnings } from '../../scheduler/compile/weight-warnings.ts'
import { examine } from '../../signage-player/link/signature.ts'
import { inCounty, ordersRig, type OrdersRig } from './orders-rig.ts'
import { event, notice, playlist, ref, screen, slogan } from './samples.ts'

const heavy = 2_200_000
const long = (id: string, text = '长') => notice(id, { title: id, text: text.repeat(heavy) })
const both = playlist('playlist-1', 'slogan-1', 'slogan-1b', 'notice-a', 'notice-b')

/** Screens of county 1 hold one long notice; a second one does not fit. */
async function full(): Promise<OrdersRig> {
  const rig = await ordersRig()
  await rig.change(long('notice-a'))
  await rig.change(long('notice-b'))
  await rig.change(playlist('playlist-1', 'slogan-1', 'slogan-1b', 'notice-a'))
  return rig
}

async function overfull(): Promise<OrdersRig> {
  const rig = await full()
  rig.pushed.length = 0
  await rig.change(both)
  return rig
}

const itemsOf = ({ manifests }: Pick<OrdersRig, 'manifests'>, id = 'screen-1') =>
  manifests.manifest(id)?.schedule.items.map((item) => item.id)
const revisionOf = ({ manifests }: Pick<OrdersRig, 'manifests'>) => manifests.get('screen-1')?.head.revision
/** A player that asks for no real signature: what counts here is what it does before and after. */
const anySignature = {
  subtle: {
    digest: async () => new ArrayBuffer(32),
    importKey: async () => ({}),
    verify: async () => true,
  } as unknown as SubtleCrypto,
  sha256: async (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex'),
}
const pairing = { screen: 'screen-1', token: 't', publicKey: btoa('key'), keyId: 'k' }
const evergreen = ['slogan-evergreen']

test('the screens that it aims at keep what they have and are sent nothing, and it is told which and why', async () => {
  const rig = await overfull()
  expect(rig.pushed).toEqual([])
  expect(itemsOf(rig)).toEqual(['notice-a', 'slogan-1', 'slogan-1b', ...evergreen].toSorted())
  const found = rig.manifests.overweight()
  expect(found.map((each) => each.screen)).toEqual(['screen-1', 'screen-1b'])
  expect(found[0]?.heldBack).toMatchObject([{ id: 'playlist-1', hasEarlier: true }])
  expect(weightWarnings(found)).toMatchObject([
    {
      code: 'too-heavy',
      document: 'playlist-1',
      text: expect.stringMatching(/^2 块屏.*仍按原来的播：“.*”441 万字。$/) as string,
    },
  ])
})

test('what is made lighter comes by itself, and nothing is told of it any more', async () => {
  const rig = await overfull()
  await rig.change(playlist('playlist-1', 'notice-b'))
  expect(rig.pushed.toSorted()).toEqual(['screen-1', 'screen-1b'])
  expect(itemsOf(rig)).toEqual(['notice-b', ...evergreen])
  expect(rig.manifests.overweight()).toEqual([])
  expect(rig.database.prepare('SELECT count(*) AS count FROM heldPart').get()).toEqual({ count: 0 })
})

test('one playlist that is too heavy does not keep the others, the events and the profile from changing', async () => {
  const rig = await overfull()
  await rig.change(slogan('slogan-evergreen', '换了'))
  expect(rig.shows('screen-1')).not.toBe('换了')
  await rig.change(event('event-1', { playlist: ref('playlist-1'), targets: [{ county: 'county-1' }] }), true)
  expect(rig.shows('screen-1')).toBe('换了')
  await rig.change(screen('screen-1', { volumePercent: 70 }))
  expect(rig.manifests.get('screen-1')?.head.screen.volumePercent).toBe(70)
})

test('a stop reaches the screen all the same, and its end brings back what was there', async () => {
  const rig = await overfull()
  const before = rig.shows('screen-1')
  const { order } = await rig.desk.place({ kind: 'stop', targets: inCounty('1'), reason: '' }, 'operator')
  expect(rig.shows('screen-1')).toBe('示例市司法局')
  await rig.desk.end(order.id, 'operator', '')
  expect(rig.shows('screen-1')).toBe(before)
})

test('what is withdrawn, or taken out of the playlist, leaves the screen though the rest stays as it was', async () => {
  const rig = await overfull()
  await rig.desk.place({ kind: 'withdraw', ids: ['slogan-1'], reason: '' }, 'operator')
  expect(itemsOf(rig)).toEqual(['notice-a', 'slogan-1b', ...evergreen])
  await rig.change(playlist('playlist-1', 'slogan-1', 'notice-a', 'notice-b'))
  expect(itemsOf(rig)).toEqual(['notice-a', ...evergreen])
})

test('a restart leaves the screen what it had, for the documents no longer say it', async () => {
  const rig = await overfull()
  const [items, revision] = [itemsOf(rig), revisionOf(rig)]
  const again = await rig.restart()
  expect([itemsOf(again), revisionOf(again)]).toEqual([items, revision])
  await again.change(playlist('playlist-1', 'notice-b'))
  expect(itemsOf(again)).toEqual(['notice-b', ...evergreen])
})

test('a disk that fails in between takes nothing from the screen either', async () => {
  const rig = await full()
  const write = vi.spyOn(rig.database, 'exec').mockImplementation((sql) => {
    if (sql === 'COMMIT') throw new Error('disk full')
    return DatabaseSync.prototype.exec.call(rig.database, sql)
  })
  await expect(rig.change(both)).rejects.toThrow('disk full')
  write.mockRestore()
  await rig.manifests.refresh('all', () => undefined)
  expect(itemsOf(await rig.restart())).toContain('notice-a')
})

test('a screen that never had the playlist goes without it, and shows the rest', async () => {
  const rig = await overfull()
  await rig.change(screen('screen-late'))
  expect(itemsOf(rig, 'screen-late')).toEqual(evergreen)
  expect(rig.manifests.manifest('screen-late')?.schedule.events).toEqual([])
  const late = rig.manifests.overweight().filter((each) => each.screen === 'screen-late')
  expect(late).toMatchObject([{ heldBack: [{ id: 'playlist-1', hasEarlier: false }] }])
  expect(weightWarnings(late)[0]?.text).toMatch(/放不下、没有播：“/)
})

test('a playlist replaced as a whole is taken by the player, which weighs what it holds together with what comes', async () => {
  const rig = await full()
  const takes = async (kept: SignedManifest['parts']) => {
    const held = rig.manifests.get('screen-1')
    const parts = Object.fromEntries((held?.parts ?? []).map(({ hash, text }) => [hash, text]))
    const envelope = { ...held?.signature, signature: btoa('x'.repeat(64)), parts } as SignedManifest
    const verdict = await examine(envelope, pairing, 0, kept, anySignature)
    return 'parts' in verdict ? verdict.parts : verdict
  }
  const first = (await takes({})) as SignedManifest['parts']
  await rig.change(playlist('playlist-1', 'notice-b'))
  expect(itemsOf(rig)).toContain('notice-b')
  const second = await takes(first)
  expect(Object.keys(second)).toEqual(rig.manifests.get('screen-1')?.head.parts)
  expect(Object.values({ ...first, ...second }).join('').length).toBeGreaterThan(2 * heavy)
})
