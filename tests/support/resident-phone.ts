/** @file A resident's phone: every request that it makes, and what is in view of the lawyer pages. */
import jsQR from 'jsqr'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright'
import sharp from 'sharp'
import { expect } from 'vitest'
import { keepLedger, type Ledger } from './ledger.ts'

const phone = {
  viewport: { width: 390, height: 844 },
  locale: 'zh-CN',
  timezoneId: 'Asia/Shanghai',
  hasTouch: true,
  isMobile: true,
}

export interface ResidentPhone {
  context: BrowserContext
  page: Page
  ledger: Ledger
  /** Method, address in plain characters, and body of every request so far that the page made. */
  asked: string[]
}

/**
 * What the worker for reading without network asks for is told in resident-reads-offline; here it would
 * only blur what the page itself asks for.
 */
export async function openPhone(
  browser: Browser,
  origin: string,
  options: BrowserContextOptions = {},
): Promise<ResidentPhone> {
  const context = await browser.newContext({ ...phone, serviceWorkers: 'block', ...options })
  const ledger = keepLedger(context, origin)
  const asked: string[] = []
  context.on('request', (request) => {
    // The browser asks for the page's own icon when it likes; its address holds nothing.
    if (request.url() === `${origin}/favicon.svg`) return
    asked.push(`${request.method()} ${decodeURIComponent(request.url())} ${request.postData() ?? ''}`)
  })
  return { context, page: await context.newPage(), ledger, asked }
}

/** Names in the order in which they stand as preferences. */
export const ranking = (page: Page) => page.locator('[data-ranking] strong').allTextContents()

/** What the first code in such a place says. */
export async function decoded(page: Page, place = '.sheet svg'): Promise<string | undefined> {
  const png = await page.locator(place).first().screenshot()
  const { data, info } = await sharp(png)
    .resize(600)
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data
}

/** The sheet holds 陈说理 before 李守正 and all that an applicant needs. */
export async function expectSheet(page: Page): Promise<void> {
  await page.locator('.sheet svg').waitFor()
  const sheet = (await page.locator('.sheet').innerText()).replaceAll(/\s+/g, ' ')
  expect(sheet).toMatch(/第一意向.*陈说理.*0318-.*第二意向.*李守正.*0318-/)
  const words = [
    '拖欠工资',
    '桃城区法律援助中心',
    '身份证',
    '诚信承诺',
    '不是预约',
    '12348',
    '麻烦一次告诉我',
  ]
  expect(words.filter((each) => !sheet.includes(each))).toEqual([])
  expect(sheet).not.toMatch(/(?<!\d)1[3-9]\d{9}(?!\d)/)
}
