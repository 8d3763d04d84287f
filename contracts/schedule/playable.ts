/**
 * @file Whether a line of a playlist may begin at an instant: its item is valid, and no cap holds it back.
 *
 * Pure. A cap of N an hour keeps 60/N minutes between two beginnings of the item, whoever played it. Lines
 * are made once a day, since a day may ask of them a million times.
 */
import type { Instant } from '../part.ts'
import type { Item } from './items.ts'
import type { Playlist, PlaylistEntry, ScheduleEvent } from './shape.ts'
import type { Span } from './windows.ts'

export const hourMs = 3_600_000

export interface PlayableItem {
  item: Item
  valid: Span
  /** When it last began; carried through the day. */
  last: Instant
}

/** An entry of a playlist with what the walk has to know of it. */
export interface Line {
  entry: PlaylistEntry
  seconds: number
  gapMs: number
  /** Nothing where the timetable has no such item. */
  playable: PlayableItem | undefined
}

export interface LanePlaylist {
  playlist: Playlist
  /** `null` for the fallback. */
  event: ScheduleEvent | null
  lines: readonly Line[]
}

export interface Choice {
  from: LanePlaylist
  line: Line
  playable: PlayableItem
}

/** Least time between two beginnings; nought without a cap, endless for a cap that means nothing. */
export function gapOf({ maxPlaysPerHour }: PlaylistEntry): number {
  return maxPlaysPerHour === undefined ? 0 : maxPlaysPerHour >= 1 ? hourMs / maxPlaysPerHour : Infinity
}

/** @param items by id */
export function linesOf({ entries }: Playlist, items: ReadonlyMap<string, PlayableItem>): Line[] {
  return entries.map((entry) => {
    const seconds = Math.round(entry.seconds)
    return {
      entry,
      // Whole seconds, at least one, so that a screen never stands still.
      seconds: seconds >= 1 && seconds < Infinity ? seconds : 1,
      gapMs: gapOf(entry),
      playable: items.get(entry.item),
    }
  })
}

/**
 * The walk of the next day knows nothing of this one, so a capped line keeps its distance to midnight.
 * @param dayUntil where the day ends
 * @returns `undefined` where the item may not play at all, `null` where only its cap holds it back
 */
export function playableAt(
  { playable, gapMs }: Line,
  at: Instant,
  dayUntil: Instant,
): PlayableItem | null | undefined {
  if (!playable || at < playable.valid.from || at >= playable.valid.until) return undefined
  return !gapMs || (at - playable.last >= gapMs && at + gapMs <= dayUntil) ? playable : null
}
