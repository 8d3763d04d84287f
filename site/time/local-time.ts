/**
 * @file Dates and times of the bureau's wall clock, as the strings that documents hold.
 *
 * Pure. Local dates and date-times sort as text; the zone arithmetic itself is the contract's.
 */
import type { LocalDate, LocalDateTime } from '../../contracts/documents/base.ts'
import type { Instant } from '../../contracts/part.ts'
import { dayText, instantOf, parseLocal, wallClock, type DayNumber } from '../../contracts/schedule/zone.ts'

/** @returns `2026-12-04T08:00:30` */
export function localDateTime(instant: Instant, zone: string): LocalDateTime {
  const { day, ms } = wallClock(zone, instant)
  return `${dayText(day)}T${new Date(ms).toISOString().slice(11, 19)}`
}

export function localDate(instant: Instant, zone: string): LocalDate {
  return dayText(wallClock(zone, instant).day)
}

/** The instant at which the zone's next day begins. */
export function nextMidnight(instant: Instant, zone: string): Instant {
  return instantOf(zone, wallClock(zone, instant).day + 1, 0).instant
}

/** @throws TypeError when the text is no date that exists; documents hold only dates that the Studio checked */
export function dayOf(date: LocalDate): DayNumber {
  const parsed = parseLocal(date)
  if (!parsed) throw new TypeError(`not a date: ${date}`)
  return parsed.day
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayOf(to) - dayOf(from)
}
