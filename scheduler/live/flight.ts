/**
 * @file One fetch for all who ask at the same time, and its result for those who come soon after.
 *
 * Bounded: bytes that are kept (the oldest go first), fetches under way. A failure is kept for a moment
 * too, so that a thousand players do not run at a source that is down.
 */
import { failSignage } from '../../contracts/errors/signage.ts'
import type { Instant } from '../../contracts/part.ts'

export interface Sized {
  bytes: number
}

export interface Flights<Value extends Sized> {
  /** @param lastsMs how long the value may be given to others */
  get(key: string, lastsMs: (value: Value) => number, fetch: () => Promise<Value>): Promise<Value>
  /** Forgets everything whose key begins so. */
  drop(beginning: string): void
  bytes(): number
}

const failureLastsMs = 1_000

interface Kept<Value> {
  result: Promise<Value>
  bytes: number
  until: Instant
}

export function flightsOf<Value extends Sized>(
  now: () => Instant,
  bounds: { bytes: number; fetches: number },
): Flights<Value> {
  const kept = new Map<string, Kept<Value>>()
  let bytes = 0
  let flying = 0

  function forget(key: string, entry: Kept<Value>): void {
    if (kept.get(key) !== entry) return
    kept.delete(key)
    bytes -= entry.bytes
  }

  function shrink(): void {
    for (const [key, entry] of kept) {
      if (bytes <= bounds.bytes && entry.until > now()) break
      // What is still under way has no size yet, and others wait for it.
      if (entry.until < Infinity) forget(key, entry)
    }
  }

  return {
    get(key, lastsMs, fetch) {
      const known = kept.get(key)
      if (known && known.until > now()) return known.result
      if (known) forget(key, known)
      if (flying >= bounds.fetches) return Promise.reject(failSignage('signage.live-busy'))
      flying++
      const result = fetch().finally(() => flying--)
      const entry: Kept<Value> = { result, bytes: 0, until: Infinity }
      kept.set(key, entry)
      result.then(
        (value) => {
          entry.until = now() + lastsMs(value)
          // Dropped meanwhile: it must not count.
          if (kept.get(key) !== entry) return
          entry.bytes = value.bytes
          bytes += value.bytes
          shrink()
        },
        () => void (entry.until = now() + failureLastsMs),
      )
      return result
    },
    drop(beginning) {
      for (const [key, entry] of kept) if (key.startsWith(beginning)) forget(key, entry)
    },
    bytes: () => bytes,
  }
}
