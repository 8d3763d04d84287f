import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Problem, ProblemKind } from '../../contracts/messages.ts'
import type { Item, VideoItem } from '../../contracts/schedule/index.ts'
import { long } from '../support/long.ts'
import { openPaired, seen, startRig, until, type Page, type Rig } from './rig/browser.ts'
import { filmType, recordFilm } from './rig/film.ts'
import { asset, manifestOf, screenOf, slogan, type Asset } from './rig/programme.ts'
import { demoKey } from './rig/server.ts'

let rig: Rig

beforeAll(async () => {
  rig = await startRig()
})
afterAll(() => rig.close())

const running = slogan('running', ['学习宪法、遵守宪法、维护宪法、运用宪法，从你我做起'], {
  layout: 'marquee',
})

async function playing(
  screen: string,
  plays: readonly (readonly [Item, number])[],
  assets: readonly Asset[] = [],
): Promise<Page> {
  const manifest = manifestOf({ plays }, { revision: 1, screen: screenOf(screen), now: Date.now(), assets })
  rig.server.publish(screen, rig.server.key.sign(manifest))
  const page = await openPaired(rig, screen)
  await until(page, { state: 'playing', connected: true, assetsMissing: 0 })
  return page
}

/** What heartbeats have told since, by kind. */
function told(since: number, kind: ProblemKind): Problem | undefined {
  const beats = rig.server.heard.slice(since).filter((said) => said.type === 'heartbeat')
  return beats.flatMap(({ health }) => health.problems).find((problem) => problem.kind === kind)
}

/** Makes minutes pass in seconds; what the clock says goes on from the present. */
async function hurry(page: Page, rate: number): Promise<void> {
  await page.addInitScript((times) => {
    const [wall, opened] = [Date.now(), performance.now()]
    const passed = () => (performance.now() - opened) * times
    Object.assign(window, { __pufaClock: { now: () => wall + passed(), steady: passed, rate: times } })
  }, rate)
}

const mark = (page: Page) => page.evaluate(() => Object.assign(window, { marked: true }))
const reloaded = (page: Page, timeout: number) =>
  page.waitForFunction(() => !('marked' in window) && window.pufaPlayer?.nowPlaying, undefined, { timeout })

describe('the watchdog in a browser', () => {
  // Three that mostly wait, each on a screen of its own, wait together.
  test.concurrent(
    'the title says what the page does and that it goes on: the machine outside reads it',
    async ({ expect }) => {
      const page = await playing('titled', [[slogan('a', ['甲']), 600]])
      const pattern = /^pufa playing (\d+)$/u
      await expect.poll(() => page.title(), { timeout: 15_000 }).toMatch(pattern)
      const before = Number(pattern.exec(await page.title())?.[1])
      const seconds = async () => Number(pattern.exec(await page.title())?.[1])
      await expect.poll(seconds, { timeout: 15_000 }).toBeGreaterThan(before)
      await page.close()
    },
  )

  test.concurrent(
    'frames that stop coming are noticed, drawn, and in the end the page is loaded anew, with the reason kept',
    async ({ expect }) => {
      const page = await rig.context.newPage()
      await hurry(page, 60)
      const plays = [[running, 86_000]] as const
      const manifest = manifestOf({ plays }, { revision: 1, screen: screenOf('frozen'), now: Date.now() })
      rig.server.publish('frozen', rig.server.key.sign(manifest))
      const since = rig.server.heard.length
      await page.goto(`${rig.server.origin()}/player/?slot=frozen&demo=${demoKey}&screen=frozen`)
      await until(page, { state: 'playing' })
      await mark(page)
      // As when the graphics process has died: nobody calls back any more.
      await page.evaluate(() => (window.requestAnimationFrame = () => 0))
      await expect
        .poll(async () => (await seen(page)).problems.join(), { timeout: 10_000 })
        .toContain('frozen')
      await reloaded(page, 40_000)
      await until(page, { connected: true }, 20_000)
      await expect.poll(() => told(since, 'frozen')?.count ?? 0, { timeout: 30_000 }).toBeGreaterThan(0)
      await page.close()
    },
  )

  test.concurrent(
    'too much memory: the page is loaded anew between two items and says why',
    async ({ expect }) => {
      const page = await rig.context.newPage()
      await hurry(page, 60)
      const plays = ['甲', '乙'].map((text) => [slogan(text, [text]), 120] as const)
      const manifest = manifestOf({ plays }, { revision: 1, screen: screenOf('heavy'), now: Date.now() })
      rig.server.publish('heavy', rig.server.key.sign(manifest))
      const since = rig.server.heard.length
      await page.goto(`${rig.server.origin()}/player/?slot=heavy&demo=${demoKey}&screen=heavy`)
      await until(page, { state: 'playing' })
      await mark(page)
      await page.evaluate(() => {
        Object.defineProperty(performance, 'memory', { value: { usedJSHeapSize: 500 * 1024 * 1024 } })
      })
      await reloaded(page, 40_000)
      // The page that came instead is light, and plays.
      await until(page, { state: 'playing', connected: true }, 20_000)
      await expect.poll(() => told(since, 'memory')?.count ?? 0, { timeout: 30_000 }).toBe(1)
      await page.close()
    },
  )

  test.runIf(long)('a film that stands still is left out and counted', async () => {
    const film = asset(await recordFilm(rig.context, rig.server.origin(), 4_000), filmType)
    rig.server.serve(film)
    const video: VideoItem = {
      kind: 'video',
      id: 'video',
      title: '片',
      sources: [{ asset: film.sha256, type: filmType }],
      genre: 'drama',
      captions: [],
    }
    const since = rig.server.heard.length
    const plays = [
      [video, 10],
      [slogan('next', ['下一条']), 10],
    ] as const
    const more = { revision: 1, screen: screenOf('stuck'), now: Date.now(), assets: [film] }
    rig.server.publish('stuck', rig.server.key.sign(manifestOf({ plays }, more)))
    const page = await rig.context.newPage()
    await page.addInitScript(() => (HTMLMediaElement.prototype.play = () => Promise.resolve()))
    await page.goto(`${rig.server.origin()}/player/?slot=stuck&demo=${demoKey}&screen=stuck`)
    await until(page, { item: 'video' }, 30_000)
    await until(page, { item: 'next' }, 8_000)
    expect((await seen(page)).problems.join()).toContain('film-stuck: video')
    await expect.poll(() => told(since, 'film-stuck')?.count ?? 0, { timeout: 40_000 }).toBe(1)
    await page.close()
  })

  test('while the disk takes nothing plays wait, and are all there afterwards, each once', async () => {
    rig.server.plays.clear()
    const plays = ['甲', '乙', '丙'].map((text) => [slogan(text, [text]), 1] as const)
    const page = await playing('full-disk', plays)
    await expect.poll(() => rig.server.plays.size, { timeout: 20_000 }).toBeGreaterThan(1)
    await page.evaluate(() => {
      const { put } = IDBObjectStore.prototype
      Object.assign(window, { put })
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('no room', 'QuotaExceededError')
      }
    })
    const before = rig.server.plays.size
    await expect
      .poll(async () => (await seen(page)).problems.join(), { timeout: 10_000 })
      .toContain('store-failed')
    await page.waitForTimeout(4_000)
    await page.evaluate(() => {
      IDBObjectStore.prototype.put = (window as unknown as { put: typeof IDBObjectStore.prototype.put }).put
    })
    await expect.poll(() => rig.server.plays.size, { timeout: 20_000 }).toBeGreaterThan(before + 4)
    const stored = [...rig.server.plays.values()].sort((a, b) => a.sequence - b.sequence)
    const [first] = stored
    for (const [index, play] of stored.entries()) {
      expect(play.sequence).toBe((first?.sequence ?? 0) + index)
      // Nothing lies between one play and the next: none was lost.
      const last = stored[index - 1]
      if (last) expect(Math.abs(play.from - last.until)).toBeLessThan(300)
    }
    await page.close()
  })
})
