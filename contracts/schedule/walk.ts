/**
 * @file The order of plays while the set of open events stays the same.
 *
 * Pure. A lane is one rank: its playlists take turns item by item in the order of their ids. At the end
 * of each play the highest lane with an item that may play gives the next one; the last lane is the
 * fallback; below it stands the safe item, so there is always something. Within a stretch in which no
 * item begins or ceases to be valid the order repeats, and whole rounds are skipped in one step.
 */
import type { Instant } from '../part.ts'
import type { Item } from './items.ts'
import type { Playlist, PlaylistEntry, ScheduleEvent } from './shape.ts'
import type { Span } from './windows.ts'

export interface LanePlaylist {
  playlist: Playlist
  /** `null` for the fallback. */
  event: ScheduleEvent | null
}

/** Playlists of equal rank, in the order of their ids. */
export type Lane = readonly LanePlaylist[]

export interface PlayableItem {
  item: Item
  valid: Span
}

export interface Play {
  from: Instant
  until: Instant
  /** `null`: the safe item. */
  chosen: { lane: LanePlaylist; entry: PlaylistEntry; item: Item } | null
}

/** How long the safe item stands before the lanes are asked again. */
const safeSeconds = 15

interface LaneState {
  turn: number
  cursors: number[]
}

interface Choice {
  lane: number
  member: number
  entry: number
  playable: PlayableItem
}

function choose(
  lanes: readonly Lane[],
  states: readonly LaneState[],
  items: ReadonlyMap<string, PlayableItem>,
  at: Instant,
): Choice | null {
  for (const [lane, members] of lanes.entries()) {
    const state = states[lane]
    if (!state) continue
    for (let offset = 0; offset < members.length; offset++) {
      const member = (state.turn + offset) % members.length
      const entries = members[member]?.playlist.entries ?? []
      for (let step = 0; step < entries.length; step++) {
        const entry = ((state.cursors[member] ?? 0) + step) % entries.length
        const playable = items.get(entries[entry]?.item ?? '')
        if (playable && at >= playable.valid.from && at < playable.valid.until)
          return { lane, member, entry, playable }
      }
    }
  }
  return null
}

function advance(lanes: readonly Lane[], states: readonly LaneState[], choice: Choice): void {
  const members = lanes[choice.lane] ?? []
  const state = states[choice.lane]
  if (!state) return
  state.turn = (choice.member + 1) % members.length
  state.cursors[choice.member] = (choice.entry + 1) % (members[choice.member]?.playlist.entries.length ?? 1)
}

function lengthMs(entry: PlaylistEntry | undefined): number {
  const seconds = Math.round(entry?.seconds ?? 0)
  return (Number.isFinite(seconds) && seconds >= 1 ? seconds : 1) * 1_000
}

/** Instants inside the segment at which some item begins or ceases to be valid, in order. */
function validityEdges(
  lanes: readonly Lane[],
  items: ReadonlyMap<string, PlayableItem>,
  segment: Span,
): readonly Instant[] {
  const edges = new Set<Instant>()
  for (const { playlist } of lanes.flat())
    for (const entry of playlist.entries) {
      const valid = items.get(entry.item)?.valid
      for (const edge of valid ? [valid.from, valid.until] : [])
        if (edge > segment.from && edge < segment.until) edges.add(edge)
    }
  return [...edges].sort((a, b) => a - b)
}

/**
 * The plays of a segment, beginning with the one that is on at `at`.
 * @param segment span in which the set of open events is constant; the walk starts at its `from`
 */
export function* walk(
  lanes: readonly Lane[],
  items: ReadonlyMap<string, PlayableItem>,
  segment: Span,
  at: Instant,
): Generator<Play> {
  const states = lanes.map((members) => ({ turn: 0, cursors: members.map(() => 0) }))
  const edges = validityEdges(lanes, items, segment)
  /** Where each state of the walk was met, within one stretch between edges. */
  const met = new Map<string, Instant>()
  let nextEdge = 0
  let now = segment.from
  while (now < segment.until) {
    while (nextEdge < edges.length && (edges[nextEdge] ?? 0) <= now) {
      nextEdge++
      met.clear()
    }
    const choice = choose(lanes, states, items, now)
    const limit = Math.min(at, edges[nextEdge] ?? Infinity)
    if (now < limit && choice) {
      const key = JSON.stringify([choice.lane, states[choice.lane]])
      const before = met.get(key)
      const rounds = before === undefined ? 0 : Math.floor((limit - now) / (now - before))
      if (before !== undefined && rounds > 0) {
        now += rounds * (now - before)
        met.clear()
        continue
      }
      met.set(key, now)
    }
    const play = playAt(lanes, choice, now, segment.until)
    if (choice) advance(lanes, states, choice)
    if (play.until > at) yield play
    now = play.until
  }
}

function playAt(lanes: readonly Lane[], choice: Choice | null, from: Instant, end: Instant): Play {
  const lane = choice && lanes[choice.lane]?.[choice.member]
  const entry = choice && lane?.playlist.entries[choice.entry]
  if (!choice || !lane || !entry)
    return { from, until: Math.min(from + safeSeconds * 1_000, end), chosen: null }
  const until = Math.min(from + lengthMs(entry), choice.playable.valid.until, end)
  return { from, until, chosen: { lane, entry, item: choice.playable.item } }
}
