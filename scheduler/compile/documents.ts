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

  constructor(documents: ReadonlyMap<string, SignageDocument>) {
    this.#documents = documents
  }

  any(reference: Reference | undefined): SignageDocument | null {
    if (!reference) return null
    this.used.add(reference._ref)
    return this.#documents.get(reference._ref) ?? null
  }

  get<Type extends SignageDocument['_type']>(
    type: Type,
    reference: Reference | string | undefined,
  ): OfType<Type> | null {
    const id = typeof reference === 'string' ? reference : reference?._ref
    if (id === undefined) return null
    this.used.add(id)
    const document = this.#documents.get(id)
    return document?._type === type ? (document as OfType<Type>) : null
  }

  /** All of one type, by id; every change of that type then counts as a change of what was read. */
  all<Type extends SignageDocument['_type']>(type: Type): OfType<Type>[] {
    const found: OfType<Type>[] = []
    this.used.add(typeMark(type))
    for (const document of this.#documents.values())
      if (document._type === type) found.push(document as OfType<Type>)
    return found.sort((a, b) => (a._id < b._id ? -1 : 1))
  }
}
