/**
 * @file How every event stands on one screen over a span of time: on it, filling its pauses, or covered.
 *
 * Pure, and made of what the resolver itself is made of: the open events of a day, their ranks, and which
 * lines of their playlists are valid. What it says of an instant holds for every play that begins there:
 * a play is of an event that `plays`, `shares` or `fills`, or of the fallback where `fallback` is true
 * (tested against the resolver). Rules: docs/decisions/0003-schedule-rule.md, 0010-share-and-caps.md
 */
import { dayAt, listsOf, prepare, type Day, type Prepared } from './day.ts'
import { byId, ranked } from './order.ts'
import type { Schedule, ScheduledScreen, ScheduleEvent } from './shape.ts'
import { isShare } from './share.ts'
import type { Span } from './windows.ts'

/**
 * `plays`: of the highest rank that always has something to show · `shares`: comes in beside it · `fills`:
 * plays while those above are held back by their caps · `covered`: others of higher rank have the screen ·
 * `silenced`: a share under a takeover · `empty`: its playlist has nothing that is valid.
 */
export type Standing = 'plays' | 'shares' | 'fills' | 'covered' | 'silenced' | 'empty'

export interface EventStanding {
  event: ScheduleEvent
  standing: Standing
  /** Those of higher rank that keep it from the screen, or leave it only their pauses; highest first. */
  by: readonly ScheduleEvent[]
}

/** Within it nothing changes but whose turn it is. */
export interface Stretch extends Span {
  /** Every event that is open, highest rank first, shares last. */
  events: readonly EventStanding[]
  /** Whether what plays when nothing is scheduled may come. */
  fallback: boolean
}

type Lists = ReturnType<typeof listsOf>

/** How much of a playlist can be shown: always something, only as often as its caps allow, nothing. */
type Supply = 'steady' | 'capped' | 'none'

function supplyOf({ playlist }: ScheduleEvent, lists: Lists, { from }: Span): Supply {
  const valid = (lists.get(playlist)?.lines ?? []).filter(
    ({ playable }) => playable && from >= playable.valid.from && from < playable.valid.until,
  )
  if (valid.length === 0) return 'none'
  return valid.some(({ gapMs }) => gapMs === 0) ? 'steady' : 'capped'
}

function shareStanding(
  event: ScheduleEvent,
  supply: Supply,
  takeover: ScheduleEvent | undefined,
): EventStanding {
  if (takeover) return { event, standing: 'silenced', by: [takeover] }
  const due = supply !== 'none' && isShare(event.shareSecondsPerHour)
  return { event, standing: due ? 'shares' : 'empty', by: [] }
}

function standingsOf(open: readonly ScheduleEvent[], lists: Lists, span: Span): Omit<Stretch, keyof Span> {
  const events: EventStanding[] = []
  /** Whose caps leave pauses, then who leaves none. */
  let pausing: readonly ScheduleEvent[] = []
  let owners: readonly ScheduleEvent[] | null = null
  for (const group of ranked(open)) {
    const supplied = group.map((event) => ({ event, supply: supplyOf(event, lists, span) }))
    const able = supplied.filter(({ supply }) => supply !== 'none').map(({ event }) => event)
    for (const { event, supply } of supplied)
      if (supply === 'none') events.push({ event, standing: 'empty', by: [] })
      else if (owners) events.push({ event, standing: 'covered', by: owners })
      else events.push({ event, standing: pausing.length > 0 ? 'fills' : 'plays', by: pausing })
    if (owners || able.length === 0) continue
    if (supplied.some(({ supply }) => supply === 'steady')) owners = able
    else pausing = [...pausing, ...able]
  }
  const takeover = open.find(({ mode }) => mode === 'takeover')
  for (const event of open.filter(({ mode }) => mode === 'share').sort(byId))
    events.push(shareStanding(event, supplyOf(event, lists, span), takeover))
  return { events, fallback: owners === null }
}

/** Where anything changes that day: who is open, and what of their playlists is valid. */
function edgesOf({ changes, bounds, events }: Day, lists: Lists, within: Span): number[] {
  const edges = new Set(changes)
  for (const { event } of events)
    for (const { playable } of lists.get(event.playlist)?.lines ?? [])
      if (playable) edges.add(playable.valid.from).add(playable.valid.until)
  const from = Math.max(bounds.from, within.from)
  const until = Math.min(bounds.until, within.until)
  return [from, ...[...edges].filter((edge) => edge > from && edge < until).sort((a, b) => a - b), until]
}

function* stretchesOfDay(prepared: Prepared, day: Day, within: Span): Generator<Stretch> {
  const lists = listsOf(prepared, day)
  const edges = edgesOf(day, lists, within)
  for (const [index, from] of edges.slice(0, -1).entries()) {
    const span = { from, until: edges[index + 1] ?? from }
    const open = day.events
      .filter(({ spans }) => spans.some((each) => each.from <= from && from < each.until))
      .map(({ event }) => event)
    yield { ...span, ...standingsOf(open, lists, span) }
  }
}

/** The stretches of `within` on one screen, in order and without a gap; a day's end is always an edge. */
export function stretches(schedule: Schedule, screen: ScheduledScreen, within: Span): Stretch[] {
  const prepared = prepare(schedule, screen)
  const found: Stretch[] = []
  for (let at = within.from; at < within.until;) {
    const day = dayAt(prepared, at)
    found.push(...stretchesOfDay(prepared, day, within))
    at = day.bounds.until
  }
  return found
}
