/**
 * @file An editor puts two contents into a release, publishes them together, and takes them back; another
 * content is given its hour.
 */
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { origin } from '../support/lane.ts'
import { keepLedger, unknownEndpoints, type Ledger } from '../support/ledger.ts'
import { goInStudio, openDocument, openForm, signIn } from '../support/studio.ts'

const known = 'slogan-anti-cult-1'
const added = '宪法宣传周，先读第一条'
const changed = '宪法就在身边，翻开就能读懂'
const planned = '到了那一天才贴出来的一句'
let office: Browser
let page: Page
let ledger: Ledger
let release: string

beforeAll(async () => {
  office = await launchBrowser()
  const context = await office.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  })
  ledger = keepLedger(context, origin)
  context.setDefaultTimeout(60_000)
  page = await context.newPage()
  await signIn(page, origin)
})
afterAll(() => office.close())

const words = () => page.getByTestId('field-text').getByRole('textbox')
const listed = async () => (await fetch(`${origin}/slogans`)).text()

/** How many documents of any kind, drafts and versions too, hold this text. */
async function stored(text: string, condition = 'true'): Promise<number> {
  const query = `count(*[text == $text && ${condition}])`
  const search = new URLSearchParams({ query, perspective: 'raw' })
  search.set('$text', JSON.stringify(text))
  const response = await page.context().request.get(`${origin}/v2025-02-19/data/query/production?${search}`)
  return ((await response.json()) as { result: number }).result
}

/** The footer says of a version only when it was edited, so the lake is asked whether all of it is there. */
async function write(text: string): Promise<void> {
  await words().fill(text)
  await expect.poll(() => stored(text), { timeout: 60_000 }).toBe(1)
}

/** The words of Sanity's own that the page shows, of which there must be none. */
const english = async () =>
  (await page.locator('body').innerText()).match(/[A-Za-z]{4,}(?! ?\/)[A-Za-z ]*/g) ?? []

test('a release is made in Chinese from the first screen on', async () => {
  await page.getByRole('link', { name: '发布计划' }).first().click()
  await page.locator('button:visible', { hasText: '新建发布计划' }).first().click()
  await page.getByTestId('release-form-title').fill('宪法宣传周')
  await page.getByTestId('submit-release-button').click()
  await page.waitForURL(/releases\/r\w+/)
  release = /releases\/(r\w+)/.exec(page.url())?.[1] ?? ''
  await page.getByText('没有内容', { exact: true }).waitFor()
  expect(await english()).toEqual([])
})

test('a fresh content goes into it', async () => {
  await openForm(page, origin, `/studio/intent/create/template=slogan;type=slogan/?perspective=${release}`)
  await write(added)
  await page.getByTestId('field-topics').getByRole('button', { name: '添加项' }).click()
  await page.getByTestId('field-topics').getByRole('combobox').fill('借条')
  await page.getByTestId('autocomplete-popover').getByRole('option').first().click()
  await expect.poll(() => stored(added, 'defined(topics[0]._ref)'), { timeout: 60_000 }).toBe(1)
})

test('a published content goes into it as well, and the site shows neither change', async () => {
  await openForm(page, origin, `/studio/intent/edit/id=${known};type=slogan/?perspective=${release}`)
  await page.getByRole('button', { name: '加入发布计划' }).click()
  await page.getByTestId('document-header-宪法宣传周-chip').waitFor()
  await write(changed)
  const site = await listed()
  expect(site).not.toContain(added)
  expect(site).not.toContain(changed)
})

test('one press publishes both together, and the site shows both', async () => {
  await goInStudio(page, origin, `/studio/releases/${release}?perspective=${release}`)
  await page.getByTestId('publish-all-button').click()
  await page.getByTestId('confirm-button').click()
  await page.getByText('这个发布计划已发布').first().waitFor()
  await expect.poll(listed, { timeout: 60_000 }).toContain(added)
  expect(await listed()).toContain(changed)
})

test('what was published together is taken back together', async () => {
  await page.getByTestId('revert-button').click()
  await page.getByText('1 篇内容恢复成这次发布以前的样子').waitFor()
  await page.getByText('1 篇内容在这次发布以前没有发布过，会撤下').waitFor()
  await page.getByText('马上回退').first().click()
  await page.getByTestId('confirm-button').click()
  await expect.poll(listed, { timeout: 60_000 }).not.toContain(added)
  expect(await listed()).not.toContain(changed)
})

test('a draft is given its hour, and is locked until then', async () => {
  await openDocument(page, origin, 'slogan', known)
  await write(planned)
  await page.getByTestId('action-menu-button').click()
  await page.getByRole('menuitem', { name: '定时发布' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByTestId('date-input').fill('2099-12-04 10:00')
  await dialog.getByTestId('date-input').press('Enter')
  await dialog.getByTestId('confirm-button').click()
  await page
    .getByText(/定于 2099-12-04/)
    .first()
    .waitFor()
  expect(await listed()).not.toContain(planned)
})

test('nothing left the origin, nothing was asked of the lake that it does not know, no page reported an error', async () => {
  expect(await unknownEndpoints(page.context(), origin)).toEqual([])
  // The Studio closes its presence socket while a page is left, and says so.
  ledger.forgive(/WebSocket is already in CLOSING/)
  expect(ledger.faults()).toEqual([])
})
