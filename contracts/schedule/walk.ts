/**
 * @file The order of plays while the set of open events stays the same.
 *
 * Pure. A lane is one rank: its playlists take turns item by item in the order of their ids. At the end
 * of each play the share play that has been due longest comes next; where none is due, the highest lane
 * with an item that may play gives it; the last lane is the fallback; below it stands the safe item, so
 * there is always something. An item may play while it is valid and no cap holds it back. Where neither
 * shares nor caps disturb it the order repeats between the edges of validity, and whole rounds are
 * skipped in one step.
 */
import type { Instant } from '../part.ts'
import { playableAt, type Choice, type LanePlaylist } from './playable.ts'
import type { ScheduleEvent } from './shape.ts'
import { shareTurns, type Share } from './share.ts'
import type { Span } from './windows.ts'

/** Playlists of equal rank, in the order of their ids. */
export type Lane = readonly LanePlaylist[]

/** Span in which the set of open events is constant; the walk starts at its `from`. */
export interface Segment extends Span {
  lanes: readonly Lane[]
  /** In the order of their event ids. */
  shares: readonly Share[]
  /** Where its day ends. */
  dayUntil: Instant
  /** Whether any line has a cap: the order then does not repeat. */
  capped: boolean
}

export interface Play extends Span {
  /** `null`: the safe item. */
  choice: Choice | null
  /** An event that would have come first, were its items not held back by their caps. */
  held: ScheduleEvent | null
}

/** How long the safe item stands before the lanes are asked again. */
const safeSeconds = 15

interface LaneState {
  turn: number
  cursors: number[]
}

interface LaneChoice extends Choice {
  lane: number
  member: number
  index: number
}

function choose(
  lanes: readonly Lane[],
  states: readonly LaneState[],
  at: Instant,
  dayUntil: Instant,
): { choice: LaneChoice | null; held: ScheduleEvent | null } {
  let held: ScheduleEvent | null = null
  for (const [lane, members] of lanes.entries()) {
    const state = states[lane]
    let waiting: ScheduleEvent | null = null
    for (let offset = 0; state && offset < members.length; offset++) {
      const member = (state.turn + offset) % members.length
      const from = members[member]
      const lines = from?.lines ?? []
      for (let step = 0; step < lines.length; step++) {
        const index = ((state.cursors[member] ?? 0) + step) % lines.length
        const line = lines[index]
        const playable = line && playableAt(line, at, dayUntil)
        if (from && playable) return { choice: { lane, member, index, from, line, playable }, held }
        if (playable === null) waiting ??= from?.event ?? null
      }
    }
    held ??= waiting
  }
  return { choice: null, held }
}

function advance(lanes: readonly Lane[], states: readonly LaneState[], choice: LaneChoice): void {
  const members = lanes[choice.lane] ?? []
  const state = states[choice.lane]
  if (!state) return
  state.turn = (choice.member + 1) % members.length
  state.cursors[choice.member] = (choice.index + 1) % choice.from.lines.length
}

/** Instants inside the segment at which some item begins or ceases to be valid, in order. */
function validityEdges({ lanes, from, until }: Segment): readonly Instant[] {
  const edges = new Set<Instant>()
  for (const { lines } of lanes.flat())
    for (const { playable } of lines)
      for (const edge of playable ? [playable.valid.from, playable.valid.until] : [])
        if (edge > from && edge < until) edges.add(edge)
  return [...edges].sort((a, b) => a - b)
}

/** The plays of a segment, beginning with the one that is on at `at`. */
export function* walk(segment: Segment, at: Instant): Generator<Play> {
  const { lanes, shares, until, dayUntil, capped } = segment
  const states = lanes.map((members) => ({ turn: 0, cursors: members.map(() => 0) }))
  const repeats = !capped && shares.length === 0
  const edges = repeats ? validityEdges(segment) : []
  const shareTurn = shareTurns(shares, dayUntil)
  /** Where each state of the walk was met, within one stretch between edges. */
  const met = new Map<string, Instant>()
  let nextEdge = 0
  let now = segment.from
  while (now < until) {
    while (nextEdge < edges.length && (edges[nextEdge] ?? 0) <= now) {
      nextEdge++
      met.clear()
    }
    const share = shareTurn(now)
    const { choice, held } = share ? { choice: null, held: null } : choose(lanes, states, now, dayUntil)
    const limit = Math.min(at, edges[nextEdge] ?? Infinity)
    if (repeats && now < limit && choice) {
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
    if (choice) advance(lanes, states, choice)
    const next = share ?? choice
    const length = next?.line.seconds ?? safeSeconds
    const end = Math.min(now + length * 1_000, next?.playable.valid.until ?? until, until)
    if (next) next.playable.last = now
    if (end > at) yield { from: now, until: end, choice: next, held }
    now = end
  }
}
