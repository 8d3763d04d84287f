/**
 * @file Rendered pages in memory, bounded by bytes, least recently used out first.
 *
 * A stale page is kept: it is what readers get while the lake does not answer. Whether a page is fresh
 * is decided on reading, from the ledger and from the instant until which its content holds.
 * Invariant: the sum of `bytes` over all pages never exceeds `bytesMax`.
 */
import type { Instant } from '../../contracts/part.ts'
import type { Ledger } from './ledger.ts'

export type Encoding = 'identity' | 'br' | 'gzip'

export interface StoredPage {
  readonly status: number
  /** Lower-case names, without content-length, content-encoding and etag. */
  readonly headers: Readonly<Record<string, string>>
  /** Hash of the uncompressed body, without quotes. */
  readonly hash: string
  /** At least `identity`; the others are added when first asked for. */
  readonly bodies: Map<Encoding, Buffer>
  /** Document types that the page shows. */
  readonly types: ReadonlySet<string>
  /** The ledger's sequence before the page's first query. */
  readonly readAt: number
  /** The page says something that ends at this instant (the day, a slogan's validity). */
  readonly holdsUntil: Instant
}

interface Entry {
  page: StoredPage
  bytes: number
  /** Sequence at which the page was last found fresh: spares the comparison while nothing changes. */
  freshAt: number
}

export interface PageCache {
  fresh(key: string, now: Instant): StoredPage | null
  /** Any page under the key, however old. */
  stale(key: string): StoredPage | null
  store(key: string, page: StoredPage): void
  remove(key: string): void
  /** Call after a compressed body was added to a stored page. */
  resize(key: string, page: StoredPage): void
  readonly bytes: number
  readonly size: number
}

/** Map entry, key, headers and numbers, roughly. */
const overheadBytes = 1024

export function createPageCache(ledger: Ledger, limits: { bytesMax: number }): PageCache {
  const entries = new Map<string, Entry>()
  let bytes = 0

  function weigh(page: StoredPage): number {
    let sum = overheadBytes
    for (const body of page.bodies.values()) sum += body.byteLength
    return sum
  }

  function drop(key: string, entry: Entry): void {
    entries.delete(key)
    bytes -= entry.bytes
  }

  function put(key: string, page: StoredPage): void {
    const old = entries.get(key)
    if (old) drop(key, old)
    const weight = weigh(page)
    if (weight > limits.bytesMax) return
    entries.set(key, { page, bytes: weight, freshAt: -1 })
    bytes += weight
    for (const [oldestKey, oldest] of entries) {
      if (bytes <= limits.bytesMax) break
      drop(oldestKey, oldest)
    }
  }

  return {
    fresh(key, now) {
      const entry = entries.get(key)
      if (!entry || now >= entry.page.holdsUntil) return null
      const sequence = ledger.sequence()
      if (entry.freshAt !== sequence) {
        if (ledger.changedSince(entry.page.types, entry.page.readAt)) return null
        entry.freshAt = sequence
      }
      entries.delete(key)
      entries.set(key, entry)
      return entry.page
    },
    stale: (key) => entries.get(key)?.page ?? null,
    store: put,
    remove(key) {
      const entry = entries.get(key)
      if (entry) drop(key, entry)
    },
    resize(key, page) {
      if (entries.get(key)?.page === page) put(key, page)
    },
    get bytes() {
      return bytes
    },
    get size() {
      return entries.size
    },
  }
}
