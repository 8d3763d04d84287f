/**
 * @file What a perspective shows of the dataset, with its indexes.
 *
 * Indexes and orders are built when a query wants them for the second time, are kept up by `refresh`, and
 * are bounded in number: the one that was used longest ago goes. Lists that are handed out are those of the
 * indexes: read them before the next `refresh`, and do not change them.
 */
import type { LakeDocument } from '../../store/document.ts'
import type { IndexDefinition, Key, OrderDefinition } from '../run/index-name.ts'
import { KeyIndex } from './key-index.ts'
import { byId, insertById, removeById } from './by-id.ts'
import { OrderIndex } from './order-index.ts'
import { hasKey, type Posting } from './posting.ts'

export interface View {
  readonly tuning: Tuning
  get(id: string): LakeDocument | undefined
  /** In ascending order of id. */
  all(): readonly LakeDocument[]
  /** At most so many documents are in a posting (null: in all); null while its index is not there.
   *  @param wants the caller would use the index */
  size(posting: Posting | null, wants?: boolean): number | null
  /** In ascending order of id. Only for a posting of which `size` has told. */
  lookUp(posting: Posting): readonly LakeDocument[]
  /** Documents that have any of the keys, each once, in ascending order of id; null as above, or if too many. */
  lookUpAll(postings: readonly { index: IndexDefinition | '_id'; key: Key }[]): readonly LakeDocument[] | null
  /** The documents of a posting (null: all) in an order, ties by id; null while it is not there. */
  ordered(posting: Posting | null, order: OrderDefinition): Iterable<LakeDocument> | null
}

/** When an index is worth its price. Answers are the same whatever these are. */
export interface Tuning {
  /** So few candidates are evaluated without looking for an index that leaves fewer. */
  few: number
  /** So few candidates are sorted without an order that is kept. */
  sorted: number
  /** More than these from several keys are quicker looked through than brought together. */
  merged: number
  /** True: an index or an order is built at the first wish. */
  isEager: boolean
}

export const USUAL: Tuning = { few: 200, sorted: 500, merged: 5000, isEager: false }

const INDEXES_MAX = 24
const ORDERS_MAX = 16
const WISHES_MAX = 200

export class IndexedView implements View {
  readonly #byId = new Map<string, LakeDocument>()
  readonly #all: LakeDocument[] = []
  readonly #indexes = new Map<string, KeyIndex>()
  readonly #orders = new Map<string, OrderIndex>()
  readonly #wishes = new Set<string>()

  readonly tuning: Tuning

  /** @param documents in ascending order of id */
  constructor(documents: Iterable<LakeDocument>, tuning: Tuning) {
    this.tuning = tuning
    for (const document of documents) {
      this.#byId.set(document._id, document)
      this.#all.push(document)
    }
  }

  get(id: string): LakeDocument | undefined {
    return this.#byId.get(id)
  }

  all(): readonly LakeDocument[] {
    return this.#all
  }

  size(posting: Posting | null, wants = false): number | null {
    return posting ? (this.#find(posting, wants)?.length ?? null) : this.#all.length
  }

  lookUp(posting: Posting): readonly LakeDocument[] {
    return this.#find(posting, true) ?? this.#all.filter((document) => hasKey(document, posting))
  }

  #find({ index, key }: Posting, wants: boolean): readonly LakeDocument[] | null {
    const known = used(this.#indexes, index.name)
    if (known) return known.get(key)
    if (!AT_ONCE.includes(index.name) && !(wants && this.#isWished(index.name))) return null
    return keep(this.#indexes, index.name, new KeyIndex(index, this.#all), INDEXES_MAX).get(key)
  }

  lookUpAll(
    postings: readonly { index: IndexDefinition | '_id'; key: Key }[],
  ): readonly LakeDocument[] | null {
    const lists: (readonly LakeDocument[])[] = []
    for (const { index, key } of postings) {
      const documents = index === '_id' ? this.#byIdOnly(key) : this.#find({ index, key }, true)
      if (!documents) return null
      if (documents.length > 0) lists.push(documents)
    }
    const [only] = lists
    if (lists.length <= 1) return only ?? []
    if (lists.reduce((sum, { length }) => sum + length, 0) > this.tuning.merged) return null
    return [...new Set(lists.flat())].sort(byId)
  }

  #byIdOnly(key: Key): readonly LakeDocument[] {
    const document = typeof key === 'string' ? this.get(key) : undefined
    return document ? [document] : []
  }

  ordered(posting: Posting | null, order: OrderDefinition): Iterable<LakeDocument> | null {
    const name = posting ? `${order.name} ${posting.index.name} ${JSON.stringify(posting.key)}` : order.name
    const known = used(this.#orders, name)
    if (known) return known.documents()
    if (!this.#isWished(name)) return null
    const documents = posting ? this.#find(posting, true) : this.#all
    if (!documents) return null
    return keep(this.#orders, name, new OrderIndex(order, posting, documents), ORDERS_MAX).documents()
  }

  /** @param shown what is seen under this id from here on; undefined for nothing */
  refresh(id: string, shown: LakeDocument | undefined): void {
    const before = this.#byId.get(id)
    if (before === shown) return
    for (const index of [...this.#indexes.values(), ...this.#orders.values()]) index.replace(before, shown)
    if (before) removeById(this.#all, id)
    if (shown) {
      insertById(this.#all, shown)
      this.#byId.set(id, shown)
    } else this.#byId.delete(id)
  }

  /** True from the second time on. */
  #isWished(name: string): boolean {
    if (this.tuning.isEager || this.#wishes.has(name)) return true
    if (this.#wishes.size >= WISHES_MAX) this.#wishes.clear()
    this.#wishes.add(name)
    return false
  }
}

/** What nearly every query asks for is not waited with. */
const AT_ONCE = ['== {"type":"AccessAttribute","name":"_type"}', 'references', 'versionOf']

/** Moves what is used to the end, where it is safe longest. */
function used<T>(kept: Map<string, T>, name: string): T | undefined {
  const value = kept.get(name)
  if (value === undefined) return undefined
  kept.delete(name)
  kept.set(name, value)
  return value
}

function keep<T>(kept: Map<string, T>, name: string, value: T, max: number): T {
  const [oldest] = kept.keys()
  if (kept.size >= max && oldest !== undefined) kept.delete(oldest)
  kept.set(name, value)
  return value
}
