/** @file A resident learns whether legal aid is likely, what to bring and where to go; no answer leaves the phone. */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { findings } from '../support/axe.ts'
import { launchBrowser } from '../support/browser.ts'
import { origin } from '../support/lane.ts'
import type { Ledger } from '../support/ledger.ts'
import { long } from '../support/long.ts'
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
beforeEach(() => open())
afterEach(async () => {
  expect(ledger.faults()).toEqual([])
  await context.close()
})

const question = (name: string) => page.locator(`[data-question=${name}]`)
const choose = (text: RegExp | string) =>
  page.locator('label').filter({ hasText: text }).filter({ visible: true }).tap()
const verdict = () => page.locator('[data-verdict]').innerText()
const result = () => page.locator('[data-result]')

describe('the check', () => {
  beforeEach(async () => {
    await page.goto(`${origin}/aid/check`)
    asked.length = 0
  })
  afterEach(() => {
    expect(asked, 'no answer is sent').toEqual([])
  })

  test('a victim of violence is never asked about income, whatever the matter', async () => {
    expect(await question('ground').isVisible(), 'one question at a time').toBe(false)
    await choose('上面都没有我的事')
    await choose('受了虐待、遗弃或者家庭暴力')
    expect(await verdict()).toBe('很可能可以')
    expect(await result().innerText()).toContain('第32条第4项')
    expect(await question('group').isVisible()).toBe(false)
  })

  test('a migrant who claims wages is not looked into, and learns papers, places and the urgent rule', async () => {
    await choose('要工钱')
    await choose(/^都没有$/)
    await choose('进城务工人员')
    expect(await verdict()).toBe('很可能可以')
    const text = await result().innerText()
    for (const words of ['第42条第3项', '身份证', '工资条', '第44条', '一次告诉您'])
      expect(text).toContain(words)
    expect(text).not.toContain('经济困难情况的说明')
    await page.getByLabel('选县（市、区）').selectOption({ label: '桃城区' })
    const places = page.locator('[data-place]:not([hidden])')
    expect(await places.count()).toBe(1)
    expect(await places.locator('a[href^="tel:0318"]').isVisible()).toBe(true)
    expect(await places.locator('a[href="/counties/taocheng"]').isVisible()).toBe(true)
  })

  test('the migrant’s rule is not offered for another matter', async () => {
    await choose('要赡养费')
    await choose(/^都没有$/)
    expect(await question('group').isVisible()).toBe(true)
    expect(await page.getByText('进城务工人员，这次要的').first().isVisible()).toBe(false)
  })

  test('income is held against the line that the bureau has written, and a promise is enough to ask', async () => {
    await choose('要赡养费')
    await choose(/^都没有$/)
    await choose('都不是')
    expect(await question('income').innerText()).toContain('1500')
    await choose(/^说不准/)
    expect(await verdict()).toBe('可以先申请，由中心审查')
    expect(await result().innerText()).toMatch(/1500元[^]*诚信承诺（第41条）/)
  })

  test('a matter that no article lists has a way on and no flat no', async () => {
    await choose('上面都没有我的事')
    await choose(/^都没有$/)
    expect(await verdict()).toBe('法律没有列明这件事，但可以这样求助')
    expect(await result().innerText()).toContain('人民调解')
    expect(await page.getByRole('link', { name: /先打12348/ }).isVisible()).toBe(true)
  })

  test('an answered question folds and opens again, and a changed answer takes the later ones with it', async () => {
    await choose('要工钱')
    await choose(/^都没有$/)
    await choose('进城务工人员')
    expect(await question('matter').locator('label:visible').count()).toBe(1)
    await page.getByRole('button', { name: /改一改：您要办的是什么事/ }).tap()
    await choose('被公安、检察院、法院追究')
    expect(await question('ground').isVisible()).toBe(false)
    expect(await result().innerText()).toContain('第25条')
    await page.getByRole('button', { name: '重新来一遍' }).tap()
    expect(await result().isVisible()).toBe(false)
    expect(new URL(page.url()).hash).toBe('')
    expect(await question('matter').locator('label:visible').count()).toBe(13)
  })

  test('keys alone are enough: arrows choose, Tab goes on, and passing over an answer does not fold it', async () => {
    await question('matter').locator('input').first().focus()
    await page.keyboard.press('ArrowDown')
    expect(await question('matter').locator('label:visible').count()).toBe(13)
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    expect(await question('ground').locator('input').first().isChecked()).toBe(true)
    expect(await verdict()).toBe('很可能可以')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.closest('[data-check]') !== null)).toBe(true)
  })
})

test.each(long ? [false, true] : [true])(
  'axe finds nothing in any outcome (large text: %s)',
  async (isLarge) => {
    if (isLarge) await context.addCookies([{ name: 'large-text', value: 'on', url: origin }])
    for (const hash of [
      '',
      '#matter=wages&ground=none&group=migrant',
      '#matter=other&ground=none',
      '#matter=defence',
    ]) {
      await page.goto(`${origin}/about`)
      await page.goto(`${origin}/aid/check${hash}`)
      expect(await result().isVisible()).toBe(hash !== '')
      expect(await findings(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    }
  },
)

test('an adviser’s link shows the same result, and its answers never reach the server', async () => {
  await page.goto(`${origin}/aid/check`)
  await choose('要工钱')
  await choose(/^都没有$/)
  await choose('进城务工人员')
  const [link, shown] = [page.url(), await result().innerText()]
  const other = await context.newPage()
  await other.goto(link)
  expect(await other.locator('[data-result]').innerText()).toBe(shown)
  expect(asked.length).toBeGreaterThan(0)
  expect(
    asked.filter((request) => /wages|migrant/.test(new URL(request.split(' ')[1] ?? '').search)),
  ).toEqual([])
  expect(
    asked.every((request) => request.endsWith(' ')),
    'no request has a body',
  ).toBe(true)
})

test('the skip link leads to the text and takes no answer away', async () => {
  await page.goto(`${origin}/aid/check#matter=other&ground=hero`)
  await page.getByRole('link', { name: '跳到正文' }).focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(/#main$/)
  expect(await verdict()).toBe('很可能可以')
  expect(await result().isVisible()).toBe(true)
})

test('without script the whole check is a list to read, with outcomes, papers and the hotline', async () => {
  await context.close()
  await open({ javaScriptEnabled: false })
  await page.goto(`${origin}/aid/check`)
  const main = page.getByRole('main')
  expect(await main.getByText('现在没有运行起来').isVisible()).toBe(true)
  expect(await main.locator('button:visible, select:visible, input:visible').count()).toBe(0)
  const text = await main.innerText()
  for (const words of [
    '第31条第5项',
    '第32条第4项',
    '第42条第3项',
    '很可能可以',
    '可以先申请，由中心审查',
    '身份证',
  ])
    expect(text).toContain(words)
  expect(await main.locator('a.dial[href="tel:12348"]').isVisible()).toBe(true)
})

test.each([true, false])(
  'the page on legal aid says what happens when, and where (script: %s)',
  async (javaScriptEnabled) => {
    await context.close()
    await open({ javaScriptEnabled })
    await page.goto(`${origin}/aid`)
    const main = page.getByRole('main')
    const text = await main.innerText()
    for (const words of ['不收钱', '七日内', '三日内', '一次告诉您', '第44条', '第55条'])
      expect(text).toContain(words)
    expect(await main.locator('.aid-county').count()).toBe(11)
    for (const summary of (await main.locator('.aid-county summary').all()).slice(0, 3)) await summary.tap()
    expect(await main.locator('.aid-county a[href^="tel:"]:visible').count()).toBeGreaterThanOrEqual(3)
    if (javaScriptEnabled) expect(await findings(page)).toEqual([])
    await main.getByRole('link', { name: '看看我能不能申请' }).tap()
    await page.waitForURL(`${origin}/aid/check`)
  },
)
