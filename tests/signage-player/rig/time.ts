/** @file Time that stands still until a test moves it, with the player's one way of waiting. */
import type { Wait } from '../../../signage-player/time/wait.ts'

export interface FakeTime {
  now(): number
  wait: Wait
  /** Runs what comes due, in order, and lets promises settle in between. */
  advance(ms: number): Promise<void>
}

/** Lets promise chains of some length run out. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 30; turn++) await Promise.resolve()
}

export function fakeTime(start = 0): FakeTime {
  let at = start
  const timers = new Set<{ due: number; then: () => void }>()
  return {
    now: () => at,
    wait(ms, then) {
      const timer = { due: at + Math.max(0, ms), then }
      timers.add(timer)
      return () => timers.delete(timer)
    },
    async advance(ms) {
      const end = at + ms
      await settled()
      for (;;) {
        const [next] = [...timers].filter(({ due }) => due <= end).sort((a, b) => a.due - b.due)
        if (!next) break
        timers.delete(next)
        at = Math.max(at, next.due)
        next.then()
        await settled()
      }
      at = end
    },
  }
}
