/**
 * @file The same store in memory, for a browser that keeps no database: it plays, until the power fails.
 *
 * Also the rule that the database must keep to; one table of tests runs against both.
 */
import type { PlayRecord } from '../../contracts/messages.ts'
import { openChain, type HashText, type Tail } from './chain.ts'
import type { Kept, Store } from './store.ts'

const playsInMemoryMax = 10_000

export function memoryStore(hash: HashText): Store {
  let kept: Kept = {}
  let owner: string | null = null
  let plays: PlayRecord[] = []
  let tail: Tail | undefined
  const record = openChain({
    hash,
    tail: async () => tail,
    async write(play, next, on) {
      if (play) plays = [...plays.slice(1 - playsInMemoryMax), play]
      tail = next
      kept = { ...kept, on: on ?? undefined }
    },
  })
  return {
    load: async () => kept,
    async keepPairing(pairing) {
      if (owner !== null && owner !== pairing.screen) {
        plays = []
        kept = { ...kept, on: undefined, overrides: undefined }
        tail = undefined
      }
      owner = pairing.screen
      kept = { ...kept, pairing }
    },
    async keep(key, value) {
      kept = { ...kept, [key]: value }
    },
    async forget() {
      kept = { ...kept, pairing: undefined, envelope: undefined, request: undefined }
    },
    openPlays: async () => ({
      record: (play, on = null) => record(play, on),
      unsent: async (most) => plays.slice(0, most),
      unsentCount: async () => plays.length,
      async forget(upTo) {
        plays = plays.filter((play) => play.sequence > upTo)
      },
    }),
  }
}
