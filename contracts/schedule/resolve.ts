/**
 * @file Chooses what one screen shows at one instant, and until when.
 *
 * Pure: no clock, no I/O, no state; the same three inputs always give the same answer, on the server,
 * in the player, in the Studio's simulator and on the site. The loop starts at the later of local
 * midnight and the last change of the set of open events. Invariants: a screen is never blank (below
 * the fallback stands the safe item), an item that is not valid is never shown, and the order of
 * `events` never changes the result. Rule: docs/decisions/0003-schedule-rule.md
 */
import type { Instant } from '../part.ts'
import { safeItem, type Item } from './items.ts'
import { byId, ranked, targetsScreen } from './order.ts'
import type { Playlist, Schedule, ScheduledScreen, ScheduleEvent } from './shape.ts'
import { walk, type Lane, type LanePlaylist, type Play, type PlayableItem } from './walk.ts'
import { openSpans, validity, type Span } from './windows.ts'
import { instantOf, wallClock, type DayNumber } from './zone.ts'

export type Source = 'takeover' | 'event' | 'fallback' | 'safe'

export interface Turn {
  item: Item
  /** Where the item stands; `null` for the safe item. */
  entry: { playlist: string; key: string } | null
  event: ScheduleEvent | null
  playlist: Playlist | null
  source: Source
  /** The play, half-open; `until` is when the next one begins. */
  from: Instant
  until: Instant
}

interface OpenEvent {
  event: ScheduleEvent
  spans: readonly Span[]
}

interface Day {
  bounds: Span
  events: readonly OpenEvent[]
  /** Instants at which the set of open events changes, with both ends of the day, in order. */
  changes: readonly Instant[]
}

/**
 * The day an instant belongs to, as a span of instants. Where a clock is set back over midnight, the
 * repeated evening belongs to the day that has already begun: a day never begins twice.
 */
function dayBounds(zone: string, instant: Instant): Span {
  let { day } = wallClock(zone, instant)
  const begins = (of: DayNumber) => instantOf(zone, of, 0).instant
  while (begins(day + 1) <= instant) day++
  while (begins(day) > instant) day--
  return { from: begins(day), until: begins(day + 1) }
}

function dayAt(schedule: Schedule, screen: ScheduledScreen, zone: string, instant: Instant): Day {
  const bounds = dayBounds(zone, instant)
  const events = schedule.events
    .filter((event) => targetsScreen(event, screen))
    .map((event) => ({ event, spans: openSpans(event, schedule.calendar, zone, bounds) }))
    .filter(({ spans }) => spans.length > 0)
  const changes = new Set([bounds.from, bounds.until])
  for (const { spans } of events)
    for (const span of spans) {
      changes.add(span.from)
      changes.add(span.until)
    }
  return { bounds, events, changes: [...changes].sort((a, b) => a - b) }
}

function laneOf(events: readonly ScheduleEvent[], playlists: ReadonlyMap<string, Playlist>): Lane {
  const members = new Map<string, LanePlaylist>()
  for (const event of events) {
    const playlist = playlists.get(event.playlist)
    if (playlist && !members.has(playlist.id)) members.set(playlist.id, { playlist, event })
  }
  return [...members.values()].sort((a, b) => byId(a.playlist, b.playlist))
}

interface Prepared {
  schedule: Schedule
  screen: ScheduledScreen
  zone: string
  playlists: ReadonlyMap<string, Playlist>
  items: ReadonlyMap<string, PlayableItem>
}

function prepare(schedule: Schedule, screen: ScheduledScreen): Prepared {
  const zone = screen.zone ?? schedule.zone
  return {
    schedule,
    screen,
    zone,
    playlists: new Map(schedule.playlists.map((playlist) => [playlist.id, playlist])),
    items: new Map(schedule.items.map((item) => [item.id, { item, valid: validity(zone, item) }])),
  }
}

function lanesAt(prepared: Prepared, day: Day, instant: Instant): readonly Lane[] {
  const open = day.events
    .filter(({ spans }) => spans.some((span) => span.from <= instant && instant < span.until))
    .map(({ event }) => event)
  const fallback =
    prepared.playlists.get(prepared.screen.fallback ?? '') ??
    prepared.playlists.get(prepared.schedule.fallback)
  return [
    ...ranked(open).map((group) => laneOf(group, prepared.playlists)),
    ...(fallback ? [[{ playlist: fallback, event: null }]] : []),
  ]
}

function turnOf(play: Play): Turn {
  const { chosen, from, until } = play
  const event = chosen?.lane.event ?? null
  const playlist = chosen?.lane.playlist ?? null
  const source: Source = !chosen
    ? 'safe'
    : !event
      ? 'fallback'
      : event.mode === 'takeover'
        ? 'takeover'
        : 'event'
  return {
    item: chosen?.item ?? safeItem,
    entry: chosen && playlist && { playlist: playlist.id, key: chosen.entry.key },
    event,
    playlist,
    source,
    from,
    until,
  }
}

/** Years that wall clocks are kept for; beyond them calendars and zones mean nothing. */
const earliest = Date.UTC(1970, 0, 1)
const latest = Date.UTC(2200, 0, 1)

/**
 * Plays in order, beginning with the one that is on at `instant`; endless.
 * @throws RangeError for an instant outside the years 1970 to 2199
 */
export function* turns(
  schedule: Schedule,
  screen: ScheduledScreen,
  instant: Instant,
): Generator<Turn, never> {
  if (!(instant >= earliest && instant < latest))
    throw new RangeError(`no timetable for the instant ${instant}`)
  const prepared = prepare(schedule, screen)
  let at = instant
  for (;;) {
    const day = dayAt(schedule, screen, prepared.zone, at)
    while (at < day.bounds.until) {
      const index = day.changes.findLastIndex((change) => change <= at)
      const segment = {
        from: day.changes[index] ?? day.bounds.from,
        until: day.changes[index + 1] ?? day.bounds.until,
      }
      for (const play of walk(lanesAt(prepared, day, segment.from), prepared.items, segment, at))
        yield turnOf(play)
      at = segment.until
    }
  }
}

/** What `screen` shows at `instant` by this schedule. */
export function turnAt(schedule: Schedule, screen: ScheduledScreen, instant: Instant): Turn {
  return turns(schedule, screen, instant).next().value
}
