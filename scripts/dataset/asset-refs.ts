/**
 * @file Pictures and files in documents, as an archive names them: by path instead of by id.
 *
 * Pure. The form is that of `@sanity/export`: `{asset: {_ref: 'image-…'}, …}` becomes
 * `{_sanityAsset: 'image@file://./images/…', …}`. A reference that says more than that (a weak one) stays as
 * it is.
 */
import { isRecord, type Json } from './json.ts'

export type AssetKind = 'image' | 'file'

const ASSET_ID = /^(image|file)-([0-9a-f]{40}(?:-\d+x\d+)?)-([A-Za-z0-9]+)$/
const MARK = /^(image|file)@file:\/\/\.?\/?((?:images|files)\/[^/\\]+)$/

/** `image-<sha1>-2x3-png` → `images/<sha1>-2x3.png`; null for an id that is no asset's. */
export function assetPath(id: string): string | null {
  const [, kind, stem, extension] = ASSET_ID.exec(id) ?? []
  return kind === undefined ? null : `${kind}s/${stem}.${extension}`
}

/** @param has whether the archive holds the asset of this id */
export function toArchive(value: Json, has: (id: string) => boolean): Json {
  if (Array.isArray(value)) return value.map((entry) => toArchive(entry, has))
  if (!isRecord(value)) return value
  const { asset, ...rest } = value
  const id =
    isRecord(asset) && Object.keys(asset).every((key) => key === '_ref' || key === '_type') && asset['_ref']
  const path = typeof id === 'string' ? assetPath(id) : null
  const isHeld = typeof id === 'string' && path !== null && has(id) && !('_sanityAsset' in rest)
  const result: Record<string, Json> = isHeld
    ? { _sanityAsset: `${path.startsWith('images/') ? 'image' : 'file'}@file://./${path}` }
    : {}
  for (const [key, entry] of Object.entries(isHeld ? rest : value)) result[key] = toArchive(entry, has)
  return result
}

export interface AssetMark {
  kind: AssetKind
  /** Such as `images/a.png`. */
  path: string
}

/** @returns null for a mark that names no file of the archive */
export function parseMark(mark: unknown): AssetMark | null {
  const [, kind, path] = typeof mark === 'string' ? (MARK.exec(mark) ?? []) : []
  return (kind === 'image' || kind === 'file') && path !== undefined ? { kind, path: decode(path) } : null
}

/** A name with a stray per cent sign is taken as written. */
function decode(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch (error) {
    if (error instanceof URIError) return path
    throw error
  }
}

/** Every `_sanityAsset` of a document. */
export function marksIn(value: Json, found: Json[] = []): Json[] {
  if (Array.isArray(value)) for (const entry of value) marksIn(entry, found)
  else if (isRecord(value))
    for (const [key, entry] of Object.entries(value))
      if (key === '_sanityAsset') found.push(entry)
      else marksIn(entry, found)
  return found
}

/** @param idOf the id that the asset has where it was uploaded to */
export function fromArchive(value: Json, idOf: (mark: AssetMark) => string): Json {
  if (Array.isArray(value)) return value.map((entry) => fromArchive(entry, idOf))
  if (!isRecord(value)) return value
  const { _sanityAsset: mark, ...rest } = value
  const result: Record<string, Json> = {}
  for (const [key, entry] of Object.entries(rest)) result[key] = fromArchive(entry, idOf)
  const named = parseMark(mark)
  if (named) result['asset'] = { _type: 'reference', _ref: idOf(named) }
  return result
}
