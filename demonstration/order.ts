/**
 * @file Puts documents into transactions so that no strong reference is open at a commit. Pure.
 *
 * Documents that refer to each other in a ring share a transaction; every other document comes after
 * those it refers to. References to documents outside the list are taken as present already.
 */
import type { DemoDocument } from './content.ts'
import { strongReferencesIn } from './references.ts'

/** Most documents that one transaction creates or deletes. */
export const transactionDocumentsMax = 100

interface Visit {
  readonly index: number
  low: number
  open: boolean
}

/** Rings of documents (most of them rings of one), those referred to first: Tarjan's algorithm. */
export function rings(documents: readonly DemoDocument[]): DemoDocument[][] {
  const byId = new Map(documents.map((document) => [document._id, document]))
  const visits = new Map<string, Visit>()
  const stack: DemoDocument[] = []
  const found: DemoDocument[][] = []

  const enter = (document: DemoDocument): Visit => {
    const visit: Visit = { index: visits.size, low: visits.size, open: true }
    visits.set(document._id, visit)
    stack.push(document)
    for (const id of strongReferencesIn(document)) {
      const target = byId.get(id)
      if (target === undefined) continue
      const earlier = visits.get(id)
      if (earlier === undefined) visit.low = Math.min(visit.low, enter(target).low)
      else if (earlier.open) visit.low = Math.min(visit.low, earlier.index)
    }
    if (visit.low === visit.index) found.push(closeRing(document))
    return visit
  }

  const closeRing = (root: DemoDocument): DemoDocument[] => {
    const members = stack.splice(stack.indexOf(root))
    for (const { _id } of members) {
      const visit = visits.get(_id)
      if (visit !== undefined) visit.open = false
    }
    return members
  }

  for (const document of documents) if (!visits.has(document._id)) enter(document)
  return found
}

/**
 * @param limit most documents a transaction; a longer ring is a transaction by itself
 * @returns transactions to commit in this order; to delete, take them from the end
 */
export function transactions(documents: readonly DemoDocument[], limit: number): DemoDocument[][] {
  const batches: DemoDocument[][] = []
  let last: DemoDocument[] = []
  for (const ring of rings(documents)) {
    if (last.length > 0 && last.length + ring.length > limit) {
      batches.push(last)
      last = []
    }
    last.push(...ring)
  }
  if (last.length > 0) batches.push(last)
  return batches
}
