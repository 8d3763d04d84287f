/** @file Whose task a content in review is, by the rule itself. */
import { describe, expect, test } from 'vitest'
import type { PolicyRules } from '../../contracts/review/policy.ts'
import { strictPolicy } from '../../contracts/review/policy.ts'
import type { Actor } from '../../contracts/review/rule.ts'
import { decisionsFor } from '../../studio/tools/review/decisions.ts'
import { placeOf, stateOf } from '../../studio/tools/review/place.ts'
import type { Row } from '../../studio/tools/review/rows.ts'
import {
  after,
  awaitedStage,
  countsOf,
  inPlaceOf,
  narrowed,
  refusalOf,
  rowsOf,
  tally,
  waitingWords,
  type Desk,
} from '../../studio/tools/review/tasks.ts'
import { approveWords } from '../../studio/tools/review/words.ts'

const at = Date.parse('2026-11-22T08:00:00+08:00')
const actor = (id: string, stages: Actor['stages'] = [], county: string | null = null): Actor => ({
  ...{ id, name: id, county, stages, isPerson: true, isAdministrator: false },
})
const desk = (who: Actor, policy: PolicyRules = strictPolicy, absent: Desk['absent'] = []): Desk => ({
  ...{ actor: who, absent, policy, at },
})
const submit = { kind: 'submit', stage: null } as const
const approved = (stage: 'first' | 'second' | 'extra' | 'final') => ({ kind: 'approve', stage }) as const

const row = (more: Partial<Row> = {}): Row => ({
  ...{ _id: 'review.s', _rev: 'r1', subject: 's', subjectType: 'slogan', title: '先读明白', county: null },
  ...{ state: 'open', copy: 'drafts.s', rev: 'v1', authors: ['author'], approvedBy: [], from: '写稿人' },
  ...{ submittedAt: '2026-11-22T00:00:00Z', since: '2026-11-22T00:00:00Z', publishes: true, owes: false },
  ...{ steps: [submit], rejected: null },
  ...more,
})
const isMine = (one: Row, who: Desk) => rowsOf([one], 'mine', who).length === 1

describe('待我审', () => {
  test('holds what waits for a stage that I may take, and nothing of a later one', () => {
    expect(isMine(row(), desk(actor('a', ['first'])))).toBe(true)
    expect(isMine(row(), desk(actor('b', ['second', 'final'])))).toBe(false)
    const half = row({ steps: [submit, approved('first')], approvedBy: ['a'] })
    expect(isMine(half, desk(actor('b', ['second', 'final'])))).toBe(true)
  })

  test('leaves out my own work and what I approved before: nobody counts twice', () => {
    const all = ['first', 'second', 'final'] as const
    expect(isMine(row(), desk(actor('author', all)))).toBe(false)
    const half = row({ steps: [submit, approved('first')], approvedBy: ['a'] })
    expect(isMine(half, desk(actor('a', all)))).toBe(false)
    expect(refusalOf(half, 'approve', desk(actor('a', all)))).toBe('twice')
  })

  test('keeps a county’s reviewer to the county', () => {
    const own = desk(actor('a', ['first'], 'county-1'))
    expect(isMine(row({ county: 'county-1' }), own)).toBe(true)
    expect(isMine(row({ county: 'county-2' }), own)).toBe(false)
    expect(isMine(row(), own)).toBe(false)
  })

  test('follows the rules in force, not those of the day of the last step: a key period adds a stage', () => {
    const done = row({
      state: 'approved',
      steps: [submit, approved('first'), approved('second'), approved('final')],
      approvedBy: ['a', 'b', 'c'],
    })
    const extra = actor('d', ['extra'])
    expect(isMine(done, desk(extra))).toBe(false)
    const key: PolicyRules = { levels: 3, keyPeriod: { isOn: true } }
    expect(awaitedStage(done, desk(extra, key))).toBe('extra')
    expect(isMine(done, desk(extra, key))).toBe(true)
    expect(rowsOf([done], 'ready', desk(extra))).toEqual([done])
    expect(rowsOf([done], 'ready', desk(extra, key))).toEqual([])
  })

  test('holds what waits for somebody whose place I take, and says whose', () => {
    const absent = [{ id: 'b', name: '出差的人', county: null, stages: ['first'] as const }]
    const stand = desk(actor('a', ['final']), strictPolicy, absent)
    expect(isMine(row(), stand)).toBe(true)
    expect(inPlaceOf(row(), stand)).toBe('出差的人')
    expect(isMine(row({ authors: ['b'] }), stand)).toBe(false)
    expect(inPlaceOf(row(), desk(actor('c', ['first'])))).toBeNull()
  })
})

describe('the other lists', () => {
  const me = desk(actor('author'))
  test('returned and sent are the author’s; out and taken back are in none', () => {
    const back = row({ state: 'rejected' })
    expect(rowsOf([back], 'returned', me)).toEqual([back])
    expect(rowsOf([back], 'returned', desk(actor('other')))).toEqual([])
    expect(rowsOf([row(), back], 'sent', me)).toEqual([row()])
    for (const list of ['mine', 'returned', 'sent', 'ready', 'owed', 'all'] as const)
      expect(rowsOf([row({ state: 'published' }), row({ state: 'recalled' })], list, me)).toEqual([])
  })

  test('an urgent notice stands among those that owe a review for as long as its trail says so', () => {
    const out = row({ state: 'published', owes: true, steps: [{ kind: 'urgent', stage: 'final' }] })
    expect(rowsOf([out], 'owed', me)).toEqual([out])
    expect(decisionsFor(out, me).handIn).toBe('owed')
    expect(rowsOf([{ ...out, owes: false }], 'owed', me)).toEqual([])
  })

  test('counts say how many stand in each; those of all are the lake’s', () => {
    const counts = countsOf([row(), row({ state: 'rejected' })], 5000, desk(actor('author', ['first'])))
    expect(counts).toEqual({ mine: 0, returned: 1, sent: 1, ready: 0, owed: 0, all: 5000 })
  })
})

describe('the presses', () => {
  test('a reviewer whose turn it is not is told why; an author is not bothered with it', () => {
    expect(decisionsFor(row(), desk(actor('a', ['first']))).approve).toBe('')
    expect(decisionsFor(row(), desk(actor('a', ['final']))).approve).toBe('现在不是您负责的审次')
    expect(decisionsFor(row(), desk(actor('author'))).approve).toBeNull()
    expect(decisionsFor(row(), desk(actor('author'))).recall).toBe(true)
    expect(decisionsFor(row({ state: 'rejected' }), desk(actor('author'))).handIn).toBe('again')
  })

  test('the last press says that it makes public, where it does', () => {
    expect(approveWords('first', row())).toBe('初审通过')
    expect(approveWords('final', row())).toBe('终审通过并公开')
    expect(approveWords('final', row({ publishes: false }))).toBe('终审通过')
    expect(approveWords('final', row({ copy: 'versions.r.s' }))).toBe('终审通过')
  })
})

test('a list is narrowed by kind and county, the prefecture’s own among the counties', () => {
  const rows = [row(), row({ subject: 't', county: 'county-1' }), row({ subject: 'u', subjectType: 'mural' })]
  const subjects = (type: string | null, county: string | null) =>
    narrowed(rows, { type, county }).map(({ subject }) => subject)
  expect(subjects(null, null)).toEqual(['s', 't', 'u'])
  expect(subjects('slogan', '')).toEqual(['s'])
  expect(subjects(null, 'county-1')).toEqual(['t'])
  expect(tally(['a', 'b', 'b'])).toEqual([
    ['b', 2],
    ['a', 1],
  ])
})

test('after a press comes the next one, at the end the one before, then nothing', () => {
  const rows = [row({ subject: 'a' }), row({ subject: 'b' })]
  expect(after(rows, 'a')?.subject).toBe('b')
  expect(after(rows, 'b')?.subject).toBe('a')
  expect(after(rows.slice(0, 1), 'a')).toBeNull()
})

test('waiting is told in the unit in which a person thinks', () => {
  const ago = (minutes: number) => waitingWords(new Date(at - minutes * 60_000).toISOString(), at)
  expect([ago(0), ago(59), ago(60 * 47), ago(60 * 24 * 3)]).toEqual([
    ...['刚刚', '已等 59 分钟', '已等 47 小时', '已等 3 天'],
  ])
})

test('an address leads to its list, content and sheet; an unknown one to the first list', () => {
  const place = { list: 'sent', subject: 'news-1', isSheet: true } as const
  expect(placeOf(stateOf(place))).toEqual(place)
  expect(placeOf({ list: 'nonsense' })).toEqual({ list: 'mine', subject: null, isSheet: false })
})
