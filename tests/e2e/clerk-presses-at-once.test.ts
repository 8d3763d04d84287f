/**
 * @file A clerk presses 发布 at once after choosing something, by mouse and by keyboard, on a computer on
 * which every check waits long: each press publishes, once, and nothing with errors is published.
 */
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { origin } from '../support/lane.ts'
import { keepLedger, type Ledger } from '../support/ledger.ts'
import { long } from '../support/long.ts'
import { createDocument, isPublish, signIn } from '../support/studio.ts'

const allTopics = [
  '拖欠工资',
  '劳动合同',
  '试用期',
  '工伤',
  '离婚',
  '彩礼',
  '赡养老人',
  '遗嘱',
  '担保',
  '诉讼时效',
] as const
const topics = long ? allTopics : allTopics.slice(0, 4)
/** So long every check waits for an idle moment, as on an office computer that draws slowly. */
const idleMs = 200
const loopMs = 300_000

let office: Browser
let page: Page
let ledger: Ledger
let requests = 0

const button = () => page.getByTestId('action-发布')
const text = () => page.getByTestId('field-text').getByRole('textbox')

async function chooseTopic(title: string) {
  const field = page.getByTestId('field-topics')
  await field.getByRole('button', { name: '添加项' }).click()
  await field.getByRole('combobox').fill(title)
  await page
    .getByTestId('autocomplete-popover')
    .getByRole('option')
    .filter({ hasText: title })
    .first()
    .click()
}

beforeAll(async () => {
  office = await launchBrowser()
  const context = await office.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' })
  ledger = keepLedger(context, origin)
  // Sanity keeps the function that it finds; the bound of the Studio's own lies over this one.
  await context.addInitScript((ms) => {
    window.requestIdleCallback = (callback) =>
      window.setTimeout(() => callback({ didTimeout: true, timeRemaining: () => 0 }), ms)
  }, idleMs)
  page = await context.newPage()
  page.on('request', (request) => {
    if (isPublish(request.url())) requests++
  })
  await signIn(page, origin)
  await createDocument(page, origin, 'slogan')
  await text().fill('遇事先问法，心里有底气')
})
afterAll(async () => {
  // What is published here would play on the squares of the tests that follow.
  const id = /slogan;([\w-]+)/.exec(page.url())?.[1] ?? ''
  await page.evaluate(
    async (mutations) => {
      const body = JSON.stringify({ mutations })
      const headers = { 'content-type': 'application/json' }
      await fetch('/v2025-02-19/data/mutate/production', { method: 'POST', headers, body })
    },
    [{ delete: { id: `drafts.${id}` } }, { delete: { id } }],
  )
  await office.close()
})

test(
  'every press at once after choosing a reference publishes, and asks the lake once',
  async () => {
    for (const [index, title] of topics.entries()) {
      await chooseTopic(title)
      const answered = page.waitForResponse((response) => isPublish(response.url()))
      // A mouse waits for the button; keys do not, and what is checked then is still the empty line.
      await (index % 2 === 0 ? button().click() : page.keyboard.press('Control+Alt+p'))
      expect((await answered).status()).toBe(200)
      await button().and(page.locator(':disabled')).waitFor()
      expect(requests).toBe(index + 1)
    }
  },
  loopMs,
)

test('a press while a check is under way says so, and nothing with errors is published', async () => {
  const before = requests
  await text().fill('改过的话，按的时候还没有检查')
  await button().and(page.locator(':enabled')).waitFor()
  await text().fill('')
  await page.keyboard.press('Control+Alt+p')
  await page.getByText('正在检查…').waitFor()
  await page.getByText('还没有发布', { exact: true }).waitFor()
  await button().and(page.locator(':disabled')).waitFor()
  expect(requests).toBe(before)
})

test('no page reported an error', () => {
  expect(ledger.faults()).toEqual([])
})
