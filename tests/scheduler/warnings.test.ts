/** @file What editors are told before it is missed on a square; each warning can come, and can go. */
import { describe, expect, test } from 'vitest'
import type { CalendarYear } from '../../contracts/documents/index.ts'
import type { SignageDocument } from '../../scheduler/compile/documents.ts'
import { captionWarnings } from '../../scheduler/compile/caption-warnings.ts'
import { warningCodes, warningsOf, type WarningCode } from '../../scheduler/compile/warnings.ts'
import { weightWarnings } from '../../scheduler/compile/weight-warnings.ts'
import { campaign } from './more-samples.ts'
import { event, file, legalDay, mapOf, ref, smallTown, video } from './samples.ts'
import { compiled } from './compile-rig.ts'

const year = (number: number): CalendarYear => ({
  ...{ _rev: 'r', _createdAt: '2026-01-01T00:00:00Z', _updatedAt: '2026-01-01T00:00:00Z' },
  ...{ _id: `calendarYear-${number}`, _type: 'calendarYear', year: number, workingDays: [], restDays: [] },
})
const filled: ReadonlySet<string> = new Set(['playlist-main', 'playlist-evergreen'])

function warnings(more: readonly SignageDocument[], { today = '2026-03-02', playlists = filled } = {}) {
  const documents = mapOf([...smallTown(), ...more])
  const screens = [compiled(documents).screen]
  return warningsOf({ documents, screens, filled: playlists, today })
}

test('a town in order gives none', () => {
  expect(warnings([])).toEqual([])
})

const wrong: { code: WarningCode; documents: readonly SignageDocument[]; why: string }[] = [
  { code: 'no-playlist', why: 'unpublished', documents: [event('e', { playlist: ref('playlist-none') })] },
  { code: 'no-screen', why: 'nowhere', documents: [event('e', { targets: [{ county: 'county-9' }] })] },
  { code: 'no-screen', why: 'no list', documents: [event('e', { targets: [] })] },
  {
    code: 'no-screen',
    why: 'outside its campaign',
    documents: [
      campaign('c', { targets: [{ county: 'county-9' }], firstDay: '2026-03-01', lastDay: '2026-12-07' }),
      event('e', { campaign: ref('c') }),
    ],
  },
  {
    code: 'cron-refused',
    why: 'a day of the month and a weekday',
    documents: [event('e', { timing: 'cron', cron: '0 8 1 * 1', durationMinutes: 5 })],
  },
  { code: 'cron-refused', why: 'no length', documents: [event('e', { timing: 'cron', cron: '0 8 * * *' })] },
  { code: 'no-campaign', why: 'unpublished', documents: [event('e', { campaign: ref('campaign-none') })] },
  {
    code: 'outside-campaign',
    why: 'a month apart',
    documents: [campaign('c'), event('e', { campaign: ref('c'), firstDay: '2027-01-01' })],
  },
  {
    code: 'no-day',
    why: 'a legal day that is gone',
    documents: [event('e', { dayFilter: 'legalDay', legalDays: [ref('legal-day-none')] })],
  },
  { code: 'no-day', why: 'no digit', documents: [event('e', { dayFilter: 'marketDay' })] },
  { code: 'no-day', why: 'no daypart', documents: [event('e', { timing: 'dayparts' })] },
]

test.each(wrong)('$code: $why', ({ code, documents }) => {
  const found = warnings(documents)
  expect(found.map((warning) => [warning.code, warning.document])).toEqual([[code, 'e']])
})

test('a playlist with nothing that can be shown is told of, since its event then gives way in silence', () => {
  const found = warnings([], { playlists: new Set() })
  expect(found).toMatchObject([{ code: 'empty-playlist', document: 'event-main', title: '排期 event-main' }])
})

test('an event that is over is past helping, and one that ends today is not', () => {
  const bad = (lastDay: string) => warnings([event('e', { targets: [], lastDay })]).length
  expect([bad('2026-03-01'), bad('2026-03-02')]).toEqual([0, 1])
})

describe('a year without a table of swapped days', () => {
  const working = event('e', { dayFilter: 'workingDay' })

  test('is told of once, however many events need it, and names them', () => {
    const found = warnings([working, event('f', { dayFilter: 'restDay' })])
    expect(found).toMatchObject([{ code: 'no-calendar', document: 'calendarYear-2026' }])
    expect(found[0]?.text).toContain('2 个排期（排期 e等）')
  })

  test('is told of before it begins, as early as a screen may have to go alone', () => {
    const codes = (today: string) =>
      warnings([working, year(2026)], { today }).map(({ document }) => document)
    expect(codes('2026-11-16')).toEqual([])
    expect(codes('2026-11-17')).toEqual(['calendarYear-2027'])
  })

  test('does not matter to events that are over by then, or ask for no working day', () => {
    const ends = event('e', { dayFilter: 'workingDay', lastDay: '2026-12-20' })
    expect(warnings([ends, year(2026), event('f')], { today: '2026-12-10' })).toEqual([])
  })
})

test('a legal day that is there gives no warning', () => {
  const named = event('e', { dayFilter: 'legalDay', legalDays: [ref('legal-day-1')] })
  expect(warnings([named, legalDay('legal-day-1', {})])).toEqual([])
})

test('every warning is Chinese and says what to do', () => {
  const captionFile = { _type: 'file', asset: ref('file-vtt') } as const
  const all = [
    ...wrong.flatMap(({ documents }) => warnings(documents)),
    ...warnings([], { playlists: new Set() }),
    ...warnings([event('e', { dayFilter: 'workingDay' })]),
    ...captionWarnings(mapOf([file('file-vtt', 'text/vtt'), video('v', { captionFile })]), {
      captions: () => ({ problems: ['第 3 行没有时间'] }),
    }),
    ...weightWarnings([
      { title: '屏', weight: 3e6, heldBack: [{ id: 'p', title: '单', weight: 2e6, hasEarlier: true }] },
    ]),
  ]
  expect(new Set(all.map(({ code }) => code))).toEqual(new Set(warningCodes))
  for (const { text, remedy } of all)
    expect([text, remedy].join()).toMatch(/\p{Script=Han}.*,.*\p{Script=Han}/u)
})
