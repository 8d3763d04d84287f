/** @file A resident writes a loan note on the phone: it is kept, printed and cleared, and nothing typed leaves it. */
import { readFile } from 'node:fs/promises'
import type { Browser, BrowserContext, Page, Request } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { papers } from '../../site/papers/kinds.ts'
import { findings } from '../support/axe.ts'
import { launchBrowser } from '../support/browser.ts'
import { origin } from '../support/lane.ts'
import { keepLedger, type Ledger } from '../support/ledger.ts'
import { phone, secret, sheetText, squeeze } from '../support/papers.ts'

let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

/** What a request carries: its address, its headers, its body. */
function carried(request: Request): string {
  const headers = JSON.stringify(request.headers())
  return decodeURIComponent(`${request.method()} ${request.url()} ${headers} ${request.postData() ?? ''}`)
}

describe('a loan note on a phone', () => {
  let context: BrowserContext
  let page: Page
  let ledger: Ledger
  const requests: Request[] = []
  const values = {
    lender: `${secret}一`,
    borrower: `${secret}二`,
    amount: '74185.29',
    lentOn: '2026-10-17',
    dueOn: '2027-10-17',
  }

  beforeAll(async () => {
    context = await browser.newContext({ ...phone, acceptDownloads: true, permissions: ['clipboard-read'] })
    ledger = keepLedger(context, origin)
    context.on('request', (request) => requests.push(request))
    page = await context.newPage()
  })
  afterAll(() => context.close())

  test('is found by its situation on the index', async () => {
    await page.goto(`${origin}/papers`)
    for (const { slug } of papers)
      expect(await page.locator(`main a[href="/papers/${slug}"]`).count()).toBe(1)
    await page.getByRole('link', { name: /^借钱给别人/ }).tap()
    await page.waitForURL(/\/papers\/loan-note$/)
    await page.locator('main form').waitFor()
    expect(await page.locator('[data-part="plain"]').isVisible()).toBe(false)
  })

  test('shows the amount in capitals, and warns of interest above four times the prime rate', async () => {
    for (const [name, value] of Object.entries(values)) await page.locator(`#field-${name}`).fill(value)
    expect(await page.locator('[data-field="amount"] output').textContent()).toBe(
      '大写：柒万肆仟壹佰捌拾伍元贰角玖分',
    )
    expect(await page.locator('#field-rate').isVisible()).toBe(false)
    await page.getByLabel('要利息', { exact: true }).check()
    await page.locator('#field-rate').fill('36')
    await page.locator('#field-rate').blur()
    for (const place of ['[data-part="remarks"]', '[data-warn="rate"]'])
      await expect.poll(() => page.locator(place).textContent()).toContain('四倍')
    expect(await page.locator('[data-part="remarks"]').textContent()).toContain('《民间借贷规定》第二十五条')
    const sheet = await sheetText(page)
    for (const words of [
      values.lender,
      values.borrower,
      '74,185.29',
      '柒万肆仟壹佰捌拾伍元贰角玖分',
      '年利率36%',
    ])
      expect(sheet).toContain(words)
  })

  test('is still there after a reload, and axe finds nothing', async () => {
    const before = await sheetText(page)
    await page.reload()
    await expect.poll(() => sheetText(page)).toBe(before)
    expect(await page.locator('#field-lender').inputValue()).toBe(values.lender)
    expect(await findings(page)).toEqual([])
  })

  test('prints nothing but the document, on A4', async () => {
    await page.emulateMedia({ media: 'print' })
    const words = squeeze(await page.locator('body').innerText())
    expect(words).toBe(await sheetText(page))
    const { x, width, colour } = await page.locator('#sheet').evaluate((sheet) => {
      const { x, width } = sheet.getBoundingClientRect()
      return { x, width, colour: getComputedStyle(sheet).color }
    })
    expect([x, colour]).toEqual([0, 'rgb(0, 0, 0)'])
    expect(width).toBe(phone.viewport.width)
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    expect(pdf).toMatch(/MediaBox \[0 0 59[45][.\d]* 84[12]/)
    expect(pdf.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(1)
    await page.emulateMedia({ media: null })
  })

  test('is kept as a text file and copied as text', async () => {
    const waiting = page.waitForEvent('download')
    await page.getByRole('button', { name: '存为文字文件' }).tap()
    const download = await waiting
    expect(download.suggestedFilename()).toBe('借条.txt')
    const file = await readFile(await download.path(), 'utf8')
    expect(file).toContain(values.lender)
    await page.getByRole('button', { name: '复制文字' }).tap()
    await expect.poll(() => page.locator('[data-part="said"]').textContent()).toContain('复制')
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(file.replace('\ufeff', ''))
  })

  test('a second tab that changes it does not destroy the first silently', async () => {
    const other = await context.newPage()
    await other.goto(`${origin}/papers/loan-note`)
    await expect.poll(() => other.locator('#field-lender').inputValue()).toBe(values.lender)
    expect(await page.locator('[data-part="other"]').isVisible()).toBe(false)
    await other.locator('#field-lender').fill(`${secret}三`)
    await expect.poll(() => page.locator('[data-part="other"]').isVisible()).toBe(true)
    await page.locator('#field-borrower').fill(`${secret}四`)
    const kept = () => page.evaluate(() => localStorage.getItem('pufa:papers:loan-note') ?? '')
    expect(await kept()).not.toContain(`${secret}四`)
    await page.getByRole('button', { name: '用另一个窗口的' }).tap()
    expect(await page.locator('#field-lender').inputValue()).toBe(`${secret}三`)
    expect(await page.locator('#field-borrower').inputValue()).toBe(values.borrower)
    await other.close()
  })

  test('the address of the empty form shows an empty form and leaves what was written alone', async () => {
    await page.goto(`${origin}/papers`)
    await page.getByRole('link', { name: '打印空白的借条' }).tap()
    await page.locator('[data-part="blank-note"]').waitFor()
    expect(await page.locator('main form').isVisible()).toBe(false)
    expect(await sheetText(page)).not.toContain(secret)
    await page.getByRole('link', { name: '回去接着写' }).tap()
    await page.locator('main form').waitFor()
    expect(await sheetText(page)).toContain(secret)
  })

  test('is cleared by two presses, not by one, and nothing is found afterwards', async () => {
    const clear = page.locator('[data-key="clear"]')
    await clear.tap()
    expect(await sheetText(page)).toContain(secret)
    await page.locator('#field-lender').focus()
    expect(await clear.textContent()).toBe('清空')
    await clear.tap()
    await clear.tap()
    expect(await sheetText(page)).not.toContain(secret)
    await page.reload()
    await page.locator('main form').waitFor()
    expect(await page.content()).not.toContain(secret)
    expect(await page.locator('#field-lender').inputValue()).toBe('')
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain(secret)
  })

  test('no request of all this held anything that was typed, and nothing went wrong', async () => {
    expect(requests.length).toBeGreaterThan(10)
    for (const request of requests) {
      const words = carried(request)
      for (const typed of [secret, '74185', '柒万肆仟', '2026-10-17']) expect(words).not.toContain(typed)
      expect(request.method()).toBe('GET')
      if (request.isNavigationRequest()) expect(new URL(request.url()).search).toBe('')
    }
    expect(await context.cookies()).toEqual([])
    expect(ledger.faults()).toEqual([])
  })
})

test('a phone that lets nothing be kept says so and still writes', async () => {
  const context = await browser.newContext(phone)
  await context.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
  })
  const page = await context.newPage()
  await page.goto(`${origin}/papers/debt-note`)
  await page.locator('[data-part="notice"]').waitFor()
  await page.locator('#field-creditor').fill(secret)
  expect(await sheetText(page)).toContain(secret)
  expect(await page.locator('[data-part="notice"]').textContent()).toContain('不让网页保存')
  await context.close()
})

test('in WeChat, which neither prints nor saves, the reader is told what to do instead', async () => {
  const context = await browser.newContext({
    ...phone,
    userAgent: 'Mozilla/5.0 (Linux; Android 9) MicroMessenger/8.0',
  })
  const page = await context.newPage()
  await page.goto(`${origin}/papers/loan-note`)
  await page.locator('[data-part="wechat"]').waitFor()
  expect(await page.locator('[data-part="wechat"]').textContent()).toContain(`${origin}/papers/loan-note`)
  expect(await page.getByRole('button', { name: '打印' }).count()).toBe(0)
  expect(await page.getByRole('button', { name: '存为文字文件' }).count()).toBe(0)
  await page.getByRole('button', { name: '复制文字' }).tap()
  await page.locator('#by-hand').waitFor()
  expect(await page.locator('#by-hand').inputValue()).toContain('借条')
  await context.close()
})
