/**
 * @file Takes pictures of items at chosen moments of their play, by the player itself under a clock that
 * stands still.
 */
import type { ScreenProfile } from '../../../contracts/manifest.ts'
import { timeline } from '../../../contracts/schedule/index.ts'
import type { BrowserContext } from './browser.ts'
import { picture, seen, until } from './browser.ts'
import { manifestOf, scheduleOf, screenOf, type Asset, type Programme } from './programme.ts'
import { demoKey, type ScreenServer } from './server.ts'

export interface Shot {
  item: string
  width: number
  height: number
  elapsedMs: number
  png: Buffer
}

/**
 * @param moments of each item, in shares of its play
 * @param more of the screen, beside its size
 */
export async function gallery(
  context: BrowserContext,
  server: ScreenServer,
  programme: Programme,
  size: readonly [number, number],
  moments: readonly number[],
  assets: readonly Asset[] = [],
  more: Partial<ScreenProfile> = {},
): Promise<Shot[]> {
  const [width, height] = size
  const id = `gallery-${width}x${height}`
  const screen = screenOf(id, { width, height, ...more })
  const now = Date.UTC(2026, 10, 21, 16)
  server.publish(id, server.key.sign(manifestOf(programme, { revision: 1, screen, now, assets })))
  const page = await context.newPage()
  await page.addInitScript((start) => {
    const clock = { at: start, now: () => clock.at, rate: 40 }
    Object.assign(window, { __pufaClock: clock })
  }, now)
  await page.goto(`${server.origin()}/player/?slot=${id}&demo=${demoKey}&screen=${id}`)
  await until(page, { state: 'playing', assetsMissing: 0 })
  const shots: Shot[] = []
  const length = programme.plays.reduce((sum, [, seconds]) => sum + seconds * 1_000, 0)
  for (const play of timeline(scheduleOf(programme), screen, now, now + length))
    for (const moment of moments) {
      const elapsedMs = Math.round((play.until - play.from) * moment)
      await page.evaluate((at) => Object.assign(window.__pufaClock ?? {}, { at }), play.from + elapsedMs)
      await until(page, { item: play.item.id }).catch(async (error: unknown) => {
        throw new Error(`${play.item.id}: ${JSON.stringify(await seen(page))}`, { cause: error })
      })
      // The page is told to look at its clock, as when it comes to the front.
      await page.evaluate(() => dispatchEvent(new Event('pageshow')))
      // Its next picture is decoded while the one before is on: look again when it is there.
      if (play.item.kind === 'gallery') {
        await page.waitForTimeout(400)
        await page.evaluate(() => dispatchEvent(new Event('pageshow')))
      }
      shots.push({ item: play.item.id, width, height, elapsedMs, png: await picture(page) })
    }
  await page.close()
  return shots
}
