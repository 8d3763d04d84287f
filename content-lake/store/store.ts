/**
 * @file The store as the endpoints use it: read documents, change them, by mutations or by actions.
 *
 * Invariant: every change goes through `commit`, and what a release holds shut is refused on both ways in.
 */
import type { Party } from '../access/party.ts'
import { sightOf } from '../access/rights.ts'
import type { Clock } from '../../contracts/part.ts'
import { expectUnlocked } from '../releases/locks.ts'
import { planActions } from './actions.ts'
import type { Committer, Outcome } from './commit.ts'
import type { Documents } from './documents.ts'
import type { Feed } from './feed.ts'
import type { History } from './history.ts'
import { parseMutations } from './mutation.ts'
import { resolveMutations, type FindIds } from './resolve.ts'

export interface WriteOptions {
  transactionId: string | null
  party: Party
  requestSha256: string
  dryRun: boolean
  makesArrayKeys: boolean
}

export interface Store {
  documents: Documents
  history: History
  feed: Feed
  lastSeq(): number
  /** @param mutations as on the wire. @throws PufaError of parsing, staging, checking or writing */
  mutate(mutations: unknown, options: WriteOptions): Promise<Outcome>
  /** @param actions as on the wire. @throws PufaError */
  act(actions: unknown, options: WriteOptions): Outcome
}

export function createStore(parts: {
  documents: Documents
  history: History
  feed: Feed
  committer: Committer
  findIds: FindIds
  clock: Clock
  /** Called with what was written by mutations, before it is answered. */
  written?: (changes: Outcome['changes']) => void
}): Store {
  const { documents, history, feed, committer, findIds, clock, written = () => undefined } = parts
  return {
    documents,
    history,
    feed,
    lastSeq: committer.lastSeq,
    async mutate(mutations, options) {
      const resolved = await resolveMutations(
        parseMutations(mutations),
        (query, params) => findIds(query, params, options.party),
        committer.lastSeq,
      )
      expectUnlocked((id) => documents.get(id) ?? null, resolved)
      const outcome = committer.commit({ ...options, mutations: resolved })
      if (!options.dryRun) written(outcome.changes)
      return outcome
    },
    act(actions, options) {
      const past = committer.repeated(options)
      if (past) return past
      const sight = sightOf(documents, options.party)
      const moment = { now: clock.now(), lastStateOf: (id: string) => history.lastRevision(id) }
      return committer.commit({ ...options, mutations: planActions(sight, actions, moment) })
    },
  }
}
