/**
 * @file A clerk hands in a slogan; three people approve it, one of them after sending it back; only then do
 * the public and the square see it. In a key period forms are held, and one more person looks.
 */
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { unknownEndpoints } from '../support/ledger.ts'
import { openScreen, waitUntilShown } from '../support/player.ts'
import { startProgram, type Program } from '../support/program.ts'
import { badgeOf, decide, decideFromMenu, personAt, type StudioPerson } from '../support/review-people.ts'
import { createDocument, englishOn, lakeOf, openDocument, publish } from '../support/studio.ts'

const wrong = '签字之前，先把每一条读名白'
const right = '签字之前，先把每一条读明白'
const heldId = 'slogan-held'
let program: Program
let office: Browser
let square: Browser
let author: StudioPerson
let reviewers: StudioPerson[]
let administrator: StudioPerson
let screen: Page
let subject: string

const words = (page: Page) => page.getByTestId('field-text').getByRole('textbox')
const isListed = async (text: string) =>
  (await (await fetch(`${program.origin}/slogans`)).text()).includes(text)
const reviewer = (index: number) => () => (reviewers[index] as StudioPerson).page
const [first, second, final] = [reviewer(0), reviewer(1), reviewer(2)] as const

beforeAll(async () => {
  program = await startProgram({ env: { PUFA_REVIEW: '1' } })
  office = await launchBrowser()
  square = await launchBrowser()
  const { origin } = program
  const context = await square.newContext({ viewport: { width: 320, height: 160 } })
  screen = await openScreen(context, origin, 'screen-bureau-tryout', program.demoKey())
  author = await personAt(office, program, '示例编辑')
})
afterAll(async () => {
  await Promise.all([office.close(), square.close()])
  await program.stop()
  program.removeData()
})

test('what was typed a moment ago is checked before it is handed in, and an empty field is told as for publishing', async () => {
  const { page } = author
  await createDocument(page, program.origin, 'slogan')
  await words(page).fill(wrong)
  await page.getByTestId('action-送审').and(page.locator(':enabled')).click()
  await page.getByRole('dialog').getByRole('button', { name: '送审', exact: true }).click()
  await page.getByText('有 1 处没有填对').waitFor()
  await page.getByTestId('field-topics').getByRole('button', { name: '添加项' }).click()
  await page.getByTestId('field-topics').getByRole('combobox').fill('借条')
  await page.getByTestId('autocomplete-popover').getByRole('option').first().click()
  await decide(page, { button: '送审', confirm: '送审', words: '请看一下排行', badge: '◔ 待初审' })
  expect(await englishOn(page)).toEqual([])
  subject = /slogan;([\w-]{36})/.exec(decodeURIComponent(page.url()))?.[1] ?? ''
  expect(subject).not.toBe('')
})

test('the author is offered no approval, and the lake takes none from her', async () => {
  const { page, context } = author
  await page.getByTestId('action-menu-button').click()
  await page.getByRole('menuitem', { name: '撤回' }).waitFor()
  expect(await page.getByRole('menuitem', { name: /通过|退回/ }).count()).toBe(0)
  await page.keyboard.press('Escape')
  const id = `review.${subject}`
  const approval = { _key: 'own', _type: 'reviewStep', kind: 'approve' }
  const patch = { id, insert: { after: 'steps[-1]', items: [approval] } }
  await expect(lakeOf(context, program.origin).mutate({ patch })).rejects.toThrow(
    'lake.review-stage-not-yours',
  )
})

test('the first approves, the second sends it back with a reason, and the author reads it on her page', async () => {
  reviewers = []
  for (const name of ['示例初审', '示例复审', '示例终审']) {
    const person = await personAt(office, program, name)
    reviewers.push(person)
    await openDocument(person.page, program.origin, 'slogan', subject)
  }
  await decide(first(), { button: '初审通过', confirm: '通过', badge: '◔ 待复审' })
  const reject = { button: '退回', confirm: '退回', words: '“名白”是错别字', badge: '↩ 已退回' }
  await decideFromMenu(second(), reject)
  await second().getByRole('button', { name: '审核记录' }).first().click()
  await second().getByText('第 1 次送审').waitFor()
  expect(await englishOn(second())).toEqual([])
  await author.page.getByText(/示例复审员 .* 复审退回：“名白”是错别字/).waitFor()
  expect(await isListed(wrong)).toBe(false)
})

test('a change after an approval voids it for all, and typing the old words again restores it', async () => {
  const { page } = author
  await words(page).fill(right)
  await page.getByText('已保存').waitFor()
  await decide(page, { button: '重新送审', confirm: '送审', badge: '◔ 待初审' })
  await decide(first(), { button: '初审通过', confirm: '通过', badge: '◔ 待复审' })
  await words(page).fill(wrong)
  await badgeOf(page, '⚠ 送审后又改过')
  await page.getByText('送审后又改过，须重新送审').waitFor()
  const button = second().getByTestId('action-复审通过')
  await button.and(second().locator(':disabled')).waitFor()
  await words(page).fill(right)
  await badgeOf(page, '◔ 待复审')
})

test('after the third approval the site and the square show it', async () => {
  await decide(second(), { button: '复审通过', confirm: '通过', badge: '◔ 待终审' })
  expect(await isListed(right)).toBe(false)
  const button = final().getByTestId('action-终审通过并公开').and(final().locator(':enabled'))
  await button.click()
  await final().getByRole('dialog').getByRole('button', { name: '通过', exact: true }).click()
  await waitUntilShown(screen, right)
  await expect.poll(() => isListed(right)).toBe(true)
})

test('in a key period the author’s forms are held with the reason, and one more stage is asked for', async () => {
  const { origin } = program
  const topic = await lakeOf(author.context, origin).query<string>('*[_type == "topic"][0]._id')
  const topics = [{ _type: 'reference', _ref: topic, _key: 't' }]
  const draft = { _id: `drafts.${heldId}`, _type: 'slogan', text: '值守期间写的一句', topics }
  await lakeOf(author.context, origin).mutate({ create: { ...draft, layout: 'auto', tone: 'plain' } })
  await openDocument(author.page, origin, 'slogan', heldId)
  await words(author.page).and(author.page.locator(':not([readonly])')).waitFor()

  administrator = await personAt(office, program, 'admin')
  const { page } = administrator
  await page.getByText('基础资料').first().click()
  await page.getByText('审核规则').first().click()
  await page.getByTestId('review-way').getByText('标语（全市）：初审 → 复审 → 终审').waitFor()
  // Read-only until the form has loaded.
  const isOn = page.getByLabel('现在是重点时期').and(page.locator(':enabled'))
  await isOn.check({ force: true })
  await page.getByTestId('field-keyPeriod.reason').getByRole('textbox').fill('国庆期间')
  await page.getByTestId('review-way').getByText('初审 → 复审 → 加审 → 终审').waitFor()
  expect(await englishOn(page, ['admin'])).toEqual([])
  await publish(page)

  await author.page.getByText('重点时期：国庆期间。稿件暂停修改和公开').waitFor()
  await words(author.page).and(author.page.locator('[readonly]')).waitFor()
  await author.page.getByTestId('action-送审').and(author.page.locator(':enabled')).click()
  await author.page.getByText('初审 → 复审 → 加审 → 终审').waitFor()
  expect(await englishOn(author.page)).toEqual([])
})

test('nothing left the origin, nothing was asked of the lake that it does not know, no page reported an error', async () => {
  for (const { ledger } of [author, ...reviewers, administrator]) {
    // Whether an account may make releases Sanity asks by trying.
    ledger.forgive(/403 \(Forbidden\) .*\/data\/actions\//)
    expect(ledger.faults()).toEqual([])
  }
  expect(await unknownEndpoints(administrator.context, program.origin)).toEqual([])
})
