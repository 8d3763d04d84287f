/**
 * @file Wall-clock time of a zone, both ways.
 *
 * Pure but for a bounded cache. A day is a `DayNumber`, counted from 1970-01-01 in the zone's own
 * calendar, so that date arithmetic never meets an offset. Decisions for zones with DST: a wall-clock
 * time that occurs twice means its first occurrence; one that does not exist means the first instant
 * after the gap. Rule: docs/decisions/0003-schedule-rule.md
 */
import type { Instant } from '../part.ts'

export type DayNumber = number

const minuteMs = 60_000
const dayMs = 86_400_000
/** Offsets change at whole quarters of an hour in every zone since 1972. */
const bucketMs = 15 * minuteMs
const bucketsMax = 4_000

const formats = new Map<string, Intl.DateTimeFormat>()
const offsets = new Map<string, Map<number, number>>()

/** @throws RangeError when the name is no IANA zone */
function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
    formats.set(zone, format)
  }
  return format
}

export function isZone(zone: string): boolean {
  try {
    formatOf(zone)
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/** Milliseconds to add to an instant to read the zone's wall clock. */
export function offsetAt(zone: string, instant: Instant): number {
  const bucket = Math.floor(instant / bucketMs)
  let known = offsets.get(zone)
  if (!known) offsets.set(zone, (known = new Map()))
  const cached = known.get(bucket)
  if (cached !== undefined) return cached
  const parts: Record<string, number> = {}
  for (const part of formatOf(zone).formatToParts(bucket * bucketMs)) parts[part.type] = Number(part.value)
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  const offset = Date.UTC(year, month - 1, day, hour, minute, second) - bucket * bucketMs
  if (known.size >= bucketsMax) known.clear()
  known.set(bucket, offset)
  return offset
}

/** The wall-clock day and the millisecond within it that a zone reads at an instant. */
export function wallClock(zone: string, instant: Instant): { day: DayNumber; ms: number } {
  const local = instant + offsetAt(zone, instant)
  const day = Math.floor(local / dayMs)
  return { day, ms: local - day * dayMs }
}

export type WallTime = { instant: Instant; occurs: 'once' | 'twice' | 'never' }

/** @param ms milliseconds after the wall-clock midnight of `day`; may be 24 h or more */
export function instantOf(zone: string, day: DayNumber, ms: number): WallTime {
  const local = day * dayMs + ms
  const before = offsetAt(zone, local - dayMs)
  const after = offsetAt(zone, local + dayMs)
  const found = [local - before, local - after].filter((at) => at + offsetAt(zone, at) === local)
  const [first, second] = found
  if (first === undefined)
    return {
      instant: gapEnd(zone, local - Math.max(before, after), local - Math.min(before, after)),
      occurs: 'never',
    }
  if (second === undefined || first === second) return { instant: first, occurs: 'once' }
  return { instant: Math.min(first, second), occurs: 'twice' }
}

/** The instant between the two at which the offset changes. */
function gapEnd(zone: string, low: Instant, high: Instant): Instant {
  const start = offsetAt(zone, low)
  let from = low
  let to = high
  while (to - from > 1_000) {
    const middle = Math.floor((from + to) / 2_000) * 1_000
    if (middle <= from) break
    if (offsetAt(zone, middle) === start) from = middle
    else to = middle
  }
  return to
}

export interface DayParts {
  year: number
  month: number
  date: number
  /** 0 = Sunday … 6 = Saturday. */
  weekday: number
}

export function dayParts(day: DayNumber): DayParts {
  const at = new Date(day * dayMs)
  return {
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    date: at.getUTCDate(),
    weekday: at.getUTCDay(),
  }
}

export function dayNumber(year: number, month: number, date: number): DayNumber {
  return Math.floor(Date.UTC(year, month - 1, date) / dayMs)
}

/** `2026-12-04` */
export function dayText(day: DayNumber): string {
  return new Date(day * dayMs).toISOString().slice(0, 10)
}

/** `08:05` @param ms within its day */
export const timeText = (ms: number): string => new Date(ms).toISOString().slice(11, 16)

const datePattern = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}))?)?$/

/**
 * @param text a LocalDate or LocalDateTime
 * @returns day and millisecond within it, or `null` when the text is no date that exists
 */
export function parseLocal(text: string): { day: DayNumber; ms: number } | null {
  const match = datePattern.exec(text)
  if (!match) return null
  const [, year, month, date, hour = '0', minute = '0', second = '0'] = match
  const day = dayNumber(Number(year), Number(month), Number(date))
  const ms = ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1_000
  if (dayText(day) !== text.slice(0, 10) || ms >= dayMs || Number(minute) > 59 || Number(second) > 59)
    return null
  return { day, ms }
}

/** @returns the instant a local date-time names in a zone, or `null` when the text is no date-time */
export function localInstant(zone: string, text: string): Instant | null {
  const local = parseLocal(text)
  return local && instantOf(zone, local.day, local.ms).instant
}
