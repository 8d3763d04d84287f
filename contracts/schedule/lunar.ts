/**
 * @file The lunar months of a stretch of days, as the table that timetables carry.
 *
 * Pure but for a bounded cache. Whoever makes a timetable reckons them; players only read the table.
 */
import { LunarMonth as TymeLunarMonth, SolarDay } from 'tyme4ts'
import type { LunarMonth } from './shape.ts'

/** Lunar months carried from the one of `from`: enough for the longest lease and a legal day's length. */
const lunarMonthsCarried = 6

/** The same day serves all screens; a few zones may stand at different days. */
const tables = new Map<string, readonly LunarMonth[]>()
const tablesMax = 8

/** @param date `2026-12-04`, a day of the first month but one to carry */
export function lunarMonthsFrom(date: string, count = lunarMonthsCarried): readonly LunarMonth[] {
  const key = `${date} ${count}`
  const known = tables.get(key)
  if (known) return known
  const months = reckon(date, count)
  if (tables.size >= tablesMax) tables.clear()
  tables.set(key, months)
  return months
}

function reckon(date: string, count: number): LunarMonth[] {
  const [year = 1970, month = 1, day = 1] = date.split('-').map(Number)
  const current = SolarDay.fromYmd(year, month, day).getLunarDay().getLunarMonth()
  // A span of several days may have begun in the month before.
  return Array.from({ length: count }, (_, index) => describe(current.next(index - 1)))
}

function describe(month: TymeLunarMonth): LunarMonth {
  const start = month.getFirstJulianDay().getSolarDay()
  const two = (value: number) => String(value).padStart(2, '0')
  return {
    start: `${start.getYear()}-${two(start.getMonth())}-${two(start.getDay())}`,
    month: month.getMonth(),
    leap: month.isLeap(),
  }
}
