/**
 * @file Which days are working days, rest days, legal days and market days.
 *
 * Pure. Days are `DayNumber`s of the screen's zone.
 */
import { dayNumber, dayParts, dayText, parseLocal, type DayNumber } from './zone.ts'
import type { Calendar, DayFilter, LegalDay } from './shape.ts'

export function isWorkingDay(calendar: Calendar, day: DayNumber): boolean {
  const { year, weekday } = dayParts(day)
  const table = calendar.years[String(year)]
  const text = dayText(day)
  if (table?.workingDays.includes(text)) return true
  if (table?.restDays.includes(text)) return false
  return weekday !== 0 && weekday !== 6
}

/** Lunar month and day, or `null` where the table does not reach. */
export function lunarDay(
  calendar: Calendar,
  day: DayNumber,
): { month: number; day: number; leap: boolean } | null {
  const months = calendar.lunarMonths
  for (let index = months.length - 1; index >= 0; index--) {
    const month = months[index]
    const start = month && parseLocal(month.start)
    if (!month || !start || start.day > day) continue
    const date = day - start.day + 1
    return date <= 30 ? { month: month.month, day: date, leap: month.leap } : null
  }
  return null
}

function startsOn(legal: LegalDay, calendar: Calendar, day: DayNumber): boolean {
  const { year, month, date, weekday } = dayParts(day)
  const { rule } = legal
  if (rule.type === 'fixed') return rule.month === month && rule.day === date
  if (rule.type === 'lunar') {
    const lunar = lunarDay(calendar, day)
    return lunar !== null && !lunar.leap && lunar.month === rule.month && lunar.day === rule.day
  }
  if (rule.month !== month || rule.weekday % 7 !== weekday) return false
  return Math.floor((day - dayNumber(year, month, 1)) / 7) + 1 === rule.nth
}

/** Legal days that cover this day, in the table's order. */
export function legalDaysOn(calendar: Calendar, day: DayNumber): readonly LegalDay[] {
  return calendar.legalDays.filter((legal) => {
    for (let back = 0; back < legal.lengthDays; back++) if (startsOn(legal, calendar, day - back)) return true
    return false
  })
}

export function dayPasses(filter: DayFilter, calendar: Calendar, day: DayNumber): boolean {
  switch (filter.type) {
    case 'any':
      return true
    case 'workingDay':
      return isWorkingDay(calendar, day)
    case 'restDay':
      return !isWorkingDay(calendar, day)
    case 'legalDay':
      return legalDaysOn(calendar, day).some((legal) => !filter.ids || filter.ids.includes(legal.id))
    case 'marketDay': {
      const lunar = lunarDay(calendar, day)
      return lunar !== null && filter.digits.includes(lunar.day % 10)
    }
  }
}

/** Years in use that have no table of swapped days, for the editors' warning. */
export function yearsWithoutTable(calendar: Calendar, from: DayNumber, to: DayNumber): readonly number[] {
  const missing: number[] = []
  for (let year = dayParts(from).year; year <= dayParts(to).year; year++)
    if (!calendar.years[String(year)]) missing.push(year)
  return missing
}
