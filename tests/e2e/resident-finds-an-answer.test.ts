/** @file A resident with a cheap phone finds the answer, the person and the next step; also without script. */
import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { keepLedger, type Ledger } from '../support/ledger.ts'

const origin = inject('origin')
const phone = { viewport: { width: 390, height: 844 }, locale: 'zh-CN', hasTouch: true, isMobile: true }
let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

describe.each([
  { name: 'with script', javaScriptEnabled: true },
  { name: 'without script', javaScriptEnabled: false },
])('$name', ({ javaScriptEnabled }) => {
  let context: BrowserContext
  let page: Page
  let ledger: Ledger
  beforeAll(async () => {
    context = await browser.newContext({ ...phone, javaScriptEnabled })
    ledger = keepLedger(context, origin)
    page = await context.newPage()
  })
  afterAll(() => context.close())

  test('everyday words lead to a question whose answer stands first, with steps, papers, articles and a number to call', async () => {
    await page.goto(`${origin}/`)
    await page.getByRole('searchbox').first().fill('要工钱')
    await page.getByRole('searchbox').first().press('Enter')
    await page.waitForURL(/\/search\?q=/)
    await page.getByRole('main').locator('a[href^="/questions/"]').first().click()
    await page.waitForURL(/\/questions\//)
    const main = page.getByRole('main')
    const order = await main.evaluate((element) => {
      const text = element.textContent ?? ''
      return ['先说结论', '怎么办', '要带的材料', '法律依据'].map((words) => text.indexOf(words))
    })
    expect(order.every((place) => place >= 0)).toBe(true)
    expect(order[0]).toBe(Math.min(...order))
    expect(await main.getByRole('list').count()).toBeGreaterThan(0)
    expect(await page.locator('a[href="tel:12348"]').count()).toBeGreaterThan(0)
  })

  test('a lawyer is found by county and topic, and no page shows a mobile number', async () => {
    await page.goto(`${origin}/lawyers`)
    await page.getByLabel('县').first().selectOption({ label: '桃城区' })
    await page.getByRole('main').getByRole('button').first().click()
    await page.waitForURL(/county=/)
    const mobile = /(?<!\d)1[3-9]\d{9}(?!\d)/
    expect(await page.content()).not.toMatch(mobile)
    await page.getByRole('main').locator('a[href^="/lawyers/"]').first().click()
    await page.waitForURL(/\/lawyers\/[a-z]/)
    expect(await page.content()).not.toMatch(mobile)
    expect(await page.getByRole('main').locator('a[href^="tel:0318"]').count()).toBeGreaterThan(0)
  })

  test('large text is switched on by one press, stays on the next page, and off again', async () => {
    const size = () => page.evaluate(() => parseFloat(getComputedStyle(document.body).fontSize))
    await page.goto(`${origin}/`)
    await page.getByRole('button', { name: '大字版' }).click()
    await page.goto(`${origin}/questions`)
    // Without script the page cannot be asked; its class tells as much.
    const html = await (await context.request.get(`${origin}/questions`)).text()
    if (javaScriptEnabled) expect(await size()).toBeGreaterThanOrEqual(24)
    expect(html).not.toContain('>大字版<')
    await page.getByRole('button', { name: '标准字' }).click()
    expect(await (await context.request.get(`${origin}/questions`)).text()).toContain('大字版')
  })

  test('nothing on the way left the origin, and no page reported an error', () => {
    expect(ledger.faults()).toEqual([])
  })
})

test('words that nobody has written about lead to the hotline, not to a blank page', async () => {
  const text = await (await fetch(`${origin}/search?q=量子纠缠`)).text()
  expect(text).toContain('12348')
})

test('search answers as JSON of the stated shape', async () => {
  const { results } = (await (await fetch(`${origin}/api/search?q=讨薪`)).json()) as {
    results: { type: string; title: string; url: string; topics: string[] }[]
  }
  expect(results[0]).toMatchObject({ type: expect.any(String), title: expect.any(String) })
  expect(results[0]?.url).toMatch(/^\//)
  expect(results.some(({ topics }) => topics.includes('wages'))).toBe(true)
})

test.each([
  ['a script', '/search?q="><script>alert(1)</script>'],
  ['a thousand characters', `/search?q=${'工'.repeat(1_000)}`],
  ['a zero byte', '/search?q=%00'],
  ['half a character', '/search?q=%E5'],
  ['a way out of the folder', '/questions/..%2f..%2fetc%2fpasswd'],
  ['an absurd page', '/lawyers?page=999999999'],
  ['an unknown county', '/lawyers?county=nowhere'],
  ['an unknown village', '/villages/000000000000'],
])('%s in an address is answered without a failure, and escaped', async (_name, path) => {
  const response = await fetch(origin + path)
  expect(response.status).toBeLessThan(500)
  expect(await response.text()).not.toContain('"><script>')
})
