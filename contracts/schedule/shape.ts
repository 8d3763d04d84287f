/**
 * @file The timetable as it travels: in manifests, in the scheduler, in the Studio's simulator.
 *
 * Rules, never expanded occurrences: a player cut off for a month still keeps its timetable.
 * Local date-times are read in the screen's zone; every span is half-open [start, end).
 */
import type { LocalDate, LocalDateTime, Timestamp } from '../documents/base.ts'
import type { Item } from './items.ts'

/** All fields given must fit (AND); the empty selector fits every screen. Values are document ids. */
export interface Selector {
  screen?: string
  group?: string
  county?: string
  township?: string
  village?: string
  audience?: string
}

/** `days`: ISO weekdays 1–7 on which it starts. `end` at or before `start` ends on the next day. */
export interface Daypart {
  days: readonly number[]
  /** `HH:mm` */
  start: string
  /** `HH:mm`, also `24:00` */
  end: string
}

export type When =
  | { type: 'always' }
  | { type: 'dayparts'; dayparts: readonly Daypart[] }
  /** A window of `durationMinutes` (1–10,080) opens at every match. */
  | { type: 'cron'; cron: string; durationMinutes: number }

/** Applies to the day on which a window starts. */
export type DayFilter =
  | { type: 'any' }
  | { type: 'workingDay' }
  | { type: 'restDay' }
  /** Without `ids`: any legal day. */
  | { type: 'legalDay'; ids?: readonly string[] }
  /** Lunar days whose last digit is listed: `[3, 8]` for 逢三逢八. */
  | { type: 'marketDay'; digits: readonly number[] }

export type Level = 'screen' | 'county' | 'prefecture'

export interface ScheduleEvent {
  id: string
  title: string
  playlist: string
  /** ORed; an empty list fits no screen. */
  targets: readonly Selector[]
  when: When
  validFrom?: LocalDateTime
  validUntil?: LocalDateTime
  days: DayFilter
  /** 0–9, higher wins. */
  priority: number
  mode: 'normal' | 'share' | 'takeover'
  /** With `share`: seconds of every hour, 1–3,600. */
  shareSecondsPerHour?: number
  level: Level
  /** A mandatory event outranks every priority; among them prefecture > county > screen. */
  mandatory: boolean
  /** With `takeover`: when it was ordered; the newest plays and the earlier resumes after it. */
  issuedAt?: Timestamp
}

export interface PlaylistEntry {
  /** Unique within the playlist. */
  key: string
  item: string
  /** Whole seconds on screen, at least 1. */
  seconds: number
  /** 1–60: the item begins at most so often, and never sooner than 60/N minutes after it last did. */
  maxPlaysPerHour?: number
}

export interface Playlist {
  id: string
  title: string
  entries: readonly PlaylistEntry[]
}

export type LegalDayRule =
  | { type: 'fixed'; month: number; day: number }
  /** `weekday` 1 = Monday … 7 = Sunday. */
  | { type: 'nthWeekday'; month: number; nth: number; weekday: number }
  | { type: 'lunar'; month: number; day: number }

export interface LegalDay {
  id: string
  title: string
  rule: LegalDayRule
  /** How many days it lasts from its first, at least 1. */
  lengthDays: number
}

/** First day of a lunar month. A table and not a computation, so that both ends always agree. */
export interface LunarMonth {
  start: LocalDate
  month: number
  leap: boolean
}

export interface Calendar {
  /** Swapped days (调休) by year. A year without a table falls back to Monday–Friday, with a warning. */
  years: Readonly<Record<string, { workingDays: readonly LocalDate[]; restDays: readonly LocalDate[] }>>
  legalDays: readonly LegalDay[]
  /** In order; covers at least the lease. */
  lunarMonths: readonly LunarMonth[]
}

export interface Schedule {
  /** IANA name; a screen's own zone wins. */
  zone: string
  events: readonly ScheduleEvent[]
  playlists: readonly Playlist[]
  items: readonly Item[]
  calendar: Calendar
  /** Id of the playlist that plays where nothing else does, unless the screen names its own. */
  fallback: string
}

/** What a selector and the resolver need to know of a screen. Values are document ids. */
export interface ScheduledScreen {
  id: string
  zone?: string
  county: string
  township?: string
  village?: string
  groups: readonly string[]
  audiences: readonly string[]
  fallback?: string
}
