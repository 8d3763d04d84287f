/**
 * @file A slogan, a question, a notice and an event, each through its whole life by four people: written,
 * handed in, approved by three, public, taken down. At each turn what is forbidden is tried at the bare lake.
 */
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dialogWords } from '../../scripts/guides/deeds.ts'
import { press } from '../../scripts/guides/hands.ts'
import { launchBrowser, setStage, type Other, type Stage } from '../../scripts/guides/stage.ts'
import { reviewerGuide } from '../../scripts/guides/reviewer/guide.ts'
import { fourLives, listId, listOfNotices, type Life } from '../support/four-lives.ts'
import { long } from '../support/long.ts'
import { openScreen } from '../support/player.ts'
import { startProgram, type Program } from '../support/program.ts'
import { goInStudio, openDocument, openForm } from '../support/studio.ts'

/** All four take minutes (`npm run soak -- walks`); one is walked every time. */
const names: readonly string[] = long ? ['slogan', 'question', 'notice', 'event'] : ['question']
const reviewers = ['示例初审', '示例复审', '示例终审'] as const
const stages = ['初审', '复审', '终审'] as const
const slow = { timeout: 60_000 }

let program: Program
let browser: Browser
let square: Browser
let stage: Stage
let lives: Life[]

const life = (what: string): Life => {
  const found = lives.find((each) => each.what === what)
  if (!found) throw new Error(`no ${what}`)
  return found
}
const publishing = (id: string) => ({
  actionType: 'sanity.action.document.publish',
  ...{ draftId: `drafts.${id}`, publishedId: id },
})

/** What the lake answers whoever asks it to publish, past every button. */
async function publishAs(name: string, id: string): Promise<string> {
  const { context } = await stage.other(name)
  const answer = await context.request.post(`${program.origin}/v2025-02-19/data/actions/production`, {
    data: { actions: [publishing(id)] },
    headers: { origin: program.origin },
  })
  return ((await answer.json()) as { code?: string }).code ?? String(answer.status())
}

/** Code of the refusal, or what is not refused. */
async function refusal(deed: Promise<unknown>): Promise<string> {
  return deed.then(
    () => 'taken',
    (error: Error) => /"code":"([^"]+)"/u.exec(error.message)?.[1] ?? error.message,
  )
}

async function tries(name: string, id: string, kind: 'approve' | 'submit'): Promise<string> {
  return refusal((await stage.other(name)).step(id, { kind }))
}

async function edit(by: Other, id: string, set: Record<string, unknown>): Promise<void> {
  await by.mutate({ patch: { id: `drafts.${id}`, set } })
}

beforeAll(async () => {
  program = await startProgram({ env: { PUFA_REVIEW: '1' } })
  browser = await launchBrowser()
  square = await launchBrowser()
  const sign = await square.newContext({ viewport: { width: 320, height: 160 } })
  const player = await openScreen(sign, program.origin, 'screen-bureau-tryout', program.demoKey())
  // At a desk: nobody is on a phone here.
  const desk = { ...reviewerGuide, viewport: { width: 1440, height: 900 } }
  stage = await setStage(program, browser, desk)
  const all = await fourLives(program, player, await stage.other('admin'))
  lives = all.filter(({ what }) => names.includes(what))
  const operator = await stage.other('示例播控')
  await operator.mutate({ createOrReplace: listOfNotices })
  await operator.step(listId, { kind: 'submit', publishes: true })
  for (const name of reviewers) await (await stage.other(name)).step(listId, { kind: 'approve' })
  for (const { id, type, author, fields } of lives)
    await (await stage.other(author)).mutate({ create: { ...fields, _id: `drafts.${id}`, _type: type } })
})
afterAll(async () => {
  await stage.close()
  await Promise.all([browser.close(), square.close()])
  await program.stop()
  program.removeData()
})

describe.each(names)('%s', (what) => {
  test('is written and handed in; nobody puts it out before the three, author or administrator', async () => {
    const { id, type, author, label, words } = life(what)
    expect([await publishAs(author, id), await publishAs('admin', id)]).toEqual([
      'lake.not-reviewed',
      'lake.not-reviewed',
    ])
    const page = await stage.pageOf(author)
    await openDocument(page, program.origin, type, id)
    const field = page.getByLabel(label, { exact: true }).first()
    await field.and(page.locator(':not([readonly])')).fill(words)
    await press(page, '送审')
    await press(page, '送审', dialogWords)
    await page.getByText('现在等初审。').waitFor(slow)
    expect(await tries(author, id, 'approve')).toBe('lake.review-stage-not-yours')
    expect(await tries('admin', id, 'approve')).toBe('lake.review-stage-not-yours')
    expect(await tries('示例复审', id, 'approve'), 'out of turn').toBe('lake.review-other-stage')
  })
})

test.each(reviewers.map((name, index) => [name, stages[index] ?? ''] as const))(
  '%s approves each in turn; what is approved so far is not enough, and no more than once by one',
  async (name, word) => {
    const page = await stage.pageOf(name)
    await goInStudio(page, program.origin, '/studio/review')
    for (const { words } of lives) await approve(page, words, word)
    const lake = await stage.other('admin')
    const approvals = () =>
      lake.query<number>('count(*[_type == "review" && subject in $ids && steps[-1].stage == $stage])', {
        ids: lives.map(({ id }) => id),
        stage: ['first', 'second', 'final'][stages.indexOf(word as (typeof stages)[number])],
      })
    if (word === '终审') return
    await expect.poll(approvals, slow).toBe(lives.length)
    for (const { id, author, isShown } of lives) {
      expect(await tries(name, id, 'approve')).toMatch(/^lake\.review-(?:twice|other-stage)$/u)
      expect(await publishAs(author, id)).toBe('lake.not-reviewed')
      expect(await isShown()).toBe(false)
    }
    if (word === '复审') await changeAndRestore()
  },
)

async function approve(page: Page, words: string, stageWord: string): Promise<void> {
  await page.getByTestId('review-row').filter({ hasText: words }).getByRole('button').click(slow)
  const pane = page.getByTestId('review-pane')
  await pane.getByRole('heading', { name: words }).waitFor(slow)
  await pane.getByRole('button', { name: `${stageWord}通过` }).click()
  if (stageWord === '终审')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^终审通过/u })
      .click()
  await page
    .getByTestId('review-row')
    .filter({ hasText: words })
    .waitFor({ state: 'detached', ...slow })
}

/** One character after two approvals: neither the third approves it nor anybody publishes it; taken back, it stands. */
async function changeAndRestore(): Promise<void> {
  for (const { id, type, author, words } of lives) {
    const by = await stage.other(author)
    const field = type === 'slogan' ? 'text' : 'title'
    await edit(by, id, { [field]: `${words}改` })
    expect(await tries('示例终审', id, 'approve')).toBe('lake.review-changed')
    expect(await publishAs(author, id)).toBe('lake.not-reviewed')
    await edit(by, id, { [field]: words })
  }
}

describe.each(names)('%s', (what) => {
  test('is public, by the last approval alone', async () => {
    await expect.poll(life(what).isShown, slow).toBe(true)
  })
})

test('what is public is not written past the three, whoever asks, and its trail is nobody’s to mend', async () => {
  for (const { id, author, type } of lives) {
    const field = type === 'slogan' ? 'text' : 'title'
    const set = { [field]: '悄悄改的' }
    for (const name of [author, 'admin'])
      expect(
        await refusal((await stage.other(name)).mutate({ patch: { id, set } })),
        `${id} by ${name}`,
      ).toBe('lake.not-reviewed')
    const forge = { patch: { id: `review.${id}`, set: { state: 'approved' } } }
    expect(await refusal((await stage.other(author)).mutate(forge))).toBe('lake.review-trail')
  }
})

/** The notice first: while the event plays, the sign would show it. */
describe.each(['notice', 'event', 'question', 'slogan'].filter((what) => names.includes(what)))(
  '%s',
  (what) => {
    test('is taken down by its author without asking anybody, is gone, and does not come back without the three', async () => {
      const { id, type, author, isShown } = life(what)
      const page = await stage.pageOf(author)
      await openForm(page, program.origin, `/studio/intent/edit/id=${id};type=${type}/?perspective=published`)
      await page.getByTestId('action-menu-button').click(slow)
      await press(page, '撤下')
      await page.getByRole('dialog').getByTestId('confirm-button').click(slow)
      await expect.poll(isShown, slow).toBe(false)
      expect(await publishAs(author, id)).toBe('lake.not-reviewed')
    })
  },
)

test('nothing left the origin, and no page reported an error', () => {
  stage.ledger.forgive(/403 \(Forbidden\) .*\/data\/actions\/|WebSocket is already in CLOSING/u)
  expect(stage.ledger.faults()).toEqual([])
})
