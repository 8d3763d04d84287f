import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPaired, startRig, until, type Page, type Rig } from './rig/browser.ts'
import { manifestOf, screenOf, slogan } from './rig/programme.ts'

let rig: Rig

beforeAll(async () => {
  rig = await startRig()
})
afterAll(() => rig.close())

interface Switch {
  item: string
  /** When the play begins by the timetable, as the player reckons it. */
  since: number
  /** When it was seen, by the test's own clock. */
  seenAt: number
}

/** A player of the group whose machine's clock is wrong by so much. */
async function member(screen: string, wrongByMs: number): Promise<Page> {
  const context = await rig.browser.newContext({ viewport: { width: 320, height: 180 } })
  await context.addInitScript((wrong) => {
    const machine = { now: () => Date.now() + wrong, steady: () => performance.now() }
    Object.assign(window, { __pufaClock: machine })
  }, wrongByMs)
  return openPaired({ ...rig, context }, screen)
}

function record(page: Page, count: number): Promise<Switch[]> {
  return page.evaluate(async (wanted) => {
    const switches: Switch[] = []
    let last = window.pufaPlayer?.lastSwitchAt
    while (switches.length < wanted) {
      await new Promise((resolve) => setTimeout(resolve, 2))
      const player = window.pufaPlayer
      if (!player?.nowPlaying || player.lastSwitchAt === last) continue
      last = player.lastSwitchAt
      const { item, since } = player.nowPlaying
      switches.push({ item, since, seenAt: Date.now() })
    }
    return switches
  }, count)
}

describe('screens of one group', () => {
  test('whose clocks are five seconds apart switch together', async () => {
    const plays = ['甲', '乙', '丙'].map((text) => [slogan(text, [text]), 1] as const)
    for (const screen of ['left', 'right']) {
      const manifest = manifestOf({ plays }, { revision: 1, screen: screenOf(screen), now: Date.now() })
      rig.server.publish(screen, rig.server.key.sign(manifest))
    }
    const pages = await Promise.all([member('left', 2_500), member('right', -2_500)])
    for (const page of pages) await until(page, { state: 'playing', connected: true })
    // The clock is measured in the first seconds of a connection.
    await Promise.all(pages.map((page) => page.waitForTimeout(3_000)))
    const [left = [], right = []] = await Promise.all(pages.map((page) => record(page, 6)))
    const pairs = left.flatMap((one) => {
      const other = right.find(({ item, since }) => item === one.item && Math.abs(since - one.since) < 500)
      return other
        ? [{ reckoned: Math.abs(one.since - other.since), seen: Math.abs(one.seenAt - other.seenAt) }]
        : []
    })
    expect(pairs.length).toBeGreaterThanOrEqual(5)
    const worst = (of: readonly number[]) => Math.max(...of)
    console.log(
      `switches of two screens apart by: ${pairs.map(({ seen }) => seen).join(', ')} ms (worst ${worst(pairs.map(({ seen }) => seen))})`,
    )
    // Both reckon the same boundary: what is left is how late a timer fires on a busy machine.
    expect(worst(pairs.map(({ reckoned }) => reckoned))).toBeLessThan(100)
    for (const page of pages) await page.context().close()
  })
})
