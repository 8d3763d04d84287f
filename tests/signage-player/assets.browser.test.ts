import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ImageItem } from '../../contracts/schedule/index.ts'
import { openPaired, startRig, until, type Rig } from './rig/browser.ts'
import { asset, manifestOf, screenOf, slogan, type Asset } from './rig/programme.ts'

let rig: Rig

beforeAll(async () => {
  rig = await startRig()
})
afterAll(() => rig.close())

async function pictureOf(background: string): Promise<Asset> {
  const png = sharp({ create: { width: 192, height: 96, channels: 3, background } }).png()
  return asset(await png.toBuffer(), 'image/png')
}

const reported = () =>
  rig.server.heard.flatMap((said) =>
    said.type === 'heartbeat' ? said.health.problems.map(({ kind }) => kind) : [],
  )

describe('assets on the disk', () => {
  test('one byte cut off from a cached picture is caught before it is shown, fetched again and reported', async () => {
    const file = await pictureOf('#2060c0')
    rig.server.serve(file)
    const image: ImageItem = { kind: 'image', id: 'image', title: '图', asset: file.sha256 }
    const other = slogan('text', ['遇事找法'])
    const manifest = manifestOf(
      { plays: [[image, 600]], fallback: [[other, 600]] },
      { revision: 1, screen: screenOf('cut-off'), now: Date.now(), assets: [file] },
    )
    rig.server.publish('cut-off', rig.server.key.sign(manifest))
    const page = await openPaired(rig, 'cut-off')
    await until(page, { item: 'image' })
    await page.evaluate(async () => void (await navigator.serviceWorker.ready))
    // As a power cut in the middle of writing would leave it.
    await page.evaluate(async (sha256) => {
      const cache = await caches.open('pufa-assets')
      const path = `/player/asset/${sha256}`
      const kept = await cache.match(path)
      const blob = await kept?.blob()
      if (!blob) throw new Error('nothing is cached')
      await cache.put(path, new Response(blob.slice(0, -1), { headers: kept?.headers ?? {} }))
    }, file.sha256)
    await rig.server.stop()
    await page.reload()
    // A picture that lacks its last byte would still be drawn; here it is not, and nothing is blank.
    await until(page, { item: 'text', assetsMissing: 1 })
    await rig.server.start()
    await until(page, { connected: true, assetsMissing: 0 }, 70_000)
    expect(rig.server.asked.get(file.url)).toBe(2)
    await expect.poll(reported, { timeout: 40_000 }).toContain('asset-damaged')
    await page.close()
  })

  test('never more is held than the screen may hold; what the fallback needs stays, and the screen says so', async () => {
    const [first, second, third] = [await pictureOf('#f00'), await pictureOf('#0f0'), await pictureOf('#00f')]
    const files = [first, second, third]
    for (const file of files) rig.server.serve(file)
    const items = files.map(({ sha256 }, index): ImageItem => {
      return { kind: 'image', id: `image-${index}`, title: '图', asset: sha256 }
    })
    const plays = items.map((item) => [item, 600] as const)
    const spare = items.slice(2).map((item) => [item, 600] as const)
    const cacheBytesMax = Math.max(first.bytes, second.bytes) + third.bytes
    const manifest = manifestOf(
      { plays, fallback: spare },
      { revision: 1, screen: screenOf('full', { cacheBytesMax }), now: Date.now(), assets: files },
    )
    rig.server.publish('full', rig.server.key.sign(manifest))
    const heard = rig.server.heard.length
    const page = await openPaired(rig, 'full')
    await until(page, { state: 'playing', assetsMissing: 1 })
    const kept = await page.evaluate(
      async (names) => {
        const cache = await caches.open('pufa-assets')
        const found = await Promise.all(names.map((name) => cache.match(`/player/asset/${name}`)))
        return found.map((response) => response !== undefined)
      },
      files.map(({ sha256 }) => sha256),
    )
    // What the fallback needs is there, and one of the two others.
    expect(kept[2]).toBe(true)
    expect(kept.filter(Boolean).length).toBe(2)
    await expect.poll(reported, { timeout: 40_000 }).toContain('storage-full')
    const health = rig.server.heard.slice(heard).findLast((said) => said.type === 'heartbeat')?.health
    expect(health?.cacheBytesMax).toBe(cacheBytesMax)
    await page.close()
  })
})
