/** @file A resident says that a page is wrong or of use, and reads the answer; a passer-by scans a code. */
import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { findings } from '../support/axe.ts'
import { launchBrowser } from '../support/browser.ts'
import { origin } from '../support/lane.ts'
import type { Ledger } from '../support/ledger.ts'
import { decoded, openPhone } from '../support/resident-phone.ts'

let browser: Browser
let context: BrowserContext
let page: Page
let ledger: Ledger
let asked: string[]

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())
beforeEach(async () => {
  ;({ context, page, ledger, asked } = await openPhone(browser, origin, { isMobile: false }))
})
afterEach(async () => {
  expect(ledger.faults()).toEqual([])
  await context.close()
})

async function openReport(): Promise<void> {
  await page.goto(`${origin}/questions`)
  await page.locator('main a.name').first().click()
  await page.getByRole('link', { name: '这一页有错' }).click()
  await page.getByRole('heading', { name: '找错', level: 1 }).waitFor()
}

test('an error on a page is reported in a minute, and its receipt shows what becomes of it', async () => {
  await openReport()
  expect(await findings(page)).toEqual([])
  await page.getByLabel('哪一句话、错在哪里').fill('第二步的办公时间写错了，周六不上班')
  await page.getByRole('button', { name: '提交' }).click()
  await page.getByRole('heading', { name: '收到了，谢谢您' }).waitFor()
  expect(await findings(page)).toEqual([])
  const receipt = await page.locator('.answer .amount').innerText()
  expect(receipt).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/)
  expect(await page.getByText('已收到，正在核对').isVisible()).toBe(true)
  expect(await context.cookies()).toEqual([])

  await page.goto(`${origin}/report`)
  await page.getByLabel('回执号').fill(receipt.toLowerCase())
  await page.getByRole('button', { name: '查答复' }).click()
  await page.getByText('已收到，正在核对').waitFor()
})

test.each(['我的手机是 138-0013-8000', '身份证１３１１０２１９９００１０１１２３４'])(
  'a number that names a person never leaves the phone: %s',
  async (text) => {
    await openReport()
    const before = asked.length
    await page.getByLabel('哪一句话、错在哪里').fill(text)
    await page.getByRole('button', { name: '提交' }).click()
    await page.getByRole('alert').filter({ hasText: '没有发出去' }).waitFor()
    expect(asked.slice(before)).toEqual([])
    expect(await page.getByLabel('哪一句话、错在哪里').inputValue(), 'the text is kept').toBe(text)
  },
)

test('without script the server refuses it, keeps nothing, and gives the text back', async () => {
  const plain = await browser.newContext({ locale: 'zh-CN', javaScriptEnabled: false })
  const own = await plain.newPage()
  await own.goto(`${origin}/report?about=/questions`)
  await own.getByLabel('哪一句话、错在哪里').fill('请回电 13800138000')
  await own.getByRole('button', { name: '提交' }).click()
  await own.getByRole('alert').filter({ hasText: '没有提交，也没有保存' }).waitFor()
  expect(await own.getByLabel('哪一句话、错在哪里').inputValue()).toBe('请回电 13800138000')
  await plain.close()
})

test('one press says that a page was of no use, a second why; the code of the page has counted both', async () => {
  await page.goto(`${origin}/questions`)
  await page.locator('main a.name').nth(3).click()
  await page.getByRole('button', { name: '没用' }).click()
  await page.getByRole('heading', { name: '谢谢您，记下了' }).waitFor()
  await page.getByRole('button', { name: '看不懂' }).click()
  await page.getByRole('link', { name: /^回到/ }).click()
  await page.getByRole('link', { name: /^本页的码/ }).click()
  await page.getByText('没用 1次，看不懂 1次').waitFor()
  expect(await findings(page)).toEqual([])
})

test('a passer-by says that a wall has faded', async () => {
  await page.goto(`${origin}/murals`)
  await page.getByRole('link', { name: '沿街看墙画' }).first().click()
  await page.locator('.gallery a').first().click()
  await page.getByRole('button', { name: '褪色了' }).click()
  await page.getByText('管墙画的人会看到这面墙的情况').waitFor()
})

test('the code on a sign can be scanned and typed, and leads to its page', async () => {
  await page.goto(`${origin}/counties/taocheng/signs`)
  const code = await page.locator('.sign-code').first().innerText()
  const title = await page.locator('.sign-title').first().innerText()
  // The watermark of a sample must not spoil the code: the sheet is to be tried before it is printed.
  expect(await decoded(page, '.sign .qr')).toBe(`${origin}/s/${code}`)
  await page.goto(`${origin}/s/${code.toLowerCase()}`)
  expect(await page.locator('h1').innerText()).toBe(title)
})
