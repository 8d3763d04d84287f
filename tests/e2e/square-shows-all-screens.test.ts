/** @file A visitor opens the try-out square: every screen of the demonstration plays, on a phone and on a desk. */
import type { Browser, Locator, Page } from 'playwright'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { demoKey, origin } from '../support/lane.ts'
import { keepLedger } from '../support/ledger.ts'

const square = `${origin}/player/square.html`
/** Brighter than the black around letters. */
const litFrom = 64
let browser: Browser
let screens: { id: string; title: string }[]

beforeAll(async () => {
  browser = await launchBrowser()
  screens = (await (
    await fetch(`${origin}/api/signage/demo-screens?key=${demoKey}`)
  ).json()) as typeof screens
})
afterAll(() => browser.close())

/** Share of the picture that is lit, as it stands on the page. */
async function litShare(sign: Locator): Promise<number> {
  const { data, info } = await sharp(await sign.screenshot())
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  let lit = 0
  for (let at = 0; at < data.length; at += info.channels)
    if (Math.max(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0) >= litFrom) lit++
  return lit / (info.width * info.height)
}

const stateOf = (page: Page, id: string) =>
  page.frameLocator(`iframe[src*="screen=${id}&"]`).locator('html[data-state="playing"]')

test('the demonstration has the thirteen screens that the square is made for', () => {
  expect(screens.map(({ id }) => id)).toContain('screen-bureau-tryout')
  expect(new Set(screens.map(({ id }) => id)).size).toBe(13)
})

test.each([
  ['a phone', 390, 844],
  ['a desk', 1440, 900],
])(
  'on %s every screen plays and none is black, for a dark screen tells the visitor nothing',
  async (_, width, height) => {
    const context = await browser.newContext({ viewport: { width, height }, locale: 'zh-CN' })
    const ledger = keepLedger(context, origin)
    const page = await context.newPage()
    await page.goto(`${square}?key=${demoKey}`)
    await page.locator('iframe').first().waitFor()
    expect(await page.locator('iframe').count()).toBe(screens.length)
    const began = Date.now()
    for (const { id, title } of screens) {
      const sign = page.locator(`iframe[src*="screen=${id}&"]`)
      await sign.scrollIntoViewIfNeeded()
      await stateOf(page, id).waitFor({ state: 'attached' })
      await expect.poll(() => litShare(sign), { timeout: 20_000, message: title }).toBeGreaterThan(0.01)
      await page.getByText(title, { exact: true }).waitFor()
    }
    process.stdout.write(`${width} px: ${screens.length} screens play after ${Date.now() - began} ms\n`)
    // The first ones have not stopped because the last ones began.
    for (const { id } of screens) expect(await stateOf(page, id).count()).toBe(1)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    )
    expect(ledger.faults()).toEqual([])
    await context.close()
  },
)

test.each([
  ['without a key', '', '请用完整的试看网址打开'],
  ['with a wrong key', '?key=wrong', '没能打开试看'],
])('%s it says in Chinese what to do, and shows no screen', async (_, query, words) => {
  const context = await browser.newContext({ locale: 'zh-CN' })
  const ledger = keepLedger(context, origin)
  const page = await context.newPage()
  await page.goto(square + query)
  await page.getByRole('status').getByText(words).waitFor()
  expect(await page.locator('iframe').count()).toBe(0)
  ledger.forgive(/403 .*demo-screens/)
  expect(ledger.faults()).toEqual([])
  await context.close()
})
