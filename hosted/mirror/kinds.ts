/** @file Which types are mirrored, and which of them want approval before they are public. Pure. */
import { typeRules, wantsReview } from '../../contracts/documents/kinds.ts'
import type { DocumentType } from '../../contracts/documents/index.ts'

export const assetTypes: readonly string[] = ['sanity.imageAsset', 'sanity.fileAsset']

/** What review itself keeps, and the Studio's records of its own work, are shown to nobody. */
const isInner = (type: DocumentType): boolean =>
  type === 'review' || type === 'reviewPolicy' || typeRules[type].work === 'record'

const contentTypes = (Object.keys(typeRules) as DocumentType[]).filter((type) => !isInner(type))
const mirrored: ReadonlySet<string> = new Set([...contentTypes, ...assetTypes])

export const isMirrored = (type: string): boolean => mirrored.has(type)

/** Trails come with them, for their seals. */
export const heardTypes: readonly string[] = [...mirrored, 'review']

/** A hosted project does not tell a program's writing from a person's, so neither goes without. */
export const wantsSeal = (type: string): boolean => wantsReview(type, true)

export const isPublished = (id: string): boolean => !/^(?:drafts|versions|_)\./.test(id)

const assetId = /^(image|file)-(.+)-([a-z0-9]+)$/

/**
 * An asset's document must name its own file: the id is that of the bytes that were approved, and what stands
 * in the document may be anybody's.
 */
export function namesOwnFile(
  { _id, path }: { _id: string; path?: unknown },
  place: { projectId: string; dataset: string },
): boolean {
  const [, kind, name, extension] = assetId.exec(_id) ?? []
  if (kind === undefined) return false
  const folder = kind === 'image' ? 'images' : 'files'
  return path === `${folder}/${place.projectId}/${place.dataset}/${name}.${extension}`
}
