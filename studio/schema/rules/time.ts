/**
 * @file Rules on dates, times of day and codes. Pure; no clock.
 *
 * Local date-times carry no offset, so they compare as text once written to the same length.
 */
import { dayParts, parseLocal } from '../../../contracts/schedule/zone.ts'
import { parseCron } from '../../../contracts/schedule/cron-words.ts'
import type { Verdict } from './text.ts'

/** Sorts a local date-time before or after another of any length. */
export function comparable(text: string): string {
  return text.length === 10 ? `${text}T00:00:00` : text.length === 16 ? `${text}:00` : text
}

export function realLocalTime(text: string | undefined): Verdict {
  return !text || parseLocal(text) !== null || '没有这个日期或时间，请重新选择'
}

/** @param from first moment, @param until first moment that no longer counts */
export function endsAfterStart(from: string | undefined, until: string | undefined): Verdict {
  if (!from || !until) return true
  return comparable(until) > comparable(from) || '结束要晚于开始，请改其中一个'
}

/** Both days inclusive. */
export function lastNotBeforeFirst(first: string | undefined, last: string | undefined): Verdict {
  return !first || !last || last >= first || '最后一天不能早于第一天，请改其中一个'
}

/** @param last whether `24:00`, the end of the day, is allowed */
export function timeOfDay(text: string | undefined, last = false): Verdict {
  if (!text) return true
  if (/^(?:[01]\d|2[0-3]):[0-5]\d$/u.test(text) || (last && text === '24:00')) return true
  return `请写成两位数的时和分，例如 08:30${last ? '；到当天结束写 24:00' : ''}`
}

export function cronText(text: string | undefined): Verdict {
  if (!text) return true
  const parsed = parseCron(text)
  return parsed.ok || parsed.reason
}

function weekdayOf(date: string): number | null {
  const local = parseLocal(date)
  return local && dayParts(local.day).weekday
}

/** A swapped working day is a Saturday or Sunday of that year; a swapped rest day is a weekday. */
export function swappedDays(
  dates: readonly string[] | undefined,
  year: number | undefined,
  kind: 'work' | 'rest',
): Verdict {
  for (const date of dates ?? []) {
    const weekday = weekdayOf(date)
    if (weekday === null) return `没有 ${date} 这一天，请重新选择`
    if (year !== undefined && Number(date.slice(0, 4)) !== year)
      return `${date} 不在 ${year} 年，请放到那一年的表里`
    const weekend = weekday === 0 || weekday === 6
    if (kind === 'work' && !weekend) return `${date} 本来就是工作日，这里只填周末上班的日子`
    if (kind === 'rest' && weekend) return `${date} 本来就是周末，这里只填工作日放假的日子`
  }
  return true
}

/** `1079`, or `120-1` for 第一百二十条之一. */
export function articleNumber(text: string | undefined): Verdict {
  return (
    !text ||
    /^[1-9]\d{0,3}(?:-[1-9]\d?)?$/u.test(text) ||
    '请写阿拉伯数字，例如 1079；“第一百二十条之一”写 120-1'
  )
}

/** Digits of an administrative code, checked for length only. */
export function codeOfDigits(text: string | undefined, digits: number): Verdict {
  return !text || new RegExp(`^\\d{${digits}}$`, 'u').test(text) || `请写 ${digits} 位数字的代码`
}
