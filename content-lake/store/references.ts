/**
 * @file Finds the references inside a document.
 *
 * Pure. A reference is any object with a string `_ref`; those into other datasets are not ours to check.
 */
import { DEPTH_MAX } from './document.ts'

export interface Reference {
  id: string
  /** False for `_weak` references, which includes those that are strengthened on publish. */
  strong: boolean
}

export function referencesIn(value: unknown, found: Reference[] = [], depth = 0): Reference[] {
  if (typeof value !== 'object' || value === null || depth > DEPTH_MAX) return found
  if (Array.isArray(value)) {
    for (const entry of value) referencesIn(entry, found, depth + 1)
    return found
  }
  const record = value as Record<string, unknown>
  const isForeign =
    '_dataset' in record || '_projectId' in record || record['_type'] === 'globalDocumentReference'
  if (typeof record['_ref'] === 'string' && !isForeign)
    found.push({ id: record['_ref'], strong: record['_weak'] !== true && !record['_strengthenOnPublish'] })
  for (const key in record) referencesIn(record[key], found, depth + 1)
  return found
}

/** A copy in which references marked `_strengthenOnPublish` are strong ones. */
export function strengthenReferences<T>(value: T): T {
  if (Array.isArray(value)) return value.map((entry: unknown) => strengthenReferences(entry)) as T
  if (typeof value !== 'object' || value === null) return value
  const record = value as Record<string, unknown>
  const strengthens = '_strengthenOnPublish' in record
  const copy: Record<string, unknown> = {}
  for (const key of Object.keys(record))
    if (!(strengthens && (key === '_weak' || key === '_strengthenOnPublish')))
      copy[key] = strengthenReferences(record[key])
  return copy as T
}
