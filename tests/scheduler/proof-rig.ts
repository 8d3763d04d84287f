/** @file Plays as a player chains them, and the store that takes them, without a lake. */
import { createHash } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import type { PlayRecord } from '../../contracts/messages.ts'
import { chainStart, chainText } from '../../contracts/proof.ts'
import { pairingStore } from '../../scheduler/store/pairings.ts'
import { playStore, type PlayContext, type PlayStore } from '../../scheduler/store/plays.ts'
import { handClock, monday, ownDatabase, ownFolder, type HandClock } from './clock.ts'

export const hashOf = (play: PlayRecord): string => createHash('sha256').update(chainText(play)).digest('hex')

/** Chains what each play tells beyond the ordinary. */
export function chained(
  plays: readonly Partial<PlayRecord>[],
  first = 1,
  previous = chainStart,
): PlayRecord[] {
  const all: PlayRecord[] = []
  for (const [index, more] of plays.entries()) {
    const last = all.at(-1)
    all.push({
      sequence: first + index,
      item: 'slogan-1',
      title: '标语',
      kind: 'slogan',
      event: 'event-1',
      playlist: 'playlist-1',
      from: monday + (first + index) * 10_000,
      until: monday + (first + index) * 10_000 + 8_000,
      revision: 1,
      previous: last ? hashOf(last) : previous,
      ...more,
    })
  }
  return all
}

export interface ProofRig {
  folder: string
  database: DatabaseSync
  clock: HandClock
  plays: PlayStore
  pair(screen?: string): number
  tryOut(screen?: string): number
  /** Faults as they stand on the disk. */
  faults(): { sequence: number; kind: string; missing: number }[]
}

export function proofRig(about?: (screen: string, play: PlayRecord) => PlayContext): ProofRig {
  const folder = ownFolder()
  const database = ownDatabase(folder)
  const clock = handClock()
  const pairings = pairingStore(database, clock.now)
  const idOf = (token: string) => pairings.find(token)?.id ?? NaN
  return {
    folder,
    database,
    clock,
    plays: playStore(database, clock.now, about),
    pair: (screen = 'screen-1') => idOf(pairings.pair(screen, 'p').token),
    tryOut: (screen = 'screen-1') => idOf(pairings.tryOut(screen).token),
    faults: () =>
      database
        .prepare('SELECT sequence, kind, missing FROM chainFault ORDER BY sequence, kind')
        .all()
        .map((row) => ({ ...row })) as ReturnType<ProofRig['faults']>,
  }
}
