/** @file Since when a screen should be lit, by its hours. Pure. */
import type { Hours } from '../../contracts/manifest.ts'
import type { Instant } from '../../contracts/part.ts'
import { instantOf, wallClock } from '../../contracts/schedule/zone.ts'
import { clockMs } from '../../contracts/schedule/windows.ts'

/**
 * @param hours half-open; without them, or where they cannot be read, it is always lit
 * @returns the beginning of the hours that run now, 0 where it is always lit, `null` while it is dark
 */
export function litSince(hours: Hours | undefined, zone: string, now: Instant): Instant | null {
  const from = hours && clockMs(hours.from)
  const until = hours && clockMs(hours.until)
  if (typeof from !== 'number' || typeof until !== 'number' || from === until) return 0
  const { day, ms } = wallClock(zone, now)
  const overNight = until < from
  const lit = overNight ? ms >= from || ms < until : ms >= from && ms < until
  if (!lit) return null
  return instantOf(zone, overNight && ms < until ? day - 1 : day, from).instant
}
