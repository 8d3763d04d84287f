/**
 * @file Works out what a transaction would change, without changing anything.
 *
 * Pure: the same documents, mutations and stamp always give the same outcome. The whole transaction stands
 * or falls: any error leaves nothing staged.
 */
import { failLake } from '../../contracts/errors/lake.ts'
import { shapeFault, type LakeDocument } from './document.ts'
import type { Documents } from './documents.ts'
import type { ResolvedMutation } from './mutation.ts'
import { applyPatch, withArrayKeys } from './patch.ts'

export interface Stamp {
  transactionId: string
  /** ISO 8601, UTC. */
  timestamp: string
  makeDocumentId: () => string
  makeKey: (() => string) | null
  /** Adds to a new document what whoever writes it need not say. */
  complete: <T extends Record<string, unknown>>(document: T) => T
}

/** One document's part of a transaction. `before` and `after` are both null when it came and went inside it. */
export interface Change {
  id: string
  before: LakeDocument | null
  after: LakeDocument | null
  /** In Sanity's wire shape, this document's only. */
  mutations: Record<string, unknown>[]
}

export interface MutationResult {
  id: string
  operation: 'create' | 'update' | 'delete' | 'none'
}

export interface Staged {
  changes: Change[]
  results: MutationResult[]
}

/** @throws PufaError with `id` of the document, and `index` of the mutation but for a shape that cannot be stored */
export function stage(
  documents: Pick<Documents, 'get'>,
  mutations: readonly ResolvedMutation[],
  stamp: Stamp,
): Staged {
  const changes = new Map<string, Change>()
  const results: MutationResult[] = []
  const stored = (id: string) => documents.get(id) ?? null
  const current = (id: string) => {
    const change = changes.get(id)
    return change ? change.after : stored(id)
  }
  const put = (id: string, after: Record<string, unknown> | null, mutation: Record<string, unknown>) => {
    const fault = shapeFault(after)
    if (fault !== null) throw failLake('lake.malformed-mutation', { id, reason: fault })
    const change = changes.get(id) ?? { id, before: stored(id), after: null, mutations: [] }
    change.after =
      after && ((stamp.makeKey ? withArrayKeys(after, stamp.makeKey) : after) as LakeDocument | null)
    change.mutations.push(mutation)
    changes.set(id, change)
  }

  for (const [index, mutation] of mutations.entries()) {
    switch (mutation.kind) {
      case 'create':
      case 'createIfNotExists':
      case 'createOrReplace': {
        const { document } = mutation
        const wanted = typeof document['_id'] === 'string' ? document['_id'] : ''
        const id = wanted === '' || wanted.endsWith('.') ? wanted + stamp.makeDocumentId() : wanted
        const existing = current(id)
        if (existing && mutation.kind === 'create') throw failLake('lake.document-exists', { index, id })
        if (existing && mutation.kind === 'createIfNotExists') {
          results.push({ id, operation: 'none' })
          break
        }
        const createdAt = document['_createdAt'] ?? existing?._createdAt ?? stamp.timestamp
        const whole = existing ? document : stamp.complete(document)
        const next = { ...whole, _id: id, _createdAt: createdAt, ...revision(stamp) }
        put(id, next, { [mutation.kind]: next })
        results.push({ id, operation: existing ? 'update' : 'create' })
        break
      }
      case 'delete':
        for (const id of mutation.ids) {
          if (current(id)) {
            put(id, null, { delete: { id } })
            results.push({ id, operation: 'delete' })
          } else if (!mutation.byQuery) results.push({ id, operation: 'none' })
        }
        break
      case 'patch':
        for (const id of mutation.ids) {
          const existing = current(id)
          if (!existing) throw failLake('lake.document-missing', { index, id })
          const { ifRevisionId: expected, operations } = mutation
          const found = (changes.get(id)?.before ?? existing)._rev
          if (expected !== null && expected !== found)
            throw failLake('lake.revision-mismatch', { index, id, expected, found })
          const { _type, _createdAt } = existing
          const next = { ...applyPatch(existing, operations), _id: id, _type, _createdAt, ...revision(stamp) }
          put(id, next, { patch: { id, ...operations } })
          results.push({ id, operation: 'update' })
        }
    }
  }
  return { changes: [...changes.values()].filter(({ before, after }) => before || after), results }
}

const revision = (stamp: Stamp) => ({ _updatedAt: stamp.timestamp, _rev: stamp.transactionId })
