/**
 * @file What a local day of one screen holds: its bounds, the events open on it, and its segments.
 *
 * Pure. A segment is a span in which the set of open events stays the same.
 */
import type { Instant } from '../part.ts'
import { byId, ranked, targetsScreen } from './order.ts'
import { gapOf, linesOf, type LanePlaylist, type Line, type PlayableItem } from './playable.ts'
import type { Playlist, Schedule, ScheduledScreen, ScheduleEvent } from './shape.ts'
import { dues } from './share.ts'
import type { Lane, Segment } from './walk.ts'
import { openSpans, validity, type Span } from './windows.ts'
import { instantOf, wallClock, type DayNumber } from './zone.ts'

interface OpenEvent {
  event: ScheduleEvent
  spans: readonly Span[]
}

export interface Day {
  bounds: Span
  number: DayNumber
  events: readonly OpenEvent[]
  /** Instants at which the set of open events changes, with both ends of the day, in order. */
  changes: readonly Instant[]
}

/**
 * The day an instant belongs to, as a span of instants. Where a clock is set back over midnight, the
 * repeated evening belongs to the day that has already begun: a day never begins twice.
 */
export function dayBounds(zone: string, instant: Instant): { number: DayNumber; bounds: Span } {
  let { day } = wallClock(zone, instant)
  const begins = (of: DayNumber) => instantOf(zone, of, 0).instant
  while (begins(day + 1) <= instant) day++
  while (begins(day) > instant) day--
  return { number: day, bounds: { from: begins(day), until: begins(day + 1) } }
}

export function dayAt({ schedule, zone, events: aimed }: Prepared, instant: Instant): Day {
  const { number, bounds } = dayBounds(zone, instant)
  const events = aimed
    .map((event) => ({ event, spans: openSpans(event, schedule.calendar, zone, bounds) }))
    .filter(({ spans }) => spans.length > 0)
  const changes = new Set([bounds.from, bounds.until])
  for (const { spans } of events)
    for (const span of spans) {
      changes.add(span.from)
      changes.add(span.until)
    }
  return { bounds, number, events, changes: [...changes].sort((a, b) => a - b) }
}

function laneOf(events: readonly ScheduleEvent[], playlists: Lists): Lane {
  const members = new Map<string, LanePlaylist>()
  for (const event of events) {
    const list = playlists.get(event.playlist)
    if (list && !members.has(list.playlist.id)) members.set(list.playlist.id, { ...list, event })
  }
  return [...members.values()].sort((a, b) => byId(a.playlist, b.playlist))
}

export interface Prepared {
  schedule: Schedule
  zone: string
  /** Those that aim at the screen. */
  events: readonly ScheduleEvent[]
  /** Those that may come to the screen, by id. */
  playlists: ReadonlyMap<string, Playlist>
  /** That of the screen, then that of all. */
  fallbacks: readonly string[]
  items: readonly Omit<PlayableItem, 'last'>[]
  /** Of each item on this screen the least time that some entry leaves between two beginnings. */
  gaps: ReadonlyMap<string, number>
  /** Whether anything has a cap: then every day has to be walked from its beginning. */
  capped: boolean
}

export function prepare(schedule: Schedule, screen: ScheduledScreen): Prepared {
  const zone = screen.zone ?? schedule.zone
  const all = new Map(schedule.playlists.map((playlist) => [playlist.id, playlist]))
  const events = schedule.events.filter((event) => targetsScreen(event, screen))
  const fallbacks = [...new Set([screen.fallback ?? '', schedule.fallback])].filter((id) => all.has(id))
  const playlists = new Map<string, Playlist>()
  const gaps = new Map<string, number>()
  for (const id of [...events.map((event) => event.playlist), ...fallbacks]) {
    const playlist = all.get(id)
    if (playlist) playlists.set(id, playlist)
    for (const entry of playlist?.entries ?? [])
      gaps.set(entry.item, Math.min(gapOf(entry), gaps.get(entry.item) ?? Infinity))
  }
  return {
    schedule,
    zone,
    events,
    playlists,
    fallbacks,
    items: schedule.items.map((item) => ({ item, valid: validity(zone, item) })),
    gaps,
    capped: [...playlists.values()].some(({ entries }) => entries.some((entry) => gapOf(entry) > 0)),
  }
}

/** The playlists of one day, whose items know when they last began. */
type Lists = ReadonlyMap<string, { playlist: Playlist; lines: readonly Line[] }>

/**
 * The day before is not walked again, so each item counts as begun as late on it as any entry of it may.
 */
export function listsOf({ playlists, items, gaps }: Prepared, { bounds }: Day): Lists {
  const begun = new Map<string, PlayableItem>()
  for (const { item, valid } of items)
    begun.set(item.id, { item, valid, last: bounds.from - (gaps.get(item.id) ?? 0) })
  return new Map([...playlists].map(([id, playlist]) => [id, { playlist, lines: linesOf(playlist, begun) }]))
}

export function segmentOf(
  { fallbacks, capped }: Prepared,
  { events, bounds, number }: Day,
  lists: Lists,
  span: Span,
): Segment {
  const open = events
    .filter(({ spans }) => spans.some(({ from, until }) => from <= span.from && span.from < until))
    .map(({ event }) => event)
  const silent = open.some(({ mode }) => mode === 'takeover')
  const shares = silent ? [] : open.filter(({ mode }) => mode === 'share').sort(byId)
  return {
    ...span,
    dayUntil: bounds.until,
    capped,
    lanes: [
      ...ranked(open).map((group) => laneOf(group, lists)),
      ...fallbacks.flatMap((id) => {
        const list = lists.get(id)
        return list ? [[{ ...list, event: null }]] : []
      }),
    ],
    shares: shares.flatMap((event) => {
      const list = lists.get(event.playlist)
      if (!list) return []
      return [
        { ...list, event, dues: dues(list.lines, event.shareSecondsPerHour, number, bounds.from, span.from) },
      ]
    }),
  }
}
