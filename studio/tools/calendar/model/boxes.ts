/**
 * @file The boxes of the calendar: the windows of each event, with the parts in which others have its
 * screens.
 *
 * Pure. Windows and standings come from contracts/schedule alone; nothing is reckoned here but how many of
 * the screens are concerned. A box lies within one local day, unless it fills whole days.
 */
import type { Instant } from '../../../../contracts/part.ts'
import type { ScheduledScreen, ScheduleEvent } from '../../../../contracts/schedule/index.ts'
import { stretches, type Standing } from '../../../../contracts/schedule/standings.ts'
import { openSpansByDaypart, within, type Span } from '../../../../contracts/schedule/windows.ts'
import { instantOf, wallClock } from '../../../../contracts/schedule/zone.ts'
import { inScope, type Scope } from './scope.ts'
import { scheduleFor, type Planned, type Timetable } from './timetable.ts'

/** Where an event is not on the screen although its window is open. */
export interface Lost extends Span {
  standing: Exclude<Standing, 'plays' | 'shares'>
  /** Ids of the events that keep it away; empty where its playlist has nothing. */
  by: readonly string[]
  /** Of how many of its screens. */
  screens: number
  of: number
}

export interface Box extends Span {
  key: string
  event: ScheduleEvent
  draft: boolean
  zone: string
  /** Which of the event's dayparts; `null` where it has none. */
  daypart: number | null
  /** The whole window, of which the box may be one day. */
  window: Span
  /** It fills its days from midnight to midnight, or opens too often that day to be drawn each time. */
  wholeDays: boolean
  /** How often it opens in the box. */
  times: number
  /** Milliseconds for which it is open in the box. */
  open: number
  lost: readonly Lost[]
}

/** Screens that have the same events, so that they are reckoned once. */
interface Alike {
  screen: ScheduledScreen
  count: number
  events: ReadonlySet<string>
}

function alike(timetable: Timetable, screens: readonly ScheduledScreen[]): Alike[] {
  const found = new Map<string, Alike & { count: number }>()
  for (const screen of screens) {
    const events = timetable.planned.filter(({ fits }) => fits(screen)).map(({ event }) => event.id)
    const key = JSON.stringify([screen.fallback, events])
    const known = found.get(key)
    if (known) known.count++
    else found.set(key, { screen, count: 1, events: new Set(events) })
  }
  return [...found.values()]
}

interface Piece extends Span {
  standing: Standing
  by: readonly string[]
  count: number
}

/** How each event stands on each kind of screen. */
function piecesOf(timetable: Timetable, kinds: readonly Alike[], bounds: Span): Map<string, Piece[]> {
  const pieces = new Map<string, Piece[]>()
  for (const { screen, count } of kinds)
    for (const { from, until, events } of stretches(scheduleFor(timetable, screen), screen, bounds))
      for (const { event, standing, by } of events) {
        const list = pieces.get(event.id) ?? []
        list.push({ from, until, standing, by: by.map(({ id }) => id), count })
        pieces.set(event.id, list)
      }
  return pieces
}

const grave: readonly Lost['standing'][] = ['empty', 'silenced', 'covered', 'fills']

/** What is said of one moment: how many screens lost it, and for the gravest of the reasons. */
function lostAt(pieces: readonly Piece[], span: Span, of: number): Lost | null {
  const here = pieces.filter(({ from, until }) => from <= span.from && span.from < until)
  const off = here.filter(({ standing }) => standing !== 'plays' && standing !== 'shares')
  const standing = grave.find((each) => off.some((piece) => piece.standing === each))
  if (!standing) return null
  const by = [...new Set(off.flatMap((piece) => piece.by))].sort()
  return { ...span, standing, by, screens: off.reduce((sum, { count }) => sum + count, 0), of }
}

const alikeLost = (a: Lost, b: Lost) =>
  a.until === b.from && a.standing === b.standing && a.screens === b.screens && a.by.join() === b.by.join()

function lostOf(pieces: readonly Piece[], of: number): Lost[] {
  const edges = [...new Set(pieces.flatMap(({ from, until }) => [from, until]))].sort((a, b) => a - b)
  const found: Lost[] = []
  for (const [index, from] of edges.slice(0, -1).entries()) {
    const lost = lostAt(pieces, { from, until: edges[index + 1] ?? from }, of)
    const last = found.at(-1)
    if (lost && last && alikeLost(last, lost)) last.until = lost.until
    else if (lost) found.push(lost)
  }
  return found
}

/** The window cut at every midnight. */
function days(window: Span, zone: string): Span[] {
  const cut: Span[] = []
  for (let from = window.from; from < window.until;) {
    const midnight = instantOf(zone, wallClock(zone, from).day + 1, 0).instant
    const until = Math.min(window.until, Math.max(midnight, from + 1))
    cut.push({ from, until })
    from = until
  }
  return cut
}

const isMidnight = (zone: string, instant: Instant) => wallClock(zone, instant).ms === 0

/** More windows a day than this are one box, which says how many. */
const timesMax = 8

interface Drawn extends Span {
  window: Span
  wholeDays: boolean
  times: number
  open: number
}

/** Windows of one day that are too many become one; those of midnight to midnight stay as long as they are. */
function drawn(spans: readonly Span[], zone: string): Drawn[] {
  const found: Drawn[] = []
  const byDay = new Map<number, Drawn[]>()
  for (const window of spans) {
    const length = window.until - window.from
    if (isMidnight(zone, window.from) && isMidnight(zone, window.until)) {
      found.push({ ...window, window, wholeDays: true, times: 1, open: length })
      continue
    }
    for (const piece of days(window, zone)) {
      const { day } = wallClock(zone, piece.from)
      const list = byDay.get(day) ?? []
      list.push({ ...piece, window, wholeDays: false, times: 1, open: piece.until - piece.from })
      byDay.set(day, list)
    }
  }
  for (const [day, pieces] of byDay)
    if (pieces.length <= timesMax) found.push(...pieces)
    else {
      const span = { from: instantOf(zone, day, 0).instant, until: instantOf(zone, day + 1, 0).instant }
      const open = pieces.reduce((sum, piece) => sum + piece.open, 0)
      found.push({ ...span, window: span, wholeDays: true, times: pieces.length, open })
    }
  return found
}

function boxesOf(
  { event, draft }: Planned,
  timetable: Timetable,
  zone: string,
  bounds: Span,
  lost: Lost[],
): Box[] {
  return openSpansByDaypart(event, timetable.schedule.calendar, zone, bounds).flatMap(({ daypart, spans }) =>
    drawn(spans, zone).map((each): Box => ({
      ...each,
      key: `${event.id} ${zone} ${daypart ?? ''} ${each.from}`,
      event,
      draft,
      zone,
      daypart,
      lost: lost.flatMap((gone) => within([gone], each).map((span) => ({ ...gone, ...span }))),
    })),
  )
}

/** Screens of a scope by the zone of their wall clocks. */
function byZone(timetable: Timetable, scope: Scope): Map<string, ScheduledScreen[]> {
  const zones = new Map<string, ScheduledScreen[]>()
  for (const screen of timetable.screens) {
    if (!inScope(scope, screen)) continue
    const zone = screen.zone ?? timetable.schedule.zone
    zones.set(zone, [...(zones.get(zone) ?? []), screen])
  }
  return zones
}

/** Every box of the scope that touches `bounds`, cut off there; those of a rank together. */
export function boxes(timetable: Timetable, scope: Scope, bounds: Span): Box[] {
  const found: Box[] = []
  for (const [zone, screens] of byZone(timetable, scope)) {
    const kinds = alike(timetable, screens)
    const pieces = piecesOf(timetable, kinds, bounds)
    for (const planned of timetable.planned) {
      const { id } = planned.event
      const of = kinds.reduce((sum, { events, count }) => sum + (events.has(id) ? count : 0), 0)
      if (of > 0) found.push(...boxesOf(planned, timetable, zone, bounds, lostOf(pieces.get(id) ?? [], of)))
    }
  }
  return found
}

/** What of the box is not on any of its screens. */
export const lostEverywhere = ({ lost }: Box): readonly Lost[] =>
  lost.filter(({ screens, of, standing }) => screens === of && standing !== 'fills')

/** Whether nothing of it is on any of its screens. */
export function isLost(box: Box): boolean {
  const gone = lostEverywhere(box).reduce((sum, { from, until }) => sum + until - from, 0)
  return gone >= box.open
}
