/**
 * @file Addresses that pages have had: an old one leads on, or says that its page was withdrawn.
 *
 * Addresses get printed on walls. Each address is remembered with its document from the first time it was
 * published; an address that another document takes over becomes that document's.
 */
import type { DatabaseSync } from 'node:sqlite'

export interface KnownAddress {
  path: string
  id: string
  title: string
}

export interface PastAddresses {
  /** Takes in the addresses that stand at this moment. */
  learn(addresses: readonly KnownAddress[]): void
  /** @param path as pages have it, percent-encoded */
  find(path: string): KnownAddress | null
  /** What a document was last called. */
  titleOf(documentId: string): string | null
}

export function createPastAddresses(database: DatabaseSync): PastAddresses {
  const known = new Map<string, KnownAddress>()
  for (const row of database.prepare('SELECT path, document, title FROM address').all()) {
    const path = String(row['path'])
    known.set(path, { path, id: String(row['document']), title: String(row['title']) })
  }
  const put = database.prepare('INSERT OR REPLACE INTO address (path, document, title) VALUES (?, ?, ?)')

  return {
    learn(addresses) {
      const fresh = addresses.filter(({ path, id, title }) => {
        const old = known.get(path)
        return old?.id !== id || old.title !== title
      })
      if (fresh.length === 0) return
      database.exec('BEGIN')
      try {
        for (const { path, id, title } of fresh) put.run(path, id, title)
        database.exec('COMMIT')
      } catch (error) {
        // On a full disk: left open, this transaction would bar every one after it.
        if (database.isTransaction) database.exec('ROLLBACK')
        throw error
      }
      for (const { path, id, title } of fresh) known.set(path, { path, id, title })
    },
    find: (path) => known.get(path) ?? null,
    titleOf: (documentId) => [...known.values()].find(({ id }) => id === documentId)?.title ?? null,
  }
}
