/**
 * @file The clock of a preview: the time of one play, which runs, stands still, or is put anywhere.
 *
 * All that a scene asks of time follows from it, so a preview that stands still shows what a screen shows at
 * that moment of the play. Frames that are due while it stands are kept until it runs.
 */
import type { Instant } from '../../contracts/part.ts'

export interface PreviewClock {
  elapsedMs(): number
  playing(): boolean
  /** The moment by the clock that items show; the steady clock runs alike. */
  instant(): Instant
  put(next: { from?: Instant; elapsedMs: number; playing: boolean }): void
  /** As `requestAnimationFrame`, held back while the clock stands. */
  nextFrame(run: () => void): () => void
}

export interface PreviewClockWorld {
  /** Milliseconds of the machine's steady clock. */
  steady(): number
  nextFrame(run: () => void): () => void
}

export function previewClock(world: PreviewClockWorld): PreviewClock {
  let from: Instant = 0
  let base = 0
  let since = 0
  let playing = false
  let held: (() => void)[] = []

  const elapsedMs = (): number => (playing ? base + world.steady() - since : base)
  return {
    elapsedMs,
    playing: () => playing,
    instant: () => from + elapsedMs(),
    put(next) {
      from = next.from ?? from
      base = next.elapsedMs
      since = world.steady()
      playing = next.playing
      if (!playing) return
      const due = held
      held = []
      for (const run of due) run()
    },
    nextFrame(run) {
      if (playing) return world.nextFrame(run)
      let cancel: () => void = () => undefined
      const later = (): void => {
        cancel = world.nextFrame(run)
      }
      held.push(later)
      return () => {
        held = held.filter((each) => each !== later)
        cancel()
      }
    },
  }
}
