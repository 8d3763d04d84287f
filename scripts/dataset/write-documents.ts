/**
 * @file Writes documents so that doing it again changes nothing: what is there already, word for word, stays as it
 * is, and what was written before a command was cut off need not be written again.
 */
import { isDeepStrictEqual } from 'node:util'
import type { SanityClient } from '@sanity/client'
import type { ArchivedDocument } from './json.ts'
import { ordered, weakened } from './order.ts'
import { persistently } from './target.ts'

const READ_AT_ONCE = 100
const WRITTEN_AT_ONCE = 200
const BYTES_AT_ONCE = 2 * 1024 * 1024

interface Entry {
  line: number
  document: ArchivedDocument
}

export interface Comparison {
  added: Entry[]
  changed: Entry[]
  unchanged: number
}

/** @param progress takes how many documents have been compared */
export async function compare(
  client: SanityClient,
  entries: readonly Entry[],
  progress: (count: number) => void,
): Promise<Comparison> {
  const result: Comparison = { added: [], changed: [], unchanged: 0 }
  for (let from = 0; from < entries.length; from += READ_AT_ONCE) {
    const piece = entries.slice(from, from + READ_AT_ONCE)
    const present = await persistently(() => client.getDocuments(piece.map(({ document }) => document._id)))
    for (const [at, entry] of piece.entries()) {
      const found = present[at] as ArchivedDocument | null
      if (!found) result.added.push(entry)
      else if (isSame(entry.document, found)) result.unchanged++
      else result.changed.push(entry)
    }
    progress(Math.min(entries.length, from + READ_AT_ONCE))
  }
  return result
}

/** But for what every write gives anew, and for the time of making where the archive does not say it. */
function isSame(wanted: ArchivedDocument, found: ArchivedDocument): boolean {
  const bare = ({ _rev: _r, _updatedAt: _u, _createdAt: createdAt, ...rest }: ArchivedDocument) =>
    wanted['_createdAt'] === undefined ? rest : { ...rest, createdAt }
  return isDeepStrictEqual(bare(wanted), bare(found))
}

/** Ids among these that no document has. */
export async function absentIds(client: SanityClient, ids: readonly string[]): Promise<Set<string>> {
  const absent = new Set(ids)
  for (let from = 0; from < ids.length; from += READ_AT_ONCE * 5) {
    const piece = ids.slice(from, from + READ_AT_ONCE * 5)
    const found = await persistently(() => client.fetch<string[]>('*[_id in $ids]._id', { ids: piece }))
    for (const id of found) absent.delete(id)
  }
  return absent
}

/** @param progress takes how many documents have been written */
export async function writeAll(
  client: SanityClient,
  { added, changed }: Comparison,
  progress: (count: number, total: number) => void,
): Promise<void> {
  const isNew = new Set(added.map(({ document }) => document._id))
  const { inOrder, inCircles } = ordered([...added, ...changed], (id) => !isNew.has(id))
  const total = inOrder.length + inCircles.length
  let count = 0
  const rounds = [
    inOrder,
    inCircles.map((entry) => ({ ...entry, document: weakened(entry.document) })),
    inCircles,
  ]
  for (const [round, entries] of rounds.entries())
    for (const batch of batchesOf(entries)) {
      await persistently(() => {
        const transaction = client.transaction()
        for (const { document } of batch) transaction.createOrReplace(withoutRevision(document))
        return transaction.commit({ visibility: 'async' })
      })
      // The weak round writes what the last one writes again.
      if (round === 1) continue
      count += batch.length
      progress(count, total)
    }
}

function withoutRevision({ _rev: _r, _updatedAt: _u, ...rest }: ArchivedDocument) {
  return rest as ArchivedDocument
}

function* batchesOf(entries: readonly Entry[]): Generator<Entry[]> {
  let batch: Entry[] = []
  let bytes = 0
  for (const entry of entries) {
    const size = Buffer.byteLength(JSON.stringify(entry.document))
    if (batch.length > 0 && (batch.length >= WRITTEN_AT_ONCE || bytes + size > BYTES_AT_ONCE)) {
      yield batch
      batch = []
      bytes = 0
    }
    batch.push(entry)
    bytes += size
  }
  if (batch.length > 0) yield batch
}
