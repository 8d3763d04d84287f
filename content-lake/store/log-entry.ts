/**
 * @file The one shape of a transaction in the log, and its hash.
 *
 * Pure. Contents (`after`, `mutations`) stand in the shape by their hashes, so that they may be dropped by
 * age while the row stays provable: who changed which document when, and into what bytes. The text is what
 * a chain of hashes binds: it names everything the row says, in a fixed order.
 */
import { createHash } from 'node:crypto'

export interface LoggedDocument {
  id: string
  /** Of the document's JSON as stored; null when the transaction deleted it. */
  afterSha256: string | null
  mutationsSha256: string
}

export interface LogEntry {
  seq: number
  transactionId: string
  author: string
  /** ISO 8601, UTC. */
  timestamp: string
  requestSha256: string
  /** JSON as stored. */
  results: string
  /** In any order: the text has them by id. */
  documents: readonly LoggedDocument[]
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** The entry as one line of JSON: the same entry is always the same text. */
export function entryText(entry: LogEntry): string {
  const { seq, transactionId, author, timestamp, requestSha256, results, documents } = entry
  const inOrder = [...documents]
    .sort((one, other) => (one.id < other.id ? -1 : 1))
    .map(({ id, afterSha256, mutationsSha256 }) => [id, afterSha256, mutationsSha256])
  return JSON.stringify([seq, transactionId, author, timestamp, requestSha256, sha256(results), inOrder])
}

export const entrySha256 = (entry: LogEntry): string => sha256(entryText(entry))
