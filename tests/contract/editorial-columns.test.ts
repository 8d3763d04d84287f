/** @file Columns go stale on the very day that the check of government sites says, and the site fails with them. */
import { evaluate, parse } from 'groq-js'
import { expect, test } from 'vitest'
import {
  columns,
  columnStanding,
  dayOfEntry,
  emptyColumnsMax,
  monthsAfter,
  newestQuery,
  siteStanding,
  type ColumnKind,
} from '../../contracts/editorial/columns.ts'
import { dayText, parseLocal } from '../../contracts/schedule/zone.ts'

const day = (text: string) => parseLocal(text)?.day ?? 0
const today = day('2026-11-22')

test.each([
  ['news', 'today', '2026-11-22', 'ok', 14],
  ['news', 'ten days ago', '2026-11-12', 'ok', 4],
  ['news', 'eleven days ago: three are left', '2026-11-11', 'soon', 3],
  ['news', 'two weeks ago to the day', '2026-11-08', 'soon', 0],
  ['news', 'a day more', '2026-11-07', 'stale', -1],
  ['notices', 'half a year ago to the day', '2026-05-22', 'soon', 0],
  ['notices', 'a day more', '2026-05-21', 'stale', -1],
  ['other', 'with thirty days left', '2026-06-22', 'soon', 30],
  ['other', 'with a day more', '2026-06-23', 'ok', 31],
] as const)('%s of %s', (kind: ColumnKind, _when, newest, state, daysLeft) => {
  expect(columnStanding(kind, newest, today)).toEqual({ state, newestOn: newest, daysLeft })
})

test('a column without anything is empty, which is no number of days', () => {
  expect(columnStanding('news', null, today)).toEqual({ state: 'empty', newestOn: null, daysLeft: null })
})

test.each([
  ['2026-08-31', 6, '2027-02-28'],
  ['2026-05-31', 6, '2026-11-30'],
  ['2026-07-01', 6, '2027-01-01'],
])('%s and %i months is %s: a shorter month ends the count', (from, months, to) => {
  expect(dayText(monthsAfter(day(from), months))).toBe(to)
})

test('an instant counts for the bureau’s day, a date for itself', () => {
  expect(dayText(dayOfEntry('2026-11-22T23:30:00Z') ?? 0)).toBe('2026-11-23')
  expect(dayText(dayOfEntry('2026-11-22') ?? 0)).toBe('2026-11-22')
  expect(dayOfEntry('whenever')).toBeNull()
})

const all = (newest: string) => new Map(columns.map(({ type }) => [type as string, newest]))

test('a site that is kept fails at nothing; a home page of two weeks and a day fails it', () => {
  expect(siteStanding(all('2026-11-20'), today)).toMatchObject({
    fails: false,
    stale: 0,
    unkept: 0,
    empty: 0,
  })
  const old = siteStanding(all('2026-11-07'), today)
  expect(old.home).toMatchObject({ state: 'stale', daysLeft: -1 })
  expect(old.fails).toBe(true)
})

test('the home page is as fresh as the newest of what stands on it, whichever column that is', () => {
  const newest = all('2026-10-01').set('typicalCase', '2026-11-20').set('legalQuestion', '2026-11-22')
  expect(siteStanding(newest, today).home).toMatchObject({ state: 'ok', newestOn: '2026-11-20' })
})

test('more than five empty columns fail the site; what stands on screens alone is not counted', () => {
  const emptied = (count: number) =>
    new Map(
      [...all('2026-11-20')].map(([type, newest], at) => [
        type,
        at >= columns.length - count ? null : newest,
      ]),
    )
  expect(siteStanding(emptied(emptyColumnsMax), today).fails).toBe(false)
  expect(siteStanding(emptied(emptyColumnsMax + 1), today).fails).toBe(true)
  const noNotice = siteStanding(all('2026-11-20').set('notice', null as never), today)
  expect(noNotice).toMatchObject({ empty: 0, fails: false })
})

test('what counts is the day that is stated, never a day to come, a draft, or the day of a rebuilding', async () => {
  const built = '2026-11-22T03:00:00Z'
  const dataset = [
    { _id: 'a', _type: 'newsItem', publishedOn: '2026-10-01', _updatedAt: built },
    { _id: 'b', _type: 'newsItem', publishedOn: '2026-11-01', _updatedAt: built },
    { _id: 'drafts.c', _type: 'newsItem', publishedOn: '2026-11-20', _updatedAt: built },
    { _id: 'd', _type: 'newsItem', publishedOn: '2026-12-04', _updatedAt: built },
    { _id: 'e', _type: 'mural', _updatedAt: built },
    {
      _id: 'review.e',
      _type: 'review',
      subjectType: 'mural',
      state: 'published',
      since: '2026-09-01T00:00:00Z',
    },
    { _id: 'f', _type: 'lawyerTalk', _updatedAt: '2026-11-02T00:00:00Z' },
    { _id: 'review.g', _type: 'review', subjectType: 'slogan', state: 'published', since: built },
  ]
  const params = { today: '2026-11-22' }
  const found = (await (await evaluate(parse(newestQuery, { params }), { dataset, params })).get()) as {
    type: string
    newest: unknown
  }[]
  expect(Object.fromEntries(found.map(({ type, newest }) => [type, newest]))).toMatchObject({
    newsItem: '2026-11-01',
    mural: '2026-09-01T00:00:00Z',
    lawyerTalk: '2026-11-02T00:00:00Z',
    typicalCase: null,
    // Nothing of it stands any more: a trail alone fills no column.
    slogan: null,
  })
})
