/** @file Days and times as a Chinese reader expects them. Pure. */
import { boxesOf } from '../../../inputs/local-time.ts'
import { bureauZone } from '../../../schema/standing.ts'
import { wallClock, dayParts } from '../../../../contracts/schedule/zone.ts'

const two = (number: number) => String(number).padStart(2, '0')

/** `2026-12-04` → `2026年12月4日`; what is no day stays as it is. */
export function dateWords(text: string): string {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)/u.exec(text) ?? []
  return year ? `${year}年${Number(month)}月${Number(date)}日` : text
}

/**
 * `2026-12-04T09:30` of the bureau's clock → `2026年12月4日 9:30`; a midnight is its day.
 * @param edge `end` is stored as the first moment that no longer counts: a midnight is told as the day before,
 *   as the form asks for it
 */
export function localWords(text: string, edge: 'moment' | 'end' = 'moment'): string {
  const { day, time } = boxesOf(text, edge)
  const [hour = '', minute = ''] = time.split(':')
  return `${dateWords(day || text)}${time ? ` ${Number(hour)}:${minute}` : ''}`
}

/** An instant (ISO 8601) by the bureau's clock. */
export function instantWords(text: string): string {
  const at = Date.parse(text)
  if (Number.isNaN(at)) return text
  const { day, ms } = wallClock(bureauZone, at)
  const { year, month, date } = dayParts(day)
  const minutes = Math.floor(ms / 60_000)
  return `${year}年${month}月${date}日 ${Math.floor(minutes / 60)}:${two(minutes % 60)}`
}
