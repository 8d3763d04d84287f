/**
 * @file Chooses what one screen shows at one instant, and until when.
 *
 * Pure: no clock, no I/O, no state; the same three inputs always give the same answer, on the server,
 * in the player, in the Studio's simulator and on the site. The loop starts at the later of local
 * midnight and the last change of the set of open events. Invariants: a screen is never blank (below
 * the fallback stands the safe item), an item that is not valid is never shown, the order of `events`
 * never changes the result, and what `turnAt` remembers never changes it either.
 * Rules: docs/decisions/0003-schedule-rule.md, docs/decisions/0010-share-and-caps.md
 */
import type { Instant } from '../part.ts'
import { dayAt, listsOf, prepare, segmentOf } from './day.ts'
import { safeItem, type Item } from './items.ts'
import { hourMs } from './playable.ts'
import type { Playlist, Schedule, ScheduledScreen, ScheduleEvent } from './shape.ts'
import { walk, type Play } from './walk.ts'

export type Source = 'takeover' | 'share' | 'event' | 'fallback' | 'safe'

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
  /** An event that would have come first, were its items not held back by their caps. */
  held?: ScheduleEvent
}

function turnOf({ choice, held, from, until }: Play): Turn {
  const { event, playlist } = choice?.from ?? { event: null, playlist: null }
  const mode = event?.mode
  return {
    item: choice?.playable.item ?? safeItem,
    entry: choice && { playlist: choice.from.playlist.id, key: choice.line.entry.key },
    event,
    playlist,
    source: !choice ? 'safe' : !mode ? 'fallback' : mode === 'normal' ? 'event' : mode,
    from,
    until,
    ...(held ? { held } : {}),
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
    const day = dayAt(prepared, at)
    const { changes } = day
    const lists = listsOf(prepared, day)
    // What has a cap depends on the whole day so far, anything else on its segment alone.
    let index = prepared.capped ? 0 : changes.findLastIndex((change) => change <= at)
    for (; index < changes.length - 1; index++) {
      const [from = at, until = at] = changes.slice(index)
      for (const play of walk(segmentOf(prepared, day, lists, { from, until }), at)) yield turnOf(play)
    }
    at = day.bounds.until
  }
}

interface Asked {
  screen: ScheduledScreen
  rest: Generator<Turn, never>
  turn: Turn
}

/** Where the turns of a timetable stand, for whoever asks again at the end of each. */
const asked = new WeakMap<Schedule, Asked>()

/** What `screen` shows at `instant` by this schedule. */
export function turnAt(schedule: Schedule, screen: ScheduledScreen, instant: Instant): Turn {
  let known = asked.get(schedule)
  if (known?.screen !== screen || !(instant >= known.turn.from && instant < known.turn.until + hourMs)) {
    const rest = turns(schedule, screen, instant)
    asked.set(schedule, (known = { screen, rest, turn: rest.next().value }))
  }
  while (instant >= known.turn.until) known.turn = known.rest.next().value
  return known.turn
}
