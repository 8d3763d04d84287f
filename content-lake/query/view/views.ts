/**
 * @file The views that queries have asked for, kept between queries and mended by what commits touched.
 *
 * There is one view for each perspective, of all documents; a party from whom something is kept sees that one
 * through its rights, asked anew after every commit. Bounded: what was used longest ago goes.
 */
import type { Party } from '../../access/party.ts'
import { readsAll, readsOf } from '../../access/rights.ts'
import { isPublishedId } from '../../store/document.ts'
import type { Documents, DocumentChange } from '../../store/documents.ts'
import { lensOf, shownThrough, type Lens, type Perspective } from '../perspective.ts'
import { RestrictedView } from './restricted-view.ts'
import { IndexedView, USUAL, type Tuning, type View } from './view.ts'

interface Kept {
  view: IndexedView
  lens: Lens
  /** Ids of stored documents that changed since the view was used. */
  touched: Set<string>
}

const VIEWS_MAX = 8
const RESTRICTED_MAX = 24
/** A view that missed more than this is made anew when it is wanted. */
const TOUCHED_MAX = 5000

/** Parties with the same key read the same. */
export const partyKey = (party: Party) => (readsAll(party) ? '' : JSON.stringify(party))

export class Views {
  readonly #documents: Documents
  readonly #tuning: Tuning
  readonly #kept = new Map<string, Kept>()
  /** Until the next commit. */
  readonly #restricted = new Map<string, RestrictedView>()

  constructor(documents: Documents, tuning: Tuning = USUAL) {
    this.#documents = documents
    this.#tuning = tuning
  }

  get(perspective: Perspective, party: Party): View {
    const name = JSON.stringify(perspective)
    const key = partyKey(party)
    if (key === '') return this.#common(name, perspective)
    const known = this.#restricted.get(name + key)
    if (known) return known
    if (this.#restricted.size >= RESTRICTED_MAX) this.#restricted.clear()
    const restricted = this.#restrict(this.#common(name, perspective), perspective, party)
    this.#restricted.set(name + key, restricted)
    return restricted
  }

  apply(changes: readonly DocumentChange[]): void {
    this.#documents.apply(changes)
    this.#restricted.clear()
    for (const [name, { touched }] of this.#kept) {
      for (const { id } of changes) touched.add(id)
      if (touched.size > TOUCHED_MAX) this.#kept.delete(name)
    }
  }

  #common(name: string, perspective: Perspective): IndexedView {
    const kept = this.#kept.get(name) ?? this.#make(perspective)
    this.#kept.delete(name)
    const [oldest] = this.#kept.keys()
    if (this.#kept.size >= VIEWS_MAX && oldest !== undefined) this.#kept.delete(oldest)
    this.#kept.set(name, kept)
    for (const storedId of kept.touched) {
      const id = kept.lens.shownId(storedId)
      if (id !== null) kept.view.refresh(id, kept.lens.shown(id))
    }
    kept.touched.clear()
    return kept.view
  }

  #make(perspective: Perspective): Kept {
    const lens = lensOf(this.#documents, perspective, () => true)
    return {
      lens,
      view: new IndexedView(shownThrough(this.#documents, lens), this.#tuning),
      touched: new Set(),
    }
  }

  #restrict(common: View, perspective: Perspective, party: Party): RestrictedView {
    const lens = lensOf(this.#documents, perspective, readsOf(this.#documents, party))
    const documents = this.#documents
    return new RestrictedView(common, {
      shown: lens.shown,
      *doubtfulIds() {
        if (typeof perspective === 'string') return
        for (const storedId of documents.ids()) {
          const id = isPublishedId(storedId) ? null : lens.shownId(storedId)
          if (id !== null) yield id
        }
      },
    })
  }
}
