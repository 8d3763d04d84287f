/** @file A hearing on the county's screens, through the whole program; the officer on duty ends it for all. */
import { createClient } from '@sanity/client'
import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayText, wallClock } from '../../contracts/schedule/zone.ts'
import { broadcastOf, record, type Broadcast } from '../signage-player/rig/broadcast.ts'
import { launchBrowser } from '../support/browser.ts'
import { openScreen } from '../support/player.ts'
import { startProgram, type Program } from '../support/program.ts'

const hourMs = 3_600_000
let program: Program
let browser: Browser
let context: BrowserContext
let broadcast: Broadcast

beforeAll(async () => {
  program = await startProgram({ env: { PUFA_LIVE_PRIVATE: '1' } })
  browser = await launchBrowser()
  context = await browser.newContext({ viewport: { width: 640, height: 360 } })
  broadcast = await broadcastOf(await record(context, program.origin, 6))
})
afterAll(async () => {
  await browser.close()
  await broadcast.close()
  await program.stop()
  program.removeData()
})

const local = (instant: number): string => {
  const { day, ms } = wallClock('Asia/Shanghai', instant)
  return `${dayText(day)}T${new Date(ms).toISOString().slice(11, 16)}`
}

/** Puts the hearing on every screen, before everything else. */
async function putOnAir(): Promise<void> {
  const client = createClient({
    projectId: 'pufa',
    dataset: 'production',
    apiHost: program.origin,
    useProjectHostname: false,
    useCdn: false,
    apiVersion: '2025-02-19',
    token: program.token(),
  })
  const now = Date.now()
  await client
    .transaction()
    .createOrReplace({
      _id: 'live-hearing',
      _type: 'liveStream',
      title: '某某案公开开庭',
      source: broadcast.url,
      begins: local(now - hourMs),
      ends: local(now + hourMs),
      officerName: '值班员甲',
      officerPhone: '0318-0000000',
    })
    .createOrReplace({
      _id: 'playlist-hearing',
      _type: 'playlist',
      title: '庭审直播',
      items: [{ _type: 'contentItem', _key: 'a', content: { _type: 'reference', _ref: 'live-hearing' } }],
    })
    .createOrReplace({
      _id: 'event-hearing',
      _type: 'scheduleEvent',
      title: '庭审直播',
      playlist: { _type: 'reference', _ref: 'playlist-hearing' },
      targets: [{ _type: 'screenSelector', _key: 'all' }],
      timing: 'always',
      dayFilter: 'any',
      priority: 9,
      mode: 'normal',
      level: 'prefecture',
      mandatory: true,
    })
    .commit()
}

const order = (action: 'stop' | 'resume') =>
  fetch(`${program.origin}/api/signage/live/live-hearing/${action}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${program.token()}` },
  })

/** The broadcast's own green fills the picture. */
const shown = (page: Page) =>
  page.waitForFunction(
    () => {
      const canvas = document.querySelector('canvas')
      const pen = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d')
      if (!canvas || !pen || window.pufaPlayer?.nowPlaying?.kind !== 'live') return false
      pen.drawImage(canvas, 0, 0, 1, 1)
      const [red = 0, green = 0, blue = 0] = pen.getImageData(0, 0, 1, 1).data
      return green > 80 && green > 2 * red && green > 2 * blue
    },
    undefined,
    { polling: 100, timeout: 40_000 },
  )

const gone = (page: Page) =>
  page.waitForFunction(() => window.pufaPlayer?.nowPlaying?.kind !== 'live', undefined, {
    polling: 'raf',
    timeout: 20_000,
  })

test('one press takes it off every screen, with whoever pressed it on record; another brings it back', async () => {
  const answer = await fetch(`${program.origin}/api/signage/demo-screens?key=${program.demoKey()}`)
  const screens = ((await answer.json()) as { id: string }[]).slice(0, 4).map(({ id }) => id)
  expect(screens.length).toBeGreaterThan(1)
  const pages = await Promise.all(
    screens.map((screen) => openScreen(context, program.origin, screen, program.demoKey())),
  )
  await putOnAir()
  await Promise.all(pages.map(shown))
  const segments = broadcast.asked.filter((path) => path.endsWith('.m4s'))
  expect(new Set(segments).size, 'the source gives each piece once, however many screens there are').toBe(
    segments.length,
  )

  const at = Date.now()
  const stopped = await order('stop')
  expect(stopped.status).toBe(200)
  await Promise.all(pages.map(gone))
  console.log(`stopped → off ${pages.length} screens: ${Date.now() - at} ms`)
  expect((await fetch(`${program.origin}/api/signage/live/live-hearing/index.m3u8`)).status).toBe(410)
  const list = await fetch(`${program.origin}/api/signage/live`, {
    headers: { authorization: `Bearer ${program.token()}` },
  })
  expect(await list.json()).toMatchObject({
    streams: [{ id: 'live-hearing', stopped: true, orders: [{ action: 'stop' }] }],
  })

  expect((await order('resume')).status).toBe(200)
  await Promise.all(pages.map(shown))
})
