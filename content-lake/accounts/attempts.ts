/**
 * @file Limits failed sign-ins: for each account at each address, for each address, and in all.
 *
 * Pure: the instant is given. After its number of failures within the window a key must wait until the
 * window ends; one success clears the pair. Who has signed in from that address before is held to the limit
 * of the pair alone, so that a stranger cannot shut the bureau out. Memory is bounded: the oldest key
 * gives way.
 */
import type { Instant } from '../../contracts/part.ts'

const WINDOW_MS = 15 * 60_000
const KEYS_MAX = 20_000
const PAIR_MAX = 5
const ADDRESS_MAX = 40
const ALL_MAX = 600

interface Failures {
  count: number
  endsAt: Instant
}

export interface Attempt {
  account: string
  address: string
  /** The account has been used from this address before. */
  isKnown: boolean
}

export class Attempts {
  readonly #failures = new Map<string, Failures>()

  /** Seconds to wait before the next try; 0 when it may be made. */
  secondsToWait(attempt: Attempt, now: Instant): number {
    return Math.max(...limitsOf(attempt).map(([key, max]) => this.#wait(key, max, now)))
  }

  failed(attempt: Attempt, now: Instant): void {
    for (const [key] of limitsOf(attempt)) {
      const known = this.#failures.get(key)
      const isRunning = known && known.endsAt > now
      this.#failures.delete(key)
      if (this.#failures.size >= KEYS_MAX)
        for (const oldest of this.#failures.keys()) {
          this.#failures.delete(oldest)
          break
        }
      // The window of a pair begins anew with each failure; the wider ones run out by themselves.
      const endsAt = isRunning && !key.startsWith('pair ') ? known.endsAt : now + WINDOW_MS
      this.#failures.set(key, { count: (isRunning ? known.count : 0) + 1, endsAt })
    }
  }

  succeeded(attempt: Attempt): void {
    for (const [key] of limitsOf(attempt)) {
      const known = this.#failures.get(key)
      if (!known) continue
      if (key.startsWith('pair ')) this.#failures.delete(key)
      else known.count--
    }
  }

  #wait(key: string, max: number, now: Instant): number {
    const failures = this.#failures.get(key)
    if (!failures || failures.endsAt <= now || failures.count < max) return 0
    return Math.ceil((failures.endsAt - now) / 1000)
  }
}

function limitsOf({ account, address, isKnown }: Attempt): [key: string, max: number][] {
  const network = networkOf(address)
  const pair: [string, number] = [`pair ${account.slice(0, 64).toLowerCase()} ${network}`, PAIR_MAX]
  return isKnown ? [pair] : [pair, [`address ${network}`, ADDRESS_MAX], ['all', ALL_MAX]]
}

/** One house has a whole /64 of IPv6. */
export function networkOf(address: string): string {
  const [, mapped] = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address) ?? []
  if (mapped !== undefined) return mapped
  if (!address.includes(':')) return address
  const [head = '', tail = ''] = address.split('%')[0]?.split('::') ?? []
  const left = head === '' ? [] : head.split(':')
  const right = tail === '' ? [] : tail.split(':')
  const whole = address.includes('::')
    ? [...left, ...Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right]
    : left
  return whole.slice(0, 4).join(':')
}
