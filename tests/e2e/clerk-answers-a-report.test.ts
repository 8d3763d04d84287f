/** @file A clerk answers what a reader reported: the report is private, and waits until its answer is published. */
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { origin } from '../support/lane.ts'
import { keepLedger, type Ledger } from '../support/ledger.ts'
import { publish, signIn } from '../support/studio.ts'

const id = 'report.7KQ2MWX4'
const words = '第三步里写的电话打不通，是不是写错了？'
const report = {
  _id: id,
  _type: 'errorReport',
  receipt: '7KQ2MWX4',
  path: '/questions/wages-owed',
  text: words,
  receivedAt: '2026-11-19T02:05:00Z',
  state: 'received',
}
const query = `/v2025-02-19/data/query/production?query=${encodeURIComponent('*[_type == "errorReport"]')}`

let office: Browser
let page: Page
let ledger: Ledger

/** Asks the lake as the clerk who is signed in. */
async function mutate(mutation: object): Promise<number> {
  return page.evaluate(
    async (body) => {
      const response = await fetch('/v2025-02-19/data/mutate/production', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      })
      return response.status
    },
    JSON.stringify({ mutations: [mutation] }),
  )
}

const listOf = (name: 'waiting' | 'answered') => `${origin}/studio/structure/reports;reports-${name}`
const line = () => page.getByText(words).first()

beforeAll(async () => {
  office = await launchBrowser()
  const context = await office.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' })
  ledger = keepLedger(context, origin)
  page = await context.newPage()
  await signIn(page, origin)
  expect(await mutate({ createOrReplace: report })).toBe(200)
})
afterAll(async () => {
  await mutate({ delete: { id } })
  await office.close()
})

test('a report waits in the inbox, opens with its words locked, and cannot be settled without an answer', async () => {
  await page.goto(listOf('waiting'))
  await line().click()
  await page.getByTestId('form-view').waitFor()
  expect(await page.getByTestId('field-text').getByRole('textbox').getAttribute('readonly')).not.toBeNull()
  await page.getByLabel('没有错误，已说明').check()
  await page.getByTestId('field-answer').getByTestId('input-validation-icon-error').waitFor()
  await expect.poll(() => page.getByTestId('action-发布').isDisabled()).toBe(true)
})

test('a written answer still waits until it is published, for the reader sees nothing before', async () => {
  await page.getByTestId('field-answer').getByRole('textbox').fill('电话是对的，白天有人接。谢谢您提醒。')
  await page.getByTestId('field-answeredOn').getByRole('button', { name: '今天', exact: true }).click()
  await page.getByText('已保存').waitFor()
  await page.goto(listOf('waiting'))
  await line().click()
  await publish(page)
  await page.getByText('文档已发布', { exact: true }).waitFor()
  await page.goto(listOf('answered'))
  await line().waitFor()
})

test('nobody without an account reads a report, answered or not', async () => {
  const answer = (await (await fetch(origin + query)).json()) as { result: unknown[] }
  expect(answer.result).toEqual([])
})

test('nothing left the origin, and no page reported an error', () => {
  // The Studio closes its presence socket while a page is left, and says so.
  ledger.forgive(/WebSocket is already in CLOSING/)
  expect(ledger.faults()).toEqual([])
})
