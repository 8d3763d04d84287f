/** @file Whether a content may go out as an urgent notice: a notice that ends by itself within a day. Pure. */
import type { Instant } from '../../contracts/part.ts'
import { localInstant } from '../../contracts/schedule/zone.ts'
import { bureauZone } from '../schema/standing.ts'

const urgentMsMax = 24 * 3_600_000

/** As the lake decides it; asked here only so that the button agrees. */
export function isUrgentNotice(type: string, validUntil: unknown, at: Instant): boolean {
  if (type !== 'notice' || typeof validUntil !== 'string') return false
  const until = localInstant(bureauZone, validUntil)
  return until !== null && until > at && until <= at + urgentMsMax
}
