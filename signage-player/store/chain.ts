/**
 * @file Numbers plays and binds each to the one before it, one at a time, in the order in which they come.
 *
 * A play gets its number only with the writing: when a write fails the number is given to the next play.
 */
import { chainStart, chainText, type PlayRecord } from '../../contracts/proof.ts'

export type FinishedPlay = Omit<PlayRecord, 'sequence' | 'previous'>

/** The last record that was written. */
export interface Tail {
  sequence: number
  hash: string
}

export const noTail: Tail = { sequence: 0, hash: chainStart }

export type HashText = (text: string) => Promise<string>

/**
 * @param write keeps the record and the tail in one step, or rejects and has kept neither
 * @returns what writes one play; resolves with its record
 */
export function openChain(
  start: Tail,
  hash: HashText,
  write: (record: PlayRecord, tail: Tail) => Promise<unknown>,
): (play: FinishedPlay) => Promise<PlayRecord> {
  let tail = start
  let turn: Promise<unknown> = Promise.resolve()
  const add = async (play: FinishedPlay): Promise<PlayRecord> => {
    const record: PlayRecord = { ...play, sequence: tail.sequence + 1, previous: tail.hash }
    const next = { sequence: record.sequence, hash: await hash(chainText(record)) }
    await write(record, next)
    tail = next
    return record
  }
  return (play) => {
    const mine = turn.then(() => add(play))
    turn = mine.catch(() => undefined)
    return mine
  }
}
