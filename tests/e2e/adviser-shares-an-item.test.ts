/** @file A village adviser hands an item on from a phone: poster, words, large print, paper; also without script. */
import jsQR from 'jsqr'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { shortCode } from '../../site/share/code.ts'
import { findings } from '../support/axe.ts'
import { launchBrowser } from '../support/browser.ts'
import { origin } from '../support/lane.ts'
import { keepLedger, type Ledger } from '../support/ledger.ts'
import { long } from '../support/long.ts'
import { weigh } from '../support/pages.ts'

const phone = { viewport: { width: 390, height: 844 }, locale: 'zh-CN', hasTouch: true, isMobile: true }
const code = shortCode('question-wages-owed')
/** One of every kind, and what has most to say. */
const others = [
  'mural-qingfeng-neighbours-1',
  'slogan-constitution-1',
  'law-civil-code',
  'village-131102999001',
  'county-131102',
].map((id) => shortCode(id))
const kilobytesMax = 40
let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const pagesOf = (pdf: Buffer): number => (pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g) ?? []).length

describe.each([
  { name: 'with script', javaScriptEnabled: true },
  { name: 'without script', javaScriptEnabled: false },
])('$name', ({ javaScriptEnabled }) => {
  let context: BrowserContext
  let page: Page
  let ledger: Ledger
  beforeAll(async () => {
    context = await browser.newContext({ ...phone, javaScriptEnabled })
    if (javaScriptEnabled) await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin })
    ledger = keepLedger(context, origin)
    page = await context.newPage()
    await page.goto(`${origin}/share/${code}`)
  })
  afterAll(() => context.close())

  const section = (id: string) => page.locator(`section#${id}`)

  test('four large choices stand on the first screen, and each leads to its part', async () => {
    const choices = page.getByRole('navigation', { name: '怎么分享' }).getByRole('link')
    expect(await choices.allInnerTexts()).toEqual(['海报', '微信文字', '广播稿', '打印'])
    for (const choice of await choices.all()) {
      const box = await choice.boundingBox()
      expect(box && box.y + box.height, 'above the bar of the thumb').toBeLessThan(phone.viewport.height - 56)
      expect(box?.height).toBeGreaterThanOrEqual(60)
    }
    await choices.nth(1).tap()
    await page.waitForURL(/#wechat$/)
    expect(await section('wechat').getByRole('heading', { name: '微信文字' }).isVisible()).toBe(true)
  })

  test('the poster is there to press and save, and its code is that of the item', async () => {
    const picture = section('poster').getByRole('img').first()
    await picture.scrollIntoViewIfNeeded()
    const src = (await picture.getAttribute('src')) ?? ''
    if (javaScriptEnabled)
      await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(1080)
    expect((await picture.boundingBox())?.width).toBeGreaterThan(300)
    const file = Buffer.from(await (await fetch(origin + src)).arrayBuffer())
    const { data, info } = await sharp(file).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
    const read = jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data
    expect(read).toMatch(new RegExp(`/s/${code}$`))
  })

  test('the words for WeChat are copied by a button, or pressed and held where there is no script', async () => {
    const field = page.getByLabel('发到群里的话')
    const words = await field.inputValue()
    expect(words.split('\n').length).toBeLessThanOrEqual(5)
    expect(words).toContain(`/s/${code}`)
    expect(await field.getAttribute('readonly')).not.toBeNull()
    const button = section('wechat').getByRole('button', { name: '复制文字' })
    if (!javaScriptEnabled) {
      expect(await page.locator('button[data-copy]:visible').count()).toBe(0)
      return
    }
    await button.tap()
    await expect.poll(() => section('wechat').getByText('已复制').count()).toBe(1)
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(words)
  })

  test('the script for the loudspeaker reads for about a minute', async () => {
    const words = await page.getByLabel('照着念就行').inputValue()
    expect(words.length).toBeGreaterThanOrEqual(200)
    expect(words.length).toBeLessThanOrEqual(260)
  })

  test('the sheet is one page of A4, without the frame of the site', async () => {
    await section('paper').getByRole('link', { name: '打开打印页' }).tap()
    await page.waitForURL(/\/print$/)
    expect(await page.getByRole('button', { name: '打印这一页' }).count()).toBe(javaScriptEnabled ? 1 : 0)
    expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).toBe(1)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.masthead').isVisible()).toBe(false)
    expect(await page.locator('.sheet .qr').isVisible()).toBe(true)
    await page.emulateMedia({ media: 'screen' })
    await page.getByRole('link', { name: '返回分享页' }).tap()
    await page.waitForURL(/\/share\/[A-Z0-9]+$/)
  })

  test('the link for parents opens the item in large text', async () => {
    await page.getByRole('link', { name: '点开看看大字版' }).tap()
    await page.waitForURL(/\/questions\/wages-owed$/)
    expect(await page.locator('html.large').count()).toBe(1)
  })

  test('nothing on the way left the origin, and no page reported an error', () => {
    expect(ledger.faults()).toEqual([])
  })
})

test.each(long ? [390, 1440] : [390])(
  'axe finds nothing on the kit and the sheet, %i px wide',
  async (width) => {
    const context = await browser.newContext({ viewport: { width, height: 844 }, locale: 'zh-CN' })
    const page = await context.newPage()
    const faults: string[] = []
    for (const path of [
      `/share/${code}`,
      `/share/${code}/print`,
      ...others.map((other) => `/share/${other}`),
    ]) {
      const answer = await page.goto(origin + path)
      expect(answer?.status(), path).toBe(200)
      faults.push(...(await findings(page)).map((finding) => `${path}: ${finding}`))
    }
    expect(faults).toEqual([])
    await context.close()
  },
)

test.each([false, true])('nothing is wider than a narrow phone (large text: %s)', async (largeText) => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'zh-CN' })
  if (largeText) await context.addCookies([{ name: 'large-text', value: 'on', url: origin }])
  const page = await context.newPage()
  for (const path of [code, `${code}/print`, ...others]) {
    await page.goto(`${origin}/share/${path}`)
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(360)
  }
  await context.close()
})

test('what has most to say still prints on one page', async () => {
  const folder = join(import.meta.dirname, '../../demonstration/content')
  const questions = globSync('questions-*.json', { cwd: folder }).flatMap(
    (file) =>
      JSON.parse(readFileSync(join(folder, file), 'utf8')) as { _id: string; [field: string]: unknown }[],
  )
  const weight = ({ shortAnswer, steps, papers, nextContact }: Record<string, unknown>) =>
    JSON.stringify([shortAnswer, steps, papers, nextContact]).length
  const longest = questions.toSorted((a, b) => weight(b) - weight(a)).slice(0, 12)
  expect(longest.length).toBe(12)
  const context = await browser.newContext({ locale: 'zh-CN' })
  const page = await context.newPage()
  const long: string[] = []
  for (const { _id } of longest) {
    const answer = await page.goto(`${origin}/share/${shortCode(_id)}/print`)
    expect(answer?.status(), _id).toBe(200)
    if (pagesOf(await page.pdf({ preferCSSPageSize: true })) !== 1) long.push(_id)
  }
  expect(long).toEqual([])
  await context.close()
})

test(`the kit costs at most ${kilobytesMax} kB of HTML, CSS and script`, async () => {
  const { html, css, script } = await weigh(browser, origin, `/share/${code}`)
  process.stdout.write(
    `share kit: ${[html, css, script].map((bytes) => (bytes / 1024).toFixed(1)).join(' + ')} kB\n`,
  )
  expect(script).toBeGreaterThan(0)
  expect(html + css + script).toBeLessThanOrEqual(kilobytesMax * 1024)
})
