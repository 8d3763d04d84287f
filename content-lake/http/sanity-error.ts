/**
 * @file Puts an error of ours into the shapes that Sanity's clients and Studio understand.
 *
 * Pure. Our code and remedy stand beside Sanity's members, which clients of theirs pass over.
 */
import { STATUS_CODES } from 'node:http'
import type { LakeErrorCode } from '../../contracts/errors/lake.ts'
import { type PufaError } from '../../contracts/errors/registry.ts'

const MUTATION_TYPES: Partial<Record<LakeErrorCode, string>> = {
  'lake.malformed-mutation': 'validationError',
  'lake.patch-failed': 'patchError',
  'lake.patch-too-slow': 'patchError',
  'lake.document-exists': 'documentAlreadyExistsError',
  'lake.document-missing': 'documentNotFoundError',
  'lake.revision-mismatch': 'documentRevisionIDDoesNotMatchError',
  'lake.reference-missing': 'documentReferencesNonExistentDocumentError',
  'lake.still-referenced': 'documentHasExistingReferencesError',
  'lake.transaction-reused': 'transactionAlreadyExistsError',
  'lake.release-missing': 'releaseNotFoundError',
  'lake.release-exists': 'releaseAlreadyExistsError',
  'lake.release-state': 'releaseStateError',
  'lake.release-locked': 'releaseLockedError',
  'lake.release-by-action': 'validationError',
  'lake.history-gone': 'documentNotFoundError',
  'lake.dataset-busy': 'datasetBusyError',
  'lake.disk-full': 'storageFullError',
  'lake.write-failed': 'storageError',
  'lake.unsupported-action': 'unsupportedActionError',
}

/** Our names of facts → Sanity's. Whatever is not named here stays on the server. */
const FACTS: Readonly<Record<string, string>> = {
  id: 'id',
  referenceId: 'referenceID',
  referringIds: 'referencingIDs',
  expected: 'expectedRevisionID',
  found: 'currentRevisionID',
}

/** @param isAction true for `/data/actions` */
export function sanityBody(error: PufaError, isAction: boolean): Record<string, unknown> {
  const { code, status, remedy, details } = error
  const beside = { statusCode: status, code, remedy }
  const description = describe(error)
  if (code === 'lake.malformed-query') {
    const { query, start, end } = details
    return { ...beside, error: { type: 'queryParseError', description, query, start, end } }
  }
  if (code.startsWith('lake.query-')) return { ...beside, error: { type: 'queryError', description } }
  // The Studio knows these two by the type of the whole error, and says what its buttons may not do.
  if (isAction && code === 'lake.not-permitted')
    return { ...beside, error: { type: 'insufficientPermissionsError', description } }
  if (isAction && code === 'lake.release-limit')
    return { ...beside, error: { type: 'releaseLimitExceededError', description, limit: details['limit'] } }
  const type = MUTATION_TYPES[code as LakeErrorCode]
  if (type !== undefined) {
    const facts = Object.fromEntries(
      Object.entries(FACTS).flatMap(([ours, theirs]) => (ours in details ? [[theirs, details[ours]]] : [])),
    )
    const index = typeof details['index'] === 'number' ? details['index'] : 0
    const items = [{ error: { type, description, ...facts }, index }]
    return {
      ...beside,
      error: { type: isAction ? 'actionError' : 'mutationError', description: error.message, items },
    }
  }
  return {
    ...beside,
    error: STATUS_CODES[status] ?? 'Error',
    message: description,
    // The Studio sends a person with this code to sign in, and keeps their edits.
    ...(code === 'lake.not-signed-in' ? { errorCode: 'SIO-401-ANF' } : {}),
  }
}

function describe({ message, remedy, details, code }: PufaError): string {
  const { id, referenceId, reason } = details
  const facts = [id, referenceId, code === 'lake.internal' || code === 'lake.write-failed' ? null : reason]
  const named = facts.filter((fact) => typeof fact === 'string')
  return `${message}${named.length > 0 ? `（${named.join('，')}）` : ''}。${remedy}`
}
