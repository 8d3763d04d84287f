/**
 * @file One screen in a real browser for a long time, possibly faster than the clock: no blank frame, every
 * switch on time, no growth.
 *
 * Behind the layers the page is painted magenta; five screenshots a second are searched for it. The
 * programme's own plays, as the player records them, are held against the timetable.
 */
import type { CDPSession, Page } from 'playwright'
import sharp from 'sharp'
import type { PlayRecord } from '../../../contracts/proof.ts'
import type { Schedule } from '../../../contracts/schedule/index.ts'
import { turns } from '../../../contracts/schedule/resolve.ts'
import { openPaired, seen, startRig, until } from '../../../tests/signage-player/rig/browser.ts'
import {
  manifestOf,
  screenOf,
  type Asset,
  type Programme,
} from '../../../tests/signage-player/rig/programme.ts'

const screen = 'endurance'
const size = { width: 192, height: 96 }
const screenshotEveryMs = 200
const measureEveryMs = 30_000
const settleMs = 30_000
/** Real milliseconds; the machine does other work too. */
const lateMaxMs = 500

export interface EnduranceInput {
  programme: Programme
  assets: readonly Asset[]
  /** Of the simulated clock. */
  hours: number
  /** Simulated seconds in a real one. */
  rate: number
}

export interface Measured {
  /** Simulated hours since the beginning. */
  hour: number
  heapBytes: number
  nodes: number
  listeners: number
}

export interface Endurance {
  screenshots: number
  blanks: number
  plays: number
  /** Plays that the timetable does not have, or has at another time. */
  wrong: readonly string[]
  /** Real milliseconds by which the latest switch was late. */
  latestMs: number
  measured: readonly Measured[]
  problems: readonly string[]
}

/** Whether any pixel is the colour behind the layers. */
async function showsMagenta(png: Buffer): Promise<boolean> {
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  for (let at = 0; at < data.length; at += info.channels)
    if ((data[at] ?? 0) > 230 && (data[at + 1] ?? 255) < 25 && (data[at + 2] ?? 0) > 230) return true
  return false
}

async function measure(session: CDPSession, hour: number): Promise<Measured> {
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  const { metrics } = await session.send('Performance.getMetrics')
  const metric = (name: string) => metrics.find((each) => each.name === name)?.value ?? NaN
  return { hour, heapBytes: usedSize, nodes: metric('Nodes'), listeners: metric('JSEventListeners') }
}

/** Growth by least squares in the second half: in the first, caches fill and the browser compiles. */
export function slopePerHour(measured: readonly Measured[], of: (one: Measured) => number): number {
  const late = measured.slice(Math.ceil(measured.length / 2))
  const meanHour = late.reduce((sum, { hour }) => sum + hour, 0) / late.length
  const mean = late.reduce((sum, one) => sum + of(one), 0) / late.length
  const above = late.reduce((sum, one) => sum + (one.hour - meanHour) * (of(one) - mean), 0)
  const below = late.reduce((sum, { hour }) => sum + (hour - meanHour) ** 2, 0)
  return below === 0 ? 0 : above / below
}

/** Holds what the player says it played against what it ought to have played. */
function check(plays: readonly PlayRecord[], schedule: Schedule, rate: number) {
  const wrong: string[] = []
  let latestMs = 0
  const [first] = plays
  if (!first) return { wrong: ['没有一条播放记录'], latestMs }
  const expected = turns(schedule, screenOf(screen, size), first.from)
  let due = expected.next().value
  for (const play of plays) {
    while (due.until <= play.from) due = expected.next().value
    const lateMs = (play.from - due.from) / rate
    if (play.item !== due.item.id) wrong.push(`${play.sequence}：应为 ${due.item.id}，播的是 ${play.item}`)
    // The first play begins whenever the page was opened.
    else if (play !== first) latestMs = Math.max(latestMs, lateMs)
    if (play !== first && lateMs > lateMaxMs) wrong.push(`${play.sequence}：晚了 ${Math.round(lateMs)} ms`)
    due = expected.next().value
  }
  return { wrong, latestMs }
}

async function watch(page: Page, forMs: number, rate: number, say: (line: string) => void) {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  const measured: Measured[] = []
  const began = performance.now()
  let [screenshots, blanks, measureAt] = [0, 0, 0]
  while (performance.now() - began < forMs) {
    const at = performance.now()
    if (await showsMagenta(await page.screenshot({ type: 'png', clip: { x: 0, y: 0, ...size } }))) blanks++
    screenshots++
    if (at - began >= measureAt) {
      measureAt += measureEveryMs
      const one = await measure(session, ((at - began) * rate) / 3_600_000)
      measured.push(one)
      const megabytes = (one.heapBytes / 1e6).toFixed(2)
      say(
        `  第 ${one.hour.toFixed(1)} 小时：堆 ${megabytes} MB，节点 ${one.nodes}，监听 ${one.listeners}，截图 ${screenshots} 张，空白 ${blanks}`,
      )
    }
    const left = screenshotEveryMs - (performance.now() - at)
    if (left > 0) await page.waitForTimeout(left)
  }
  return { screenshots, blanks, measured }
}

export async function endure(input: EnduranceInput, say: (line: string) => void): Promise<Endurance> {
  const { programme, assets, hours, rate } = input
  const start = Date.UTC(2026, 10, 21, 16)
  const realStart = Date.now()
  const now = (): number => start + (Date.now() - realStart) * rate
  const rig = await startRig({ now, answersTime: true })
  try {
    for (const asset of assets) rig.server.serve(asset)
    const manifest = manifestOf(programme, {
      revision: 1,
      screen: screenOf(screen, size),
      now: start,
      assets,
    })
    rig.server.publish(screen, rig.server.key.sign(manifest))
    await rig.context.addInitScript(
      ([at, real, speed]) => {
        const moved = () => at + (Date.now() - real) * speed
        Object.assign(window, { __pufaClock: { now: moved, steady: moved, rate: speed, pace: speed } })
        addEventListener('DOMContentLoaded', () => {
          document.documentElement.style.background = document.body.style.background = 'rgb(255, 0, 255)'
        })
      },
      [start, realStart, rate] as const,
    )
    const page = await openPaired(rig, screen)
    await until(page, { state: 'playing', assetsMissing: 0 }, 60_000)
    // What plays while assets are still coming in is not what the timetable says.
    const settledAt = now() + settleMs
    const watched = await watch(page, (hours * 3_600_000) / rate, rate, say)
    const { problems } = await seen(page)
    // What is still on its way is sent within seconds.
    await page.waitForTimeout(5_000)
    const plays = [...rig.server.plays.values()]
      .filter(({ from }) => from > settledAt)
      .sort((a, b) => a.sequence - b.sequence)
    return { ...watched, plays: plays.length, ...check(plays, manifest.schedule, rate), problems }
  } finally {
    await rig.close()
  }
}
