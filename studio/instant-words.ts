/** @file An instant in words, by the bureau's wall clock. Pure. */
import { dayParts, timeText, wallClock } from '../contracts/schedule/zone.ts'
import { bureauZone } from './schema/standing.ts'

/** `2026年12月4日 9:05` @param text ISO 8601; what is none stays as it is */
export function instantWords(text: string): string {
  const at = Date.parse(text)
  if (Number.isNaN(at)) return text
  const { day, ms } = wallClock(bureauZone, at)
  const { year, month, date } = dayParts(day)
  return `${year}年${month}月${date}日 ${timeText(ms).replace(/^0/u, '')}`
}
