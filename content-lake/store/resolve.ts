/**
 * @file Answers the queries inside mutations, so that a transaction names its documents.
 *
 * Queries run in a worker, and the dataset may move on meanwhile; then they are asked again, so that what
 * is staged is what the query means at that very moment.
 */
import { failLake } from '../../contracts/errors/lake.ts'
import type { Party } from '../access/party.ts'
import type { Mutation, ResolvedMutation } from './mutation.ts'

/** Ids of the documents that a query gives the party that asks, raw perspective. */
export type FindIds = (query: string, params: Record<string, unknown>, party: Party) => Promise<string[]>

const TRIES_MAX = 5

/**
 * @param currentSeq sequence number of the last commit
 * @throws PufaError `lake.dataset-busy` when the dataset never stands still; those of the query
 */
export async function resolveMutations(
  mutations: readonly Mutation[],
  findIds: (query: string, params: Record<string, unknown>) => Promise<string[]>,
  currentSeq: () => number,
): Promise<ResolvedMutation[]> {
  for (let attempt = 0; attempt < TRIES_MAX; attempt++) {
    const seq = currentSeq()
    const resolved: ResolvedMutation[] = []
    let asked = false
    for (const mutation of mutations) {
      if (!('target' in mutation)) {
        resolved.push(mutation)
        continue
      }
      const { target, ...rest } = mutation
      const byQuery = 'query' in target
      asked ||= byQuery
      resolved.push({
        ...rest,
        byQuery,
        ids: byQuery ? await findIds(target.query, target.params) : [target.id],
      })
    }
    if (!asked || seq === currentSeq()) return resolved
  }
  throw failLake('lake.dataset-busy')
}
