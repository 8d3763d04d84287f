/**
 * @file Numbers plays and binds each to the one before it, one at a time, in the order in which they come.
 *
 * A play gets its number only with the writing: when a write fails the number is given to the next play.
 * With each play goes what is on after it, in the same step, so that a power cut finds it exactly once.
 */
import { chainStart, chainText, type PlayRecord } from '../../contracts/proof.ts'
import type { FinishedPlay } from './store.ts'

/** The last record that was written. */
export interface Tail {
  sequence: number
  hash: string
}

export type HashText = (text: string) => Promise<string>

export interface ChainWorld {
  hash: HashText
  /** `undefined` before the first play of a pairing. */
  tail(): Promise<Tail | undefined>
  /** Keeps the record, if any, the tail and what is on in one step, or rejects and has kept nothing. */
  write(record: PlayRecord | null, tail: Tail | undefined, on: FinishedPlay | null): Promise<unknown>
}

/** @returns what writes one play, if any, and what is on after it; resolves with the last play's number */
export function openChain(world: ChainWorld) {
  let turn: Promise<unknown> = Promise.resolve()
  const add = async (play: FinishedPlay | null, on: FinishedPlay | null): Promise<number> => {
    const tail = await world.tail()
    const sequence = tail?.sequence ?? 0
    if (!play) {
      await world.write(null, tail, on)
      return sequence
    }
    const record = { ...play, sequence: sequence + 1, previous: tail?.hash ?? chainStart }
    await world.write(record, { sequence: record.sequence, hash: await world.hash(chainText(record)) }, on)
    return record.sequence
  }
  return (play: FinishedPlay | null, on: FinishedPlay | null): Promise<number> => {
    const mine = turn.then(() => add(play, on))
    turn = mine.catch(() => undefined)
    return mine
  }
}
