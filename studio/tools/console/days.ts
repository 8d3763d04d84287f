/** @file Days as a person types or picks them. Pure; days are the bureau's. */
import { dayNumber, dayParts, dayText, parseLocal, wallClock } from '../../../contracts/schedule/zone.ts'
import type { Instant } from '../../../contracts/part.ts'
import { dayWords } from '../../inputs/local-time.ts'
import { bureauZone } from '../../schema/standing.ts'

const pattern = /^(?:(\d{4})\D+)?(\d{1,2})\D+(\d{1,2})\D*$/u
const figures = /^(\d{4})(\d{2})(\d{2})$/u

/**
 * `2026-12-04`, `2026年12月4日`, `20261204`, and without a year (this one) `12-4` or `12月4日`.
 * @returns the day as `2026-12-04`, or null for what is no day of the calendar
 */
export function readDay(typed: string, now: Instant): string | null {
  const text = typed.trim().normalize('NFKC')
  const found = figures.exec(text) ?? pattern.exec(text)
  if (!found) return null
  const thisYear = dayParts(wallClock(bureauZone, now).day).year
  const [year, month, date] = [Number(found[1] ?? thisYear), Number(found[2]), Number(found[3])]
  const day = dayText(dayNumber(year, month, date))
  const isReal = Number(day.slice(5, 7)) === month && Number(day.slice(8)) === date && month >= 1
  return isReal ? day : null
}

/** What was read, so that a slip shows: `2026年12月4日 星期五`. */
export function readWords(day: string): string {
  const local = parseLocal(`${day}T00:00`)
  return local ? dayWords(local.day) : ''
}

export interface DayChoice {
  day: string
  words: string
}

/** The next days, today first, for a list. */
export function comingDays(now: Instant, count: number): DayChoice[] {
  const { day: today } = wallClock(bureauZone, now)
  return Array.from({ length: count }, (_, index) => {
    const near = ['今天，', '明天，', '后天，'][index] ?? ''
    return { day: dayText(today + index), words: near + dayWords(today + index) }
  })
}

/** A blank of the kind `time`: a time alone, or with a day before it. */
export interface Moment {
  day: string
  time: string
}

export function momentOf(value: string): Moment {
  const [first = '', second] = value.split('T')
  return second === undefined ? { day: '', time: first } : { day: first, time: second }
}

/** Nothing as long as there is no time, for the template's sentence needs one. */
export const valueOfMoment = ({ day, time }: Moment): string => (day && time ? `${day}T${time}` : time)
