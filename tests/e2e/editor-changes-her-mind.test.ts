/**
 * @file An editor changes her mind in every way the Studio offers: discards, takes down, makes another,
 * deletes, looks back and goes back; and a colleague works in the same document at the same time.
 */
import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { origin } from '../support/lane.ts'
import { invitePerson, personPassword } from '../support/people.ts'
import { keepLedger, unknownEndpoints, type Ledger } from '../support/ledger.ts'
import {
  chooseAction,
  englishOn,
  lakeOf,
  openDocument,
  openForm,
  openHistory,
  publish,
  signIn,
  type AskedLake,
} from '../support/studio.ts'

const screen = { viewport: { width: 1440, height: 900 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' }
const patientMs = 60_000
const slow = { timeout: patientMs }
const id = 'slogan-of-an-editor'
const listId = 'playlist-of-an-editor'
const first = '先问清楚，再按手印'
const second = '先看明白，再按手印'

let office: Browser
let page: Page
let ledger: Ledger
let lake: AskedLake

const words = (of = page) => of.getByTestId('field-text').getByRole('textbox')
const confirm = () => page.getByRole('dialog').getByTestId('confirm-button').click()
const listed = async () => (await fetch(`${origin}/slogans`)).text()
/** Which documents hold this text, drafts too. */
const holding = (text: string) => lake.query<string[]>('*[text == $text]._id', { text })
const textOf = (documentId: string) =>
  lake.query<string | null>('*[_id == $documentId][0].text', { documentId })

const slogan = (text: string) => ({
  _id: id,
  _type: 'slogan',
  text,
  topics: [{ _key: 'a', _type: 'reference', _ref: 'topic-anti-cult' }],
  layout: 'auto',
  tone: 'plain',
})

function keepAccount(context: BrowserContext): Ledger {
  context.setDefaultTimeout(patientMs)
  return keepLedger(context, origin)
}

beforeAll(async () => {
  office = await launchBrowser()
  const context = await office.newContext(screen)
  ledger = keepAccount(context)
  page = await context.newPage()
  await signIn(page, origin)
  lake = lakeOf(context, origin)
  await lake.mutate({ create: slogan(first) })
})
afterAll(async () => {
  // What is left here would play on the squares of the tests that follow.
  const left = await lake.query<string[]>(
    '*[_id == $listId || (_type == "slogan" && (_id in [$id, $draft] || text in $texts))]._id',
    { id, listId, draft: `drafts.${id}`, texts: [first, second] },
  )
  await lake.mutate(...left.map((each) => ({ delete: { id: each } })))
  await office.close()
})

test('a draft that is discarded leaves what is published as it was', async () => {
  await openDocument(page, origin, 'slogan', id)
  await words().fill('写到一半，又不想要了')
  await expect.poll(() => textOf(`drafts.${id}`), slow).toBe('写到一半，又不想要了')
  await chooseAction(page, '放弃修改')
  await confirm()
  await expect.poll(() => textOf(`drafts.${id}`), slow).toBeNull()
  await expect.poll(() => words().inputValue(), slow).toBe(first)
  expect(await textOf(id)).toBe(first)
})

test('an earlier state is looked at and gone back to as a draft, so nobody else sees it before it is published', async () => {
  await words().fill(second)
  await expect.poll(() => textOf(`drafts.${id}`), slow).toBe(second)
  await publish(page)
  await expect.poll(() => textOf(id), slow).toBe(second)

  await openForm(page, origin, `/studio/intent/edit/id=${id};type=slogan/?perspective=published`)
  await openHistory(page)
  await page.getByTestId('timeline-item-button').last().click()
  await expect.poll(() => words().inputValue(), slow).toBe(first)
  expect(await words().getAttribute('readonly')).not.toBeNull()
  await page.getByText(/这是 \d{4}年\d+月\d+日 [\d:]+ 的样子/).waitFor()
  expect(await englishOn(page)).toEqual([])

  await page.getByTestId('action-还原').click()
  await page.getByText('会放进草稿，发布以后才生效').waitFor()
  await page.getByRole('button', { name: '确认', exact: true }).click()
  await expect.poll(() => textOf(`drafts.${id}`), slow).toBe(first)
  expect(await textOf(id)).toBe(second)
  expect(await listed()).not.toContain(first)
  await lake.mutate({ delete: { id: `drafts.${id}` } })
})

test('two editors in one document see each other and each other’s words, and neither loses any', async () => {
  const name = `colleague.${Date.now().toString(36)}`
  const desk = await office.newContext()
  await invitePerson(desk, origin, { name, displayName: '示例同事', role: 'editor' })
  await desk.close()
  const elsewhere = await office.newContext(screen)
  const account = keepAccount(elsewhere)
  const colleague = await elsewhere.newPage()
  await signIn(colleague, origin, personPassword, name)
  await Promise.all([openDocument(page, origin, 'slogan', id), openDocument(colleague, origin, 'slogan', id)])
  await expect.poll(() => words(colleague).inputValue(), slow).toBe(second)
  await Promise.all([words().fill(first), colleague.getByLabel('庄重（深红底）').check()])
  await expect.poll(() => words(colleague).inputValue(), slow).toBe(first)
  await expect.poll(() => page.getByLabel('庄重（深红底）').isChecked(), slow).toBe(true)
  await page.getByLabel('示例同事 正在修改这篇内容').first().waitFor()
  await colleague.getByLabel('管理员 正在修改这篇内容').first().waitFor()
  const both = () => lake.query<object | null>('*[_id == $d][0]{text, tone}', { d: `drafts.${id}` })
  await expect.poll(both, slow).toEqual({ text: first, tone: 'solemn' })
  account.forgive(/WebSocket is already in CLOSING/)
  // Sanity tries out, dry, whether this person may make releases; an editor may not.
  account.forgive(/403 .*\/data\/actions\//)
  expect(account.faults()).toEqual([])
  await elsewhere.close()
})

test('another one made from it is a draft of its own, and this one stays', async () => {
  await chooseAction(page, '另做一份')
  await page.waitForURL((url) => url.pathname.includes('slogan') && !url.pathname.includes(id))
  await page.getByText('已另做一份').waitFor()
  const [copy, ...others] = (await holding(first)).filter((each) => each !== `drafts.${id}`)
  expect(copy).toMatch(/^drafts\./)
  expect(others).toEqual([])
  await expect.poll(() => words().inputValue(), slow).toBe(first)
  expect(await textOf(`drafts.${id}`)).toBe(first)
})

test('what is referred to is not deleted: the Studio names who refers to it, and the lake refuses', async () => {
  await lake.mutate({
    create: {
      _id: listId,
      _type: 'playlist',
      title: '引用着它的播放单',
      items: [{ _key: 'a', _type: 'contentItem', content: { _type: 'reference', _ref: id } }],
    },
  })
  await openDocument(page, origin, 'slogan', id)
  await chooseAction(page, '删除')
  await page.getByTestId('internal-references').getByText('引用着它的播放单').waitFor()
  await page.getByText('请先打开上面这些内容').waitFor()
  await confirm()
  await page.getByText('没有删除。多半是还有别的内容引用着它').waitFor()
  expect(await textOf(id)).toBe(second)
  expect(await textOf(`drafts.${id}`)).toBe(first)
  await lake.mutate({ delete: { id: listId } })
})

test('what is taken down is gone from the site and stays as a draft', async () => {
  await expect.poll(listed, slow).toContain(second)
  await openForm(page, origin, `/studio/intent/edit/id=${id};type=slogan/?perspective=published`)
  await page.getByTestId('action-撤下').click()
  await page.getByText('内容留作草稿').waitFor()
  await confirm()
  await page.getByText('已撤下。内容还在草稿里').waitFor()
  expect(await textOf(id)).toBeNull()
  expect(await textOf(`drafts.${id}`)).toBe(first)
  await expect.poll(listed, slow).not.toContain(second)
})

test('what nobody refers to is deleted, draft and all', async () => {
  await openDocument(page, origin, 'slogan', id)
  await expect.poll(() => words().inputValue(), slow).toBe(first)
  await chooseAction(page, '删除')
  await confirm()
  await page.getByText('文档已成功删除').waitFor()
  expect(await lake.query('count(*[_id in [$id, $draft]])', { id, draft: `drafts.${id}` })).toBe(0)
})

test('nothing left the origin, nothing was asked of the lake that it does not know, no page reported an error', async () => {
  expect(await unknownEndpoints(page.context(), origin)).toEqual([])
  // The Studio closes its presence socket while a page is left, and says so; the refusal was provoked.
  ledger.forgive(/WebSocket is already in CLOSING|409 \(Conflict\).*document\.delete/)
  expect(ledger.faults()).toEqual([])
})
