/** @file When playlists play and where: events, campaigns, the calendar. */
import type { CountyOwned, Document, Keyed, LocalDate, Reference } from './base.ts'

/** Fields are ANDed; a selector without fields means every screen. */
export interface ScreenSelector {
  _type: 'screenSelector'
  screen?: Reference
  group?: Reference
  county?: Reference
  township?: Reference
  village?: Reference
  audience?: Reference
}

/** `days`: ISO weekdays, 1 = Monday … 7 = Sunday. `end` earlier than or equal to `start`: ends next day. */
export interface DaypartField {
  _type: 'daypart'
  days: readonly number[]
  start: string
  end: string
}

export interface ScheduleEventDocument extends Document<'scheduleEvent'>, Partial<CountyOwned> {
  title: string
  /** It then plays only on the campaign's days and screens. */
  campaign?: Reference
  playlist: Reference
  /** Left out, or empty: the campaign's; where neither names any, it plays on no screen. */
  targets?: readonly Keyed<ScreenSelector>[]
  timing: 'always' | 'dayparts' | 'cron'
  dayparts?: readonly Keyed<DaypartField>[]
  cron?: string
  durationMinutes?: number
  /** First and last day on which it may play, both inclusive. */
  firstDay?: LocalDate
  lastDay?: LocalDate
  dayFilter: 'any' | 'workingDay' | 'restDay' | 'legalDay' | 'marketDay'
  /** With `legalDay`: only these; left out: any legal day. */
  legalDays?: readonly Reference[]
  /** With `marketDay`: last digits of the lunar days. */
  marketDays?: readonly number[]
  priority: number
  mode: 'normal' | 'share' | 'takeover'
  /** With `share`: seconds an hour, 1–3,600. */
  shareSecondsPerHour?: number
  level: 'screen' | 'county' | 'prefecture'
  mandatory: boolean
}

/** One purpose, dates and targets; its events name it and never play outside of either. */
export interface SignageCampaign extends Document<'signageCampaign'>, Partial<CountyOwned> {
  title: string
  purpose: string
  /** Where its events play that name no screens; no event of it plays elsewhere. Left out: each says itself. */
  targets?: readonly Keyed<ScreenSelector>[]
  firstDay: LocalDate
  lastDay: LocalDate
}

/** The editors' table of swapped working days (调休) of one year; `_id` is `calendarYear-<year>`. */
export interface CalendarYear extends Document<'calendarYear'> {
  year: number
  /** Weekend days on which people work. */
  workingDays: readonly LocalDate[]
  /** Weekdays on which people rest. */
  restDays: readonly LocalDate[]
}

/** A day of the legal-education year, as a rule and not as dates. */
export interface LegalDayDocument extends Document<'legalDay'> {
  title: string
  /** fixed: month and day · nthWeekday: the nth such weekday of the month · lunar: lunar month and day. */
  rule: 'fixed' | 'nthWeekday' | 'lunar'
  month: number
  day?: number
  nth?: number
  /** ISO weekday, 1–7. */
  weekday?: number
  /** How many days it lasts, from 1. */
  lengthDays: number
  /** Whether statute names it, or custom only. */
  basis: 'statutory' | 'customary'
  citation?: string
}
