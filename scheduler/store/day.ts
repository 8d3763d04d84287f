/** @file On which day a play counts, and for how long. Pure. */
import type { PlayRecord } from '../../contracts/messages.ts'
import type { Instant } from '../../contracts/part.ts'
import { dayText, wallClock } from '../../contracts/schedule/zone.ts'

/** No play counts for longer than this, or one false record would drown the totals. */
export const playMsMax = 86_400_000
/** Days are compared as texts, so none may be longer. */
export const lastDay = '9999-12-31'

/** How long a play counts in totals: never below nothing, and no longer than a day. */
export const countedMs = ({ from, until }: Pick<PlayRecord, 'from' | 'until'>): number =>
  Math.min(Math.max(until - from, 0), playMsMax)

/** The local day on which a play began; all of it counts there. */
export function playDay(zone: string, from: Instant): string {
  const text = dayText(wallClock(zone, Math.min(from, Date.parse(lastDay))).day)
  return text > lastDay ? lastDay : text
}
