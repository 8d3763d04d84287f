/**
 * @file Between instants and the calendar's own times, which are the wall clock of the screens. Pure.
 *
 * The calendar is told that its zone is UTC and is handed wall-clock texts, so that a browser that stands in
 * another zone draws the same.
 */
import type { Instant } from '../../../../contracts/part.ts'
import {
  dayNumber,
  dayText,
  instantOf,
  parseLocal,
  wallClock,
  type DayNumber,
} from '../../../../contracts/schedule/zone.ts'

/** `2026-12-04T08:00:00` */
export function wallText(zone: string, instant: Instant): string {
  const { day, ms } = wallClock(zone, instant)
  return `${dayText(day)}T${new Date(ms).toISOString().slice(11, 19)}`
}

/** The day that one of the calendar's own dates means. */
export const markedDay = (date: Date): DayNumber =>
  dayNumber(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())

/** `08:00` of one of the calendar's own dates. */
export const markedTime = (date: Date): string => date.toISOString().slice(11, 16)

export const startOf = (zone: string, day: DayNumber): Instant => instantOf(zone, day, 0).instant

/** @returns the day of a `2026-12-04`, or `instead` where it is none */
export const dayOf = (text: string, instead: DayNumber): DayNumber => parseLocal(text)?.day ?? instead
