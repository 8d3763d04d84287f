/**
 * @file Turns what was on the screen, and what is on, into play records.
 *
 * Lengths are taken by the steady clock, so a jump of the wall clock cannot corrupt them. While the time
 * is not known, or nothing takes them yet, plays are held back, a bounded number of them, and dated then.
 */
import type { ClockReading } from './machine.ts'
import type { On, Shown } from './composition/director.ts'
import type { FinishedPlay } from './store/store.ts'

export interface ProofWorld {
  reading(): ClockReading
  steady(): number
  /**
   * In one step: these have ended, and this is on, dated up to now.
   * @returns `false` while it takes nothing yet
   */
  write(finished: readonly FinishedPlay[], on: FinishedPlay | null): boolean
}

export interface Proof {
  finished(shown: Shown): void
  /** Something else is on, or nothing that counts. */
  began(on: On | null): void
  /** Dates what was held back and touches what is on, if the time is known. */
  settle(): void
}

const heldMax = 500
/** A batch with a longer one would be refused as a whole, for ever. */
export const titleMax = 200

export function openProof(world: ProofWorld): Proof {
  let held: Shown[] = []
  let on: On | null = null
  const settle = (): void => {
    const { now, trusted } = world.reading()
    if (!trusted) return
    const steady = world.steady()
    const dated = ({ turn, revision, startedAt, endedAt }: Shown): FinishedPlay => ({
      item: turn.item.id,
      title: turn.item.title.slice(0, titleMax),
      kind: turn.item.kind,
      event: turn.event?.id ?? null,
      playlist: turn.playlist?.id ?? null,
      from: Math.round(now - (steady - startedAt)),
      until: Math.round(now - (steady - endedAt)),
      revision,
    })
    if (world.write(held.map(dated), on && dated({ ...on, endedAt: steady }))) held = []
  }
  return {
    finished(shown) {
      held = [...held.slice(1 - heldMax), shown]
      on = null
    },
    began(next) {
      on = next
      settle()
    },
    settle,
  }
}
