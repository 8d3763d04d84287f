/**
 * @file When the plays of a share event are due, and whose turn it is.
 *
 * Pure. A share clock runs at S seconds an hour; a play of an entry is due when that clock passes the
 * beginning of the entry in the endless round of its playlist. So plays lie evenly, whatever their
 * lengths, and S seconds an hour come true in the mean even where S is less than one play. The clock of
 * a day begins where that of the day before ended, counted in whole seconds from the first day of all,
 * so that it needs no memory. Rule: docs/decisions/0010-share-and-caps.md
 */
import type { Instant } from '../part.ts'
import { hourMs, playableAt, type Choice, type LanePlaylist, type Line } from './playable.ts'

export interface Due {
  at: Instant
  line: Line
}

/** An amount that is no whole number of seconds of an hour is no amount: the event is never due. */
export function isShare(secondsPerHour = 0): boolean {
  return Number.isInteger(secondsPerHour) && secondsPerHour >= 1 && secondsPerHour <= 3_600
}

/**
 * The dues from `from` on, in order; endless, or none at all.
 * @param dayNumber days since the first day of all, in the screen's zone
 * @param dayFrom the day's first instant
 */
export function* dues(
  lines: readonly Line[],
  secondsPerHour = 0,
  dayNumber: number,
  dayFrom: Instant,
  from: Instant,
): Generator<Due, undefined> {
  const round = lines.reduce((sum, { seconds }) => sum + seconds, 0)
  if (!round || !isShare(secondsPerHour)) return
  const base = (dayNumber * 24 * secondsPerHour) % round
  // Seconds of the share clock since the day began; the round that is under way may have begun before it.
  const passed = ((from - dayFrom) * secondsPerHour) / hourMs
  let position = Math.floor((base + passed) / round) * round - base
  for (;;)
    for (const line of lines) {
      const at = dayFrom + Math.round((position * hourMs) / secondsPerHour)
      if (at >= from) yield { at, line }
      position += line.seconds
    }
}

export interface Share extends LanePlaylist {
  /** Inside the segment, in order. */
  dues: Iterator<Due, undefined>
}

/**
 * Hands out the share plays of a segment, the one that has been due longest first. One that may not play
 * when its time has come is skipped. Where one has waited for an hour all that wait are dropped and all
 * begin level, so that a screen that was promised to too many neither lags behind for ever nor leaves
 * one of them out for ever.
 */
export function shareTurns(shares: readonly Share[], dayUntil: Instant): (now: Instant) => Choice | null {
  const open = shares.map((from) => ({ from, next: from.dues.next().value }))
  return (now) => {
    const late = open.some(({ next }) => next && now - next.at >= hourMs)
    let best: (Choice & { at: Instant; share: (typeof open)[number] }) | null = null
    for (const share of open)
      for (let due = share.next; due && due.at <= now; due = share.next = share.from.dues.next().value) {
        const playable = (!late || due.at === now) && playableAt(due.line, now, dayUntil)
        if (!playable) continue
        if (!best || due.at < best.at)
          best = { at: due.at, share, from: share.from, line: due.line, playable }
        break
      }
    if (best) best.share.next = best.share.from.dues.next().value
    return best
  }
}
