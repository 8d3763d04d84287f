/** @file Lists of documents in ascending order of id. Pure. */
import type { LakeDocument } from '../../store/document.ts'

/** The place of `id`, or where it would go. */
function placeOf(sorted: readonly LakeDocument[], id: string): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle]?._id ?? '') < id) low = middle + 1
    else high = middle
  }
  return low
}

/** Puts a document in its place, instead of another that has its id. */
export function insertById(sorted: LakeDocument[], document: LakeDocument): void {
  const place = placeOf(sorted, document._id)
  sorted.splice(place, sorted[place]?._id === document._id ? 1 : 0, document)
}

export function removeById(sorted: LakeDocument[], id: string): void {
  const place = placeOf(sorted, id)
  if (sorted[place]?._id === id) sorted.splice(place, 1)
}

export const byId = (a: LakeDocument, b: LakeDocument) => (a._id < b._id ? -1 : 1)

/** Two lists without a document in common as one. */
export function mergedById(a: readonly LakeDocument[], b: readonly LakeDocument[]): readonly LakeDocument[] {
  if (b.length === 0) return a
  // Two runs that are sorted already are merged by the sort, not sorted anew.
  return a.length === 0 ? b : [...a, ...b].sort(byId)
}
