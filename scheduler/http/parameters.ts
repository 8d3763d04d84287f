/** @file Parameters of an address, checked. */
import { failSignage } from '../../contracts/errors/signage.ts'
import type { Instant } from '../../contracts/part.ts'

const instantPattern = /^\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:\d{2})$/

/**
 * A time without an offset would mean another instant on another machine, and is refused.
 * @throws PufaError `signage.bad-request` for a text that is no instant
 */
export function instantParameter<Otherwise extends Instant | null>(
  name: string,
  given: string | null,
  otherwise: Otherwise,
): Instant | Otherwise {
  if (given === null) return otherwise
  // An unescaped plus in an address is read as a space.
  const text = given.replace(/ (?=\d{2}:\d{2}$)/, '+')
  const instant = instantPattern.test(text) ? Date.parse(text) : NaN
  if (!(instant >= Date.UTC(1970) && instant < Date.UTC(2200)))
    throw failSignage('signage.bad-request', {
      reason: `${name} 要写成带时差的 ISO 时间，例如 2026-12-04T08:00:00+08:00`,
    })
  return instant
}

/**
 * A whole number from 1.
 * @param most also what stands where nothing was given
 * @throws PufaError `signage.bad-request`
 */
export function wholeParameter<Otherwise extends number | null = number>(
  name: string,
  given: string | null,
  most: number,
  ...[otherwise]: [Otherwise?]
): number | Otherwise {
  if (given === null) return otherwise === undefined ? most : otherwise
  const value = /^\d{1,16}$/.test(given) ? Number(given) : 0
  if (value < 1 || value > most)
    throw failSignage('signage.bad-request', { reason: `${name} 要写成 1 到 ${most} 的整数` })
  return value
}
