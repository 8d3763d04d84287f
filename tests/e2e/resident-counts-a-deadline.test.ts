/** @file A resident counts the last day on the phone: no day leaves it, keys are enough, and paper is too. */
import { readFile } from 'node:fs/promises'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
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
beforeEach(() => open())
afterEach(async () => {
  expect(ledger.faults()).toEqual([])
  await context.close()
})

const counter = () => page.locator('[data-counter]').first()
const result = () => counter().locator('[data-result]')
const last = () => result().locator('[data-last]').innerText()
const today = async () => (await counter().getAttribute('data-today')) ?? ''
const shifted = (date: string, days: number) =>
  new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10)

describe('on the page of all limits', () => {
  beforeEach(async () => {
    await page.goto(`${origin}/deadlines`)
  })

  test('the three limits that most people miss can be chosen', async () => {
    const options = (await counter().locator('[data-matter] option').allTextContents()).map((text) =>
      text.trim(),
    )
    expect(options).toContain('申请劳动仲裁（1年）')
    expect(options).toContain('一般的诉讼时效（3年）')
    expect(options).toContain('一起到法院申请司法确认（30日）')
    expect(options.join(), 'a term of validity is no limit to act within').not.toContain('有效期')
  })

  test('a matter, a case and a day give the last day, its reasons and the way on, and nothing is sent', async () => {
    expect(await counter().locator('[data-start-field]').isVisible()).toBe(false)
    await counter().getByLabel('什么事').selectOption('wages-1')
    await counter().getByLabel('哪一种情况').selectOption({ index: 1 })
    const case_ = await counter().locator('[data-event] option:checked').innerText()
    asked.length = 0
    await counter().getByLabel('是哪一天').fill('2025-05-31')
    // 2026-05-31 is a Sunday.
    expect(await last()).toBe('2026年6月1日（星期一）')
    expect(await counter().locator('[data-start-label]').innerText()).toContain(case_)
    const reasons = await result().locator('[data-reasons] li').allInnerTexts()
    expect(reasons[0]).toContain('民法典第201条')
    expect(reasons.join()).toContain('顺延')
    const passed = await result().innerText()
    expect(passed).toMatch(/已经过了\d+天/)
    expect(passed).toContain('先别自己放弃')
    expect(
      await result()
        .getByRole('link', { name: /拨打12348/ })
        .isVisible(),
    ).toBe(true)
    expect(await result().getByRole('button', { name: '记到手机日历' }).isVisible()).toBe(false)

    await counter().getByRole('button', { name: '就是今天' }).tap()
    expect(await result().locator('[data-left]').innerText()).toMatch(/^还有36\d天$/)
    expect(asked).toEqual([])
    expect(page.url()).toBe(`${origin}/deadlines`)
    expect(await page.evaluate(() => Object.keys(localStorage).length)).toBe(0)

    await result().locator('[data-question]').tap()
    await page.waitForURL(/\/questions\//)
    expect(asked.join()).not.toContain('2025-05-31')
  })

  test('a limit of one’s own, printed on a paper, is counted too, and half a year is no year', async () => {
    await counter().getByLabel('什么事').selectOption('own')
    await counter().getByLabel('期限有多长').fill('15')
    const start = counter().getByLabel(/从哪一天起算/)
    await start.fill(shifted(await today(), -10))
    expect(await result().locator('[data-left]').innerText()).toMatch(/^还有([5-9]|1\d)天$/)
    await start.fill('0026-03-01')
    expect(await result().isVisible()).toBe(false)
    expect(await counter().locator('[data-problem]').innerText()).toContain('年份要写全四位')
    await start.fill(shifted(await today(), -10))
    await counter().getByLabel('期限的单位').selectOption('workingDay')
    expect(await result().locator('[data-reasons]').innerText()).toContain('只数工作日')
    await counter().getByLabel('期限有多长').fill('')
    expect(await result().isVisible()).toBe(false)
  })

  test('the day counted from is the page’s, since old phones lose their date', async () => {
    await page.clock.setFixedTime(new Date('2001-01-01T00:00:00Z'))
    await page.reload()
    await counter().getByLabel('什么事').selectOption('own')
    await counter().getByLabel('期限有多长').fill('1')
    await counter().getByRole('button', { name: '就是今天' }).tap()
    expect(await result().locator('[data-left]').innerText()).toMatch(/^还有[1-9]天$|^还有1\d天$/)
    expect(await last()).not.toContain('2001')
  })

  test('the last day goes into the phone’s calendar as a file made on the phone', async () => {
    await counter().getByLabel('什么事').selectOption('wages-1')
    await counter().getByRole('button', { name: '就是今天' }).tap()
    asked.length = 0
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      result().getByRole('button', { name: '记到手机日历' }).tap(),
    ])
    expect(download.suggestedFilename()).toMatch(/\.ics$/)
    const text = await readFile(await download.path(), 'utf8')
    expect(text).toContain('SUMMARY:最后一天：申请劳动仲裁')
    const [, year = '', month = '', day = ''] = /(\d+)年(\d+)月(\d+)日/.exec(await last()) ?? []
    expect(text).toContain(`DTSTART;VALUE=DATE:${year}${month.padStart(2, '0')}${day.padStart(2, '0')}`)
    expect(asked.filter((request) => !request.startsWith('blob:'))).toEqual([])
  })

  test('axe finds nothing beside a result, at standard and at large text', async () => {
    for (const isLarge of [false, true]) {
      if (isLarge) await context.addCookies([{ name: 'large-text', value: 'on', url: origin }])
      await page.reload()
      await counter().getByLabel('什么事').selectOption('wages-1')
      await counter().getByLabel('是哪一天').fill('2025-05-31')
      expect(await findings(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    }
  })

  test('keys alone are enough', async () => {
    const focusOn = async (name: string) => {
      for (let stops = 0; stops < 60; stops += 1) {
        await page.keyboard.press('Tab')
        if (await page.evaluate((part) => document.activeElement?.matches(`[data-${part}]`), name)) return
      }
      throw new Error(`no key leads to ${name}`)
    }
    await focusOn('matter')
    await page.keyboard.press('ArrowDown')
    await focusOn('is-today')
    await page.keyboard.press('Enter')
    expect(await last()).toMatch(/^20\d\d年/)
    await focusOn('save')
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
    expect(download.suggestedFilename()).toMatch(/\.ics$/)
  })
})

test('beside a limit on a question’s page the same is counted', async () => {
  await page.goto(`${origin}/questions/divorce-by-agreement`)
  const second = page.locator('[data-counter]').nth(1)
  expect(await page.locator('[data-counter]').count()).toBe(2)
  await counter().locator('[data-start]').fill('2026-03-02')
  expect(await last()).toBe('2026年4月1日（星期三）')
  expect(await second.locator('[data-result]').isVisible(), 'each limit has a day of its own').toBe(false)
  expect(await findings(page)).toEqual([])
})

test('a protection order’s validity has no counter, for no weekend lengthens it', async () => {
  await page.goto(`${origin}/questions/violence-protection-order`)
  expect(await page.locator('.deadline').count()).toBe(2)
  expect(await page.locator('[data-counter]').count()).toBe(1)
})

test('in WeChat, which saves no files, the reader is told to note the day down', async () => {
  await context.close()
  await open({ userAgent: 'Mozilla/5.0 (Linux; Android 9) Chrome/107.0 Mobile MicroMessenger/8.0.49' })
  await page.goto(`${origin}/deadlines`)
  await counter().getByLabel('什么事').selectOption('wages-1')
  await counter().getByRole('button', { name: '就是今天' }).tap()
  expect(await result().getByRole('button', { name: '记到手机日历' }).isVisible()).toBe(false)
  expect(await result().getByText('请把这一天记下来').isVisible()).toBe(true)
})

test('without script the limits and the way to count stand there to read, and no dead button', async () => {
  await context.close()
  await open({ javaScriptEnabled: false })
  await page.goto(`${origin}/deadlines`)
  const main = page.getByRole('main')
  expect(await main.getByText('现在没有运行起来').isVisible()).toBe(true)
  expect(await main.getByText('从第二天算起').isVisible()).toBe(true)
  expect(await main.locator('button:visible, select:visible, input:visible').count()).toBe(0)
  await main.locator('.limits summary').first().tap()
  expect(await main.locator('details[open] .limit').first().isVisible()).toBe(true)
  await page.goto(`${origin}/questions/wages-owed`)
  expect(await counter().isVisible()).toBe(false)
  expect(await page.locator('.deadline .amount').first().innerText()).toBe('1年')
  await page.getByText('自己怎么数').tap()
  expect(await main.getByText('从第二天算起').isVisible()).toBe(true)
})
