/** @file Every kind of page, on a phone, in large text and on a desk: accessible, within the origin, no errors. */
import type { Browser } from 'playwright'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { findings } from '../support/axe.ts'
import { launchBrowser } from '../support/browser.ts'
import { keepLedger } from '../support/ledger.ts'
import { pageKinds } from '../support/site-map.ts'

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
    const context = await browser.newContext({
      viewport: { width, height },
      locale: 'zh-CN',
      serviceWorkers: 'block',
    })
    if (largeText) await context.addCookies([{ name: 'large-text', value: 'on', url: origin }])
    const ledger = keepLedger(context, origin)
    const faults: string[] = []
    const paths = await pageKinds(origin)
    const look = async () => {
      const page = await context.newPage()
      for (let path = paths.shift(); path !== undefined; path = paths.shift()) {
        await page.goto(origin + path)
        faults.push(...(await findings(page)).map((finding) => `${path}: ${finding}`))
        const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
        if (wide) faults.push(`${path}: scrolls sideways`)
      }
    }
    await Promise.all([look(), look()])
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
