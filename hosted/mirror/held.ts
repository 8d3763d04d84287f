/**
 * @file What the service holds, as far as it could be public, with what each document would need: kept as events
 * and whole readings bring it. Does no I/O.
 */
import { reviewIdOf, type ReviewSeal } from '../../contracts/documents/review.ts'
import { referencesIn } from '../../contracts/references.ts'
import { contentHash } from '../seal.ts'
import type { ServiceDocument } from '../service/service.ts'
import { assetTypes, isMirrored, isPublished } from './kinds.ts'

const trailPrefix = reviewIdOf('')
const isAsset = ({ _type }: ServiceDocument) => assetTypes.includes(_type)

interface Read {
  document: ServiceDocument
  strong: readonly string[]
  assets: readonly string[]
  /** Undefined until it is asked for; null: its text cannot be written down. */
  hash?: string | null
}

/** Those of a trail's seals that count as the server's own. */
export type Verify = (subject: string, seals: unknown) => ReviewSeal[]

export class Held {
  readonly #verify: Verify
  #documents = new Map<string, Read>()
  #seals = new Map<string, readonly ReviewSeal[]>()
  #isAnyHashed = false

  constructor(verify: Verify) {
    this.#verify = verify
  }

  get size(): number {
    return this.#documents.size
  }

  ids(): Iterable<string> {
    return this.#documents.keys()
  }

  get(id: string): ServiceDocument | undefined {
    return this.#documents.get(id)?.document
  }

  strongOf(id: string): readonly string[] {
    return this.#documents.get(id)?.strong ?? []
  }

  sealsOf(id: string): readonly ReviewSeal[] {
    return this.#seals.get(id) ?? []
  }

  put(document: ServiceDocument): void {
    const { _id: id, _type: type } = document
    if (type === 'review') {
      if (id.startsWith(trailPrefix)) this.#keepSeals(id.slice(trailPrefix.length), document['seals'])
      return
    }
    if (!isMirrored(type) || !isPublished(id)) return this.remove(id)
    const known = this.#documents.get(id)
    if (known?.document._rev === document._rev) return
    const references = referencesIn(document)
    const strong = references.flatMap((one) => (one.strong ? [one.id] : []))
    const assets = references.flatMap((one) => (/^(?:image|file)-/.test(one.id) ? [one.id] : []))
    this.#documents.set(id, { document, strong: [...new Set(strong)], assets })
    if (isAsset(document)) this.#forget(id)
  }

  #keepSeals(subject: string, told: unknown): void {
    const seals = this.#verify(subject, told)
    if (seals.length > 0) this.#seals.set(subject, seals)
    else this.#seals.delete(subject)
  }

  remove(id: string): void {
    const known = this.#documents.get(id)
    this.#documents.delete(id)
    if (known && isAsset(known.document)) this.#forget(id)
    if (id.startsWith(trailPrefix)) this.#seals.delete(id.slice(trailPrefix.length))
  }

  /** A whole reading: nothing else is there. What did not change keeps what was worked out of it. */
  replace(documents: readonly ServiceDocument[]): void {
    const stays = new Set(documents.map(({ _id }) => _id))
    for (const id of [...this.#documents.keys()]) if (!stays.has(id)) this.remove(id)
    for (const subject of [...this.#seals.keys()])
      if (!stays.has(reviewIdOf(subject))) this.#seals.delete(subject)
    for (const document of documents) this.put(document)
  }

  /** Of the content as it stands; null: no text that could be approved. */
  hashOf(id: string): string | null {
    const read = this.#documents.get(id)
    if (!read) return null
    if (read.hash === undefined) read.hash = this.#worked(read.document)
    this.#isAnyHashed = true
    return read.hash
  }

  #worked(document: ServiceDocument): string | null {
    try {
      return contentHash(document._id, document, (asset) => this.get(asset))
    } catch (error) {
      // A lone surrogate, say: nobody can have approved it either.
      if (error instanceof TypeError) return null
      throw error
    }
  }

  /** What was worked out of an asset holds no more. */
  #forget(asset: string): void {
    if (!this.#isAnyHashed) return
    for (const read of this.#documents.values()) if (read.assets.includes(asset)) delete read.hash
  }
}
