/**
 * @file The pieces of manifests that many screens share, each made once and made again only when a
 * document that it was made from changes.
 *
 * A part's text is canonical JSON and its name the sha256 of that text: equal content has one name, on
 * whatever screen. Bounded: a full cache begins anew, and what is still wanted is made again.
 */
import { hash } from 'node:crypto'
import { canonicalJson } from '../../contracts/canonical.ts'
import type { ManifestPart } from '../../contracts/manifest.ts'
import { meet } from './documents.ts'

export interface Part {
  hash: string
  text: string
  content: ManifestPart
  /** Ids of every document that was read for it. */
  used: ReadonlySet<string>
}

export interface Parts {
  /** @param key names the part among all that could be made: kind, document, screen size */
  get(key: string, make: () => { content: ManifestPart; used: ReadonlySet<string> }): Part
  /** Forgets what was made from these documents. */
  changed(ids: ReadonlySet<string>): void
  forgetAll(): void
}

const partsMax = 20_000

export function sha256Hex(text: string): string {
  return hash('sha256', text)
}

export function partCache(): Parts {
  const made = new Map<string, Part>()
  return {
    get(key, make) {
      const known = made.get(key)
      if (known) return known
      const { content, used } = make()
      const text = canonicalJson(content)
      const part = { hash: sha256Hex(text), text, content, used }
      if (made.size >= partsMax) made.clear()
      made.set(key, part)
      return part
    },
    changed(ids) {
      for (const [key, { used }] of made) if (meet(used, ids)) made.delete(key)
    },
    forgetAll: () => made.clear(),
  }
}
