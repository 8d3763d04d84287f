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
import type { Overrides } from '../time/hours.ts'
import type { HashText } from './chain.ts'
import { openDatabase } from './database.ts'

export type FinishedPlay = Omit<PlayRecord, 'sequence' | 'previous'>

/** `publicKey`: under which it was checked, since the pinned key may be a later one. */
export type KeptEnvelope = SignedManifest & { publicKey: string }

interface KeptValues {
  pairing: Pairing
  envelope: KeptEnvelope
  /** Greatest time ever trusted. */
  greatest: Instant
  /** When the server last said anything. */
  heardAt: Instant
  /** The secret under which it asks for a pairing code. */
  request: string
  /** What was on, up to the last touch. */
  on: FinishedPlay
  /** What an operator has ordered by hand. */
  overrides: Overrides
}

export type Kept = { readonly [Key in keyof KeptValues]?: KeptValues[Key] | undefined }

export interface Store {
  load(): Promise<Kept>
  /** Plays of another screen are dropped: they could not be sent under this one's name. */
  keepPairing(pairing: Pairing): Promise<void>
  keep<Key extends Exclude<keyof KeptValues, 'pairing' | 'on'>>(
    key: Key,
    value: KeptValues[Key],
  ): Promise<void>
  /** Pairing and manifest; the plays stay until it is known whose they are. */
  forget(): Promise<void>
  /** Opened once; a screen shows its first picture without them. */
  openPlays(): Promise<PlayStore>
}

export interface PlayStore {
  /**
   * Writes the finished play, if any, and what is on after it, in one step.
   * @returns the number of the last play that was written
   */
  record(play: FinishedPlay | null, on?: FinishedPlay | null): Promise<number>
  unsent(most: number): Promise<readonly PlayRecord[]>
  unsentCount(): Promise<number>
  forget(upTo: number): Promise<void>
}

/** `tail` is the plays' own. */
const keys = ['pairing', 'envelope', 'greatest', 'heardAt', 'request', 'on', 'overrides'] as const

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
  return {
    load: async () =>
      Object.fromEntries(await Promise.all(keys.map(async (key) => [key, await get(key)] as const))),
    async keepPairing(pairing) {
      const owner = await get<string>('owner')
      const moved = owner !== undefined && owner !== pairing.screen
      await database.write(['state', 'plays'], (store) => {
        const state = store('state')
        if (moved) {
          store('plays').clear()
          for (const key of ['tail', 'on', 'overrides']) state.delete(key)
        }
        state.put(pairing.screen, 'owner')
        return state.put(pairing, 'pairing')
      })
    },
    keep: put,
    async forget() {
      await database.write(['state'], (store) => {
        for (const key of ['envelope', 'request']) store('state').delete(key)
        return store('state').delete('pairing')
      })
    },
    openPlays: async () => (await import('./plays.ts')).openPlays(database, hash),
  }
}
