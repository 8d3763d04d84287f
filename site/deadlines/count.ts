/**
 * @file The last day of a legal period.
 *
 * Pure: the start day and the table of swapped days (调休) are handed in. Rule: 民法典 arts. 200–204.
 * Art. 201: the day itself is not counted. Art. 202: months and years end on the corresponding day, or on
 * the month's last day where there is none. Art. 203: a last day of rest moves to the day after the rest.
 * 民事诉讼法 art. 85 counts alike. Invariants: the last day is never before the counted one; a year
 * without a table is taken as Monday to Friday, and is named wherever the answer rests on it.
 */
import type { LocalDate, PeriodUnit } from '../../contracts/documents/index.ts'
import { isWorkingDay, yearsWithoutTable } from '../../contracts/schedule/calendar.ts'
import type { Calendar } from '../../contracts/schedule/shape.ts'
import { dayNumber, dayParts, dayText, parseLocal, type DayNumber } from '../../contracts/schedule/zone.ts'

/** The editors' tables of swapped working days, by year. */
export type SwappedDays = Calendar['years']

export interface Period {
  /** The day of the event that the period runs from. */
  start: LocalDate
  amount: number
  unit: PeriodUnit
}

export interface Counted {
  /** The first day that is counted: the one after the start. */
  firstDay: LocalDate
  /** Where the counting ends, before rest days are looked at. */
  countedDay: LocalDate
  /** The day on which something can still be done. */
  lastDay: LocalDate
  /** The month of the end is too short for the day of the start. */
  atMonthEnd: boolean
  /** The working day at or before the counted one: who goes by then is safe in any case. */
  safeDay: LocalDate
  /** Years on which the answer rests and whose table of swapped days is missing. */
  yearsMissing: readonly number[]
}

const yearMin = 1950
const yearMax = 2100
/** No statute has a longer period than these; they bound the loops below. */
const amountMax: Readonly<Record<PeriodUnit, number>> = { day: 3_650, workingDay: 400, month: 240, year: 30 }
/** Longer than any rest; a table that rests longer is a slip of the editors. */
const restDaysMax = 30

/** @returns null when the text is no day, or one that nobody means (a year still being typed) */
export function startDay(text: string): DayNumber | null {
  const parsed = parseLocal(text)
  if (!parsed) return null
  const { year } = dayParts(parsed.day)
  return year >= yearMin && year <= yearMax ? parsed.day : null
}

export function isCountable({ amount, unit }: Pick<Period, 'amount' | 'unit'>): boolean {
  return Number.isInteger(amount) && amount >= 1 && amount <= amountMax[unit]
}

/** @returns null when the start is no day or the amount is out of bounds */
export function countPeriod(period: Period, swapped: SwappedDays): Counted | null {
  const start = startDay(period.start)
  if (start === null || !isCountable(period)) return null
  const calendar: Calendar = { years: swapped, legalDays: [], lunarMonths: [] }
  const { day: counted, atMonthEnd } = countedEnd(start, period, calendar)
  const last = afterRest(counted, calendar, 1)
  // Working days rest on the tables of the whole span, all others only on those of its end.
  const tablesFrom = period.unit === 'workingDay' ? start + 1 : counted
  return {
    firstDay: dayText(start + 1),
    countedDay: dayText(counted),
    lastDay: dayText(last),
    atMonthEnd,
    safeDay: dayText(afterRest(counted, calendar, -1)),
    yearsMissing: yearsWithoutTable(calendar, tablesFrom, last),
  }
}

/** @returns whole days from today until the last day; negative once it has passed */
export function daysUntil(lastDay: LocalDate, today: LocalDate): number {
  const [from, to] = [parseLocal(today), parseLocal(lastDay)]
  if (!from || !to) throw new TypeError(`not a date: ${today} or ${lastDay}`)
  return to.day - from.day
}

function countedEnd(start: DayNumber, { amount, unit }: Period, calendar: Calendar) {
  switch (unit) {
    case 'day':
      return { day: start + amount, atMonthEnd: false }
    case 'workingDay':
      return { day: nthWorkingDay(start, amount, calendar), atMonthEnd: false }
    case 'month':
      return correspondingDay(start, amount)
    case 'year':
      return correspondingDay(start, amount * 12)
  }
}

function correspondingDay(start: DayNumber, months: number): { day: DayNumber; atMonthEnd: boolean } {
  const { year, month, date } = dayParts(start)
  const monthEnd = dayNumber(year, month + months + 1, 0)
  const atMonthEnd = date > dayParts(monthEnd).date
  return { day: atMonthEnd ? monthEnd : dayNumber(year, month + months, date), atMonthEnd }
}

function nthWorkingDay(start: DayNumber, amount: number, calendar: Calendar): DayNumber {
  let day = start
  let left = amount
  const bound = start + amount * 3 + restDaysMax
  while (left > 0 && day < bound) {
    day += 1
    if (isWorkingDay(calendar, day)) left -= 1
  }
  return day
}

function afterRest(day: DayNumber, calendar: Calendar, step: 1 | -1): DayNumber {
  let found = day
  for (let moved = 0; moved < restDaysMax && !isWorkingDay(calendar, found); moved += 1) found += step
  return found
}
