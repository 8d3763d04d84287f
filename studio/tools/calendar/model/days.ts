/** @file Which days are shown: a day, a week from Monday, or the weeks of a month. Pure. */
import { dayNumber, dayParts, parseLocal, type DayNumber } from '../../../../contracts/schedule/zone.ts'

export type Span = 'day' | 'week' | 'month'

/** @returns `2026-12-04` for `2026/12/4` and `2026年12月4日`; `null` while the text is no day yet */
export function readDay(text: string): string | null {
  const match = /^(\d{4})(?:[-/.]|年)(\d{1,2})(?:[-/.]|月)(\d{1,2})日?$/u.exec(
    text.normalize('NFKC').replace(/\s/gu, ''),
  )
  if (!match) return null
  const [, year = '', month = '', date = ''] = match
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  return parseLocal(day) ? day : null
}

/** Monday of the week in which a day lies: day 0 was a Thursday. */
export const mondayOf = (day: DayNumber): DayNumber => day - ((((day + 3) % 7) + 7) % 7)

/** First day that is shown, and the first that no longer is. */
export function shownDays(span: Span, day: DayNumber): { first: DayNumber; end: DayNumber } {
  if (span === 'day') return { first: day, end: day + 1 }
  if (span === 'week') return { first: mondayOf(day), end: mondayOf(day) + 7 }
  const { year, month } = dayParts(day)
  const first = mondayOf(dayNumber(year, month, 1))
  // Six weeks always, so that the page does not jump.
  return { first, end: first + 42 }
}

/** The same day a day, a week or a month on; the last of a shorter month. */
export function stepDay(span: Span, day: DayNumber, by: -1 | 1): DayNumber {
  if (span === 'day') return day + by
  if (span === 'week') return day + 7 * by
  const { year, month, date } = dayParts(day)
  const last = dayParts(dayNumber(year, month + by + 1, 0)).date
  return dayNumber(year, month + by, Math.min(date, last))
}

export function daysWords(span: Span, day: DayNumber): string {
  const { year, month, date } = dayParts(day)
  if (span === 'month') return `${year}年${month}月`
  if (span === 'day') return `${year}年${month}月${date}日`
  const monday = mondayOf(day)
  const [from, to] = [dayParts(monday), dayParts(monday + 6)]
  const end = from.month === to.month ? `${to.date}日` : `${to.month}月${to.date}日`
  return `${from.year}年${from.month}月${from.date}日–${end}`
}
