/**
 * @file What a party that may not read everything sees: the common view, less what is kept from the party,
 * and with what shows instead.
 *
 * In a layered perspective a draft may be kept from a party that may read the published document below it;
 * such documents, shown to the party and to nobody else, are the exceptions, and make a small view of their
 * own. Rights are asked when a query runs, of the documents as they are, and remembered until the next commit:
 * what rights may depend on is therefore of no concern here. Lists come from the indexes of the two views.
 */
import type { LakeDocument } from '../../store/document.ts'
import type { IndexDefinition, Key, OrderDefinition } from '../run/index-name.ts'
import { compareKeys } from '../run/ordering.ts'
import { byId, mergedById } from './by-id.ts'
import type { Posting } from './posting.ts'
import { IndexedView, type Tuning, type View } from './view.ts'

export interface Restriction {
  /** What the party is shown under an id. */
  shown(id: string): LakeDocument | undefined
  /** Ids under which the party may be shown something else than others. */
  doubtfulIds(): Iterable<string>
}

export class RestrictedView implements View {
  readonly #common: View
  readonly #restriction: Restriction
  readonly #isSeen = new Map<LakeDocument, boolean>()
  #exceptions: View | null = null
  #all: readonly LakeDocument[] | null = null

  constructor(common: View, restriction: Restriction) {
    this.#common = common
    this.#restriction = restriction
  }

  get tuning(): Tuning {
    return this.#common.tuning
  }

  get(id: string): LakeDocument | undefined {
    return this.#restriction.shown(id)
  }

  all(): readonly LakeDocument[] {
    return (this.#all ??= this.#with(this.#common.all(), this.#others().all()))
  }

  size(posting: Posting | null, wants?: boolean): number | null {
    const size = this.#common.size(posting, wants)
    return size === null ? null : size + (this.#others().size(posting, true) ?? 0)
  }

  lookUp(posting: Posting): readonly LakeDocument[] {
    return this.#with(this.#common.lookUp(posting), this.#others().lookUp(posting))
  }

  lookUpAll(
    postings: readonly { index: IndexDefinition | '_id'; key: Key }[],
  ): readonly LakeDocument[] | null {
    const found = this.#common.lookUpAll(postings)
    const others = found && this.#others().lookUpAll(postings)
    return found && others && this.#with(found, others)
  }

  ordered(posting: Posting | null, order: OrderDefinition): Iterable<LakeDocument> | null {
    const sorted = this.#common.ordered(posting, order)
    const others = sorted && this.#others().ordered(posting, order)
    return sorted && others && this.#merged(sorted, others, order)
  }

  *#merged(
    sorted: Iterable<LakeDocument>,
    others: Iterable<LakeDocument>,
    order: OrderDefinition,
  ): Generator<LakeDocument> {
    const rest = others[Symbol.iterator]()
    let other = rest.next()
    for (const document of sorted) {
      if (!this.#sees(document)) continue
      const keys = other.done ? [] : order.keysOf(document)
      while (!other.done) {
        const difference = compareKeys(order.keysOf(other.value), keys, order.directions)
        if (difference > 0 || (difference === 0 && other.value._id > document._id)) break
        yield other.value
        other = rest.next()
      }
      yield document
    }
    for (; !other.done; other = rest.next()) yield other.value
  }

  #sees(document: LakeDocument): boolean {
    let isSeen = this.#isSeen.get(document)
    if (isSeen === undefined) {
      isSeen = this.#restriction.shown(document._id) === document
      this.#isSeen.set(document, isSeen)
    }
    return isSeen
  }

  #with(common: readonly LakeDocument[], others: readonly LakeDocument[]): readonly LakeDocument[] {
    return mergedById(
      common.filter((document) => this.#sees(document)),
      others,
    )
  }

  #others(): View {
    if (!this.#exceptions) {
      const found: LakeDocument[] = []
      for (const id of new Set(this.#restriction.doubtfulIds())) {
        const shown = this.#restriction.shown(id)
        if (shown && this.#common.get(id) !== shown) found.push(shown)
      }
      this.#exceptions = new IndexedView(found.sort(byId), { ...this.tuning, isEager: true })
    }
    return this.#exceptions
  }
}
