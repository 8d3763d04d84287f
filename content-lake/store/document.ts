/**
 * @file The shape of a stored document, and the three places one document can stand.
 *
 * Pure. `x` is published, `drafts.x` is its draft, `versions.<release>.x` a version of it. Any other dot in
 * an id keeps the document from callers who are not signed in.
 */
export interface LakeDocument {
  _id: string
  _type: string
  /** The id of the transaction that wrote this revision. */
  _rev: string
  /** ISO 8601, UTC. */
  _createdAt: string
  _updatedAt: string
  [attribute: string]: unknown
}

const DRAFTS = 'drafts.'
const VERSIONS = 'versions.'

export const isDraftId = (id: string) => id.startsWith(DRAFTS)
export const isVersionId = (id: string) => id.startsWith(VERSIONS)
export const isPublishedId = (id: string) => !isDraftId(id) && !isVersionId(id)
export const draftId = (publishedId: string) => DRAFTS + publishedId
export const versionId = (release: string, publishedId: string) => `${VERSIONS}${release}.${publishedId}`

/** `drafts.x` → `x`; `versions.r.x` → `x`; anything else is its own published id. */
export function publishedIdOf(id: string): string {
  if (isDraftId(id)) return id.slice(DRAFTS.length)
  if (isVersionId(id)) return id.split('.').slice(2).join('.')
  return id
}

/** The release of `versions.r.x`, else null. */
export const releaseOf = (id: string) => (isVersionId(id) ? (id.split('.')[1] ?? null) : null)

const ID = /^[A-Za-z0-9_-][A-Za-z0-9_.-]{0,127}$/

/** Sanity's rule for ids: 128 characters of letters, digits, `_`, `-` and `.`, not beginning with a dot. */
export const isDocumentId = (id: unknown): id is string =>
  typeof id === 'string' && ID.test(id) && !id.includes('..')

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What walks a document may call itself so often, and no oftener. */
export const DEPTH_MAX = 100

/**
 * Names that break the programs which read documents: the first changes what an object inherits, and
 * two libraries call the other on the object itself. One such document would spoil every query that meets it.
 */
const REFUSED_NAMES: ReadonlySet<string> = new Set(['__proto__', 'hasOwnProperty'])

/** Of a document as JSON, about. A request is bounded too, but one patch can put its value in many places. */
export const LENGTH_MAX = 16 * 1024 * 1024

/** Why a document cannot be stored, or null when it can. Takes no longer than a document of the greatest size. */
export function shapeFault(document: unknown): string | null {
  let left = LENGTH_MAX
  const walk = (value: unknown, levels: number): string | null => {
    left -= typeof value === 'string' ? value.length + 3 : 3
    if (left < 0) return `longer than ${LENGTH_MAX}`
    if (typeof value !== 'object' || value === null) return null
    if (levels === 0) return `nested deeper than ${DEPTH_MAX}`
    const isList = Array.isArray(value)
    for (const key of Object.keys(value)) {
      if (!isList && REFUSED_NAMES.has(key)) return `attribute ${key}`
      if (!isList) left -= key.length + 3
      const fault = walk((value as Record<string, unknown>)[key], levels - 1)
      if (fault !== null) return fault
    }
    return null
  }
  return walk(document, DEPTH_MAX)
}
