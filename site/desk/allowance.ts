/**
 * @file How often one caller, and all callers together, may hand something in within a span of time.
 *
 * Callers are told apart for the length of one span only, in memory, and never written down.
 */
import type { Clock } from '../../contracts/part.ts'

export interface Allowance {
  /** @returns false when this one is too many */
  take(caller: string): boolean
}

export function createAllowance(
  limits: { spanMs: number; perCaller: number; together: number },
  clock: Clock,
): Allowance {
  let endsAt = 0
  let taken = 0
  const byCaller = new Map<string, number>()
  return {
    take(caller) {
      const now = clock.now()
      // A clock that was set back must not hold the span open for ever.
      if (now >= endsAt || endsAt - now > limits.spanMs) {
        endsAt = now + limits.spanMs
        taken = 0
        byCaller.clear()
      }
      const own = (byCaller.get(caller) ?? 0) + 1
      if (own > limits.perCaller || taken >= limits.together) return false
      byCaller.set(caller, own)
      taken += 1
      return true
    },
  }
}
