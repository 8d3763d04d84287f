/** @file Days and times as a Chinese reader expects them. Pure. */
import { boxesOf } from '../../../inputs/local-time.ts'

export { instantWords } from '../../../instant-words.ts'

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
