/**
 * @file Parses the `mutations` array of a request into values the store trusts.
 *
 * Pure. Wire shape: Sanity's HTTP API, `POST /data/mutate`.
 */
import { failLake } from '../../contracts/errors/lake.ts'
import { isDocumentId, isRecord } from './document.ts'

export type CreateOperation = 'create' | 'createIfNotExists' | 'createOrReplace'

/** `id` names one document; `query` chooses any number, raw perspective. */
export type Target = { id: string } | { query: string; params: Record<string, unknown> }

export type Mutation =
  | { kind: CreateOperation; document: Record<string, unknown> & { _type: string } }
  | { kind: 'delete'; target: Target }
  | { kind: 'patch'; target: Target; ifRevisionId: string | null; operations: Record<string, unknown> }

/** A mutation whose query has been answered: it names its documents. */
export type ResolvedMutation =
  | Extract<Mutation, { kind: CreateOperation }>
  | { kind: 'delete'; ids: string[]; byQuery: boolean }
  | {
      kind: 'patch'
      ids: string[]
      byQuery: boolean
      ifRevisionId: string | null
      operations: Record<string, unknown>
    }

const MUTATIONS_MAX = 10_000
const PATCH_OPERATIONS = new Set([
  'set',
  'setIfMissing',
  'unset',
  'inc',
  'dec',
  'insert',
  'diffMatchPatch',
  'merge',
])

/** @throws PufaError `lake.malformed-mutation` with `index` */
export function parseMutations(value: unknown): Mutation[] {
  if (!Array.isArray(value) || value.length > MUTATIONS_MAX)
    throw failLake('lake.malformed-mutation', { reason: `mutations: array of at most ${MUTATIONS_MAX}` })
  return value.map((entry: unknown, index) => parseMutation(entry, index))
}

function parseMutation(entry: unknown, index: number): Mutation {
  const refuse = (reason: string) => failLake('lake.malformed-mutation', { index, reason })
  if (!isRecord(entry)) throw refuse('not an object')
  const kinds = Object.keys(entry)
  const kind = kinds[0]
  const body = kind === undefined ? undefined : entry[kind]
  if (kinds.length !== 1 || !isRecord(body)) throw refuse('one operation each')
  switch (kind) {
    case 'create':
    case 'createIfNotExists':
    case 'createOrReplace': {
      const { _id: id, _type: type } = body
      if (typeof type !== 'string' || type === '') throw refuse('_type missing')
      const hasId = id !== undefined && id !== ''
      if (hasId && !isDocumentId(id) && !(typeof id === 'string' && isDocumentId(id + 'x')))
        throw refuse('_id malformed')
      if (!hasId && kind !== 'create') throw refuse('_id missing')
      return { kind, document: { ...body, _type: type } }
    }
    case 'delete':
      return { kind, target: parseTarget(body, refuse) }
    case 'patch': {
      const { id, query, params, ifRevisionID, ...operations } = body
      const unknownOperation = Object.keys(operations).find((name) => !PATCH_OPERATIONS.has(name))
      if (unknownOperation !== undefined) throw refuse(`patch operation ${unknownOperation}`)
      if (ifRevisionID !== undefined && typeof ifRevisionID !== 'string') throw refuse('ifRevisionID')
      const ifRevisionId = typeof ifRevisionID === 'string' ? ifRevisionID : null
      return { kind, target: parseTarget({ id, query, params }, refuse), ifRevisionId, operations }
    }
    default:
      throw refuse(`operation ${kind ?? ''}`)
  }
}

function parseTarget(body: Record<string, unknown>, refuse: (reason: string) => Error): Target {
  if (typeof body['id'] === 'string') return { id: body['id'] }
  const { query, params } = body
  if (typeof query !== 'string') throw refuse('id or query missing')
  if (params !== undefined && !isRecord(params)) throw refuse('params')
  return { query, params: params ?? {} }
}
