/**
 * @file The published documents that decide what screens show, by id.
 *
 * Pure. The watch keeps the map; compiling reads it and notes what it read, so that a change is known
 * to touch a screen or not.
 */
import type { AnyDocument, Reference } from '../../contracts/documents/index.ts'

/** What the lake knows of an uploaded picture or film. */
export interface AssetDocument<Type extends 'sanity.imageAsset' | 'sanity.fileAsset'> {
  _id: string
  _type: Type
  _rev: string
  /** `images/<project>/<dataset>/<file>` */
  path: string
  mimeType: string
  size: number
}

export type SignageDocument =
  AnyDocument | AssetDocument<'sanity.imageAsset'> | AssetDocument<'sanity.fileAsset'>

export const watchedTypes: readonly SignageDocument['_type'][] = [
  'siteSettings',
  'county',
  'village',
  'lawyer',
  'law',
  'lawEdition',
  'slogan',
  'notice',
  'noticeTemplate',
  'signagePicture',
  'indicatorBoard',
  'liveStream',
  'video',
  'lawyerTalk',
  'legalQuestion',
  'mural',
  'muralCampaign',
  'typicalCase',
  'playlist',
  'scheduleEvent',
  'signageCampaign',
  'screen',
  'screenGroup',
  'calendarYear',
  'legalDay',
  'sanity.imageAsset',
  'sanity.fileAsset',
]

/** Stands among the used ids for "any document of this type". */
export const typeMark = (type: string) => `type:${type}`

/** Whether two sets have something in common; asks as few questions as may be. */
export function meet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [few, many] = a.size < b.size ? [a, b] : [b, a]
  for (const each of few) if (many.has(each)) return true
  return false
}

type OfType<Type extends SignageDocument['_type']> = Extract<SignageDocument, { _type: Type }>

/** A view of the documents that remembers which ids were asked for, found or not. */
export class Reading {
  readonly used = new Set<string>()
  readonly #documents: ReadonlyMap<string, SignageDocument>
  #readAll = false

  constructor(documents: ReadonlyMap<string, SignageDocument>) {
    this.#documents = documents
  }

  /** Whether all of a type were read: then other documents than those in `used` may count, too. */
  get hasReadAll(): boolean {
    return this.#readAll
  }

  /** A reading of the same documents that begins anew. */
  apart(): Reading {
    return new Reading(this.#documents)
  }

  find(id: string): SignageDocument | undefined {
    this.used.add(id)
    return this.#documents.get(id)
  }

  any(reference: Reference | undefined): SignageDocument | null {
    return reference ? (this.find(reference._ref) ?? null) : null
  }

  get<Type extends SignageDocument['_type']>(
    type: Type,
    reference: Reference | string | undefined,
  ): OfType<Type> | null {
    const id = typeof reference === 'string' ? reference : reference?._ref
    if (id === undefined) return null
    const document = this.find(id)
    return document?._type === type ? (document as OfType<Type>) : null
  }

  /** All of one type, by id; every change of that type then counts as a change of what was read. */
  all<Type extends SignageDocument['_type']>(type: Type): OfType<Type>[] {
    const found: OfType<Type>[] = []
    this.#readAll = true
    this.used.add(typeMark(type))
    for (const document of this.#documents.values())
      if (document._type === type) found.push(document as OfType<Type>)
    return found.sort((a, b) => (a._id < b._id ? -1 : 1))
  }
}

/**
 * What is made of one document, made again only when it or another that was read for it is another object:
 * a document that changes is put in place anew. The caller may not change what it is given.
 */
export function remembering<Document extends SignageDocument, Result>(
  make: (document: Document, read: Reading) => Result,
): (document: Document, read: Reading) => Result {
  const made = new WeakMap<
    Document,
    { result: Result; found: readonly (readonly [string, SignageDocument | undefined])[] }
  >()
  return (document, read) => {
    const known = made.get(document)
    if (known?.found.every(([id, was]) => read.find(id) === was)) return known.result
    const own = read.apart()
    const result = make(document, own)
    const found = [...own.used].map((id) => [id, read.find(id)] as const)
    if (own.hasReadAll) made.delete(document)
    else made.set(document, { result, found })
    return result
  }
}
