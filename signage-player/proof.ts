/**
 * @file Turns what was on the screen into play records.
 *
 * Lengths are taken by the steady clock, so a jump of the wall clock cannot corrupt them. While the time
 * is not known, plays are held back, a bounded number of them, and dated as soon as it is.
 */
import type { ClockReading } from './machine.ts'
import type { Shown } from './composition/director.ts'
import type { FinishedPlay } from './store/store.ts'

export interface ProofWorld {
  reading(): ClockReading
  steady(): number
  write(play: FinishedPlay): void
}

export interface Proof {
  finished(shown: Shown): void
  /** Dates what was held back, if the time is known. */
  settle(): void
}

const heldMax = 500
/** A batch with a longer one would be refused as a whole, for ever. */
export const titleMax = 200

export function openProof(world: ProofWorld): Proof {
  let held: Shown[] = []
  const settle = (): void => {
    const { now, trusted } = world.reading()
    if (!trusted) return
    const steady = world.steady()
    for (const { turn, revision, startedAt, endedAt } of held) {
      const { item, event, playlist } = turn
      world.write({
        item: item.id,
        title: item.title.slice(0, titleMax),
        kind: item.kind,
        event: event?.id ?? null,
        playlist: playlist?.id ?? null,
        from: Math.round(now - (steady - startedAt)),
        until: Math.round(now - (steady - endedAt)),
        revision,
      })
    }
    held = []
  }
  return {
    finished(shown) {
      held = [...held.slice(1 - heldMax), shown]
      settle()
    },
    settle,
  }
}
