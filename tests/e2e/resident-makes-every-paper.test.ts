/** @file Every paper, filled on the phone and printed without script: it says what the rules compose. */
import type { Browser, Page, Request } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { papers } from '../../site/papers/kinds.ts'
import { matters } from '../../site/papers/read.ts'
import { plainText } from '../../site/papers/plain-text.ts'
import { blanksOf, type Blank, type Paper, type Values } from '../../site/papers/shape.ts'
import { findings } from '../support/axe.ts'
import { launchBrowser } from '../support/browser.ts'
import { origin } from '../support/lane.ts'
import { keepLedger } from '../support/ledger.ts'
import { phone, secret, sheetText, squeeze } from '../support/papers.ts'

let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

function sample(blank: Blank): string {
  switch (blank.kind) {
    case 'choice':
      return blank.options[blank.options.length - 1]?.value ?? ''
    case 'money':
      return '74185.29'
    case 'date':
      return '2026-10-17'
    case 'percent':
      return '36'
    case 'count':
      return '17'
    default:
      return `${secret}${blank.name}`
  }
}

const full = (paper: Paper): Values =>
  Object.fromEntries(blanksOf(paper).map((blank) => [blank.name, sample(blank)]))

async function fill(page: Page, paper: Paper, values: Values): Promise<void> {
  for (const blank of blanksOf(paper).filter((each) => matters(each, values))) {
    const value = values[blank.name] ?? ''
    if (blank.kind === 'choice') await page.locator(`input[name="${blank.name}"][value="${value}"]`).check()
    else await page.locator(`#field-${blank.name}`).fill(value)
  }
}

test.each(papers.map((paper) => ({ slug: paper.slug, paper })))(
  '$slug: filled once, the phone writes what the rules compose; axe finds nothing; nothing is sent',
  async ({ slug, paper }) => {
    const context = await browser.newContext(phone)
    const ledger = keepLedger(context, origin)
    const page = await context.newPage()
    await page.goto(`${origin}/papers/${slug}`)
    await page.locator('main form').waitFor()
    const requests: Request[] = []
    context.on('request', (request) => requests.push(request))
    const values = full(paper)
    await fill(page, paper, values)
    expect(await sheetText(page)).toContain(secret)
    const seen = squeeze(plainText(paper.compose(values))).replace(/＿/g, '')
    expect((await sheetText(page)).replace(/＿/g, '')).toBe(seen)
    expect(await page.locator('[data-part="remarks"]').textContent()).toContain('该写的都写了')
    expect(await findings(page)).toEqual([])
    expect(requests.map((request) => request.url())).toEqual([])
    expect(ledger.faults()).toEqual([])
    await context.close()
  },
)

test.each(papers.map((paper) => ({ slug: paper.slug, paper })))(
  '$slug without script is a form to print: the same document, every blank explained, no dead key',
  async ({ slug, paper }) => {
    const context = await browser.newContext({ ...phone, javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(`${origin}/papers/${slug}`)
    expect((await sheetText(page)).replace(/＿/g, '')).toBe(
      squeeze(plainText(paper.compose({}))).replace(/＿/g, ''),
    )
    expect(await page.locator('main button:visible, main input:visible, main textarea:visible').count()).toBe(
      0,
    )
    const explained = squeeze(await page.locator('[data-part="plain"]').innerText())
    for (const { label, help } of blanksOf(paper))
      for (const words of [label, help]) expect(explained).toContain(squeeze(words))
    await page.emulateMedia({ media: 'print' })
    expect(squeeze(await page.locator('body').innerText())).toBe(await sheetText(page))
    await context.close()
  },
)

test.each([
  ['the index', '/papers'],
  ['a paper', '/papers/support-agreement'],
])('%s in large text has nothing for axe and is not wider than a narrow phone', async (_name, path) => {
  const context = await browser.newContext({ ...phone, viewport: { width: 360, height: 740 } })
  await context.addCookies([{ name: 'large-text', value: 'on', url: origin }])
  const page = await context.newPage()
  await page.goto(origin + path)
  expect(await findings(page)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await context.close()
})
