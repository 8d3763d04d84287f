/**
 * @file Every document in memory, with indexes by type and by reference.
 *
 * Pure: no I/O. Used by the main thread (written through by the commit function) and by each query worker
 * (fed by the same changes in the same order). Invariant: ids, and ids of a type, are always in code-unit
 * order, so a set narrowed by an index is in the order of the whole.
 */
import { isPublishedId, publishedIdOf, type LakeDocument } from './document.ts'
import { referencesIn } from './references.ts'

export interface DocumentChange {
  id: string
  document: LakeDocument | null
}

const NONE: readonly string[] = []
const PIECE = 500

export class Documents {
  readonly #byId = new Map<string, LakeDocument>()
  readonly #ids: string[] = []
  readonly #idsByType = new Map<string, string[]>()
  readonly #referrers = new Map<string, Set<string>>()
  /** Published id → ids of its draft and versions. */
  readonly #copies = new Map<string, Set<string>>()

  get size(): number {
    return this.#byId.size
  }

  get(id: string): LakeDocument | undefined {
    return this.#byId.get(id)
  }

  has(id: string): boolean {
    return this.#byId.has(id)
  }

  /** All ids, ascending. Do not keep: the array changes with the next commit. */
  ids(): readonly string[] {
    return this.#ids
  }

  idsOfType(type: string): readonly string[] {
    return this.#idsByType.get(type) ?? NONE
  }

  /** Ids that begin with `prefix`, ascending. */
  idsBeginning(prefix: string): string[] {
    const found: string[] = []
    for (let place = placeOf(this.#ids, prefix); this.#ids[place]?.startsWith(prefix); place++)
      found.push(this.#ids[place] ?? '')
    return found
  }

  /** Ids of the documents that hold a reference, strong or weak, to `id`. */
  referrersOf(id: string): ReadonlySet<string> {
    return this.#referrers.get(id) ?? new Set()
  }

  /** The document itself, its draft and its versions: those that exist, ascending. */
  idsOfVersions(publishedId: string): string[] {
    const ids = [...(this.#copies.get(publishedId) ?? [])]
    return (this.has(publishedId) ? [...ids, publishedId] : ids).sort()
  }

  /** For a start from nothing: documents must come in ascending order of id. */
  load(ordered: Iterable<LakeDocument>): void {
    for (const document of ordered) this.#append(document)
  }

  /** The same, letting others of this thread work in between. Nothing may be applied before it ends. */
  async loadInPieces(ordered: Iterable<LakeDocument>): Promise<void> {
    let count = 0
    for (const document of ordered) {
      this.#append(document)
      if (++count % PIECE === 0) await new Promise((go) => setImmediate(go))
    }
  }

  #append(document: LakeDocument): void {
    this.#byId.set(document._id, document)
    this.#ids.push(document._id)
    const ofType = this.#idsByType.get(document._type)
    if (ofType) ofType.push(document._id)
    else this.#idsByType.set(document._type, [document._id])
    this.#link(document)
  }

  apply(changes: readonly DocumentChange[]): void {
    for (const { id, document } of changes) {
      const before = this.#byId.get(id)
      if (before) this.#unlink(before)
      if (before && before._type !== document?._type)
        removeSorted(this.#idsByType.get(before._type) ?? [], id)
      if (!document) {
        if (before) removeSorted(this.#ids, id)
        this.#byId.delete(id)
        continue
      }
      if (!before) insertSorted(this.#ids, id)
      if (before?._type !== document._type) {
        const ofType = this.#idsByType.get(document._type)
        if (ofType) insertSorted(ofType, id)
        else this.#idsByType.set(document._type, [id])
      }
      this.#byId.set(id, document)
      this.#link(document)
    }
  }

  #link(document: LakeDocument): void {
    if (!isPublishedId(document._id)) addTo(this.#copies, publishedIdOf(document._id), document._id)
    for (const { id } of referencesIn(document)) addTo(this.#referrers, id, document._id)
  }

  #unlink(document: LakeDocument): void {
    if (!isPublishedId(document._id)) removeFrom(this.#copies, publishedIdOf(document._id), document._id)
    for (const { id } of referencesIn(document)) removeFrom(this.#referrers, id, document._id)
  }
}

function addTo(sets: Map<string, Set<string>>, key: string, id: string): void {
  const set = sets.get(key)
  if (set) set.add(id)
  else sets.set(key, new Set([id]))
}

function removeFrom(sets: Map<string, Set<string>>, key: string, id: string): void {
  const set = sets.get(key)
  set?.delete(id)
  if (set?.size === 0) sets.delete(key)
}

/** The place of `id` in an ascending array, or where it would go. */
function placeOf(sorted: readonly string[], id: string): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? '') < id) low = middle + 1
    else high = middle
  }
  return low
}

function insertSorted(sorted: string[], id: string): void {
  const place = placeOf(sorted, id)
  if (sorted[place] !== id) sorted.splice(place, 0, id)
}

function removeSorted(sorted: string[], id: string): void {
  const place = placeOf(sorted, id)
  if (sorted[place] === id) sorted.splice(place, 1)
}
