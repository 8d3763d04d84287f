/**
 * @file The same store in memory, for a browser that keeps no database: it plays, until the power fails.
 *
 * Also the rule that the database must keep to; one table of tests runs against both.
 */
import type { PlayRecord } from '../../contracts/messages.ts'
import { noTail, openChain, type HashText } from './chain.ts'
import type { Kept, Store } from './store.ts'

const playsInMemoryMax = 10_000

export function memoryStore(hash: HashText): Store {
  let kept: Kept = { pairing: null, envelope: null, greatest: 0, request: null }
  let owner: string | null = null
  let plays: PlayRecord[] = []
  const record = openChain(noTail, hash, async (play) => {
    plays = [...plays.slice(1 - playsInMemoryMax), play]
  })
  return {
    load: async () => kept,
    async keepPairing(pairing) {
      if (owner !== pairing.screen) plays = []
      owner = pairing.screen
      kept = { ...kept, pairing }
    },
    async keep(key, value) {
      kept = { ...kept, [key]: value }
    },
    async forget() {
      kept = { ...kept, pairing: null, envelope: null, request: null }
    },
    record: async (play) => (await record(play)).sequence,
    unsent: async (most) => plays.slice(0, most),
    unsentCount: async () => plays.length,
    async forgetPlays(upTo) {
      plays = plays.filter((play) => play.sequence > upTo)
    },
  }
}
