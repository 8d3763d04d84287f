/**
 * @file An editor keeps the desk: what is for today leads to where it is done, a reader is answered, lost words
 * join a question, a gap is filled and a ready programme adopted for a county; all of it can be taken back.
 */
import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { origin } from '../support/lane.ts'
import { keepLedger, unknownEndpoints, type Ledger } from '../support/ledger.ts'
import { englishOn, goInStudio, lakeOf, signIn, type AskedLake } from '../support/studio.ts'

const id = 'report.9DESKKEP'
const said = '编务测试：第二步的地址写错了'
const lost = '编务测试的冷僻词汇'
const nextYear = new Date().getUTCFullYear() + 1

let office: Browser
let context: BrowserContext
let page: Page
let ledger: Ledger
let lake: AskedLake

const openTab = async (tab: string) => {
  await goInStudio(page, origin, `/studio/editorial/${tab}`)
  await page.getByRole('tab', { name: /今天 \d/ }).waitFor()
}
const undo = () => page.getByRole('button', { name: '撤销', exact: true }).click()
const undone = () => page.getByText('已撤销', { exact: true }).first().waitFor()
const count = (filter: string) => lake.query<number>(`count(*[${filter}])`)

beforeAll(async () => {
  office = await launchBrowser()
  context = await office.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' })
  ledger = keepLedger(context, origin)
  lake = lakeOf(context, origin)
  page = await context.newPage()
  await signIn(page, origin)
  const report = {
    _id: id,
    _type: 'errorReport',
    receipt: '9DESKKEP',
    path: '/questions/wages-owed',
    text: said,
  }
  // Long ago: late on whatever day this runs.
  await lake.mutate({ createOrReplace: { ...report, receivedAt: '2026-01-05T02:00:00Z', state: 'received' } })
  await context.request.get(`${origin}/search?q=${encodeURIComponent(lost)}`)
})
afterAll(async () => {
  await lake.mutate({ delete: { query: `*[_id == "${id}" || _type == "deskNote"]` } })
  await office.close()
})

test('what is late stands under today, and one press leads to the answer, which goes out to the reader', async () => {
  await openTab('today')
  const line = page.getByRole('listitem').filter({ hasText: said })
  expect(await line.textContent()).toMatch(/⚠ 超 \d+ 天/)
  await line.getByRole('button').click()
  const pane = page.getByTestId('report-pane')
  await pane.getByRole('link', { name: '打开这份内容' }).waitFor()
  await page.frameLocator('iframe[title="读者说的那一页"]').locator('main').waitFor()
  await pane.getByLabel('用现成的话').selectOption({ index: 1 })
  await pane.getByRole('button', { name: '发出答复' }).click()
  await pane.getByText('答复里还有〔 〕没有填，请填好').waitFor()
  await pane.getByLabel('给读者的答复').fill('您好！地址已经改好，谢谢您的提醒。')
  await pane.getByRole('button', { name: '发出答复' }).click()
  await pane.getByText('✓ 已改正').waitFor()
  expect(await count(`_id == "${id}" && state == "corrected" && defined(answeredOn)`)).toBe(1)
  expect(await englishOn(page, ['questions', 'wages', 'owed', 'DESKKEP'])).toEqual([])
})

test('words that nobody found join a question as a draft, and the press is taken back with both', async () => {
  await openTab('searches')
  await page.getByRole('button', { name: `归到已有问答：${lost}` }).click()
  await page.getByLabel('找一找').fill('工钱')
  await page.getByRole('button', { name: /老板拖着工钱不给怎么办/ }).click()
  await page.getByRole('button', { name: '归到这一条' }).click()
  await page.getByText('写进了问答草稿').waitFor()
  expect(await count(`_id in path("drafts.**") && "${lost}" in wordings`)).toBe(1)
  await undo()
  await undone()
  await page.getByRole('button', { name: `归到已有问答：${lost}` }).waitFor()
  expect(await count(`"${lost}" in wordings || _type == "deskNote"`)).toBe(0)
})

test('a cell of the table lists what is in it, and what is written from it has its topic and county', async () => {
  await openTab('coverage')
  await page.getByRole('button', { name: /^离婚，桃城区：/ }).click()
  const cell = page.getByTestId('coverage-cell')
  await cell.getByLabel('写哪一种').selectOption('slogan')
  await cell.getByRole('button', { name: '写一条' }).click()
  await page.getByTestId('form-view').waitFor()
  const filter =
    '_type == "slogan" && _id in path("drafts.**") && county._ref == "county-131102" && "topic-divorce" in topics[]._ref'
  expect(await count(filter)).toBe(1)
  await lake.mutate({ delete: { query: `*[${filter}]` } })
})

test('a ready programme is adopted for next year and one county, as drafts that are told as arranged', async () => {
  await openTab('plan')
  await page.getByLabel('哪一年').selectOption(String(nextYear))
  await page.getByRole('button', { name: '安排：国家宪法日' }).click()
  await page.getByLabel('桃城区').check()
  await page.getByRole('button', { name: '采用', exact: true }).click()
  await page.getByText('◐ 已安排', { exact: true }).first().waitFor()
  const campaign = `_id in path("drafts.**") && _type == "signageCampaign" && firstDay == "${nextYear}-12-04"`
  expect(await count(`${campaign} && targets[0].county._ref == "county-131102"`)).toBe(1)
  expect(await englishOn(page)).toEqual([])
  await undo()
  await undone()
  expect(await count(campaign)).toBe(0)
})

test('nothing left the origin, no page reported an error, and the lake knew all that was asked', async () => {
  // The Studio closes its presence socket while a page is left, and says so.
  ledger.forgive(/WebSocket is already in CLOSING/)
  expect(ledger.faults()).toEqual([])
  expect(await unknownEndpoints(context, origin)).toEqual([])
})
