/**
 * @file Whether share events ask a screen for more seconds than an hour has, and from when on.
 *
 * Pure. Such a timetable still has an answer at every instant, but not the one that was asked for; so it
 * is told to the one who writes it.
 */
import type { Instant } from '../part.ts'
import { byId, targetsScreen } from './order.ts'
import type { Schedule, ScheduledScreen, ScheduleEvent } from './shape.ts'
import { isShare } from './share.ts'
import { openSpans } from './windows.ts'

export interface Overbooked {
  at: Instant
  /** Seconds an hour that are asked for together. */
  seconds: number
  /** By id. */
  events: readonly ScheduleEvent[]
}

const dayMs = 86_400_000
/** Days that are looked at in one step, so that a rule with many windows takes little memory. */
const stepDays = 30
export const shareSecondsMax = 3_600

interface Edge {
  at: Instant
  event: ScheduleEvent
  opens: boolean
}

function edgesOf(
  event: ScheduleEvent,
  schedule: Schedule,
  zone: string,
  from: Instant,
  until: Instant,
): Edge[] {
  return openSpans(event, schedule.calendar, zone, { from, until }).flatMap((span) => [
    { at: span.from, event, opens: true },
    { at: span.until, event, opens: false },
  ])
}

const seconds = (events: Iterable<ScheduleEvent>): number =>
  [...events].reduce((sum, { shareSecondsPerHour }) => sum + (shareSecondsPerHour ?? 0), 0)

/**
 * @param days how far ahead to look
 * @returns the first instant from `from` on at which the open share events ask for more than an hour
 */
export function overbooked(
  schedule: Schedule,
  screen: ScheduledScreen,
  from: Instant,
  days: number,
): Overbooked | null {
  const zone = screen.zone ?? schedule.zone
  const shares = schedule.events
    .filter((event) => event.mode === 'share' && isShare(event.shareSecondsPerHour))
    .filter((event) => targetsScreen(event, screen))
  // The rest costs time, and no timetable that is well kept needs it.
  if (seconds(shares) <= shareSecondsMax) return null
  const end = from + days * dayMs
  for (let at = from; at < end; at += stepDays * dayMs) {
    const until = Math.min(end, at + stepDays * dayMs)
    const open = new Set<ScheduleEvent>()
    const edges = shares.flatMap((event) => edgesOf(event, schedule, zone, at, until))
    edges.sort((a, b) => a.at - b.at || Number(a.opens) - Number(b.opens))
    for (const [index, { at: instant, event, opens }] of edges.entries()) {
      if (opens) open.add(event)
      else open.delete(event)
      // Whatever else begins or ends at this instant belongs to the same answer.
      if (edges[index + 1]?.at !== instant && seconds(open) > shareSecondsMax)
        return { at: instant, seconds: seconds(open), events: [...open].sort(byId) }
    }
  }
  return null
}
