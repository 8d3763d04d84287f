/** @file A county's editor in the real Studio: its own drafts, and nothing of another county's. */
import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { origin } from '../support/lane.ts'
import { keepLedger, type Ledger } from '../support/ledger.ts'
import { invitePerson, personPassword } from '../support/people.ts'
import { createDocument, openDocument, signIn } from '../support/studio.ts'

const run = Date.now().toString(36)
const name = `editor.${run}`
const [own, other] = ['county-131102', 'county-131103']
const ids = { mine: `news-mine-${run}`, open: `news-open-${run}`, theirs: `news-theirs-${run}` }

let browser: Browser
let office: BrowserContext
let admin: BrowserContext
let ledger: Ledger
let page: Page

const send = async (as: BrowserContext, path: string, data: unknown) =>
  as.request.post(origin + path, { data, headers: { origin } })
const mutate = (as: BrowserContext, ...mutations: unknown[]) =>
  send(as, '/v1/data/mutate/production', { mutations })

async function find<Value>(as: BrowserContext, query: string): Promise<Value> {
  const address = `${origin}/v1/data/query/production?query=${encodeURIComponent(query)}`
  return ((await (await as.request.get(address)).json()) as { result: Value }).result
}

const news = (_id: string, county: string, title: string) => ({
  createOrReplace: {
    _id,
    _type: 'newsItem',
    title,
    slug: { _type: 'slug', current: _id.replace('drafts.', '') },
    county: { _type: 'reference', _ref: county },
  },
})

beforeAll(async () => {
  browser = await launchBrowser()
  admin = await browser.newContext()
  office = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' })
  ledger = keepLedger(office, origin)
  await invitePerson(admin, origin, { name, displayName: '示例县区编辑', role: 'editor', county: own })
  const made = await mutate(
    admin,
    news(`drafts.${ids.mine}`, own, '本县的草稿'),
    news(ids.open, other, '外县已发布的动态'),
    news(`drafts.${ids.theirs}`, other, '外县的草稿'),
  )
  expect(made.status()).toBe(200)
  page = await office.newPage()
})
afterAll(async () => {
  await mutate(admin, { delete: { query: `*[_id match "*${run}*" || title match "*${run}*"]` } })
  await browser.close()
})

/** The Studio takes its time on a busy machine. */
const patient = { timeout: 60_000 }

const title = () => page.getByTestId('field-title').getByRole('textbox')

test('signs in, opens a draft of its county, edits it, and cannot publish it', async () => {
  await signIn(page, origin, personPassword, name)
  await openDocument(page, origin, 'newsItem', ids.mine)
  await expect.poll(() => title().inputValue(), patient).toBe('本县的草稿')
  await title().fill('本县的草稿，改过了')
  await expect
    .poll(() => find(admin, `*[_id == "drafts.${ids.mine}"][0].title`), patient)
    .toBe('本县的草稿，改过了')
  expect(await page.getByTestId('action-发布').isEnabled()).toBe(false)
})

test('a document begun without a county belongs to its own, and the form says so', async () => {
  await createDocument(page, origin, 'newsItem')
  await title().fill(`新写的动态 ${run}`)
  const county = `*[_type == "newsItem" && title == "新写的动态 ${run}"][0].county._ref`
  await expect.poll(() => find(admin, county), patient).toBe(own)
  // A reference draws its title once it is in sight.
  await page.getByTestId('form-view').getByText('只属于一个县区时选择').scrollIntoViewIfNeeded()
  await page.getByTestId('form-view').getByText('桃城区').first().waitFor()
  expect(await page.getByText('没有权限更新此文档').count()).toBe(0)
  await title().fill(`新写的动态 ${run}，第二稿`)
  const again = `*[_type == "newsItem" && title == "新写的动态 ${run}，第二稿"][0].county._ref`
  await expect.poll(() => find(admin, again), patient).toBe(own)
})

test('another county’s published document can be read and not edited, by form or bare', async () => {
  await openDocument(page, origin, 'newsItem', ids.open)
  await expect.poll(() => title().inputValue(), patient).toBe('外县已发布的动态')
  expect(await title().isEditable()).toBe(false)
  const draftId = `drafts.${ids.open}`
  const edit = { actionType: 'sanity.action.document.edit', draftId, publishedId: ids.open }
  const tries = [
    await send(office, '/v1/data/actions/production', {
      actions: [{ ...edit, patch: { set: { title: 'x' } } }],
    }),
    await mutate(office, { patch: { id: ids.open, set: { title: 'x' } } }),
    await mutate(office, news(draftId, own, 'x')),
    await mutate(office, { delete: { id: ids.open } }),
  ]
  expect(tries.map((answer) => answer.status())).toEqual([403, 403, 403, 403])
})

test('another county’s draft is not there: not in lists, not by its address, not by query', async () => {
  await page.goto(`${origin}/studio/structure/drafts`)
  await page.getByText('本县的草稿，改过了').first().waitFor()
  expect(await page.getByText('外县的草稿').count()).toBe(0)
  expect(await find(office, `*[_id match "*${ids.theirs}*"]`)).toEqual([])
  expect(await find(admin, `*[_id match "*${ids.theirs}*"]._id`)).toEqual([`drafts.${ids.theirs}`])
  const patch = await mutate(office, { patch: { id: `drafts.${ids.theirs}`, set: { title: 'x' } } })
  expect(patch.status()).toBe(409)
  ledger.forgive(/status of (?:403|409)|WebSocket is already in CLOSING/)
  expect(ledger.faults()).toEqual([])
})
