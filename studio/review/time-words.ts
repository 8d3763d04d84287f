/** @file An instant as the bureau's clerks write it. Pure. */
import { dayParts, timeText, wallClock } from '../../contracts/schedule/zone.ts'
import { bureauZone } from '../schema/standing.ts'

function partsOf(instant: string) {
  const { day, ms } = wallClock(bureauZone, Date.parse(instant))
  return { ...dayParts(day), time: timeText(ms) }
}

/** `12月4日 08:05` @param instant ISO 8601 */
export function timeWords(instant: string): string {
  const { month, date, time } = partsOf(instant)
  return `${month}月${date}日 ${time}`
}

/** `2026年12月4日 08:05` */
export const fullTimeWords = (instant: string): string => `${partsOf(instant).year}年${timeWords(instant)}`
