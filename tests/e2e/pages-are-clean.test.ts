/**
 * @file Every kind of page in a browser, listed in the sitemap or not: accessible, within the window, within
 * the origin, without errors, and light enough for an old phone on its first visit.
 */
import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findings } from '../support/axe.ts'
import { launchBrowser } from '../support/browser.ts'
import { demoKey, origin } from '../support/lane.ts'
import { keepLedger } from '../support/ledger.ts'
import { long } from '../support/long.ts'
import { openScales, unlistedPages, weightTable, type Weight } from '../support/pages.ts'
import { pageKinds } from '../support/site-map.ts'

const kilobytesMax = 40
/** Some fifty pages, on a machine that may be busy. */
const withinMs = long ? 900_000 : 300_000
let browser: Browser
let paths: string[]

beforeAll(async () => {
  browser = await launchBrowser()
  paths = [...(await pageKinds(origin)), ...(await unlistedPages(origin))]
})
afterAll(() => browser.close())

interface View {
  name: string
  width: number
  /** The next smaller window that a reader may have. */
  narrower: number
  height: number
  largeText: boolean
  /** Of every page in the long form; else the phone's view of all, and one of the two others in turn. */
  axe(at: number): boolean
}

const views: readonly View[] = [
  { name: 'on a phone', width: 390, narrower: 360, height: 844, largeText: false, axe: () => true },
  {
    ...{ name: 'in large text', width: 390, narrower: 360, height: 844, largeText: true },
    axe: (at) => long || at % 2 === 0,
  },
  {
    ...{ name: 'on a desk', width: 1440, narrower: 768, height: 900, largeText: false },
    axe: (at) => long || at % 2 === 1,
  },
]

/** Two pages of a browser at a time: while one loads, the other is looked at. */
async function eachPath(look: (path: string, at: number, page: Page) => Promise<void>, of: BrowserContext) {
  let next = 0
  const goThrough = async () => {
    const page = await of.newPage()
    for (let at = next++; at < paths.length; at = next++) await look(paths[at] ?? '', at, page)
  }
  await Promise.all([goThrough(), goThrough()])
}

async function tooWide(page: Page, width: number): Promise<string[]> {
  const [inside, window_] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth])
  return inside === width && window_ === width ? [] : [`${inside} px wide in a window of ${window_} px`]
}

describe.each(views)('$name', ({ width, narrower, height, largeText, axe }) => {
  test(
    'axe finds nothing, nothing is wider than the window, nothing leaves the origin, no page fails',
    async () => {
      const context = await browser.newContext({
        viewport: { width, height },
        locale: 'zh-CN',
        serviceWorkers: 'block',
      })
      if (largeText) await context.addCookies([{ name: 'large-text', value: 'on', url: origin }])
      const ledger = keepLedger(context, origin)
      const faults: string[] = []
      await eachPath(async (path, at, page) => {
        await page.setViewportSize({ width, height })
        await page.goto(origin + path)
        const found = axe(at) ? await findings(page) : []
        found.push(...(await tooWide(page, width)))
        await page.setViewportSize({ width: narrower, height })
        // What a page lays out only once, by the window that it finds, shows in the long form.
        if (long) await page.reload()
        found.push(...(await tooWide(page, narrower)))
        faults.push(...found.map((finding) => `${path}: ${finding}`))
      }, context)
      // The browser itself notes that a page which is not there answered 404.
      ledger.forgive(/status of 404/)
      expect([...faults, ...ledger.faults()]).toEqual([])
      await context.close()
    },
    withinMs,
  )
})

test(
  `a first visit to any page costs at most ${kilobytesMax} kB of HTML, CSS and script`,
  async () => {
    const weights: Weight[] = []
    const scales = await openScales(browser, origin)
    for (const path of paths) weights.push(await scales.weigh(path))
    await scales.close()
    process.stdout.write(weightTable(weights))
    const heavy = weights.filter(({ html, css, script }) => html + css + script > kilobytesMax * 1024)
    expect(heavy.map(({ path }) => path)).toEqual([])
    // A table of zeros would pass too. Who signs in gets one file.
    const unweighed = weights.filter(({ path, html, css }) => html === 0 || (css === 0 && path !== '/login'))
    expect(unweighed).toEqual([])
  },
  withinMs,
)

test('the players’ pages are accessible and quiet too', async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  const ledger = keepLedger(context, origin)
  const page = await context.newPage()
  const faults: string[] = []
  for (const path of ['/player/', '/player/square.html', `/player/square.html?key=${demoKey}`]) {
    await page.goto(origin + path)
    await page.waitForTimeout(1_000)
    faults.push(...(await findings(page)).map((finding) => `${path}: ${finding}`))
  }
  expect([...faults, ...ledger.faults()]).toEqual([])
  await context.close()
})
