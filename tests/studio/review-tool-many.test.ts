/** @file Many steps at once, drafts to hand in, the keys, and the sheet for the file. */
import { describe, expect, test } from 'vitest'
import type { Review } from '../../contracts/documents/review.ts'
import { lakeErrors } from '../../contracts/errors/lake.ts'
import { byReason, runAll } from '../../studio/review/bulk.ts'
import { countedTitle } from '../../studio/tools/review/titles.ts'
import { authorsIn, notHandedIn } from '../../studio/tools/review/drafts.ts'
import { deedOf } from '../../studio/tools/review/keys.ts'
import { liveRows, type Lists } from '../../studio/tools/review/live.ts'
import { PlainReason, reasonOf } from '../../studio/review/reasons.ts'
import type { Row, Rows } from '../../studio/tools/review/rows.ts'
import { sheetOf, shortHash } from '../../studio/tools/review/sheet.ts'

const never = new AbortController().signal

describe('many at once', () => {
  test('one that fails stops no other, and is told with its reason', async () => {
    const done: number[] = []
    const told: number[] = []
    const result = await runAll(
      [1, 2, 3, 4, 5, 6],
      (item) =>
        item % 3 === 0 ? Promise.reject(new PlainReason('没填好')) : Promise.resolve(done.push(item)),
      ({ done: count }) => told.push(count),
      never,
    )
    expect(done.sort()).toEqual([1, 2, 4, 5])
    expect(told).toEqual([1, 2, 3, 4, 5, 6])
    expect(byReason(result.failures)).toEqual([['没填好', [3, 6]]])
  })

  test('leaving ends it before the next one begins', async () => {
    const leave = new AbortController()
    const begun: number[] = []
    const items = Array.from({ length: 100 }, (_, index) => index)
    await runAll(
      items,
      (item) => Promise.resolve(begun.push(item)),
      () => leave.abort(),
      leave.signal,
    )
    expect(begun.length).toBeLessThan(10)
  })
})

test('a refusal is told in the lake’s own words with what to do, anything unknown as no answer; never in English', () => {
  const refused = Object.assign(new Error('409 Conflict: review'), {
    response: { body: { code: 'lake.review-changed' } },
  })
  const { message, remedy } = lakeErrors['lake.review-changed']
  expect(reasonOf(refused)).toBe(`${message}。${remedy}`)
  for (const odd of [new TypeError('Failed to fetch'), null, 'x', { response: { body: null } }])
    expect(reasonOf(odd)).not.toMatch(/[A-Za-z]/u)
})

const draft = (subject: string, rev: string) => ({
  ...{ subject, copy: `drafts.${subject}`, rev, subjectType: 'slogan', title: subject, county: null },
  since: '2026-11-22T00:00:00Z',
})

test('what is in review as it stands is no draft to hand in; what was changed since is one again', () => {
  const open = { copy: 'drafts.a', rev: '1', state: 'open' } as unknown as Row
  const back = { copy: 'drafts.b', rev: '1', state: 'rejected' } as unknown as Row
  const drafts = [draft('a', '1'), draft('b', '1'), draft('c', '1')]
  expect(notHandedIn(drafts, [open, back]).map(({ subject }) => subject)).toEqual(['b', 'c'])
  expect(notHandedIn([draft('a', '2')], [open])).toHaveLength(1)
})

test('who wrote a draft is read from what the lake tells of its changes', () => {
  const lines = [
    JSON.stringify({ author: 'u1', documentIDs: ['drafts.a', 'drafts.b'] }),
    JSON.stringify({ author: 'u2', documentIDs: ['drafts.b'] }),
    '',
  ].join('\n')
  const authors = authorsIn(lines)
  expect([...(authors.get('drafts.a') ?? [])]).toEqual(['u1'])
  expect([...(authors.get('drafts.b') ?? [])]).toEqual(['u1', 'u2'])
})

test('the keys move through the list, but never while somebody types or chooses words with them', () => {
  const plain = { altKey: false, ctrlKey: false, metaKey: false, isComposing: false }
  const elsewhere = { takesText: false, isPress: false }
  expect(deedOf({ ...plain, key: 'j' }, elsewhere)).toBe('next')
  expect(deedOf({ ...plain, key: 'ArrowUp' }, elsewhere)).toBe('previous')
  expect(deedOf({ ...plain, key: 'Enter' }, elsewhere)).toBe('into')
  expect(deedOf({ ...plain, key: 'Enter' }, { takesText: false, isPress: true })).toBeNull()
  expect(deedOf({ ...plain, key: 'j' }, { takesText: true, isPress: false })).toBeNull()
  expect(deedOf({ ...plain, key: 'j', isComposing: true }, elsewhere)).toBeNull()
  expect(deedOf({ ...plain, key: 'k', ctrlKey: true }, elsewhere)).toBeNull()
})

test('the navbar names the tool with what waits, and without a number where nothing does', () => {
  expect(countedTitle('审核', null)).toBe('审核')
  expect(countedTitle('审核', { mine: 0, returned: 0 })).toBe('审核')
  expect(countedTitle('审核', { mine: 3, returned: 1 })).toBe('审核 · 待审 3 · 退回 1')
})

test('navbar and tool share one stream, which ends with the last of them', () => {
  let open = 0
  const lists: Lists = {
    listenQuery: () => ({
      subscribe(observer) {
        open += 1
        observer.next({ rows: [], openCount: 2, policy: null, counties: [] } satisfies Rows)
        return { unsubscribe: () => void (open -= 1) }
      },
    }),
  }
  const live = liveRows(lists, 'me', '2025-02-19')
  const leaves = [live.subscribe(() => undefined), live.subscribe(() => undefined)]
  expect([open, live.get().answer?.openCount]).toEqual([1, 2])
  leaves[0]?.()
  expect(open).toBe(1)
  leaves[1]?.()
  expect(open).toBe(0)
})

describe('the sheet', () => {
  const step = (kind: string, more: object = {}) => ({
    ...{ _key: kind, _type: 'reviewStep', kind, by: 'u', byName: '某人', at: '2026-11-22T00:05:00Z' },
    ...more,
  })
  const trail = {
    ...{ title: '先读明白', subject: 's', subjectType: 'slogan', state: 'published', owes: false },
    ...{ hash: 'ab12cd34ef56ab78ffff', submittedAt: '2026-11-22T00:05:00Z', authors: [], approvedBy: [] },
    steps: [
      step('submit', { byName: '写稿的人' }),
      step('reject', { stage: 'first', words: '有错别字' }),
      step('submit', { byName: '写稿的人' }),
      step('approve', { stage: 'first', byName: '甲', onBehalfOf: 'b', onBehalfOfName: '乙' }),
      step('approve', { stage: 'final', byName: '丙', words: '已核对法条' }),
      step('publish'),
    ],
  } as unknown as Review
  const sheet = sheetOf(trail, { kind: '标语', county: '全市', printedAt: '2026-11-22T01:00:00Z' })

  test('lists every step of every round with names, opinions and times; a stand-in by both names', () => {
    expect(sheet.rows.map(({ step: name }) => name)).toEqual([
      ...['送审', '初审退回', '送审', '初审通过', '终审通过', '发布'],
    ])
    expect(sheet.rows[1]?.words).toBe('有错别字')
    expect(sheet.rows[3]).toMatchObject({ who: '甲（代 乙）', at: '2026年11月22日 8:05' })
    expect(sheet.rows[4]?.words).toBe('已核对法条')
  })

  test('counts the approvals of the last round, and shows enough of the hash to compare by eye', () => {
    expect(Object.fromEntries(sheet.facts)).toMatchObject({
      ...{ 稿件种类: '标语', 目前状态: '已发布', 送审人: '写稿的人', 审核方式: '本轮已通过 2 审' },
      正文校验码: 'AB12 CD34 EF56 AB78',
    })
    expect(shortHash('ab')).toBe('AB')
  })
})
