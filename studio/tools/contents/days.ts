/** @file Days of the bureau's wall clock, and how long ago something was. Pure. */
import { dayParts, dayText, timeText, wallClock } from '../../../contracts/schedule/zone.ts'
import { localInstant } from '../../../contracts/schedule/zone.ts'
import type { Instant } from '../../../contracts/part.ts'
import { bureauZone } from '../../schema/standing.ts'

/** The beginning of the first of so many days, today among them, ISO 8601: it stays the same all day. */
export function day(at: Instant, days: number): string {
  const first = dayText(wallClock(bureauZone, at).day - days + 1)
  return new Date(localInstant(bureauZone, `${first}T00:00`) ?? at).toISOString()
}

const minuteMs = 60_000

/** `刚刚`, `5 分钟前`, `今天 08:05`, `12月4日`, `2025年12月4日`. @param text ISO 8601 */
export function sinceWords(text: string, at: Instant): string {
  const then = Date.parse(text)
  const minutes = Math.floor((at - then) / minuteMs)
  if (minutes < 2) return '刚刚'
  if (minutes < 60) return `${minutes} 分钟前`
  const now = wallClock(bureauZone, at)
  const past = wallClock(bureauZone, then)
  if (past.day === now.day) return `今天 ${timeText(past.ms)}`
  if (past.day === now.day - 1) return `昨天 ${timeText(past.ms)}`
  const { year, month, date } = dayParts(past.day)
  return `${year === dayParts(now.day).year ? '' : `${year}年`}${month}月${date}日`
}
