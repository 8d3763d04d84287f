/**
 * @file A broadcast on a real player, through the real relay: it moves, it dies, it comes back, it is
 * stopped; and what it took is given back.
 */
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, test } from 'vitest'
import type { LiveStream } from '../../contracts/documents/index.ts'
import type { Item, LiveItem } from '../../contracts/schedule/index.ts'
import { compileLive } from '../../scheduler/compile/live.ts'
import { relayOf, type Relay } from '../../scheduler/live/relay.ts'
import { openSource } from '../../scheduler/live/source.ts'
import { liveStream } from '../scheduler/live-sample.ts'
import { long } from '../support/long.ts'
import { broadcastOf, record, type Broadcast, type Recording } from './rig/broadcast.ts'
import { builtPart, openPaired, picture, seen, silentLog, startBrowser, until } from './rig/browser.ts'
import type { Page, Rig } from './rig/browser.ts'
import {
  green,
  heldVideos,
  largeScripts,
  livePath,
  localText,
  rememberVideos,
  withRelay,
} from './rig/live.ts'
import { manifestOf, screenOf, slogan } from './rig/programme.ts'
import { screenServer } from './rig/server.ts'

const minuteMs = 60_000
const source = openSource(true)
let rig: Rig
let recording: Recording
let broadcast: Broadcast
let relay: Relay
let stopped = false
let published: LiveStream
let revision = 0

beforeAll(async () => {
  const { part, folder } = await builtPart()
  const server = screenServer(withRelay(part, () => relay))
  await server.start()
  const browser = await startBrowser()
  const context = await browser.newContext({ viewport: { width: 640, height: 360 } })
  rig = { part, folder, server, browser, context, close: () => browser.close().then(server.stop) }
  recording = await record(context, server.origin(), 8)
})
afterAll(async () => {
  await rig.close()
  source.close()
})

beforeEach(async () => {
  broadcast = await broadcastOf(recording)
  stopped = false
  published = liveStream('live-1', {
    source: broadcast.url,
    begins: localText(Date.now() - 10 * minuteMs),
    ends: localText(Date.now() + 10 * minuteMs),
  })
  relay = relayOf({
    now: Date.now,
    log: silentLog,
    stream: () => published,
    isStopped: () => stopped,
    source,
    insecure: true,
  })
})
afterEach(() => broadcast.close())

const next = slogan('next', ['下一条'])

/** Shows the broadcast for as long as it lasts, and what follows it where it cannot be shown. */
function publish(screen: string, with_: 'broadcast' | 'nothing', length?: number): void {
  const items = compileLive(published).map(({ item, seconds }): [Item, number] => [item, length ?? seconds])
  const plays = with_ === 'broadcast' ? items : []
  const manifest = manifestOf(
    { plays, fallback: [[next, 600]] },
    { revision: ++revision, screen: screenOf(screen), now: Date.now() },
  )
  rig.server.publish(screen, rig.server.key.sign(manifest))
}

const moving = (page: Page) =>
  expect.poll(() => green(page), { timeout: 30_000, interval: 50 }).toBeGreaterThan(0.4)

async function opened(screen: string): Promise<Page> {
  await rememberVideos(rig.context)
  const page = await openPaired(rig, screen)
  await until(page, { state: 'playing' })
  return page
}

describe('a broadcast', () => {
  test('is shown from its live edge, muted, from this origin alone', async () => {
    const asked: string[] = []
    publish('plays', 'broadcast')
    rig.context.on('request', (request) => asked.push(request.url()))
    const page = await opened('plays')
    await until(page, { item: 'live-1' })
    await moving(page)
    const pictures = new Set<string>()
    const look = async () => pictures.add((await picture(page)).toString('base64')).size
    await expect.poll(look, { timeout: 15_000, interval: 40 }).toBeGreaterThan(20)
    const lag = await page.evaluate(() => {
      const { videos } = window as unknown as { videos: HTMLVideoElement[] }
      const [on] = videos.filter((video) => video.readyState > 0)
      if (!on) throw new Error('no video plays')
      return { muted: on.muted, ahead: on.buffered.end(on.buffered.length - 1) - on.currentTime }
    })
    expect(lag.muted).toBe(true)
    expect(lag.ahead).toBeLessThan(12)
    expect(asked.filter((url) => !url.startsWith(rig.server.origin()) && !url.startsWith('blob:'))).toEqual(
      [],
    )
    expect((await seen(page)).problems).toEqual([])
    await page.close()
  })

  test('goes on without a seam where one turn of it follows another', async () => {
    const asked: string[] = []
    rig.context.on('request', (request) => asked.push(new URL(request.url()).pathname))
    publish('turns', 'broadcast', 2)
    const page = await opened('turns')
    await moving(page)
    const { lastSwitchAt } = await seen(page)
    let least = 1
    while ((await seen(page)).plays < 3) least = Math.min(least, await green(page))
    expect((await seen(page)).lastSwitchAt).toBeGreaterThan(lastSwitchAt)
    expect(least).toBeGreaterThan(0.4)
    expect(asked.filter((path) => path.endsWith('/live-1/index.m3u8')).length).toBe(1)
    await page.close()
  })

  test.runIf(long)('that pauses for some seconds goes on with what comes, without a card', async () => {
    publish('pauses', 'broadcast')
    const page = await opened('pauses')
    await moving(page)
    const { lastSwitchAt } = await seen(page)
    for (let pause = 0; pause < 2; pause++) {
      broadcast.run(false)
      await page.waitForTimeout(5_000)
      broadcast.run(true)
      const pictures = new Set<string>()
      const look = async () => pictures.add((await picture(page)).toString('base64')).size
      await expect.poll(look, { timeout: 15_000, interval: 40 }).toBeGreaterThan(40)
    }
    await page.waitForTimeout(9_000)
    expect(await green(page)).toBeGreaterThan(0.4)
    expect((await seen(page)).lastSwitchAt).toBe(lastSwitchAt)
    await page.close()
  })

  test('that dies makes way after a card, and comes back by itself when it moves again', async () => {
    publish('dies', 'broadcast')
    const page = await opened('dies')
    await moving(page)
    broadcast.run(false)
    await expect.poll(() => green(page), { timeout: 40_000, interval: 50 }).toBeLessThan(0.1)
    expect((await seen(page)).nowPlaying?.item, 'the card is the broadcast’s own').toBe('live-1')
    await until(page, { item: 'next' }, 30_000)
    expect(await heldVideos(page), 'what it took is given back').toBe(0)
    const before = broadcast.asked.length
    broadcast.run(true)
    await until(page, { item: 'live-1' }, 60_000)
    await moving(page)
    expect(broadcast.asked.length).toBeGreaterThan(before)
    await page.close()
  })

  test.runIf(long)('that ends says so and makes way', async () => {
    publish('ends', 'broadcast')
    const page = await opened('ends')
    await moving(page)
    broadcast.ended = true
    broadcast.run(false)
    await until(page, { item: 'next' }, 40_000)
    await page.close()
  })

  test('that is stopped leaves with the manifest', async () => {
    publish('stopped', 'broadcast')
    const page = await opened('stopped')
    await moving(page)
    const at = Date.now()
    stopped = true
    relay.cut('live-1')
    publish('stopped', 'nothing')
    await until(page, { item: 'next' })
    console.log(`stopped → off the screen: ${Date.now() - at} ms`)
    expect(await heldVideos(page)).toBe(0)
    expect(await green(page)).toBeLessThan(0.1)
    await page.close()
  })

  test('that is stopped leaves also a player that no manifest reaches', async () => {
    publish('unreached', 'broadcast')
    const page = await opened('unreached')
    await moving(page)
    stopped = true
    relay.cut('live-1')
    await until(page, { item: 'next' }, 15_000)
    expect(await heldVideos(page)).toBe(0)
    await page.close()
  })

  test.runIf(long)(
    'whose source never answers leaves a card and then the timetable, never a blank',
    async () => {
      broadcast.silent = true
      publish('silent', 'broadcast')
      const page = await opened('silent')
      await until(page, { item: 'live-1' })
      const { channels } = await sharp(await picture(page)).stats()
      expect(channels[0]?.mean).toBeGreaterThan(5)
      await until(page, { item: 'next' }, 40_000)
      await page.close()
    },
  )
})

describe('before its time', () => {
  test.runIf(long)('a card counts down, nothing is fetched; then it begins by itself', async () => {
    published = { ...published, begins: localText(Date.now() + 12_000) }
    publish('before', 'broadcast')
    const page = await opened('before')
    await until(page, { item: 'live-1:before' })
    const cards = new Set<string>()
    for (let look = 0; look < 20; look++) {
      cards.add((await picture(page)).toString('base64'))
      await page.waitForTimeout(150)
    }
    expect(cards.size, 'the seconds count').toBeGreaterThan(1)
    expect(broadcast.asked).toEqual([])
    await until(page, { item: 'live-1' }, 30_000)
    await moving(page)
    await page.close()
  })

  test('a player with no broadcast in sight never loads what broadcasts need', async () => {
    publish('none', 'nothing')
    const page = await opened('none')
    await until(page, { item: 'next' })
    expect(await largeScripts(page)).toEqual([])
    publish('none', 'broadcast')
    await until(page, { item: 'live-1' })
    await expect.poll(() => largeScripts(page)).toHaveLength(1)
    await page.close()
  })
})

test('an item of the timetable names no source', () => {
  const items = compileLive(published).map(({ item }) => item as LiveItem)
  expect(items.map(({ stream }) => stream)).toEqual(items.map(() => `${livePath}live-1/index.m3u8`))
})
