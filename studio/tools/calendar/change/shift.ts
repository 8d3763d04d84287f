/**
 * @file Moves the times of an event document as a box is moved: the whole event, for the contract has no
 * exceptions for single days.
 *
 * Pure. Times are wall-clock minutes. An event of one day goes with its day; one that recurs keeps its
 * dates, and its weekdays go along. What a rule cannot say is refused in a sentence.
 */
import type {
  DaypartField,
  Keyed,
  LocalDate,
  ScheduleEventDocument,
} from '../../../../contracts/documents/index.ts'
import { readCron, type Cron } from '../../../../contracts/schedule/cron.ts'
import { clockMs, durationMinutesMax } from '../../../../contracts/schedule/windows.ts'
import { dayParts, dayText, parseLocal } from '../../../../contracts/schedule/zone.ts'
import { cronText } from '../../../inputs/cron-sentence.ts'

/** How far beginning and end of a box were moved, in minutes of the wall clock. */
export interface Shift {
  startMinutes: number
  endMinutes: number
}

export type Changes = Partial<
  Pick<ScheduleEventDocument, 'dayparts' | 'cron' | 'durationMinutes' | 'firstDay' | 'lastDay'>
>
export type Shifted = { ok: true; changes: Changes } | { ok: false; reason: string }

const dayMinutes = 1_440
const refused = (reason: string): Shifted => ({ ok: false, reason })

export function shiftDay(day: LocalDate, days: number): LocalDate {
  const local = parseLocal(day)
  return local ? dayText(local.day + days) : day
}

const isoWeekday = (day: number) => ((dayParts(day).weekday + 6) % 7) + 1

/** Days from first to last on which the daypart begins. */
function startsOf({ days }: DaypartField, { firstDay, lastDay }: Partial<ScheduleEventDocument>): number {
  const first = parseLocal(firstDay ?? '')?.day
  const last = parseLocal(lastDay ?? '')?.day
  if (first === undefined || last === undefined || last - first > 7) return Infinity
  let starts = 0
  for (let day = first; day <= last; day++) if (days.includes(isoWeekday(day))) starts++
  return starts
}

/** Whether it plays on one day only, so that a move of its box is a move of all of it. */
export function isOnce(event: Partial<ScheduleEventDocument>): boolean {
  const { timing, dayparts = [], firstDay, lastDay } = event
  if (timing === 'always') return firstDay !== undefined && firstDay === lastDay
  const [only] = dayparts
  return timing === 'dayparts' && dayparts.length === 1 && only !== undefined && startsOf(only, event) === 1
}

const two = (value: number) => String(value).padStart(2, '0')
const clockText = (minutes: number) => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
const minutesOf = (text: string) => (clockMs(text) ?? 0) / 60_000

/** An end is written as the clock shows it; midnight of the same day's end as 24:00. */
function endText(start: number, end: number): string {
  return clockText(end <= dayMinutes && end > start ? end : end - dayMinutes)
}

const shiftWeekdays = (days: readonly number[], by: number) =>
  days.map((day) => ((((day - 1 + by) % 7) + 7) % 7) + 1).sort((a, b) => a - b)

function shiftDaypart(
  event: ScheduleEventDocument,
  index: number,
  { startMinutes, endMinutes }: Shift,
): Shifted {
  const { dayparts = [], firstDay, lastDay } = event
  const daypart = dayparts[index]
  if (!daypart) return refused('这个时段已经不在了，请看一看最新的日历')
  const from = minutesOf(daypart.start)
  const to = minutesOf(daypart.end) + (minutesOf(daypart.end) > from ? 0 : dayMinutes)
  const length = to + endMinutes - (from + startMinutes)
  if (length < 1) return refused('结束要晚于开始')
  if (length > dayMinutes) return refused('一个时段最长 24 小时，更长的请用“一直播”加上第一天和最后一天')
  const days = Math.floor((from + startMinutes) / dayMinutes)
  const start = from + startMinutes - days * dayMinutes
  const moved: Keyed<DaypartField> = {
    ...daypart,
    start: clockText(start),
    end: endText(start, start + length),
    days: shiftWeekdays(daypart.days, days),
  }
  const changes: Changes = { dayparts: dayparts.map((each, at) => (at === index ? moved : each)) }
  if (!isOnce(event) || !firstDay || !lastDay) return { ok: true, changes }
  const first = shiftDay(firstDay, days)
  // What runs over midnight may do so only where the next day still counts.
  const over = start + length > dayMinutes ? 1 : 0
  return { ok: true, changes: { ...changes, firstDay: first, lastDay: shiftDay(first, over) } }
}

/** The dates or weekdays a rule names, so many days later. */
function shiftCronDays(cron: Cron, days: number): Cron | null {
  if (days === 0 || (cron.weekdays.length === 7 && cron.days.length === 31)) return cron
  if (cron.weekdays.length < 7)
    return {
      ...cron,
      weekdays: cron.weekdays.map((day) => (((day + days) % 7) + 7) % 7).sort((a, b) => a - b),
    }
  const moved = cron.days.map((day) => day + days)
  // Beyond the 28th not every month has the day, and its neighbour would be another month's.
  return moved.every((day) => day >= 1 && day <= 28) ? { ...cron, days: moved } : null
}

function shiftCron(event: ScheduleEventDocument, { startMinutes, endMinutes }: Shift): Shifted {
  const read = readCron(event.cron ?? '')
  if ('code' in read) return refused('这条排期的时间规则看不懂，请打开排期改')
  const durationMinutes = (event.durationMinutes ?? 0) + endMinutes - startMinutes
  if (durationMinutes < 1 || durationMinutes > durationMinutesMax) return refused('每次要播 1 分钟到 7 天')
  if (startMinutes === 0) return { ok: true, changes: { durationMinutes } }
  const moments = read.hours.flatMap((hour) =>
    read.minutes.map((minute) => hour * 60 + minute + startMinutes),
  )
  const days = new Set(moments.map((moment) => Math.floor(moment / dayMinutes)))
  const [by = 0] = days
  const clock = moments.map((moment) => moment - by * dayMinutes)
  const hours = [...new Set(clock.map((moment) => Math.floor(moment / 60)))].sort((a, b) => a - b)
  const minutes = [...new Set(clock.map((moment) => moment % 60))].sort((a, b) => a - b)
  if (days.size > 1 || hours.length * minutes.length !== moments.length)
    return refused('这条排期一天播好几次，不能整体这样挪。请打开排期，用一句话重写时间')
  const moved = shiftCronDays({ ...read, hours, minutes }, by)
  return moved
    ? { ok: true, changes: { cron: cronText(moved), durationMinutes } }
    : refused('按日期的规则不能挪过月底，请打开排期改日期')
}

/** First and last day of an event that always plays. */
function shiftDates(
  { firstDay, lastDay }: ScheduleEventDocument,
  { startMinutes, endMinutes }: Shift,
): Shifted {
  const days = (minutes: number) => Math.round(minutes / dayMinutes)
  if ((!firstDay && startMinutes !== 0) || (!lastDay && endMinutes !== 0))
    return refused('它没有写第一天或最后一天，一直在播，挪不动。请打开排期填日期')
  const first = firstDay && shiftDay(firstDay, days(startMinutes))
  const last = lastDay && shiftDay(lastDay, days(endMinutes))
  if (first && last && last < first) return refused('最后一天不能早于第一天')
  return { ok: true, changes: { ...(first ? { firstDay: first } : {}), ...(last ? { lastDay: last } : {}) } }
}

/** @param daypart which of its dayparts the box is of; `null` where it has none */
export function shifted(event: ScheduleEventDocument, daypart: number | null, shift: Shift): Shifted {
  if (event.timing === 'cron') return shiftCron(event, shift)
  if (event.timing === 'always' || daypart === null) return shiftDates(event, shift)
  return shiftDaypart(event, daypart, shift)
}
