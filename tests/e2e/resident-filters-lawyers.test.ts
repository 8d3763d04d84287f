/** @file A resident filters the directory on the phone; also without script, and without a program behind the pages. */
import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findings } from '../support/axe.ts'
import { launchBrowser } from '../support/browser.ts'
import { origin } from '../support/lane.ts'
import type { Ledger } from '../support/ledger.ts'
import { long } from '../support/long.ts'
import { weigh } from '../support/pages.ts'
import * as phone from '../support/resident-phone.ts'

let browser: Browser
let context: BrowserContext
let page: Page
let ledger: Ledger
let asked: string[]

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

async function open(options: Parameters<typeof phone.openPhone>[2] = {}): Promise<void> {
  ;({ context, page, ledger, asked } = await phone.openPhone(browser, origin, options))
}
const ranking = () => phone.ranking(page)
const decoded = () => phone.decoded(page)
const expectSheet = () => phone.expectSheet(page)
const button = (name: string | RegExp) => page.getByRole('button', { name })

describe('the directory', () => {
  beforeAll(() => open())
  afterAll(() => context.close())
  const names = () => page.locator('[data-people] .name').allTextContents()

  test('the list follows the filter without a reload and without a word to the server', async () => {
    await page.goto(`${origin}/lawyers`)
    await page.evaluate(() => document.body.setAttribute('data-same-page', ''))
    const before = asked.length
    await page.getByLabel('擅长').selectOption({ label: '拖欠工资' })
    await page.getByRole('link', { name: '桃城区' }).tap()
    await page.getByRole('heading', { name: '共2位' }).waitFor()
    expect((await names()).map((name) => name.slice(0, 3)).sort()).toEqual(['李守正', '陈说理'])
    expect(page.url()).toBe(`${origin}/lawyers#county=taocheng&topic=wages`)
    expect(asked.slice(before)).toEqual([`GET ${origin}/data/lawyers.json `])
    expect(await page.locator('[data-same-page]').count()).toBe(1)
    const way = page.getByRole('link', { name: /一步一步选承办人/ })
    expect(await way.getAttribute('href'), 'the flow begins here').toBe('/preferences#s=3&t=wages&c=131102')
  })
  test('where nobody fits, the page says which condition to loosen, and one tap does it', async () => {
    await page.getByLabel('类别').selectOption({ label: '基层法律服务工作者' })
    await page.getByRole('heading', { name: '没有符合条件的人' }).waitFor()
    await page.getByRole('link', { name: '不限类别：2位' }).tap()
    await page.getByRole('heading', { name: '共2位' }).waitFor()
    expect(await page.getByLabel('类别').inputValue()).toBe('')
  })
  test('the order is the one that the server drew for the day', async () => {
    await page.goto(`${origin}/lawyers?topic=wages`)
    const drawn = await names()
    await page.getByRole('button', { name: '筛选' }).tap()
    await page.waitForURL(/#topic=wages/)
    expect(drawn.length).toBeGreaterThan(4)
    expect(await names()).toEqual(drawn)
  })
  test('列为意向 takes the person along, and adds to those taken before', async () => {
    await page.goto(`${origin}/lawyers/li-shouzheng`)
    await page.getByRole('main').getByRole('link', { name: '列为意向' }).tap()
    await expect.poll(ranking).toEqual(['李守正（示例）'])
    await button('再加一位').tap()
    await button(/干活拿不到钱/).tap()
    await button('桃城区').tap()
    await page.getByRole('link', { name: '陈说理（示例）' }).tap()
    await page.waitForURL(/\/lawyers\/chen-shuoli#/)
    await page.getByRole('main').getByRole('link', { name: '列为意向' }).tap()
    await expect.poll(ranking).toEqual(['李守正（示例）', '陈说理（示例）'])
    await page.goto(`${origin}/lawyers/ma-baiwen#p=a,b,c,d,e`)
    await page.getByRole('link', { name: '意向已满，先去掉一位' }).waitFor()
    await page.goto(`${origin}/lawyers/li-shouzheng#p=li-shouzheng`)
    await page.getByRole('link', { name: '已列为意向' }).waitFor()
    expect(ledger.faults()).toEqual([])
  })
})

test('on a server of plain files under a base path, the filter and the flow work by the page’s own addresses', async () => {
  await open()
  // Stands for the exported site: no program answers a query, and every address has the base before it.
  await context.route(`${origin}/pufa/**`, async (route) => {
    const { pathname } = new URL(route.request().url())
    const response = await route.fetch({ url: origin + pathname.slice('/pufa'.length) })
    if (!response.headers()['content-type']?.startsWith('text/html')) return route.fulfill({ response })
    await route.fulfill({ response, body: (await response.text()).replaceAll(/="\/(?!\/)/g, '="/pufa/') })
  })
  await page.goto(`${origin}/pufa/lawyers?county=taocheng&topic=wages`)
  await page.getByRole('heading', { name: '共2位' }).waitFor()
  await page.getByRole('link', { name: /把李守正.*列为意向/ }).tap()
  await expect.poll(ranking).toEqual(['李守正（示例）'])
  expect(page.url()).toContain('/pufa/preferences#')
  await page.goto(`${origin}/pufa/preferences#s=5&t=wages&c=131102&p=chen-shuoli,li-shouzheng`)
  await expectSheet()
  expect(await decoded()).toContain(`${origin}/pufa/preferences/sheet#t=wages`)
  const outside = asked.filter((request) => !request.includes('/pufa/'))
  expect(outside.filter((request) => /\/(lawyers|preferences|offices|data)/.test(request))).toEqual([])
  await context.close()
})

test('without script the page says how to do it with a pen, and offers the list and a blank sheet', async () => {
  await open({ javaScriptEnabled: false })
  await page.goto(`${origin}/preferences`)
  const main = page.getByRole('main')
  expect(await main.getByRole('button').count()).toBe(0)
  expect(await main.innerText()).toContain('写下两位或更多')
  await main.getByRole('link', { name: '打印空白意向单' }).tap()
  await page.waitForURL(/\/preferences\/sheet$/)
  expect(await main.getByText('第三意向').isVisible()).toBe(true)
  expect(await main.getByRole('button').count()).toBe(0)
  await page.goto(`${origin}/lawyers?county=taocheng&topic=land`)
  await main.getByRole('link', { name: /^不限县（市、区）：\d+位$/ }).tap()
  await page.getByRole('heading', { name: /^共\d+位$/ }).waitFor()
  await context.close()
})

const views = [
  ['in large text', 390, true],
  ['on a phone', 360, false],
  ['on a desk', 1440, false],
] as const

test.each(long ? views : views.slice(0, 1))(
  'axe finds nothing on any step, and nothing is wider than the window, %s',
  async (_name, width, largeText) => {
    await open({ viewport: { width, height: 844 }, isMobile: false })
    if (largeText) await context.addCookies([{ name: 'large-text', value: 'on', url: origin }])
    const chosen = 't=wages&c=131102&p=chen-shuoli,li-shouzheng,gone-away'
    const faults: string[] = []
    // Each with what stands there once the phone has drawn it.
    const step = (at: number, inside: string) => `[data-step="${at}"]:not([hidden]) ${inside}`
    const steps = [
      ['/lawyers#topic=wages', '[data-status]:text-matches("^共[0-9]+位$")'],
      ['/lawyers?county=taocheng&topic=land', 'a[data-flow][href*="#"]'],
      ['/lawyers/li-shouzheng', 'a[data-pick]'],
      ['/offices/mingli', 'a[data-pick]'],
      ['/preferences#s=1', step(1, 'button')],
      [`/preferences#s=2&${chosen}`, step(2, 'button')],
      [`/preferences#s=3&${chosen}`, step(3, '[data-matches] > li')],
      [`/preferences#s=4&${chosen}`, step(4, '[data-ranking] > li')],
      [`/preferences#s=5&${chosen}`, step(5, '.sheet svg')],
      [`/preferences/sheet#${chosen}`, '.sheet svg'],
    ] as const
    for (const [path, drawn] of steps) {
      await page.goto('about:blank')
      await page.goto(origin + path)
      await page.locator(drawn).first().waitFor({ state: 'attached' })
      faults.push(...(await findings(page)).map((finding) => `${path}: ${finding}`))
      const wide = await page.evaluate(() => document.documentElement.scrollWidth)
      if (wide > width) faults.push(`${path} is ${wide} px wide`)
    }
    expect([...faults, ...ledger.faults()]).toEqual([])
    await context.close()
  },
)

test('the pages stay light for old phones', async () => {
  for (const path of ['/lawyers', '/lawyers/check', '/preferences', '/preferences/sheet']) {
    const { html, css, script } = await weigh(browser, origin, path)
    process.stdout.write(`${path} html ${html} css ${css} script ${script}\n`)
    expect(script, path).toBeGreaterThan(0)
    expect(html + css + script, path).toBeLessThan(40 * 1024)
  }
})
