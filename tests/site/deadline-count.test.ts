/** @file The last day of a period, one rule of 民法典 arts. 200–204 a row. */
import { describe, expect, test } from 'vitest'
import { countPeriod, daysUntil, type SwappedDays } from '../../site/deadlines/count.ts'
import type { PeriodUnit } from '../../contracts/documents/index.ts'

/** 2026 as the demonstration has it; 2027 has no table. */
const swapped: SwappedDays = {
  '2024': { workingDays: [], restDays: [] },
  '2026': {
    workingDays: ['2026-02-14', '2026-02-28', '2026-10-10'],
    restDays: ['2026-02-16', '2026-09-25', '2026-10-01', '2026-10-02'],
  },
}

describe('the last day', () => {
  test.each<[string, string, number, PeriodUnit, string]>([
    ['the day itself is not counted (201)', '2026-03-02', 1, 'day', '2026-03-03'],
    ['thirty days run through rest days too (201)', '2026-03-02', 30, 'day', '2026-04-01'],
    ['a year ends on the corresponding day (202)', '2025-03-10', 1, 'year', '2026-03-10'],
    ['three years end on the corresponding day (202)', '2023-06-15', 3, 'year', '2026-06-15'],
    ['months end on the corresponding day (202)', '2026-01-15', 6, 'month', '2026-07-15'],
    ['a month without that day ends on its last (202)', '2026-03-31', 1, 'month', '2026-04-30'],
    ['a leap day has no fellow in a plain year (202)', '2024-02-29', 1, 'month', '2024-03-29'],
    ['months run over the end of a year (202)', '2025-11-30', 2, 'month', '2026-01-30'],
    ['a Saturday moves to Monday (203)', '2026-03-04', 10, 'day', '2026-03-16'],
    ['a weekday of rest moves on (203)', '2026-02-06', 10, 'day', '2026-02-17'],
    ['rest in a row moves to the day after all of it (203)', '2026-09-21', 10, 'day', '2026-10-05'],
    ['a Saturday on which people work stays (203)', '2026-02-18', 10, 'day', '2026-02-28'],
    ['a swapped Saturday in the middle is a working day', '2026-02-12', 2, 'workingDay', '2026-02-14'],
    ['working days pass over weekends and rest', '2026-02-13', 2, 'workingDay', '2026-02-17'],
    ['fifteen working days', '2026-03-02', 15, 'workingDay', '2026-03-23'],
  ])('%s: %s + %i %s', (_rule, start, amount, unit, last) => {
    expect(countPeriod({ start, amount, unit }, swapped)?.lastDay).toBe(last)
  })

  test('the month end is owned up to, and a leap day is the end of a plain February', () => {
    const counted = countPeriod({ start: '2024-02-29', amount: 1, unit: 'year' }, swapped)
    expect(counted).toMatchObject({ countedDay: '2025-02-28', atMonthEnd: true })
    expect(countPeriod({ start: '2024-02-28', amount: 1, unit: 'year' }, swapped)?.atMonthEnd).toBe(false)
  })

  test('who goes by the working day before a rest is safe in any case', () => {
    const counted = countPeriod({ start: '2026-09-21', amount: 10, unit: 'day' }, swapped)
    expect(counted).toMatchObject({ countedDay: '2026-10-01', safeDay: '2026-09-30' })
  })
})

describe('a year without a table', () => {
  test.each<[string, string, number, PeriodUnit, string, number[]]>([
    ['falls back to Monday–Friday and is named', '2026-02-13', 1, 'year', '2027-02-15', [2027]],
    ['is named also where the last day is a weekday', '2026-03-10', 1, 'year', '2027-03-10', [2027]],
    ['that only lies between is not named', '2025-03-10', 1, 'year', '2026-03-10', []],
    ['within working days is named, for they rest on it', '2025-12-31', 2, 'workingDay', '2026-01-02', []],
    ['at the end of working days is named', '2026-12-30', 3, 'workingDay', '2027-01-04', [2027]],
    ['of the start day alone is not named', '2025-12-31', 1, 'day', '2026-01-01', []],
  ])('%s', (_rule, start, amount, unit, lastDay, yearsMissing) => {
    expect(countPeriod({ start, amount, unit }, swapped)).toMatchObject({ lastDay, yearsMissing })
  })
})

test.each([
  ['', 1],
  ['2026-02-30', 1],
  ['0026-03-01', 1],
  ['2026-03-01', 0],
  ['2026-03-01', 1.5],
  ['2026-03-01', 99_999],
])('“%s” and %d give no day rather than a wrong one', (start, amount) => {
  expect(countPeriod({ start, amount, unit: 'day' }, swapped)).toBeNull()
})

test('a table on which nobody ever works ends the search instead of the phone', () => {
  const restDays = Array.from({ length: 60 }, (_, day) =>
    new Date(Date.UTC(2026, 2, 1 + day)).toISOString().slice(0, 10),
  )
  const counted = countPeriod(
    { start: '2026-03-01', amount: 5, unit: 'day' },
    { '2026': { workingDays: [], restDays } },
  )
  expect(counted?.lastDay).toBe('2026-04-05')
})

test.each([
  ['2026-12-02', 10],
  ['2026-11-22', 0],
  ['2026-11-21', -1],
])('%s is %d days from the page’s day', (last, days) => {
  expect(daysUntil(last, '2026-11-22')).toBe(days)
})
