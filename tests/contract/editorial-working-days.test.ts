/** @file Five working days by the bureau's own table of swapped days, across holidays and without a table. */
import { expect, test } from 'vitest'
import { clockWords, replyClock, workingDaysBetween } from '../../contracts/editorial/working-days.ts'
import { parseLocal } from '../../contracts/schedule/zone.ts'
import type { Calendar } from '../../contracts/schedule/shape.ts'

/** The weeks around 国庆 2026 as the demonstration has them. */
const calendar: Calendar = {
  years: {
    '2026': {
      workingDays: ['2026-09-20', '2026-10-10'],
      restDays: ['2026-09-25', '2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'],
    },
  },
  legalDays: [],
  lunarMonths: [],
}
const untabled: Calendar = { ...calendar, years: {} }
const day = (text: string) => parseLocal(text)?.day ?? 0
const clock = (received: string, today: string, by = calendar) => replyClock(by, day(received), 5, day(today))

test.each([
  ['a week without holidays', '2026-11-16', '2026-11-23'],
  ['over 国庆, with the Saturday on which people work', '2026-09-29', '2026-10-12'],
  ['on the last day before the holidays', '2026-09-30', '2026-10-13'],
  ['in the middle of the holidays', '2026-10-03', '2026-10-13'],
  ['on a Friday before a Sunday on which people work', '2026-09-18', '2026-09-24'],
])('what comes in %s is due after five working days, its own day not counted', (_when, received, due) => {
  expect(clock(received, received).dueOn).toBe(due)
})

test('without a table days are counted by Monday to Friday, and the year is named', () => {
  expect(clock('2026-09-29', '2026-09-29', untabled)).toMatchObject({ dueOn: '2026-10-06', untabled: [2026] })
  expect(clock('2026-12-29', '2026-12-29')).toMatchObject({ dueOn: '2027-01-05', untabled: [2027] })
})

test.each([
  ['2026-09-29', 'open', '◔ 剩 5 个工作日'],
  ['2026-09-30', 'open', '◔ 剩 4 个工作日'],
  ['2026-10-07', 'open', '◔ 剩 4 个工作日'],
  ['2026-10-10', 'open', '◔ 剩 1 个工作日'],
  ['2026-10-11', 'open', '◔ 剩 1 个工作日'],
  ['2026-10-12', 'today', '◕ 今天到期'],
  ['2026-10-13', 'late', '⚠ 超 1 天'],
  ['2026-10-18', 'late', '⚠ 超 6 天'],
] as const)('on %s the clock of 2026-09-29 is %s', (today, state, words) => {
  const told = clock('2026-09-29', today)
  expect(told.state).toBe(state)
  expect(clockWords(told)).toBe(words)
})

test('a table that calls every day a day of rest does not hold the count up for ever', () => {
  const restDays = Array.from({ length: 366 }, (_, at) =>
    new Date(Date.UTC(2026, 0, 1 + at)).toISOString().slice(0, 10),
  )
  const never: Calendar = { ...calendar, years: { '2026': { workingDays: [], restDays } } }
  expect(workingDaysBetween(never, day('2026-01-01'), day('2026-12-31'))).toBe(0)
  expect(clock('2026-01-01', '2026-06-01', never).state).toBe('open')
})
