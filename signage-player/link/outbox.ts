/**
 * @file Sends the plays that are on disk until the server says that it has them on its own.
 *
 * One batch is under way at a time, and at most one a second. A batch without an answer is sent again;
 * the server tells repeats by their numbers, so each play counts once however often it is sent.
 */
import { playerFrameBytesMax, playsPerBatchMax, type PlayRecord } from '../../contracts/messages.ts'
import type { Wait } from '../time/wait.ts'

export interface OutboxWorld {
  /** The oldest plays not yet forgotten, in order. */
  unsent(most: number): Promise<readonly PlayRecord[]>
  forget(upTo: number): Promise<void>
  /** @returns false when there is no connection */
  send(plays: readonly PlayRecord[]): boolean
  wait: Wait
  report(where: string, error: unknown): void
}

export interface Outbox {
  /** The server has welcomed this screen, or a play was written. */
  nudge(): void
  stored(upTo: number): void
  lost(): void
}

const betweenBatchesMs = 1_000
const answerWithinMs = 30_000
/** Room for the frame around the records. */
const frameSlackBytes = 1_024

/** The longest run of plays from the first that fits into one frame. */
export function batchOf(plays: readonly PlayRecord[]): readonly PlayRecord[] {
  const encoder = new TextEncoder()
  let bytes = frameSlackBytes
  let count = 0
  for (const play of plays.slice(0, playsPerBatchMax)) {
    bytes += encoder.encode(JSON.stringify(play)).length + 1
    if (bytes > playerFrameBytesMax) break
    count++
  }
  return plays.slice(0, count)
}

export function openOutbox(world: OutboxWorld): Outbox {
  type Phase = 'idle' | 'reading' | 'pausing' | 'awaiting'
  let phase: Phase = 'idle'
  let cancel: () => void = () => undefined

  const enter = (next: Phase): void => {
    cancel()
    cancel = () => undefined
    phase = next
  }
  const sendNext = async (): Promise<void> => {
    enter('reading')
    const batch = batchOf(await world.unsent(playsPerBatchMax))
    if (phase !== 'reading') return
    if (batch.length === 0 || !world.send(batch)) return enter('idle')
    enter('awaiting')
    cancel = world.wait(answerWithinMs, pause)
  }
  const pause = (): void => {
    enter('pausing')
    cancel = world.wait(betweenBatchesMs, () => {
      sendNext().catch((error: unknown) => {
        world.report('outbox', error)
        enter('idle')
      })
    })
  }
  return {
    nudge() {
      if (phase === 'idle') pause()
    },
    stored(upTo) {
      enter('reading')
      world.forget(upTo).then(pause, (error: unknown) => {
        world.report('outbox', error)
        enter('idle')
      })
    },
    lost: () => enter('idle'),
  }
}
