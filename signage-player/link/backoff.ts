/**
 * @file How long to wait before trying again.
 *
 * Pure; randomness is handed in. Full jitter: after an outage a thousand players must not come back in
 * the same second.
 */
export interface Backoff {
  firstMs: number
  mostMs: number
}

const floorShare = 0.1

/**
 * @param failures how often it failed in a row, from 0
 * @param random uniform in [0, 1)
 */
export function backoffMs(backoff: Backoff, failures: number, random: number): number {
  const ceiling = Math.min(backoff.mostMs, backoff.firstMs * 2 ** Math.min(failures, 20))
  return Math.round(ceiling * (floorShare + (1 - floorShare) * random))
}
