/** @file Dates and times as a reader expects them. Pure. */
import type { LocalDate, LocalDateTime, Timestamp } from '../../contracts/documents/base.ts'
import { dayParts, parseLocal } from '../../contracts/schedule/zone.ts'
import { localDate } from '../time/local-time.ts'

const weekdays = '日一二三四五六'

/** `2026-12-04` → 2026年12月4日; what is no date is given back as it is. */
export function chineseDate(date: LocalDate): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(date)
  return match ? `${match[1]}年${Number(match[2])}月${Number(match[3])}日` : date
}

/** `2026-12-04` → 12月4日 */
export function monthAndDay(date: LocalDate): string {
  return chineseDate(date).replace(/^\d+年/, '')
}

export function weekday(date: LocalDate): string {
  const parsed = parseLocal(date)
  return parsed ? `星期${weekdays[dayParts(parsed.day).weekday]}` : ''
}

/** 2026年12月4日（星期五）9:00—11:30, or both dates when they differ. */
export function timeSpan(from: LocalDateTime, to: LocalDateTime): string {
  const clock = (at: LocalDateTime) => at.slice(11, 16).replace(/^0/, '')
  const day = (at: LocalDateTime) => `${chineseDate(at.slice(0, 10))}（${weekday(at.slice(0, 10))}）`
  if (from.slice(0, 10) === to.slice(0, 10)) return `${day(from)}${clock(from)}—${clock(to)}`
  return `${day(from)}${clock(from)}—${day(to)}${clock(to)}`
}

export function dateOfTimestamp(timestamp: Timestamp, zone: string): LocalDate {
  return localDate(Date.parse(timestamp), zone)
}

const lunarDigits = '一二三四五六七八九十'
const lunarMonths = '正二三四五六七八九十冬腊'

/** 十月十三, 闰六月初一. */
export function lunarDate({ month, day, leap }: { month: number; day: number; leap: boolean }): string {
  const tens = day <= 10 ? '初' : day < 20 ? '十' : day === 20 ? '二' : day < 30 ? '廿' : '三'
  const ones = day === 20 || day === 30 ? '十' : lunarDigits[(day - 1) % 10]
  return `${leap ? '闰' : ''}${lunarMonths[month - 1]}月${tens}${ones}`
}

/** `[3, 8]` → 逢三、逢八 */
export function marketDaysText(digits: readonly number[]): string {
  return digits.map((digit) => `逢${digit === 0 ? '十' : lunarDigits[digit - 1]}`).join('、')
}
