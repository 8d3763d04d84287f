/**
 * @file Decides which demonstration documents must stay when the demonstration is removed. Pure.
 *
 * A document stays when an editor has changed it or is changing it, when the bureau's own content refers
 * to it strongly, or when a document that stays refers to it strongly.
 */
import { canonicalJson, type Json } from '../contracts/canonical.ts'
import type { DemoDocument } from './content.ts'
import { strongReferencesIn, withAssets } from './references.ts'

export interface Kept {
  id: string
  title: string
  /** One Chinese clause. */
  reason: string
}

export interface Findings {
  /** As the content files have them. */
  content: readonly DemoDocument[]
  /** As the lake has them, by id. */
  stored: ReadonlyMap<string, DemoDocument>
  /** Drafts and versions of demonstration documents. */
  copies: readonly DemoDocument[]
  /** Other documents that refer to one of the demonstration. */
  own: readonly DemoDocument[]
  /** Whether changed documents go too. */
  evenChanged: boolean
}

/** Drafts and versions carry the published id after the last dot. */
export const publishedId = (id: string) => id.slice(id.lastIndexOf('.') + 1)

function nameOf(document: DemoDocument): string {
  const name = document['title'] ?? document['name'] ?? document['text']
  return typeof name === 'string' ? name.replaceAll('\n', ' ') : document._id
}

/** `{_ref: 'image-<sha1>-8x8-webp'}` → the SHA-1. */
function assetsAsHashes(value: Json): Json {
  if (Array.isArray(value)) return value.map(assetsAsHashes)
  if (typeof value !== 'object' || value === null) return value
  const { _ref: reference } = value as Readonly<Record<string, Json>>
  const id = typeof reference === 'string' ? reference : ''
  const [, sha1] = /^(?:image|file)-([0-9a-f]{40})-/.exec(id) ?? []
  if (sha1 !== undefined) return sha1
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, assetsAsHashes(entry)]))
}

/** One text for what an editor can change; pictures count by their bytes. */
function substance(document: DemoDocument, hashOf: (marker: string) => string): string {
  const fields = Object.entries(document).filter(([name]) => !name.startsWith('_'))
  return canonicalJson(assetsAsHashes(withAssets(Object.fromEntries(fields), hashOf)))
}

/**
 * @param hashOf SHA-1 of the file behind a `_sanityAsset`
 * @returns what stays, with its reason; all the rest of `stored` may go
 */
export function documentsToKeep(findings: Findings, hashOf: (marker: string) => string): Kept[] {
  const { content, stored, copies, own, evenChanged } = findings
  const reasons = new Map<string, string>()
  const waiting: DemoDocument[] = []
  const keep = (id: string, reason: string) => {
    const document = stored.get(id)
    if (document === undefined || reasons.has(id)) return
    reasons.set(id, reason)
    waiting.push(document)
  }

  for (const holder of own)
    for (const id of strongReferencesIn(holder))
      keep(id, `本单位的内容“${nameOf(holder)}”（${holder._id}）引用了它`)
  if (!evenChanged) {
    for (const copy of copies) {
      keep(publishedId(copy._id), '有人正在修改它，草稿还没有发布')
      waiting.push(copy)
    }
    for (const document of content) {
      const current = stored.get(document._id)
      if (current !== undefined && substance(current, hashOf) !== substance(document, hashOf))
        keep(document._id, '它已被修改过')
    }
  }
  for (let holder = waiting.shift(); holder !== undefined; holder = waiting.shift())
    for (const id of strongReferencesIn(holder)) keep(id, `保留下来的“${nameOf(holder)}”要用到它`)

  return [...reasons].map(([id, reason]) => {
    const document = stored.get(id)
    return { id, title: document === undefined ? id : nameOf(document), reason }
  })
}
