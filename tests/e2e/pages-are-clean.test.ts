/** @file Every kind of page, on a phone, in large text and on a desk: accessible, within the origin, no errors. */
import type { Browser } from 'playwright'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { findings } from '../support/axe.ts'
import { launchBrowser } from '../support/browser.ts'
import { keepLedger } from '../support/ledger.ts'
import { everyPath, pageKinds } from '../support/site-map.ts'

const origin = inject('origin')
let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const views = [
  { name: 'on a phone', width: 390, height: 844, largeText: false },
  { name: 'in large text', width: 390, height: 844, largeText: true },
  { name: 'on a desk', width: 1440, height: 900, largeText: false },
]

describe.each(views)('$name', ({ width, height, largeText }) => {
  test('axe finds nothing, nothing is wider than the window, nothing leaves the origin, no page fails', async () => {
    const context = await browser.newContext({ viewport: { width, height }, locale: 'zh-CN' })
    if (largeText) await context.addCookies([{ name: 'large-text', value: 'on', url: origin }])
    const ledger = keepLedger(context, origin)
    const page = await context.newPage()
    const faults: string[] = []
    for (const path of await pageKinds(origin)) {
      await page.goto(origin + path)
      faults.push(...(await findings(page)).map((finding) => `${path}: ${finding}`))
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
      if (wide) faults.push(`${path}: scrolls sideways`)
    }
    // The browser itself notes that a page which is not there answered 404.
    ledger.forgive(/status of 404/)
    expect([...faults, ...ledger.faults()]).toEqual([])
    await context.close()
  })
})

test('the players’ pages are accessible and quiet too', async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  const ledger = keepLedger(context, origin)
  const page = await context.newPage()
  const faults: string[] = []
  for (const path of ['/player/', '/player/square.html', `/player/square.html?key=${inject('demoKey')}`]) {
    await page.goto(origin + path)
    await page.waitForTimeout(1_000)
    faults.push(...(await findings(page)).map((finding) => `${path}: ${finding}`))
  }
  expect([...faults, ...ledger.faults()]).toEqual([])
  await context.close()
})

test('every address of the sitemap answers, and so does every link on the pages of each kind', async () => {
  const seen = new Set(await everyPath(origin))
  for (const path of await pageKinds(origin)) {
    const text = await (await fetch(origin + path)).text()
    for (const [, href = ''] of text.matchAll(/href="(\/[^"#]*)/g)) seen.add(href.replaceAll('&amp;', '&'))
  }
  const broken: string[] = []
  for (const path of [...seen].filter((each) => !each.startsWith('/studio'))) {
    const { status } = await fetch(origin + path, { method: 'HEAD' })
    if (status >= 400) broken.push(`${status} ${path}`)
  }
  process.stdout.write(`${seen.size} addresses asked\n`)
  expect(broken).toEqual([])
})
