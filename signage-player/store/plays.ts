/** @file Plays on disk: written with strict durability, kept until the server has them. */
import type { PlayRecord } from '../../contracts/messages.ts'
import { openChain, type HashText, type Tail } from './chain.ts'
import type { Database } from './database.ts'
import type { PlayStore } from './store.ts'

/** 45 days of ten-second items; the oldest go first. */
export const playsKeptMax = 400_000

export function openPlays(database: Database, hash: HashText): PlayStore {
  const forget = (upTo: number): Promise<undefined> =>
    database.write(['plays'], (store) => store('plays').delete(IDBKeyRange.upperBound(upTo)))
  const record = openChain({
    hash,
    tail: () => database.read('state', (state): IDBRequest<Tail | undefined> => state.get('tail')),
    write: (play, tail, on) =>
      database.write(['state', 'plays'], (store) => {
        if (play) store('plays').add(play)
        store('state').put(on ?? undefined, 'on')
        return store('state').put(tail, 'tail')
      }),
  })
  return {
    async record(play, on = null) {
      const sequence = await record(play, on)
      if (play && sequence % 1_000 === 0) await forget(sequence - playsKeptMax)
      return sequence
    },
    unsent: (most) =>
      database.read('plays', (plays): IDBRequest<PlayRecord[]> => plays.getAll(undefined, most)),
    unsentCount: () => database.read('plays', (plays) => plays.count()),
    forget,
  }
}
