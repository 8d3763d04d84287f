import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { foreignHost, openPaired, seen, startRig, until, type Rig } from './rig/browser.ts'
import { asset, manifestOf, screenOf, slogan, type Asset } from './rig/programme.ts'
import type { ImageItem } from '../../contracts/schedule/index.ts'

let rig: Rig
beforeAll(async () => void (rig = await startRig()))
afterAll(() => rig.close())

const first = slogan('first', ['遇事找法', '解决问题靠法'])
const second = slogan('second', ['邻里和睦', '互让三分'])

function signed(
  screen: string,
  revision: number,
  plays: Parameters<typeof manifestOf>[0]['plays'],
  assets: Asset[] = [],
) {
  return rig.server.key.sign(
    manifestOf({ plays }, { revision, screen: screenOf(screen), now: Date.now(), assets }),
  )
}

describe('pairing', () => {
  test('a new player shows six digits; approved, it plays what its screen has', async () => {
    const page = await rig.context.newPage()
    await page.goto(`${rig.server.origin()}/player/`)
    await until(page, { state: 'pairing' })
    rig.server.publish('square-east', signed('square-east', 1, [[first, 600]]))
    rig.server.approve('100000', 'square-east')
    await until(page, { state: 'playing', item: 'first', revision: 1 })
    expect((await seen(page)).problems).toEqual([])
    await page.close()
  })

  test('two players in one browser do not know of each other', async () => {
    rig.server.publish('left', signed('left', 1, [[first, 600]]))
    rig.server.publish('right', signed('right', 1, [[second, 600]]))
    const [left, right] = [await openPaired(rig, 'left'), await openPaired(rig, 'right')]
    await until(left, { item: 'first' })
    await until(right, { item: 'second' })
    await Promise.all([left.close(), right.close()])
  })

  test('over plain http from another host it refuses and says what to do: there is no WebCrypto', async () => {
    const page = await rig.context.newPage()
    const before = rig.server.heard.length
    await page.goto(`${rig.server.origin().replace('localhost', foreignHost)}/player/`)
    await until(page, { state: 'insecure' })
    expect(rig.server.heard.length).toBe(before)
    await page.close()
  })

  test('a wrong try-out key is told to the visitor', async () => {
    const page = await rig.context.newPage()
    await page.goto(`${rig.server.origin()}/player/?slot=wrong&demo=no&screen=left`)
    await until(page, { state: 'unpaired' })
    await page.waitForTimeout(300)
    expect((await seen(page)).state).toBe('unpaired')
    await page.close()
  })
})

describe('a push', () => {
  test('is shown in well under a second, acknowledged, and the withdrawn item is gone', async () => {
    const page = await openPaired(rig, 'push')
    rig.server.publish('push', signed('push', 1, [[first, 600]]))
    await until(page, { item: 'first' })
    const times: number[] = []
    for (let revision = 2; revision <= 11; revision++) {
      const published = Date.now()
      const item = slogan(`slogan-${revision}`, [`第${revision}条`])
      rig.server.publish('push', signed('push', revision, [[item, 600]]))
      await until(page, { item: item.id, revision })
      times.push((await seen(page)).lastSwitchAt - published)
    }
    times.sort((a, b) => a - b)
    console.log(`published → shown on a connected player: median ${times[5]} ms, slowest ${times.at(-1)} ms`)
    await expect.poll(() => rig.server.heard).toContainEqual({ type: 'applied', revision: 11 })
    await page.close()
  })

  test('that was tampered with is refused, and what was on stays on', async () => {
    const page = await openPaired(rig, 'tampered')
    rig.server.publish('tampered', signed('tampered', 1, [[first, 600]]))
    await until(page, { item: 'first' })
    const envelope = signed('tampered', 2, [[second, 600]])
    const changed = (text: string) => text.replace('邻里和睦', '邻里不睦').replace('村口屏', '村尾屏')
    rig.server.publish('tampered', { ...envelope, payload: changed(envelope.payload) })
    await expect
      .poll(() => rig.server.heard)
      .toContainEqual({ type: 'refused', revision: 0, reason: 'bad-signature' })
    const parts = Object.entries(envelope.parts).map(([hash, text]) => [hash, changed(text)])
    rig.server.publish('tampered', { ...envelope, parts: Object.fromEntries(parts) })
    await expect
      .poll(() => rig.server.heard)
      .toContainEqual({ type: 'refused', revision: 2, reason: 'bad-part' })
    expect(await seen(page)).toMatchObject({ revision: 1, nowPlaying: { item: 'first' } })
    await page.close()
  })

  test('that goes back to an older revision is refused: an old order must not be played again', async () => {
    const page = await openPaired(rig, 'older')
    rig.server.publish('older', signed('older', 5, [[first, 600]]))
    await until(page, { item: 'first' })
    rig.server.publish('older', signed('older', 4, [[second, 600]]))
    await expect
      .poll(() => rig.server.heard)
      .toContainEqual({ type: 'refused', revision: 4, reason: 'older-revision' })
    expect((await seen(page)).revision).toBe(5)
    await page.close()
  })

  test('an asset with other bytes than the manifest names is never shown', async () => {
    const picture = asset(Buffer.from('<png>'), 'image/png')
    const image: ImageItem = { kind: 'image', id: 'image', title: '图', asset: picture.sha256 }
    rig.server.serve(picture, Buffer.from('<PNG>'))
    rig.server.publish('mismatch', signed('mismatch', 1, [[image, 600]], [picture]))
    const page = await openPaired(rig, 'mismatch')
    await expect.poll(() => rig.server.asked.get(picture.url) ?? 0).toBeGreaterThan(0)
    await until(page, { item: 'safe-item' })
    const now = await seen(page)
    expect(now.assetsMissing).toBe(1)
    expect(now.problems.join()).toContain(picture.sha256)
    await page.close()
  })

  test('a revoked pairing takes the content off', async () => {
    const page = await openPaired(rig, 'revoked')
    rig.server.publish('revoked', signed('revoked', 1, [[first, 600]]))
    await until(page, { item: 'first' })
    rig.server.revoke('revoked')
    await page.waitForFunction(() => window.pufaPlayer?.nowPlaying?.item !== 'first')
    await page.close()
  })
})
