import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ImageItem, Item, VideoItem } from '../../contracts/schedule/index.ts'
import { long } from '../support/long.ts'
import { openPaired, seen, startRig, until, type Page, type Rig } from './rig/browser.ts'
import { filmType, recordFilm } from './rig/film.ts'
import { asset, manifestOf, screenOf, slogan, type Asset } from './rig/programme.ts'

let rig: Rig
let assets: Asset[] = []
let plays: (readonly [Item, number])[] = []
/** After it every item has been on and has made way for the next. */
const roundMs = 5_000
const rounds = long ? 10 : 1

beforeAll(async () => {
  rig = await startRig()
  const png = await sharp({ create: { width: 192, height: 96, channels: 3, background: '#2060c0' } })
    .png()
    .toBuffer()
  const picture = asset(png, 'image/png')
  const film = asset(await recordFilm(rig.context, rig.server.origin(), 2_500), filmType)
  assets = [picture, film]
  for (const file of assets) rig.server.serve(file)
  const image: ImageItem = { kind: 'image', id: 'image', title: '图', asset: picture.sha256 }
  const sources = [{ asset: film.sha256, type: filmType }]
  const video: VideoItem = {
    kind: 'video',
    id: 'video',
    title: '片',
    sources,
    genre: 'drama',
    captions: [{ from: 0, to: 9, text: '字幕在此' }],
  }
  plays = [
    [slogan('text', ['遇事找法', '解决问题靠法']), 1],
    [image, 1],
    [video, 2],
    [slogan('running', ['学习宪法、遵守宪法、维护宪法、运用宪法，从你我做起'], { layout: 'marquee' }), 1],
  ]
})
afterAll(() => rig.close())

async function playing(screen: string): Promise<Page> {
  const manifest = manifestOf({ plays }, { revision: 1, screen: screenOf(screen), now: Date.now(), assets })
  rig.server.publish(screen, rig.server.key.sign(manifest))
  const page = await openPaired(rig, screen)
  await until(page, { state: 'playing', assetsMissing: 0 })
  await page.evaluate(async () => void (await navigator.serviceWorker.ready))
  return page
}

/** Watches every frame of the page: counts those that are see-through or all black, and the items shown. */
async function watch(page: Page, ms: number) {
  return page.evaluate(async (length) => {
    const canvas = document.querySelector('canvas')
    const probe = Object.assign(document.createElement('canvas'), { width: 24, height: 12 })
    const pen = probe.getContext('2d', { willReadFrequently: true })
    const seen = { frames: 0, blank: 0, items: new Set<string>(), pictures: new Set<string>() }
    const end = performance.now() + length
    while (performance.now() < end && canvas && pen) {
      await new Promise(requestAnimationFrame)
      pen.clearRect(0, 0, 24, 12)
      pen.drawImage(canvas, 0, 0, 24, 12)
      const { data } = pen.getImageData(0, 0, 24, 12)
      const seeThrough = data.some((value, index) => index % 4 === 3 && value < 255)
      const light = data.some((value, index) => index % 4 !== 3 && value > 24)
      seen.frames++
      if (seeThrough || !light) seen.blank++
      seen.items.add(window.pufaPlayer?.nowPlaying?.item ?? '')
      if (window.pufaPlayer?.nowPlaying?.kind === 'video') seen.pictures.add(data.join())
    }
    return { ...seen, items: [...seen.items], pictures: seen.pictures.size }
  }, ms)
}

describe('between items', () => {
  test('there is no blank frame, and films move', async () => {
    const page = await playing('frames')
    const { frames, blank, items, pictures } = await watch(page, rounds * roundMs + 1_000)
    console.log(`${frames} frames over ${items.length} kinds of items, ${blank} blank`)
    expect(items.sort()).toEqual(['image', 'running', 'text', 'video'])
    expect(frames).toBeGreaterThan(rounds * 100)
    expect(blank).toBe(0)
    expect(pictures).toBeGreaterThan(10)
    await page.close()
  })

  test('the ground below never shows through: a magenta page stays hidden', async () => {
    const page = await playing('magenta')
    await page.evaluate(() => (document.body.style.background = '#f0f'))
    let looked = 0
    for (const end = Date.now() + roundMs + 1_000; Date.now() < end; looked++) {
      const shot = await page.screenshot({ clip: { x: 0, y: 0, width: 192, height: 96 } })
      const { data } = await sharp(shot).removeAlpha().raw().toBuffer({ resolveWithObject: true })
      let magenta = 0
      for (let at = 0; at < data.length; at += 3)
        if ((data[at] ?? 0) > 200 && (data[at + 1] ?? 0) < 60 && (data[at + 2] ?? 0) > 200) magenta++
      expect(magenta).toBe(0)
    }
    expect(looked).toBeGreaterThan(20)
    await page.close()
  })

  test('a film that cannot be decoded makes way for the next item', async () => {
    const broken = asset(Buffer.alloc(5_000, 7), filmType)
    rig.server.serve(broken)
    const sources = [{ asset: broken.sha256, type: filmType }]
    const film: VideoItem = {
      kind: 'video',
      id: 'broken',
      title: '坏片',
      sources,
      genre: 'drama',
      captions: [],
    }
    const next = slogan('next', ['下一条'])
    const manifest = manifestOf(
      {
        plays: [
          [film, 600],
          [next, 600],
        ],
        fallback: [[next, 10]],
      },
      { revision: 1, screen: screenOf('broken'), now: Date.now(), assets: [broken] },
    )
    rig.server.publish('broken', rig.server.key.sign(manifest))
    const page = await openPaired(rig, 'broken')
    await until(page, { item: 'next', assetsMissing: 0 })
    await page.close()
  })
})

describe('without the server', () => {
  test('it plays on, plays again after a reload, and brings each play back once', async () => {
    const page = await playing('alone')
    await until(page, { item: 'video' })
    await rig.server.stop()
    await until(page, { connected: false })
    const shown = await watch(page, roundMs + 500)
    expect(shown.items.sort()).toEqual(['image', 'running', 'text', 'video'])

    const reloaded = Date.now()
    await page.reload()
    await page.waitForFunction(() => window.pufaPlayer?.nowPlaying)
    console.log(`reload without a server → first picture: ${(await seen(page)).lastSwitchAt - reloaded} ms`)
    const again = await watch(page, roundMs + 500)
    expect(again.items.sort()).toEqual(['image', 'running', 'text', 'video'])
    expect(again.blank).toBe(0)

    rig.server.plays.clear()
    await rig.server.start()
    await until(page, { connected: true }, 70_000)
    await expect.poll(() => rig.server.plays.size, { timeout: 20_000 }).toBeGreaterThan(8)
    const numbers = [...rig.server.plays.keys()].sort((a, b) => a - b)
    const [least = 0] = numbers
    expect(numbers).toEqual(numbers.map((_, index) => least + index))
    const moments = [...rig.server.plays.values()].map((play) => play.from)
    expect(new Set(moments).size).toBe(moments.length)
    for (const play of rig.server.plays.values()) expect(play.until).toBeGreaterThanOrEqual(play.from)
    await page.close()
  })

  test('with the clock in 1970 and no server the fallback plays until the time is known', async () => {
    const spare = slogan('spare', ['法律服务热线12348'])
    const main = slogan('main', ['今日内容'])
    const manifest = manifestOf(
      { plays: [[main, 600]], fallback: [[spare, 600]] },
      { revision: 1, screen: screenOf('clock'), now: Date.now() },
    )
    rig.server.publish('clock', rig.server.key.sign(manifest))
    const page = await openPaired(rig, 'clock')
    await until(page, { item: 'main' })
    await page.evaluate(async () => void (await navigator.serviceWorker.ready))
    await rig.server.stop()
    await page.addInitScript(() => {
      const opened = performance.now()
      window.__pufaClock = { now: () => performance.now() - opened, steady: () => performance.now() }
    })
    await page.reload()
    await until(page, { state: 'untrusted-clock', item: 'spare' })
    await rig.server.start()
    await until(page, { state: 'playing', item: 'main' }, 70_000)
    await page.close()
  })
})
