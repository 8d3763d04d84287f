/**
 * @file Writes plays as they end, and with each of them what is on next.
 *
 * What is on disk as "on" is always the play that follows the last record, so a power cut loses at most
 * what was shown since the last touch, and no play is recorded twice. While the disk refuses, plays wait
 * in memory, a bounded number of them, and go in their order as soon as it takes them.
 */
import type { FinishedPlay, PlayStore } from './store.ts'

export interface JournalWorld {
  record: PlayStore['record']
  /** A play is on disk. */
  wrote(): void
  failed(error: unknown): void
}

export interface Journal {
  /** `on` with what is known of it so far; the same again is a touch. */
  write(finished: readonly FinishedPlay[], on: FinishedPlay | null): void
}

const waitingMax = 2_000

/** @param cut the play that a power cut ended, up to its last touch */
export function openJournal(world: JournalWorld, cut: FinishedPlay | undefined): Journal {
  const waiting: FinishedPlay[] = cut ? [cut] : []
  let on: FinishedPlay | null = null
  let changed = false
  let busy = false

  const flush = async (): Promise<void> => {
    if (busy) return
    busy = true
    try {
      while (changed || waiting.length > 0) {
        const [first, second] = waiting
        changed = false
        await world.record(first ?? null, second ?? on)
        if (!first) continue
        waiting.shift()
        world.wrote()
      }
    } catch (error) {
      // The next switch or touch tries again.
      changed = true
      world.failed(error)
    }
    busy = false
  }
  return {
    write(finished, next) {
      waiting.push(...finished)
      // The first may be under way.
      if (waiting.length > waitingMax) waiting.splice(1, waiting.length - waitingMax)
      changed = true
      on = next
      void flush()
    },
  }
}
