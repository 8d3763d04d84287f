/**
 * @file The browser's clocks, waiting and randomness, and the one hook by which a test moves time.
 *
 * A test sets `window.__pufaClock` before the page loads: `now` is the wall clock, `steady` the steady
 * one (left out: it follows `now`), `rate` how many seconds pass in a real one; it may change.
 */
import type { RawClocks } from '../time/clock.ts'
import type { Wait } from '../time/wait.ts'

export interface TestClock {
  now(): number
  steady?(): number
  rate?: number
  /** Over how much more of this clock the watchdog is patient: with the machine, not with the timetable. */
  pace?: number
}

declare global {
  interface Window {
    __pufaClock?: TestClock
  }
}

/** The longest that browsers wait. */
const timeoutMaxMs = 2 ** 31 - 1

export function rawClocks(test: TestClock | undefined): RawClocks {
  if (!test) return { wall: () => Date.now(), steady: () => performance.now() }
  return { wall: () => test.now(), steady: () => test.steady?.() ?? test.now() }
}

export function waiting(test: TestClock | undefined): Wait {
  return (ms, then) => {
    const timer = setTimeout(then, Math.min(timeoutMaxMs, ms / (test?.rate ?? 1)))
    return () => clearTimeout(timer)
  }
}

export function nextFrame(run: () => void): () => void {
  const frame = requestAnimationFrame(run)
  return () => cancelAnimationFrame(frame)
}

/** 256 random bits in hex. */
export function secret(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(32)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('')
}

export async function sha256(bytes: ArrayBuffer | Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
