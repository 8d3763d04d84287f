/** @file A resident asks whether a lawyer is real, and how far help is; neither leaves the phone. */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findings } from '../support/axe.ts'
import { launchBrowser } from '../support/browser.ts'
import { origin } from '../support/lane.ts'
import type { Ledger } from '../support/ledger.ts'
import { openPhone } from '../support/resident-phone.ts'

let browser: Browser
let context: BrowserContext
let page: Page
let ledger: Ledger
let asked: string[]

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

async function open(options: BrowserContextOptions = {}): Promise<void> {
  ;({ context, page, ledger, asked } = await openPhone(browser, origin, options))
}

describe('is this lawyer real', () => {
  beforeAll(() => open())
  afterAll(() => context.close())
  const finding = () => page.locator('#finding')

  /** @returns what the page says of it */
  async function check(typed: string, says: string): Promise<string> {
    await page.getByLabel(/^姓名（要写全）/).fill(typed)
    await page.keyboard.press('Enter')
    await finding().getByText(says).waitFor()
    return (await finding().innerText()).replaceAll(/\s+/g, ' ')
  }

  test('a lawyer of the list is found by name, with the office to call back and the date of the check', async () => {
    await page.goto(`${origin}/lawyers/check`)
    const said = await check('李守正', '名录里有这个人')
    expect(said).toMatch(/明理律师事务所.*示例-0001.*0318-0000201.*2025年：称职.*2026年11月5日/)
    expect(said).toContain('冒用真律师的名字')
    expect(await finding().locator('a[href="tel:03180000201"]').isVisible()).toBe(true)
  })
  test.each(['示例－０００１', ' 示 例 - 0001 ', '李　守　正'])(
    '“%s” finds the same person: phones write full-width digits and blanks',
    async (typed) => {
      await check('贾大状', '这份名录里没有')
      expect(await check(typed, '名录里有这个人')).toContain('明理律师事务所')
    },
  )
  test('a stranger is not called a swindler: the list is only of this place, and there are ways on', async () => {
    const said = await check('贾大状', '这份名录里没有')
    expect(said).toMatch(/不一定是假的.*先别交钱.*拨打热线/)
    const text = await page.getByRole('main').innerText()
    for (const words of ['包赢', '个人账户', '全国律师诚信信息公示平台', '96110'])
      expect(text).toContain(words)
    expect(await page.getByRole('main').locator('a[href="tel:12348"]').isVisible()).toBe(true)
  })
  test('a family name alone is too little, since it would find many', async () => {
    await check('李', '请再写全一点')
  })
  test('what was typed is in no request, no address and no storage', async () => {
    expect(asked).toContain(`GET ${origin}/data/lawyers.json `)
    expect(asked.filter((url) => /李|守|贾|示例|0001|[?](?!w=\d+&auto=format)/.test(url))).toEqual([])
    expect(page.url()).toBe(`${origin}/lawyers/check`)
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0)
    await page.reload()
    expect(await page.getByLabel(/^姓名（要写全）/).inputValue()).toBe('')
  })
  test.each(['李守正', '贾大状', '李'])('axe finds nothing on what is said of “%s”', async (typed) => {
    await page.getByLabel(/^姓名（要写全）/).fill(typed)
    await page.keyboard.press('Enter')
    await finding().locator('h2').waitFor()
    expect([...(await findings(page)), ...ledger.faults()]).toEqual([])
  })
  test('a list that did not arrive says nothing about anybody, and is asked for again', async () => {
    await context.route('**/data/lawyers.json', (route) => route.abort())
    await page.reload()
    expect(await check('李守正', '名录没有读到')).toContain('还不能说是真是假')
    await context.unroute('**/data/lawyers.json')
    await check('李守正', '名录里有这个人')
  })
})

test('the list is open data: everybody, without ids, and with no mobile number', async () => {
  const response = await fetch(`${origin}/data/lawyers.json`)
  expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8')
  const text = await response.text()
  expect((JSON.parse(text) as { people: unknown[] }).people.length).toBeGreaterThan(40)
  expect(text).not.toMatch(/"_?id"|_rev|lawyer-sample|introduction|(?<!\d)1[3-9]\d{9}(?!\d)/)
})

test('the page of a person and of an office say to machines what they say to readers', async () => {
  const records = await Promise.all(
    ['/lawyers/li-shouzheng', '/offices/mingli'].map(async (path) => {
      const html = await (await fetch(origin + path)).text()
      return JSON.parse(
        /<script type="application\/ld\+json">(.*?)<\/script>/.exec(html)?.[1] ?? '',
      ) as object
    }),
  )
  expect(records).toMatchObject([
    { '@type': 'Person', jobTitle: '律师', worksFor: { '@type': 'LegalService' } },
    { '@type': 'LegalService', telephone: '0318-0000201' },
  ])
})

test('without script there is no box that does nothing, but the list and the hotline', async () => {
  await open({ javaScriptEnabled: false })
  await page.goto(`${origin}/lawyers/check`)
  const main = page.getByRole('main')
  expect(await main.getByRole('textbox').count()).toBe(0)
  expect(await main.getByRole('button').count()).toBe(0)
  expect(await main.locator('a[href="tel:12348"]').isVisible()).toBe(true)
  await main.getByRole('link', { name: '看全部人员名录' }).tap()
  await page.getByRole('heading', { name: /^共\d+位$/ }).waitFor()
  await page.goto(`${origin}/counties/taocheng`)
  expect(await page.getByRole('button', { name: /按距离看/ }).count()).toBe(0)
  await context.close()
})

describe('how far is help', () => {
  const near = () => page.getByRole('button', { name: /按距离看/ })
  const places = () => page.locator('[data-nearest] li').allInnerTexts()

  test('nothing is asked of the phone until the reader asks; then the nearest stands first', async () => {
    await open({ permissions: ['geolocation'], geolocation: { latitude: 37.79, longitude: 115.64 } })
    await context.addInitScript(() => {
      const original = navigator.geolocation.getCurrentPosition.bind(navigator.geolocation)
      navigator.geolocation.getCurrentPosition = (...given) => {
        document.documentElement.dataset['located'] = 'yes'
        original(...given)
      }
    })
    await page.goto(`${origin}/counties/taocheng`, { waitUntil: 'networkidle' })
    expect(await page.locator('html[data-located]').count()).toBe(0)
    expect(await page.locator('[data-nearest] ol').isVisible()).toBe(false)
    const before = asked.length
    await near().tap()
    await page.getByText('近的在前').waitFor()
    const found = await places()
    expect(found[0]).toMatch(/清风村法律援助联络点.*不到 1 公里/)
    const others = found.slice(1).map((text) => Number(/约 (\d+) 公里/.exec(text)?.[1]))
    expect(others).toHaveLength(3)
    expect(others).toEqual(others.toSorted((a, b) => a - b))
    expect(others.every((kilometres) => kilometres >= 4 && kilometres <= 10)).toBe(true)
    expect([...(await findings(page)), ...ledger.faults()]).toEqual([])
    expect(asked.slice(before)).toEqual([])
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0)
    await context.close()
  })
  test('a refusal is taken for an answer: the page says what to do without, and goes on as it was', async () => {
    await open({ permissions: [] })
    await page.goto(`${origin}/counties/taocheng`)
    await near().tap()
    await page.getByText('手机没有允许定位').waitFor()
    expect(await page.locator('[data-nearest] ol').isVisible()).toBe(false)
    expect(await near().isEnabled()).toBe(true)
    await context.close()
  })
  test('where no place has a position in the data, that is said, and the phone is not asked', async () => {
    await open({ permissions: [] })
    await context.route('**/counties/taocheng', async (route) => {
      const response = await route.fetch()
      const body = (await response.text()).replaceAll(/ data-position="[^"]*"/g, '')
      await route.fulfill({ response, body })
    })
    await page.goto(`${origin}/counties/taocheng`)
    await near().tap()
    await page.getByText('还没有录入位置').waitFor()
    await context.close()
  })
})
