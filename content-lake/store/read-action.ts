/** @file Reads the members of an action as a client sends them. Pure. */
import { failLake } from '../../contracts/errors/lake.ts'
import type { Content, Draft } from './action-plan.ts'
import { isDocumentId, isRecord } from './document.ts'

/** @throws PufaError `lake.malformed-request` */
export function readId(action: Content, name: string, index: number): string {
  const id = action[name]
  if (!isDocumentId(id)) throw failLake('lake.malformed-request', { index, reason: name })
  return id
}

export const readIds = (value: unknown): string[] => (Array.isArray(value) ? value.filter(isDocumentId) : [])

/** @throws PufaError `lake.malformed-request` */
export function readDocument(action: Content, name: string, index: number): Draft {
  const document = action[name]
  if (!isRecord(document) || typeof document['_type'] !== 'string' || !isDocumentId(document['_id']))
    throw failLake('lake.malformed-request', { index, reason: `${name}: document with _id and _type` })
  return document as Draft
}

/** The operations of a patch, without what would choose another document.
 *  @throws PufaError `lake.malformed-request` */
export function readPatch(action: Content, index: number): Record<string, unknown> {
  if (!isRecord(action['patch'])) throw failLake('lake.malformed-request', { index, reason: 'patch' })
  const { id: _, query: __, params: ___, ...operations } = action['patch']
  return operations
}

/** @throws PufaError `lake.revision-mismatch` */
export function expectRevision(document: Content | null, expected: unknown, id: string, index: number): void {
  if (expected === undefined || expected === null || document?.['_rev'] === expected) return
  throw failLake('lake.revision-mismatch', { index, id, expected, found: document?.['_rev'] ?? null })
}
