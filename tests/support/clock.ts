/**
 * @file Time as a test needs it: players' clocks that stand still until the test moves them, and a program
 * whose clock runs ahead of the machine's.
 */
import type { BrowserContext, Page } from 'playwright'
import type { Instant } from '../../contracts/part.ts'

interface HeldClock {
  /** Added to the machine's time while the clock runs. */
  ahead: number
  /** Set while the clock stands. */
  standsAt: Instant | null
}

const storageKey = 'clock-of-the-test'

export interface PlayerClock {
  /** Stops the clock of a page, at this instant. */
  standAt(page: Page, instant: Instant): Promise<void>
  /** Lets it run on from where it stands. @returns how far it is ahead of the machine's */
  run(page: Page): Promise<number>
}

/**
 * Gives the players of a context clocks of the test. Call before their pages are opened; a clock outlives
 * a reload. It runs, by the machine's time, until the test stops it.
 * @param rate how many seconds the player takes for one when it waits, while its clock stands
 */
export async function handClocks(context: BrowserContext, rate: number): Promise<PlayerClock> {
  await context.addInitScript(
    ({ storageKey, rate }) => {
      // A page that is no site's yet keeps nothing.
      if (origin === 'null') return
      const held = () =>
        JSON.parse(sessionStorage.getItem(storageKey) ?? '{"ahead":0,"standsAt":null}') as HeldClock
      let clock = held()
      addEventListener(storageKey, () => (clock = held()))
      window.__pufaClock = {
        now: () => clock.standsAt ?? Date.now() + clock.ahead,
        get rate() {
          return clock.standsAt === null ? 1 : rate
        },
      }
    },
    { storageKey, rate },
  )
  const set = (page: Page, clock: HeldClock) =>
    page.evaluate(
      ({ storageKey, clock }) => {
        sessionStorage.setItem(storageKey, JSON.stringify(clock))
        dispatchEvent(new Event(storageKey))
      },
      { storageKey, clock },
    )
  return {
    standAt: (page, instant) => set(page, { ahead: 0, standsAt: instant }),
    async run(page) {
      const ahead = await page.evaluate(() => (window.__pufaClock?.now() ?? Date.now()) - Date.now())
      await set(page, { ahead, standsAt: null })
      return ahead
    },
  }
}

/** Environment under which a program's clock is so far ahead of the machine's. */
export function clockAhead(ms: number): Record<string, string> {
  const source = `globalThis.Date = class extends Date {
    constructor(...given) { given.length ? super(...given) : super(Date.now()) }
    static now() { return super.now() + ${Math.round(ms)} }
  }`
  return { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(source)}` }
}
