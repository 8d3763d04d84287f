/** @file Whom a value refers to, and what an id is a version of, as GROQ counts it. Pure. */
import { isRecord } from '../../store/document.ts'

/**
 * Ids of all references inside. As in groq-js, whatever has a `_ref` is one, also into another dataset, and
 * nothing inside it counts.
 */
export function referenceKeys(value: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(value)) for (const entry of value) referenceKeys(entry, found)
  else if (isRecord(value)) {
    const ref = value['_ref']
    if (typeof ref === 'string' && ref !== '') found.add(ref)
    else if (!ref) for (const key in value) referenceKeys(value[key], found)
  }
  return found
}

export function hasReferenceTo(value: unknown, ids: ReadonlySet<string>): boolean {
  if (Array.isArray(value)) return value.some((entry) => hasReferenceTo(entry, ids))
  if (!isRecord(value)) return false
  const ref = value['_ref']
  if (ref) return typeof ref === 'string' && ids.has(ref)
  return Object.values(value).some((member) => hasReferenceTo(member, ids))
}

/** The ids for which `sanity::versionOf` holds. */
export function versionBases(id: string): string[] {
  const parts = id.split('.')
  if (parts.length >= 2 && parts[0] === 'drafts') return [id, parts.slice(1).join('.')]
  if (parts.length >= 3 && parts[0] === 'versions') return [id, parts.slice(2).join('.')]
  return [id]
}
