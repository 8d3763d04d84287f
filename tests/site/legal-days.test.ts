/** @file Legal days and market days from a date on. */
import { expect, test } from 'vitest'
import type { LegalDay } from '../../contracts/schedule/shape.ts'
import { legalDaysFrom, marketDaysFrom } from '../../site/time/legal-days.ts'
import { lunarMonthsAround } from '../../site/time/lunar-months.ts'

const days: LegalDay[] = [
  { id: 'constitution', title: '国家宪法日', rule: { type: 'fixed', month: 12, day: 4 }, lengthDays: 1 },
  { id: 'week', title: '宪法宣传周', rule: { type: 'fixed', month: 12, day: 1 }, lengthDays: 7 },
  { id: 'elders', title: '老年节', rule: { type: 'lunar', month: 9, day: 9 }, lengthDays: 1 },
  {
    id: 'disabled',
    title: '助残日',
    rule: { type: 'nthWeekday', month: 5, nth: 3, weekday: 7 },
    lengthDays: 1,
  },
]
const next = (today: string, count = 4) =>
  legalDaysFrom(days, today, count).map(({ id, firstDay, inDays }) => `${id} ${firstDay} ${inDays}`)

test('the soonest comes first, and each legal day once', () => {
  expect(next('2026-11-22')).toEqual([
    'week 2026-12-01 9',
    'constitution 2026-12-04 12',
    'disabled 2027-05-16 175',
    'elders 2027-10-08 320',
  ])
})

test('a week that has begun is on today and names its first day, since the leaf shows when it began', () => {
  expect(next('2026-12-03', 2)).toEqual(['week 2026-12-01 0', 'constitution 2026-12-04 1'])
})

test('a legal day is on until its last day and not the day after', () => {
  expect(next('2026-12-07', 1)).toEqual(['week 2026-12-01 0'])
  expect(next('2026-12-08', 1)[0]).not.toContain('week')
})

test('market days follow the lunar date', () => {
  const markets = marketDaysFrom([3, 8], '2026-11-22', 3)
  expect(markets.map(({ date, lunar }) => `${date} ${lunar.month}-${lunar.day}`)).toEqual([
    '2026-11-26 10-18',
    '2026-12-01 10-23',
    '2026-12-06 10-28',
  ])
})

test('the lunar table has no gap: every month is 29 or 30 days long', () => {
  const months = lunarMonthsAround(2026)
  const starts = months.map(({ start }) => Date.parse(start) / 86_400_000)
  const lengths = starts.slice(1).map((start, index) => start - (starts[index] ?? 0))
  expect(new Set(lengths)).toEqual(new Set([29, 30]))
})
