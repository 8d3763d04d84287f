/**
 * @file What a document points at: other documents, and pictures and films on disk. Pure.
 */
import type { Json } from '../contracts/canonical.ts'

type JsonObject = { readonly [key: string]: Json }

export interface FoundReference {
  readonly path: string
  readonly id: string
  /** A weak reference does not keep its target from being deleted. */
  readonly weak: boolean
}

/** `image@pictures/murals/a.webp` */
export interface AssetMarker {
  readonly kind: 'image' | 'file'
  readonly path: string
}

const isObject = (value: Json): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function visitObjects(value: Json, path: string, visit: (object: JsonObject, path: string) => void): void {
  if (Array.isArray(value)) {
    for (const [index, entry] of value.entries()) visitObjects(entry, `${path}[${index}]`, visit)
  } else if (isObject(value)) {
    visit(value, path)
    for (const [key, entry] of Object.entries(value)) {
      visitObjects(entry, path === '' ? key : `${path}.${key}`, visit)
    }
  }
}

/** Every reference in the document, at any depth. */
export function referencesIn(document: Json): FoundReference[] {
  const found: FoundReference[] = []
  visitObjects(document, '', (object, path) => {
    if (typeof object['_ref'] === 'string')
      found.push({ path, id: object['_ref'], weak: object['_weak'] === true })
  })
  return found
}

export const strongReferencesIn = (document: Json): Set<string> =>
  new Set(
    referencesIn(document)
      .filter(({ weak }) => !weak)
      .map(({ id }) => id),
  )

/** @returns `null` for a text of another form, or a path that leaves its folder */
export function parseMarker(text: Json | undefined): AssetMarker | null {
  if (typeof text !== 'string') return null
  const [, kind, path] = /^(image|file)@((?:pictures|videos)\/[\w./-]+)$/.exec(text) ?? []
  if (path === undefined || path.includes('..')) return null
  return { kind: kind === 'image' ? 'image' : 'file', path }
}

/** The pictures and films of a document, as written in its `_sanityAsset` fields. */
export function markersIn(document: Json): string[] {
  const found: string[] = []
  visitObjects(document, '', (object) => {
    if (typeof object['_sanityAsset'] === 'string') found.push(object['_sanityAsset'])
  })
  return found
}

/**
 * Puts what the lake holds in the place of each path.
 * @param assetFor answers the value of `asset` for a marker
 */
export function withAssets(value: Json, assetFor: (marker: string) => Json): Json {
  if (Array.isArray(value)) return value.map((entry) => withAssets(entry, assetFor))
  if (!isObject(value)) return value
  const { _sanityAsset: marker, ...rest } = value
  const members = Object.entries(rest).map(([key, entry]) => [key, withAssets(entry, assetFor)] as const)
  const copy = Object.fromEntries(members)
  return typeof marker === 'string' ? { ...copy, asset: assetFor(marker) } : copy
}
