/** @file The documents of one posting in one order, ties by id, as `order` leaves them. */
import type { LakeDocument } from '../../store/document.ts'
import type { OrderDefinition } from '../run/index-name.ts'
import { compareKeys, type Keyed } from '../run/ordering.ts'
import { hasKey, type Posting } from './posting.ts'

type Row = Keyed<LakeDocument>

export class OrderIndex {
  readonly #order: OrderDefinition
  readonly #posting: Posting | null
  readonly #rows: Row[]

  constructor(order: OrderDefinition, posting: Posting | null, documents: readonly LakeDocument[]) {
    this.#order = order
    this.#posting = posting
    this.#rows = documents.map((document) => this.#row(document)).sort(this.#compare)
  }

  *documents(): Generator<LakeDocument> {
    for (const { entry } of this.#rows) yield entry
  }

  replace(before: LakeDocument | undefined, after: LakeDocument | undefined): void {
    if (before && this.#has(before)) {
      const place = this.#placeOf(this.#row(before))
      if (this.#rows[place]?.entry._id === before._id) this.#rows.splice(place, 1)
    }
    if (after && this.#has(after)) {
      const row = this.#row(after)
      this.#rows.splice(this.#placeOf(row), 0, row)
    }
  }

  #row(entry: LakeDocument): Row {
    return { entry, keys: this.#order.keysOf(entry) }
  }

  #has(document: LakeDocument): boolean {
    return !this.#posting || hasKey(document, this.#posting)
  }

  #placeOf(row: Row): number {
    let low = 0
    let high = this.#rows.length
    while (low < high) {
      const middle = (low + high) >> 1
      const other = this.#rows[middle]
      if (other && this.#compare(other, row) < 0) low = middle + 1
      else high = middle
    }
    return low
  }

  readonly #compare = (a: Row, b: Row): number =>
    compareKeys(a.keys, b.keys, this.#order.directions) ||
    (a.entry._id === b.entry._id ? 0 : a.entry._id < b.entry._id ? -1 : 1)
}
