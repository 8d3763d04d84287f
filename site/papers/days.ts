/**
 * @file Dates of papers: read from what was typed, counted on by months and years. Pure.
 */
import type { LocalDate } from '../../contracts/documents/base.ts'
import { dayParts, dayText, parseLocal } from '../../contracts/schedule/zone.ts'
import { dayOf } from '../time/local-time.ts'

const two = (value: number | string): string => String(value).padStart(2, '0')

/**
 * Reads what a date field gives, and what is typed on phones whose browser has none: `2026-3-4`,
 * `2026.3.4`, `2026/3/4`, `2026年3月4日`.
 * @returns null when there is no such day
 */
export function readDay(text: string): LocalDate | null {
  const match = /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?$/.exec(text.trim())
  if (!match) return null
  const [, year = '', month = '', date = ''] = match
  const day = `${year}-${two(month)}-${two(date)}`
  const parsed = parseLocal(day)
  return parsed && dayText(parsed.day) === day ? day : null
}

/** The same day so many months on; the last day of a month that is too short for it. */
export function addMonths(from: LocalDate, months: number): LocalDate {
  const { year, month, date } = dayParts(dayOf(from))
  const count = year * 12 + (month - 1) + months
  const first = `${String(Math.floor(count / 12)).padStart(4, '0')}-${two((count % 12) + 1)}`
  for (let last = date; last > 28; last -= 1) {
    const day = readDay(`${first}-${last}`)
    if (day) return day
  }
  return `${first}-${two(Math.min(date, 28))}`
}

export const addYears = (from: LocalDate, years: number): LocalDate => addMonths(from, years * 12)

/** Whole months from one day to another, negative when the other is earlier. */
export function wholeMonths(from: LocalDate, to: LocalDate): number {
  if (to < from) return -wholeMonths(to, from)
  const a = dayParts(dayOf(from))
  const b = dayParts(dayOf(to))
  const months = (b.year - a.year) * 12 + b.month - a.month
  return addMonths(from, months) > to ? months - 1 : months
}
