/**
 * @file Limits failed sign-ins, for each account at each address.
 *
 * Pure: the instant is given. After `FAILURES_MAX` failures within the window, the pair must wait until the
 * window ends; one success clears it. Memory is bounded: the oldest pair gives way.
 */
import type { Instant } from '../../contracts/part.ts'

const FAILURES_MAX = 5
const WINDOW_MS = 15 * 60_000
const PAIRS_MAX = 10_000

interface Failures {
  count: number
  endsAt: Instant
}

export class Attempts {
  readonly #failures = new Map<string, Failures>()

  /** Seconds to wait before the next try; 0 when it may be made. */
  secondsToWait(account: string, address: string, now: Instant): number {
    const failures = this.#failures.get(pairKey(account, address))
    if (!failures || failures.endsAt <= now || failures.count < FAILURES_MAX) return 0
    return Math.ceil((failures.endsAt - now) / 1000)
  }

  failed(account: string, address: string, now: Instant): void {
    const key = pairKey(account, address)
    const known = this.#failures.get(key)
    const isRunning = known && known.endsAt > now
    this.#failures.delete(key)
    if (this.#failures.size >= PAIRS_MAX)
      for (const oldest of this.#failures.keys()) {
        this.#failures.delete(oldest)
        break
      }
    this.#failures.set(key, { count: (isRunning ? known.count : 0) + 1, endsAt: now + WINDOW_MS })
  }

  succeeded(account: string, address: string): void {
    this.#failures.delete(pairKey(account, address))
  }
}

const pairKey = (account: string, address: string) => `${account.slice(0, 64).toLowerCase()} ${address}`
