/**
 * @file Reviewers at work on a phone, 390 px wide: the count, reading, approving, sending back, many at a
 * time, and the sheet for the file. What they decide is what the lake then says.
 */
import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { keepLedger, unknownEndpoints, type Ledger } from '../support/ledger.ts'
import { adminPassword, startProgram, type Program } from '../support/program.ts'
import { englishOn, lakeOf, type AskedLake } from '../support/studio.ts'

let program: Program
let browser: Browser
let editor: AskedLake
const ledgers: Ledger[] = []
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, locale: 'zh-CN' } as const
/** A press that a thumb finds. */
const thumb = 44

const titles = ['下周三停办公证', '周末有法律集市', '借条写作课报名', '热线夜里也有人接'] as const
const idOf = (index: number) => `notice-on-phone-${index}`
const password = '石桥慢水半夜灯火白菜豆腐两担柴'
const people = {
  ...{ editor: '写稿的人', first: '初审的人', second: '复审的人', final: '终审的人' },
} as const

async function signedIn(name: string, secret = password): Promise<BrowserContext> {
  const context = await browser.newContext(phone)
  const answer = await context.request.post(`${program.origin}/login`, {
    form: { user: name, password: secret },
    headers: { origin: program.origin },
    maxRedirects: 0,
  })
  expect(answer.status()).toBe(303)
  ledgers.push(keepLedger(context, program.origin))
  return context
}

/** An account as an administrator makes it, with the password that its owner then chose. */
async function invite(admin: BrowserContext, name: string, displayName: string, role: string): Promise<void> {
  const headers = { origin: program.origin }
  const form = { name, displayName, role, county: '' }
  const invited = await admin.request.post(`${program.origin}/accounts/people`, { form, headers })
  const link = /\/accounts\/link\/[\w-]+/.exec(await invited.text())?.[0] ?? ''
  const chosen = { form: { new: password, again: password }, headers }
  expect((await admin.request.post(program.origin + link, chosen)).ok()).toBe(true)
}

const handIn = (index: number, words?: string) => [
  { createIfNotExists: { _id: `review.${idOf(index)}`, _type: 'review' } },
  { patch: { id: `review.${idOf(index)}`, setIfMissing: { steps: [] } } },
  {
    patch: {
      id: `review.${idOf(index)}`,
      insert: {
        after: 'steps[-1]',
        items: [
          {
            ...{ _key: 'handed-in', _type: 'reviewStep', kind: 'submit', copy: `drafts.${idOf(index)}` },
            ...{ publishes: true, ...(words ? { words } : {}) },
          },
        ],
      },
    },
  },
]

const draft = (index: number) => ({
  createOrReplace: {
    ...{ _id: `drafts.${idOf(index)}`, _type: 'notice', title: titles[index], issuer: '示例市司法局' },
    ...{ text: '请带身份证，到一楼大厅。', validUntil: '2099-12-31T00:00' },
  },
})

const stateOf = (index: number) =>
  editor.query<string>('*[_id == $id][0].state', { id: `review.${idOf(index)}` })
const waits = { timeout: 30_000 }

async function openReview(context: BrowserContext): Promise<Page> {
  const page = await context.newPage()
  await page.goto(`${program.origin}/studio/review`)
  await page.getByTestId('review-row').first().waitFor()
  return page
}

const row = (page: Page, index: number) =>
  page.getByTestId('review-row').filter({ hasText: titles[index] ?? '' })

async function expectSound(page: Page): Promise<void> {
  expect(await englishOn(page)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
}

beforeAll(async () => {
  program = await startProgram({ env: { PUFA_REVIEW: '1', PUFA_DEMO: '0' } })
  browser = await launchBrowser()
  const admin = await signedIn('admin', adminPassword)
  await invite(admin, 'writer', people.editor, 'editor')
  for (const role of ['first', 'second', 'final'] as const)
    await invite(admin, role, people[role], 'reviewer')
  await lakeOf(admin, program.origin).mutate({
    createOrReplace: { _id: 'siteSettings', _type: 'siteSettings', bureauName: '示例市司法局' },
  })
  editor = lakeOf(await signedIn('writer'), program.origin)
  for (const index of titles.keys()) {
    await editor.mutate(draft(index))
    await editor.mutate(...handIn(index, index === 0 ? '请先看这一条' : undefined))
  }
})
afterAll(async () => {
  await browser.close()
  await program.stop()
  program.removeData()
})

test('the first reviewer signs in, is told what waits, reads it and approves; the next one comes up', async () => {
  const context = await browser.newContext(phone)
  ledgers.push(keepLedger(context, program.origin))
  const page = await context.newPage()
  await page.goto(`${program.origin}/studio/`)
  await page.getByLabel('账号').fill('first')
  await page.getByLabel('密码').fill(password)
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByText('4 份内容等您审核').waitFor()
  await expectSound(page)
  await page.getByRole('button', { name: '去看' }).click()
  await row(page, 0).waitFor()
  expect(await row(page, 0).innerText()).toMatch(/通知[\s\S]*全市[\s\S]*等初审/u)
  await expectSound(page)

  await row(page, 0).getByRole('button').click()
  const pane = page.getByTestId('review-pane')
  await pane.getByText('请先看这一条').waitFor()
  expect(await pane.innerText()).toContain('发布单位')
  await expectSound(page)
  await pane.getByRole('button', { name: '看屏幕上的样子' }).click()
  const sign = pane.frameLocator('iframe').locator('html[data-shown]')
  await sign.waitFor({ state: 'attached' })
  await expectSound(page)
  await pane.getByRole('button', { name: '收起屏幕预览' }).click()
  const approve = pane.getByRole('button', { name: '初审通过' })
  const box = await approve.boundingBox()
  expect(box?.height).toBeGreaterThanOrEqual(thumb)
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(phone.viewport.height)
  await approve.click()
  await pane.getByRole('heading', { name: titles[1] }).waitFor()
  await expect
    .poll(() => editor.query('*[_id == $id][0].awaits', { id: `review.${idOf(0)}` }), waits)
    .toBe('second')

  // Changed after it was opened: what was read is no longer what would be approved.
  await pane.getByRole('button', { name: '初审通过' }).waitFor()
  await editor.mutate({ patch: { id: `drafts.${idOf(1)}`, set: { text: '改成周四上午' } } })
  await pane.getByRole('button', { name: '初审通过' }).click()
  await pane.getByText('内容刚刚被改动').waitFor()
  await pane.getByRole('button', { name: '重新看' }).click()
  await pane.getByText('改成周四上午').first().waitFor()
  await expectSound(page)
  expect(await stateOf(1)).toBe('open')
  await editor.mutate(draft(1))
  await context.close()
})

test('several of one kind are approved together, after a confirmation, with an account of it', async () => {
  const context = await signedIn('first')
  const page = await openReview(context)
  for (const index of [2, 3]) await row(page, index).getByRole('checkbox').check()
  await page.getByRole('button', { name: '通过所选' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('要通过这 2 份通知').waitFor()
  await expectSound(page)
  await dialog.getByRole('button', { name: '通过这 2 份' }).click()
  await dialog.getByText('2 份都已通过').waitFor()
  await dialog.getByRole('button', { name: '好' }).click()
  await row(page, 2).waitFor({ state: 'detached' })
  const awaits = await editor.query('*[_id in $ids].awaits', {
    ids: [`review.${idOf(2)}`, `review.${idOf(3)}`],
  })
  expect(awaits).toEqual(['second', 'second'])
  await context.close()
})

test('the second reviewer sends one back with a reason, which its author finds among what was returned', async () => {
  const context = await signedIn('second')
  const page = await openReview(context)
  await row(page, 2).getByRole('button').click()
  const pane = page.getByTestId('review-pane')
  await pane.getByRole('button', { name: '退回' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: '有错别字或标点不对' }).click()
  await expectSound(page)
  await dialog.getByRole('button', { name: '退回', exact: true }).click()
  await expect.poll(() => stateOf(2), waits).toBe('rejected')
  await context.close()

  const author = await signedIn('writer')
  const own = await author.newPage()
  await own.goto(`${program.origin}/studio/review/returned`)
  await row(own, 2).waitFor()
  expect(await row(own, 2).innerText()).toContain('复审退回：有错别字或标点不对')
  await row(own, 2).getByRole('button').click()
  await own.getByRole('button', { name: '改好了，再送审' }).click()
  await expect.poll(() => stateOf(2), waits).toBe('open')
  await author.close()
})

test('the last approval asks once more and makes public; its sheet names all three and prints on paper', async () => {
  const second = await signedIn('second')
  const page = await openReview(second)
  await row(page, 0).getByRole('button').click()
  await page.getByRole('button', { name: '复审通过' }).click()
  await expect
    .poll(() => editor.query('*[_id == $id][0].awaits', { id: `review.${idOf(0)}` }), waits)
    .toBe('final')
  await second.close()

  const final = await signedIn('final')
  const last = await openReview(final)
  await row(last, 0).getByRole('button').click()
  await last.getByRole('button', { name: '终审通过并公开' }).click()
  await last.getByRole('dialog').getByRole('button', { name: '终审通过并公开' }).click()
  await expect.poll(() => editor.query('*[_id == $id][0].title', { id: idOf(0) }), waits).toBe(titles[0])
  expect(await stateOf(0)).toBe('published')

  await last.goto(`${program.origin}/studio/review/all/${idOf(0)}/sheet`)
  const sheet = last.getByTestId('review-sheet')
  await sheet.getByText('送审的这一稿').waitFor()
  const words = await sheet.innerText()
  for (const name of [...Object.values(people), titles[0], '示例市司法局']) expect(words).toContain(name)
  await expectSound(last)
  const pdf = await last.pdf({ preferCSSPageSize: true })
  // A4 in points.
  expect(pdf.toString('latin1')).toMatch(/\/MediaBox \[0 0 59[45](?:\.\d+)? 84[12]/u)
  await final.close()
})

test('nothing left the origin, nothing was asked of the lake that it does not know, no page reported an error', async () => {
  const admin = await signedIn('admin', adminPassword)
  expect(await unknownEndpoints(admin, program.origin)).toEqual([])
  // The Studio tries whether a reviewer may edit, and is told no; the change in between is refused.
  for (const ledger of ledgers) ledger.forgive(/status of (?:403|409)|WebSocket is already in CLOSING/u)
  expect(ledgers.flatMap((ledger) => ledger.faults())).toEqual([])
})
