/**
 * @file What a player keeps across a power cut, in IndexedDB under its own slot's name.
 *
 * Plays are written with strict durability before they are sent; the number of the last one is written
 * with it, so a number is never given twice. Everything else fits into a few keyed values.
 */
import type { SignedManifest } from '../../contracts/manifest.ts'
import type { PlayRecord } from '../../contracts/messages.ts'
import type { Instant } from '../../contracts/part.ts'
import type { Pairing } from '../machine.ts'
import { noTail, openChain, type FinishedPlay, type HashText, type Tail } from './chain.ts'
import { openDatabase } from './database.ts'

export type { FinishedPlay } from './chain.ts'

export interface Kept {
  pairing: Pairing | null
  envelope: SignedManifest | null
  /** Greatest time ever trusted, 0 for none. */
  greatest: Instant
  /** The secret under which it asks for a pairing code. */
  request: string | null
}

export interface Store {
  load(): Promise<Kept>
  /** Plays of another screen are dropped: they could not be sent under this one's name. */
  keepPairing(pairing: Pairing): Promise<void>
  keep<Key extends 'envelope' | 'greatest' | 'request'>(
    key: Key,
    value: NonNullable<Kept[Key]>,
  ): Promise<void>
  /** Pairing and manifest; the plays stay until it is known whose they are. */
  forget(): Promise<void>
  /** @returns the number under which it was written */
  record(play: FinishedPlay): Promise<number>
  unsent(most: number): Promise<readonly PlayRecord[]>
  unsentCount(): Promise<number>
  forgetPlays(upTo: number): Promise<void>
}

/** 45 days of ten-second items; the oldest go first. */
export const playsKeptMax = 400_000

/** Every stored name begins with the slot's, so that several players can live in one browser. */
export function databaseName(slot: string): string {
  return `pufa-${slot}`
}

/** @throws DOMException where the browser keeps no database (a private window, a full disk) */
export async function openStore(slot: string, hash: HashText): Promise<Store> {
  const database = await openDatabase(databaseName(slot), 1, (fresh) => {
    fresh.createObjectStore('state')
    fresh.createObjectStore('plays', { keyPath: 'sequence' })
  })
  const get = <Value>(key: string): Promise<Value | undefined> =>
    database.read('state', (state) => state.get(key) as IDBRequest<Value | undefined>)
  const put = async (key: string, value: unknown): Promise<void> => {
    await database.write(['state'], (store) => store('state').put(value, key))
  }
  const forgetPlays = (upTo: number): Promise<undefined> =>
    database.write(['plays'], (store) => store('plays').delete(IDBKeyRange.upperBound(upTo)))
  const record = openChain((await get<Tail>('tail')) ?? noTail, hash, (play, tail) =>
    database.write(['state', 'plays'], (store) => {
      store('plays').add(play)
      return store('state').put(tail, 'tail')
    }),
  )
  return {
    load: async () => ({
      pairing: (await get<Pairing>('pairing')) ?? null,
      envelope: (await get<SignedManifest>('envelope')) ?? null,
      greatest: (await get<Instant>('greatest')) ?? 0,
      request: (await get<string>('request')) ?? null,
    }),
    async keepPairing(pairing) {
      const owner = await get<string>('owner')
      await database.write(['state', 'plays'], (store) => {
        if (owner !== pairing.screen) store('plays').clear()
        store('state').put(pairing.screen, 'owner')
        return store('state').put(pairing, 'pairing')
      })
    },
    keep: put,
    async forget() {
      await database.write(['state'], (store) => {
        for (const key of ['envelope', 'request']) store('state').delete(key)
        return store('state').delete('pairing')
      })
    },
    async record(play) {
      const { sequence } = await record(play)
      if (sequence % 1_000 === 0) await forgetPlays(sequence - playsKeptMax)
      return sequence
    },
    unsent: (most) =>
      database.read('plays', (plays): IDBRequest<PlayRecord[]> => plays.getAll(undefined, most)),
    unsentCount: () => database.read('plays', (plays) => plays.count()),
    forgetPlays,
  }
}
