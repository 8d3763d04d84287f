/**
 * @file What of a timetable holds while the server is not heard.
 *
 * Pure. What may have been withdrawn in a hurry is not shown for long without a server; what the fallback
 * shows is all that is sure for ever. The short lease is counted on trusted time: while the time is not known, nobody knows how long the silence is.
 */
import type { Instant } from '../contracts/part.ts'
import { noticeLeaseMs } from '../contracts/schedule/defaults.ts'
import type { Schedule, ScheduledScreen } from '../contracts/schedule/index.ts'
import type { ClockReading } from './machine.ts'

/**
 * @param heardAt when the server last said anything, 0 for never
 * @param greatest the greatest time ever trusted: a clock that was set back makes no lease longer
 */
export function inTouch(heardAt: Instant, { now, trusted }: ClockReading, greatest: Instant): boolean {
  return trusted && Math.max(now, greatest) < heardAt + noticeLeaseMs
}

/** What a screen out of touch may still show. What its own fallback shows was not ordered for a while: a stop. */
export function withoutShortLived(schedule: Schedule, { fallback }: ScheduledScreen): Schedule {
  return {
    ...schedule,
    events: schedule.events.filter(({ mode, playlist }) => mode !== 'takeover' || playlist === fallback),
    items: schedule.items.filter(({ kind }) => kind !== 'notice'),
  }
}

/** The fallback playlists and their items: what plays when nothing else may. */
export function fallbackOnly(schedule: Schedule, screen: ScheduledScreen): Schedule {
  const spare = schedule.playlists.filter(({ id }) => id === screen.fallback || id === schedule.fallback)
  const items = new Set(spare.flatMap(({ entries }) => entries.map(({ item }) => item)))
  return {
    ...schedule,
    events: [],
    playlists: spare,
    items: schedule.items.filter(({ id }) => items.has(id)),
  }
}
