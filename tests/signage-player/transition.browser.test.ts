/** @file One item gives way to the next on a real canvas, with the clock stopped in the middle of it. */
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ScreenProfile } from '../../contracts/manifest.ts'
import { blendMs } from '../../signage-player/composition/transition.ts'
import { picture, startRig, until, type Rig } from './rig/browser.ts'
import { manifestOf, screenOf, slogan } from './rig/programme.ts'
import { demoKey } from './rig/server.ts'

const midnight = Date.UTC(2026, 10, 21, 16)
const plays = [
  [slogan('red', ['弘扬宪法精神'], { tone: 'solemn' }), 10],
  [slogan('black', ['遇事找法']), 10],
] as const
let rig: Rig
beforeAll(async () => void (rig = await startRig({ now: () => midnight, answersTime: false })))
afterAll(() => rig.close())

/** The ground at the left and at the right edge, in the middle of the change from red to black. */
async function groundsHalfway(transition: NonNullable<ScreenProfile['transition']>): Promise<number[]> {
  const screen = screenOf(`by-${transition}`, { transition })
  rig.server.publish(
    screen.id,
    rig.server.key.sign(manifestOf({ plays }, { revision: 1, screen, now: midnight })),
  )
  const page = await rig.context.newPage()
  await page.addInitScript((start) => {
    const clock = { at: start, now: () => clock.at, rate: 40 }
    Object.assign(window, { __pufaClock: clock })
  }, midnight)
  const setTime = (at: number) =>
    page.evaluate((instant) => {
      Object.assign(window.__pufaClock ?? {}, { at: instant })
      dispatchEvent(new Event('pageshow'))
    }, at)
  await page.goto(`${rig.server.origin()}/player/?slot=${screen.id}&demo=${demoKey}&screen=${screen.id}`)
  await until(page, { item: 'red' })
  await page.waitForLoadState('networkidle')
  await setTime(midnight + 10_000)
  await until(page, { item: 'black' })
  await setTime(midnight + 10_000 + blendMs / 2)
  const grounds = async (): Promise<number[]> => {
    const { data, info } = await sharp(await picture(page))
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true })
    const row = 2 * info.width
    return [row + 2, row + info.width - 3].map((at) => data[at * 4] ?? 0)
  }
  const half = await grounds()
  await setTime(midnight + 10_000 + blendMs + 20)
  expect(await grounds()).toEqual([0, 0])
  await page.close()
  return half
}

const deepRed = 0x7e

test('a fade has half of both, and nothing that is neither', async () => {
  for (const ground of await groundsHalfway('fade')) {
    expect(ground).toBeGreaterThan(deepRed * 0.4)
    expect(ground).toBeLessThan(deepRed * 0.6)
  }
})

test('a wipe has the next on the left and the one before on the right', async () => {
  expect(await groundsHalfway('wipe')).toEqual([0, deepRed])
})

test('a cut is over before it can be seen', async () => {
  expect(await groundsHalfway('cut')).toEqual([0, 0])
})
