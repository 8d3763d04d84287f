import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { NoticeItem } from '../../contracts/schedule/index.ts'
import { databaseName } from '../../signage-player/store/store.ts'
import { openPaired, startRig, until, type Page, type Rig } from './rig/browser.ts'
import { manifestOf, screenOf, slogan } from './rig/programme.ts'

const start = Date.parse('2026-11-22T00:00:00+08:00')
const hour = 3_600_000
const day = 24 * hour
/** The page's clock is before the server's when they meet. */
const aheadMs = 60_000
let rig: Rig

beforeAll(async () => {
  // The server's time stands where the page's begins; what passes after it is moved by hand.
  rig = await startRig({ now: () => start, answersTime: false })
})
afterAll(() => rig.close())

async function moveTo(page: Page, at: number): Promise<void> {
  await page.evaluate((now) => {
    localStorage.setItem('now', String(now))
    Object.assign(window.__pufaClock ?? {}, { at: now })
    dispatchEvent(new Event('pageshow'))
  }, at)
}

/** The greatest time that the player has written to its disk. */
const timeKept = (page: Page): Promise<number> =>
  page.evaluate(async (name) => {
    const answered = <Result>(request: IDBRequest<Result>) =>
      new Promise<Result>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error ?? new Error('the database refused'))
      })
    const database = await answered(indexedDB.open(name))
    const state = database.transaction('state').objectStore('state')
    const kept = await answered<number | undefined>(state.get('greatest'))
    database.close()
    return kept ?? 0
  }, databaseName('alone'))

describe('an outage', () => {
  test('notices end after a day, the timetable is right for its lease, after it the evergreen plays', async () => {
    const notice: NoticeItem = {
      kind: 'notice',
      id: 'notice',
      title: '通告',
      text: '明日停水检修',
      issuer: '某司法局',
      validUntil: '2099-01-01T00:00',
    }
    const programme = {
      plays: [
        [notice, 1_800],
        [slogan('daily', ['遇事找法']), 1_800],
      ],
      fallback: [[slogan('evergreen', ['法律服务热线12348']), 600]],
      event: {
        when: { type: 'dayparts', dayparts: [{ days: [1, 2, 3, 4, 5, 6, 7], start: '00:00', end: '12:00' }] },
      },
    } as const
    const manifest = manifestOf(programme, { revision: 1, screen: screenOf('alone'), now: start })
    rig.server.publish('alone', rig.server.key.sign(manifest))
    const { context } = rig
    await context.addInitScript((from) => {
      const clock = { at: Number(localStorage.getItem('now') ?? from), now: () => clock.at, rate: 60 }
      Object.assign(window, { __pufaClock: clock })
    }, start + aheadMs)
    const page = await openPaired(rig, 'alone')
    await until(page, { item: 'notice', connected: true })
    await page.evaluate(async () => void (await navigator.serviceWorker.ready))
    await rig.server.stop()
    const told = start
    const cases = [
      // [time since the server was heard, item]
      [40 * 60_000, 'daily'],
      [13 * hour, 'evergreen'],
      [day - 13 * hour + 60_000, 'notice'],
      [day - 1_000, 'evergreen'],
      [day + 60_000, 'daily'],
      [49 * hour, 'daily'],
      [49 * hour + 40 * 60_000, 'daily'],
      [30 * day + 5 * hour, 'daily'],
      [30 * day + 15 * hour, 'evergreen'],
      [45 * day - 13 * hour, 'daily'],
      [45 * day, 'evergreen'],
      [45 * day + 5 * hour, 'evergreen'],
    ] as const
    for (const [passed, item] of cases) {
      await moveTo(page, told + passed)
      await until(page, { item })
      // What is known holds over a power cut as well.
      const kept = () => timeKept(page)
      await expect
        .poll(kept, { timeout: 15_000, interval: 50 })
        .toBeGreaterThanOrEqual(told + passed - aheadMs)
      await page.reload()
      await until(page, { item })
    }
    expect(await page.evaluate(() => window.pufaPlayer?.state)).toBe('evergreen')
    await page.close()
  })
})
