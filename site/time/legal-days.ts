/**
 * @file Which legal day it is, and which comes next. Pure; the day rules are the contract's.
 */
import type { LocalDate } from '../../contracts/documents/base.ts'
import { legalDaysOn, lunarDay } from '../../contracts/schedule/calendar.ts'
import type { Calendar, LegalDay } from '../../contracts/schedule/shape.ts'
import { dayParts, dayText } from '../../contracts/schedule/zone.ts'
import { lunarMonthsAround } from './lunar-months.ts'
import { dayOf } from './local-time.ts'

export interface LegalDayOccurrence {
  id: string
  title: string
  firstDay: LocalDate
  lastDay: LocalDate
  /** Days from today until it begins; 0 on its first day and while it lasts. */
  inDays: number
}

export interface MarketDay {
  date: LocalDate
  lunar: { month: number; day: number; leap: boolean }
}

/** Every yearly rule occurs within this span. */
const searchDays = 400

/** @returns occurrences that are on today or begin later, soonest first, each legal day once */
export function legalDaysFrom(
  legalDays: readonly LegalDay[],
  today: LocalDate,
  limit: number,
): readonly LegalDayOccurrence[] {
  const start = dayOf(today)
  const calendar = calendarOf(legalDays, today)
  const found = new Map<string, LegalDayOccurrence>()
  for (let day = start; day < start + searchDays && found.size < limit; day += 1) {
    for (const legal of legalDaysOn(calendar, day)) {
      if (found.has(legal.id)) continue
      const firstDay = day === start ? firstDayOf(calendar, legal, day) : day
      found.set(legal.id, {
        id: legal.id,
        title: legal.title,
        firstDay: dayText(firstDay),
        lastDay: dayText(firstDay + legal.lengthDays - 1),
        inDays: Math.max(0, day - start),
      })
    }
  }
  return [...found.values()].slice(0, limit)
}

/** @returns the next days, from today, whose lunar day ends in one of the digits */
export function marketDaysFrom(
  digits: readonly number[],
  today: LocalDate,
  limit: number,
): readonly MarketDay[] {
  const start = dayOf(today)
  const calendar = calendarOf([], today)
  const found: MarketDay[] = []
  for (let day = start; day < start + 60 && found.length < limit; day += 1) {
    const lunar = lunarDay(calendar, day)
    if (lunar && digits.includes(lunar.day % 10)) found.push({ date: dayText(day), lunar })
  }
  return found
}

function calendarOf(legalDays: readonly LegalDay[], today: LocalDate): Calendar {
  return { years: {}, legalDays, lunarMonths: lunarMonthsAround(dayParts(dayOf(today)).year) }
}

/** A legal day of several days may have begun before today. */
function firstDayOf(calendar: Calendar, legal: LegalDay, today: number): number {
  let first = today
  for (let back = 1; back < legal.lengthDays; back += 1) {
    const onlyThis = { ...calendar, legalDays: [{ ...legal, lengthDays: 1 }] }
    if (legalDaysOn(onlyThis, today - back).length > 0) first = today - back
  }
  return first
}
