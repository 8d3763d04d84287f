/**
 * @file When an event is open: its windows as half-open spans of instants.
 *
 * Pure. A window belongs to the day on which it starts: the day filter and the weekday are asked of
 * that day, also when it runs over midnight. Touching windows are one window.
 */
import type { Instant } from '../part.ts'
import { dayPasses } from './calendar.ts'
import { cronDayMatches, readCron, type Cron } from './cron.ts'
import type { Calendar, Daypart, ScheduleEvent } from './shape.ts'
import { dayParts, instantOf, localInstant, wallClock, type DayNumber } from './zone.ts'

/** Half-open [from, until). */
export interface Span {
  from: Instant
  until: Instant
}

const minuteMs = 60_000
const dayMs = 86_400_000
/** A cron window lasts a week at most, a daypart a day. */
export const durationMinutesMax = 7 * 24 * 60

const clockPattern = /^(\d{2}):(\d{2})$/

/** @returns milliseconds after midnight, or `null` when the text is no `HH:mm` up to 24:00 */
export function clockMs(text: string): number | null {
  const match = clockPattern.exec(text)
  if (!match) return null
  const minutes = Number(match[1]) * 60 + Number(match[2])
  return Number(match[2]) > 59 || minutes > 24 * 60 ? null : minutes * minuteMs
}

function daypartSpan(daypart: Daypart, zone: string, day: DayNumber): Span | null {
  const isoWeekday = ((dayParts(day).weekday + 6) % 7) + 1
  const start = clockMs(daypart.start)
  const end = clockMs(daypart.end)
  if (!daypart.days.includes(isoWeekday) || start === null || end === null) return null
  const until = end > start ? end : end + dayMs
  return { from: edge(zone, day, start), until: edge(zone, day, until) }
}

/** A wall-clock edge; 24:00 and beyond are read on the following day, so DST cannot shift them. */
function edge(zone: string, day: DayNumber, ms: number): Instant {
  const over = Math.floor(ms / dayMs)
  return instantOf(zone, day + over, ms - over * dayMs).instant
}

function cronSpans(cron: Cron, durationMinutes: number, zone: string, day: DayNumber): Span[] {
  if (!cronDayMatches(cron, dayParts(day))) return []
  const spans: Span[] = []
  for (const hour of cron.hours)
    for (const minute of cron.minutes) {
      const at = instantOf(zone, day, (hour * 60 + minute) * minuteMs)
      if (at.occurs !== 'never')
        spans.push({ from: at.instant, until: at.instant + durationMinutes * minuteMs })
    }
  return spans
}

/** Sorted, without overlap; touching spans joined. */
export function joinSpans(spans: readonly Span[]): Span[] {
  const joined: Span[] = []
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1)
    if (span.until <= span.from) continue
    if (last && span.from <= last.until) last.until = Math.max(last.until, span.until)
    else joined.push({ from: span.from, until: span.until })
  }
  return joined
}

export function within(spans: readonly Span[], bounds: Span): Span[] {
  return spans
    .map((span) => ({ from: Math.max(span.from, bounds.from), until: Math.min(span.until, bounds.until) }))
    .filter((span) => span.until > span.from)
}

/** The span in which an event or item may play at all. A limit that is no date closes it: better silent than wrong. */
export function validity(zone: string, limits: { validFrom?: string; validUntil?: string }): Span {
  const from = limits.validFrom === undefined ? -Infinity : (localInstant(zone, limits.validFrom) ?? Infinity)
  const until =
    limits.validUntil === undefined ? Infinity : (localInstant(zone, limits.validUntil) ?? -Infinity)
  return { from, until }
}

interface Window extends Span {
  /** Which of the event's dayparts opened it; `null` where it has none. */
  daypart: number | null
}

function* windowsOfDay(
  { when }: ScheduleEvent,
  cron: Cron | null,
  zone: string,
  day: DayNumber,
): Generator<Window> {
  if (when.type === 'always') yield { from: edge(zone, day, 0), until: edge(zone, day, dayMs), daypart: null }
  else if (when.type === 'cron') {
    for (const span of cron ? cronSpans(cron, when.durationMinutes, zone, day) : [])
      yield { ...span, daypart: null }
  } else
    for (const [daypart, each] of when.dayparts.entries()) {
      const span = daypartSpan(each, zone, day)
      if (span) yield { ...span, daypart }
    }
}

/** What of the event lies inside `bounds`: where it may be open, and its windows there, as they are. */
function windowsIn(
  event: ScheduleEvent,
  calendar: Calendar,
  zone: string,
  bounds: Span,
): { allowed: Span; windows: readonly Window[] } {
  const { when } = event
  const valid = validity(zone, event)
  const from = Math.max(bounds.from, valid.from)
  const until = Math.min(bounds.until, valid.until)
  const allowed = { from, until }
  if (until <= from) return { allowed, windows: [] }
  const read = when.type === 'cron' ? readCron(when.cron) : null
  const cron = read && !('code' in read) ? read : null
  const duration = when.type === 'cron' ? when.durationMinutes : 24 * 60
  if (!(duration >= 1 && duration <= durationMinutesMax)) return { allowed, windows: [] }
  // A skipped hour can carry a window one more day on.
  const firstDay = wallClock(zone, from).day - Math.ceil((duration * minuteMs) / dayMs) - 1
  const lastDay = wallClock(zone, until).day
  const windows: Window[] = []
  for (let day = firstDay; day <= lastDay; day++) {
    if (!dayPasses(event.days, calendar, day)) continue
    windows.push(...windowsOfDay(event, cron, zone, day))
  }
  return { allowed, windows }
}

/**
 * The event's open spans inside `bounds`, sorted and joined.
 * An event whose cron or times are malformed is never open.
 */
export function openSpans(event: ScheduleEvent, calendar: Calendar, zone: string, bounds: Span): Span[] {
  const { allowed, windows } = windowsIn(event, calendar, zone, bounds)
  return within(joinSpans(windows), allowed)
}

export interface DaypartSpans {
  /** `null`: the event has none, it is always open or follows a cron rule. */
  daypart: number | null
  spans: readonly Span[]
}

/**
 * The same spans, told apart by the daypart that opens them, for whoever draws or moves one of them.
 * Together they are `openSpans`; those of two dayparts may overlap.
 */
export function openSpansByDaypart(
  event: ScheduleEvent,
  calendar: Calendar,
  zone: string,
  bounds: Span,
): DaypartSpans[] {
  const { allowed, windows } = windowsIn(event, calendar, zone, bounds)
  return [...new Set(windows.map(({ daypart }) => daypart))].map((daypart) => ({
    daypart,
    spans: within(joinSpans(windows.filter((each) => each.daypart === daypart)), allowed),
  }))
}

/** The first instant after `after` at which a cron window opens, or `null` within `days`. */
export function nextMatch(cron: Cron, zone: string, after: Instant, days = 1_500): Instant | null {
  const first = wallClock(zone, after).day
  for (let day = first; day <= first + days; day++)
    for (const span of cronSpans(cron, 1, zone, day)) if (span.from > after) return span.from
  return null
}
