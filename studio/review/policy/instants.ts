/** @file Between an instant in UTC and the bureau's wall clock. Pure. */
import { dayText, localInstant, timeText, wallClock } from '../../../contracts/schedule/zone.ts'
import { bureauZone } from '../../schema/standing.ts'

/** `2026-12-04T00:00:00.000Z` → `2026-12-04T08:00` */
export function localOfInstant(instant: string): string {
  const { day, ms } = wallClock(bureauZone, Date.parse(instant))
  return `${dayText(day)}T${timeText(ms)}`
}

/** @returns ISO 8601 in UTC; null where the text is no date-time */
export function instantOfLocal(local: string): string | null {
  const instant = localInstant(bureauZone, local)
  return instant === null ? null : new Date(instant).toISOString()
}
