/** @file A clerk signs in, writes a slogan and publishes it; the square and the site show it. */
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { demoKey, origin } from '../support/lane.ts'
import { keepLedger, unknownEndpoints, type Ledger } from '../support/ledger.ts'
import { openScreen, waitUntilShown } from '../support/player.ts'
import { createDocument, publish, signIn } from '../support/studio.ts'

const words = '签字之前，先把每一条读明白'
const mended = '签字之前，先把每一条念明白'
/** A screen has a machine of its own, and its window is always in front. */
let square: Browser
let office: Browser
let screen: Page
let page: Page
let ledgers: Ledger[]

beforeAll(async () => {
  square = await launchBrowser()
  office = await launchBrowser()
  const viewports = [
    await square.newContext({ viewport: { width: 320, height: 160 } }),
    await office.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' }),
  ] as const
  ledgers = viewports.map((context) => keepLedger(context, origin))
  screen = await openScreen(viewports[0], origin, 'screen-bureau-tryout', demoKey)
  page = await viewports[1].newPage()
})
afterAll(() => Promise.all([square.close(), office.close()]))

async function waitUntilListed(path: string): Promise<number> {
  for (;;) {
    const page = await (await fetch(origin + path)).text()
    if (page.includes(words)) return Date.now()
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

test('a slogan published in the Studio is on the screen and on the site', async () => {
  await signIn(page, origin)
  await createDocument(page, origin, 'slogan')
  await page.getByTestId('field-text').getByRole('textbox').fill(words)
  await page.getByTestId('field-topics').getByRole('button', { name: '添加项' }).click()
  await page.getByTestId('field-topics').getByRole('combobox').fill('借条')
  await page.getByTestId('autocomplete-popover').getByRole('option').first().click()

  // The site is asked before, so that a cached page has to give way.
  expect(await (await fetch(`${origin}/slogans`)).text()).not.toContain(words)
  const [pressed, shown, listed] = await Promise.all([
    publish(page),
    waitUntilShown(screen, words),
    waitUntilListed('/slogans'),
  ])

  process.stdout.write(
    `published → on the screen after ${shown - pressed} ms, on the site after ${listed - pressed} ms\n`,
  )
  expect(await (await fetch(`${origin}/`)).text()).toContain(words)
})

test('what is changed after publishing is saved, and published again', async () => {
  await page.getByTestId('field-text').getByRole('textbox').fill(mended)
  await page.getByText('已保存').waitFor()
  await publish(page)
  await waitUntilShown(screen, mended)
})

test('nothing left the origin, nothing was asked of the lake that it does not know, no page reported an error', async () => {
  expect(await unknownEndpoints(page.context(), origin)).toEqual([])
  expect(ledgers.flatMap((ledger) => ledger.faults())).toEqual([])
})
