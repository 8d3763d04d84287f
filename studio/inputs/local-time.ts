/**
 * @file Between what an editor writes (a day, perhaps a time) and the half-open local date-time stored.
 *
 * Pure. A start without a time is the beginning of that day. An end is asked for as the last day that
 * still counts, and stored as the first moment that no longer does: without a time that is the next
 * midnight. Times of an end are stored as written.
 */
import { dayParts, dayText, parseLocal, type DayNumber } from '../../contracts/schedule/zone.ts'

/** A `moment` is a plain date and time; a start and an end bound a span. */
export type Edge = 'start' | 'end' | 'moment'

/** `time` is empty where the whole day counts. */
export interface DayAndTime {
  day: string
  time: string
}

const weekdays = ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'] as const

/** `2026年12月4日 星期五` */
export function dayWords(day: DayNumber): string {
  const { year, month, date, weekday } = dayParts(day)
  return `${year}年${month}月${date}日 ${weekdays[weekday] ?? ''}`.trim()
}

/** @returns what the two boxes show; empty boxes where the value is missing or no date-time */
export function boxesOf(value: string | undefined, edge: Edge): DayAndTime {
  const local = value ? parseLocal(value) : null
  if (!local || !value) return { day: '', time: '' }
  if (local.ms === 0) return { day: dayText(edge === 'end' ? local.day - 1 : local.day), time: '' }
  return { day: dayText(local.day), time: value.slice(11, 16) }
}

/** @returns the value to store, or `undefined` when there is no day */
export function valueOf(boxes: DayAndTime, edge: Edge): string | undefined {
  const local = parseLocal(boxes.day)
  if (!local) return undefined
  if (boxes.time && boxes.time !== '00:00') return `${boxes.day}T${boxes.time}`
  if (edge === 'end' && !boxes.time) return `${dayText(local.day + 1)}T00:00`
  return `${boxes.day}T00:00`
}

/**
 * @returns `08:30` for `8:30`, `08：30` and `0830`; the empty time for an empty text; null while the text
 *   is not yet a time
 */
export function readTime(text: string): string | null {
  const plain = text.trim().replace('：', ':')
  if (plain === '') return ''
  const match = /^(\d{1,2}):(\d{2})$/u.exec(plain) ?? /^(\d{2})(\d{2})$/u.exec(plain)
  if (!match || Number(match[1]) > 23 || Number(match[2]) > 59) return null
  return `${(match[1] ?? '').padStart(2, '0')}:${match[2]}`
}

/** One sentence that says when it starts or ends, so that no editor has to know about half-open spans. */
export function sentenceOf(value: string | undefined, edge: Edge): string {
  const local = value ? parseLocal(value) : null
  if (!local || !value) return { start: '没有填：发布后马上生效', end: '没有填：一直有效', moment: '' }[edge]
  const time = value.slice(11, 16)
  if (edge === 'moment') return `${dayWords(local.day)} ${time || '00:00'}`
  if (edge === 'start') return `从 ${dayWords(local.day)} ${time || '00:00'} 起`
  return local.ms === 0
    ? `到 ${dayWords(local.day - 1)} 全天结束为止`
    : `到 ${dayWords(local.day)} ${time} 为止`
}
