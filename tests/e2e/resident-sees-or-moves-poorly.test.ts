/** @file Who reads large text, or has no mouse, gets along as well as everybody else. */
import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { origin } from '../support/lane.ts'

const phone = { viewport: { width: 390, height: 844 }, locale: 'zh-CN' }
let browser: Browser
let context: BrowserContext
let page: Page

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())
beforeEach(async () => {
  context = await browser.newContext(phone)
  page = await context.newPage()
})
afterEach(() => context.close())

const textSize = () => page.evaluate(() => parseFloat(getComputedStyle(document.body).fontSize))

/** Heights of what is pressed: links in a sentence are as high as their line, and are left out. */
const lowTargets = (least: number) =>
  page.evaluate(
    (pixels) =>
      [...document.querySelectorAll<HTMLElement>('button, select, input:not([type=hidden]), nav a, a.plaque')]
        .filter((element) => element.offsetParent !== null || getComputedStyle(element).position === 'sticky')
        .map((element) => ({ words: element.textContent, height: element.getBoundingClientRect().height }))
        .filter(({ height }) => height + 0.5 < pixels)
        .map(({ words, height }) => `${words.trim()}: ${height}`),
    least,
  )

describe('large text', () => {
  test('one press makes it large, it stays on the next page, and one press makes it as before', async () => {
    await page.goto(`${origin}/lawyers?county=taocheng`)
    expect(await textSize()).toBeGreaterThanOrEqual(18)
    await page.getByRole('button', { name: '大字版' }).click()
    await page.waitForLoadState()
    expect(page.url(), 'the reader is where the reader was').toBe(`${origin}/lawyers?county=taocheng`)
    expect(await textSize()).toBeGreaterThanOrEqual(24)

    await page.goto(`${origin}/questions`)
    expect(await textSize()).toBeGreaterThanOrEqual(24)
    await page.getByRole('button', { name: '标准字' }).click()
    await page.waitForLoadState()
    expect(await textSize()).toBeLessThan(24)
    expect(await context.cookies()).toEqual([])
  })

  test('without script it works too, and nothing but the choice is kept', async () => {
    const plain = await browser.newContext({ ...phone, javaScriptEnabled: false })
    const own = await plain.newPage()
    await own.goto(`${origin}/`)
    await own.getByRole('button', { name: '大字版' }).click()
    await own.getByRole('button', { name: '标准字' }).waitFor()
    expect((await plain.cookies()).map(({ name, value }) => `${name}=${value}`)).toEqual(['large-text=on'])
    await plain.close()
  })

  test.each(['/', '/questions', '/lawyers', '/murals'])(
    '%s has targets of 44 px, and of 60 px in large text, since fingers shake',
    async (path) => {
      await page.goto(origin + path)
      expect(await lowTargets(44)).toEqual([])
      await context.addCookies([{ name: 'large-text', value: 'on', url: origin }])
      await page.goto(origin + path)
      expect(await lowTargets(60)).toEqual([])
    },
  )

  test('it is a simpler page, not only a bigger one', async () => {
    await page.goto(`${origin}/`)
    const before = await page.getByRole('link').count()
    await context.addCookies([{ name: 'large-text', value: 'on', url: origin }])
    await page.reload()
    expect(await page.getByRole('link').count()).toBeLessThan(before)
    expect(await page.getByRole('navigation', { name: '栏目' }).getByRole('link').count()).toBe(4)
  })
})

describe('without a mouse', () => {
  test('the first stop skips to the page itself, and the search answers Enter', async () => {
    await page.goto(`${origin}/`)
    await page.keyboard.press('Tab')
    const skip = page.getByRole('link', { name: '跳到正文' })
    expect(await skip.evaluate((link) => link === document.activeElement)).toBe(true)
    expect((await skip.boundingBox())?.y, 'it shows when it has the focus').toBeGreaterThanOrEqual(0)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('q')
    await page.keyboard.type('工伤')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/search\?q=/)

    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    for (let stops = 0; stops < 3; stops += 1) await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/questions\//)
  })

  test.each(['/', '/questions/wages-owed', '/lawyers'])(
    'on %s every stop is seen, and the bar at the thumb hides none',
    async (path) => {
      await page.goto(origin + path)
      const faults: string[] = []
      for (let stops = 0; stops < 60; stops += 1) {
        await page.keyboard.press('Tab')
        const stop = await page.evaluate(() => {
          const focused = document.activeElement
          if (!(focused instanceof HTMLElement) || focused === document.body) return null
          // The calendar button inside a date box is framed by itself, where no page can look.
          const isInside = focused.matches('[type=date]:not(:focus)')
          const framed =
            isInside ||
            [focused, focused.parentElement].some(
              (element) => element && getComputedStyle(element).outlineStyle !== 'none',
            )
          const bar = document.querySelector('.thumb')
          const box = focused.getBoundingClientRect()
          const top = bar?.contains(focused) ? window.innerHeight : (bar?.getBoundingClientRect().top ?? 0)
          return {
            words: focused.textContent.trim() || focused.outerHTML.slice(0, 120),
            framed,
            hidden: box.bottom < 0 || box.top >= top,
          }
        })
        if (stop === null) break
        if (!stop.framed) faults.push(`${stop.words} has no frame`)
        if (stop.hidden) faults.push(`${stop.words} is hidden`)
      }
      expect(faults).toEqual([])
    },
  )
})
