/**
 * @file Finds the references inside a document.
 *
 * Pure. A reference is any object with a string `_ref`; those into other datasets are not ours to check.
 */

/** No document is nested deeper (content-lake/store/document.ts). */
const depthMax = 100

export interface Reference {
  id: string
  /** False for `_weak` references, which includes those that are strengthened on publish. */
  strong: boolean
}

export function referencesIn(value: unknown, found: Reference[] = [], depth = 0): Reference[] {
  if (typeof value !== 'object' || value === null || depth > depthMax) return found
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
