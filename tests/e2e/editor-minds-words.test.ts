/**
 * @file An editor writes a wording that the bureau's lists block: she is told where, cannot publish, mends it
 * with one press and may take that back; a suggestion only warns; a law that has ended is told by name.
 */
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { origin } from '../support/lane.ts'
import { keepLedger, unknownEndpoints, type Ledger } from '../support/ledger.ts'
import { englishOn, lakeOf, openDocument, publish, signIn, type AskedLake } from '../support/studio.ts'

const slow = { timeout: 60_000 }
const sloganId = 'slogan-of-minded-words'
const newsId = 'news-of-minded-words'
const lawId = 'law-ended-sample'
const editionId = 'edition-ended-sample-1999'
const ref = (id: string) => ({ _type: 'reference', _ref: id })

let office: Browser
let page: Page
let ledger: Ledger
let lake: AskedLake

const panel = () => page.getByTestId('words-panel')
const row = (words: string) => panel().getByRole('listitem').filter({ hasText: words })
const publishing = () => page.getByTestId('action-发布')
const marked = (kind: string) => page.locator(`[data-words="${kind}"]`).allInnerTexts()
const fieldOf = (id: string, path: string) => lake.query<unknown>(`*[_id == $id][0].${path}`, { id })

const law = {
  ...{
    _id: lawId,
    _type: 'law',
    title: '中华人民共和国已废止示例法',
    shortTitle: '已废止示例法',
    kind: 'law',
  },
  slug: { _type: 'slug', current: 'ended-sample' },
}
const edition = {
  ...{ _id: editionId, _type: 'lawEdition', law: ref(lawId), title: '1999年版', articleCount: 40 },
  ...{ effectiveFrom: '1999-10-01', effectiveTo: '2021-01-01' },
}
const slogan = {
  ...{ _id: `drafts.${sloganId}`, _type: 'slogan', text: '先看清楚', layout: 'auto', tone: 'plain' },
  topics: [{ _key: 'a', ...ref('topic-anti-cult') }],
}
const span = (key: string, text: string, ...marks: string[]) => ({ _key: key, _type: 'span', text, marks })
const news = {
  ...{ _id: `drafts.${newsId}`, _type: 'newsItem', title: '村里讲法', summary: '讲了借贷。', source: '示例' },
  ...{ slug: { _type: 'slug', current: newsId }, publishedOn: '2026-11-20' },
  body: [
    {
      ...{ _key: 'b', _type: 'block', style: 'normal', markDefs: [] },
      children: [span('x', '不要把帐'), span('y', '户', 'strong'), span('z', '借给别人。')],
    },
  ],
}

beforeAll(async () => {
  office = await launchBrowser()
  const context = await office.newContext({
    ...{ viewport: { width: 1440, height: 900 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' },
  })
  context.setDefaultTimeout(60_000)
  ledger = keepLedger(context, origin)
  page = await context.newPage()
  await signIn(page, origin)
  lake = lakeOf(context, origin)
  await lake.mutate({ create: law }, { create: edition }, { create: slogan }, { create: news })
})
afterAll(async () => {
  const ids = [sloganId, newsId].flatMap((id) => [id, `drafts.${id}`])
  const left = await lake.query<string[]>('*[_id in $ids]._id', { ids: [...ids, editionId] })
  await lake.mutate(...left.map((each) => ({ delete: { id: each } })))
  await lake.mutate({ delete: { id: lawId } })
  await office.close()
})

test('a blocked wording in a slogan is told with its place, and the slogan cannot be published', async () => {
  await openDocument(page, origin, 'slogan', sloganId)
  await panel().getByText('没有发现问题').waitFor()
  const box = page.getByTestId('field-text').getByRole('textbox')
  await box.fill('银行帐 户别借人')
  await row('帐 户').getByText('请改成“账户”').waitFor()
  await expect.poll(() => row('帐 户').locator('mark').innerText(), slow).toBe('帐 户')
  await expect.poll(() => publishing().isDisabled(), slow).toBe(true)
  expect(await englishOn(page)).toEqual([])

  await row('帐 户').getByRole('button', { name: '看原处' }).click()
  const selected = () =>
    box.evaluate((element: HTMLTextAreaElement) =>
      element.value.slice(element.selectionStart, element.selectionEnd),
    )
  await expect.poll(selected, slow).toBe('帐 户')
})

test('one press mends exactly that place, and another takes it back', async () => {
  const saved = () => fieldOf(`drafts.${sloganId}`, 'text')
  await page.getByRole('button', { name: '改成“账户”' }).click()
  await expect.poll(saved, slow).toBe('银行账户别借人')
  await page.getByRole('button', { name: '撤销这次改动' }).click()
  await expect.poll(saved, slow).toBe('银行帐 户别借人')
  await page.getByRole('button', { name: '改成“账户”' }).click()
  await panel().getByText('没有发现问题').waitFor()
  await expect.poll(saved, slow).toBe('银行账户别借人')
  await publish(page)
  await expect.poll(() => fieldOf(sloganId, 'text'), slow).toBe('银行账户别借人')
})

test('in a long text the place is marked where it stands, over bold type and all, and mended there', async () => {
  await openDocument(page, origin, 'newsItem', newsId)
  await row('帐户').getByText('正文 · 第 1 段').waitFor()
  await expect.poll(async () => (await marked('block')).join(''), slow).toBe('帐户')
  await expect.poll(() => publishing().isDisabled(), slow).toBe(true)
  await row('帐户').getByRole('button', { name: '改成“账户”' }).click()
  const words = () => fieldOf(`drafts.${newsId}`, 'body[0].children[].text')
  await expect.poll(async () => ((await words()) as string[]).join(''), slow).toBe('不要把账户借给别人。')
  await expect.poll(() => marked('block'), slow).toEqual([])
})

test('words that are typed into a long text are looked through as well', async () => {
  const editor = page.getByTestId('field-body').getByRole('textbox').first()
  await editor.click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type('按装要找懂行的人。')
  await expect.poll(() => marked('block'), slow).toEqual(['按装'])
  await row('按装').getByRole('button', { name: '改成“安装”' }).click()
  const words = () => fieldOf(`drafts.${newsId}`, 'body[0].children[].text')
  await expect.poll(async () => ((await words()) as string[]).join(''), slow).toMatch(/安装要找懂行的人。$/)
})

test('a suggestion warns, and what is suggested need not be done', async () => {
  const summary = page.getByTestId('field-summary').getByRole('textbox')
  await summary.fill('从前有合同法，也签劳动合同法里的合同。')
  await row('合同法').getByText('建议改').first().waitFor()
  expect(await row('合同法').count()).toBe(1)
  await panel().getByText('用词把关：1 处请再看看，不改也能发布').waitFor()
  await expect.poll(() => publishing().isEnabled(), slow).toBe(true)
})

test('a citation of a law that has ended is told with the day, and what to write when the old law is meant', async () => {
  const summary = page.getByTestId('field-summary').getByRole('textbox')
  await summary.fill('依照《已废止示例法》第三条。')
  await row('已废止示例法').getByText('已经从2021年1月1日起失效').waitFor()
  await expect.poll(() => publishing().isDisabled(), slow).toBe(true)
  expect(await englishOn(page, ['news-of-minded-words', 'news', 'minded', 'words'])).toEqual([])
  await summary.fill('当时依照原《已废止示例法》第三条。')
  await panel().getByText('没有发现问题').waitFor()
  await expect.poll(() => publishing().isEnabled(), slow).toBe(true)
})

test('nothing left the origin, nothing was asked of the lake that it does not know, no page reported an error', async () => {
  expect(await unknownEndpoints(page.context(), origin)).toEqual([])
  ledger.forgive(/WebSocket is already in CLOSING/)
  expect(ledger.faults()).toEqual([])
})
