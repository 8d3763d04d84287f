/**
 * @file In which order documents can be written, so that every strong reference finds its target there.
 *
 * Pure. Documents that refer to one another in a circle cannot be ordered: they are written once with weak
 * references, and a second time as they are.
 */
import { isRecord, type ArchivedDocument, type Json } from './json.ts'

/** Ids that a value refers to strongly, within its own dataset. */
export function strongRefs(value: Json, found = new Set<string>()): Set<string> {
  if (Array.isArray(value)) for (const entry of value) strongRefs(entry, found)
  else if (isRecord(value)) {
    const isForeign = '_dataset' in value || '_projectId' in value
    const isWeak = value['_weak'] === true || '_strengthenOnPublish' in value
    if (typeof value['_ref'] === 'string' && !isForeign && !isWeak) found.add(value['_ref'])
    for (const entry of Object.values(value)) strongRefs(entry, found)
  }
  return found
}

/** A copy whose references are all weak. */
export function weakened<T extends Json>(value: T): T {
  if (Array.isArray(value)) return value.map((entry) => weakened(entry)) as Json as T
  if (!isRecord(value)) return value
  const copy: Record<string, Json> = {}
  for (const [key, entry] of Object.entries(value)) copy[key] = weakened(entry)
  return (typeof value['_ref'] === 'string' ? { ...copy, _weak: true } : copy) as Json as T
}

export interface Ordered<T> {
  /** Each after all that it needs. */
  inOrder: T[]
  /** In a circle, or behind one. */
  inCircles: T[]
}

/** @param present whether a document is there already, so that referring to it needs no order */
export function ordered<T extends { document: ArchivedDocument }>(
  entries: readonly T[],
  present: (id: string) => boolean,
): Ordered<T> {
  const byId = new Map(entries.map((entry) => [entry.document._id, entry]))
  const needs = new Map<T, number>()
  const neededBy = new Map<string, T[]>()
  const ready: T[] = []
  for (const entry of entries) {
    const wanted = [...strongRefs(entry.document)].filter(
      (id) => id !== entry.document._id && byId.has(id) && !present(id),
    )
    for (const id of wanted) {
      const waiting = neededBy.get(id)
      if (waiting) waiting.push(entry)
      else neededBy.set(id, [entry])
    }
    if (wanted.length === 0) ready.push(entry)
    else needs.set(entry, wanted.length)
  }
  // `ready` grows while it is walked.
  for (const { document } of ready)
    for (const waiting of neededBy.get(document._id) ?? []) {
      const left = (needs.get(waiting) ?? 0) - 1
      needs.set(waiting, left)
      if (left === 0) ready.push(waiting)
    }
  const done = new Set(ready)
  return { inOrder: ready, inCircles: entries.filter((entry) => !done.has(entry)) }
}
