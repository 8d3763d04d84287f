/** @file Columns grow stale by the limits of the check of government sites. */
import { evaluate, parse } from 'groq-js'
import { expect, test } from 'vitest'
import { columns, columnState, newestQuery } from '../../studio/structure/columns.ts'

test.each([
  ['today', '2026-11-22', 'fresh', 0],
  ['ten days ago', '2026-11-12', 'fresh', 10],
  ['eleven days ago: a quarter of the time is left', '2026-11-11', 'soon', 11],
  ['two weeks ago to the day', '2026-11-08', 'soon', 14],
  ['a day more', '2026-11-07', 'late', 15],
  ['a day to come, as an activity has', '2026-12-04', 'fresh', 0],
  ['a moment with its time', '2026-11-20T08:30:00', 'fresh', 2],
  ['never', null, 'empty', null],
] as const)('news of %s', (_name, newest, state, days) => {
  expect(columnState({ daysMax: 14 }, newest, '2026-11-22')).toEqual({ state, days })
})

test('the newest entry of each column counts, drafts do not', async () => {
  const dataset = [
    { _id: 'a', _type: 'newsItem', publishedOn: '2026-10-01' },
    { _id: 'b', _type: 'newsItem', publishedOn: '2026-11-01' },
    { _id: 'drafts.c', _type: 'newsItem', publishedOn: '2026-11-20' },
    { _id: 'd', _type: 'mural', _updatedAt: '2026-11-02T00:00:00Z' },
  ]
  const found = (await (await evaluate(parse(newestQuery), { dataset })).get()) as {
    type: string
    newest: unknown
  }[]
  expect(found).toHaveLength(columns.length)
  expect(Object.fromEntries(found.map(({ type, newest }) => [type, newest]))).toMatchObject({
    newsItem: '2026-11-01',
    mural: '2026-11-02T00:00:00Z',
    typicalCase: null,
  })
})
