/**
 * @file Reads the log of transactions: a document as it was, and who changed it.
 *
 * Read-only. The state before a row is the `after` of the same document's row before it. Of a revision whose
 * contents were dropped by age the log still says who made it and when; whoever asks for its contents is told.
 */
import type { DatabaseSync } from 'node:sqlite'
import { failLake } from '../../contracts/errors/lake.ts'
import { publishedIdOf, type LakeDocument } from './document.ts'

export interface PastChange {
  seq: number
  transactionId: string
  author: string
  timestamp: string
  documentId: string
  before: LakeDocument | null
  after: LakeDocument | null
  /** In Sanity's wire shape. */
  mutations: unknown[]
  /** False when some of these contents were dropped by age, and stand here as if they had not been. */
  isWhole: boolean
}

/** A change without its contents. A null revision: the document did not exist on that side. */
export interface PastStep {
  seq: number
  documentId: string
  author: string
  timestamp: string
  revisionBefore: string | null
  revisionAfter: string | null
  transactionId: string
}

export interface TransactionRange {
  documentIds: readonly string[]
  fromTransaction: string | null
  toTransaction: string | null
  /** ISO 8601. */
  fromTime: string | null
  toTime: string | null
  newestFirst: boolean
  /** Leaves out the changes whose contents were dropped by age. */
  wholeOnly?: boolean
  limit: number
}

type Row = Record<string, unknown>

const before = (column: string) => `(SELECT p.${column} FROM transaction_documents p
  WHERE p.document_id = td.document_id AND p.seq < td.seq ORDER BY p.seq DESC LIMIT 1)`
const STEP = `SELECT td.document_id, td.seq, t.id AS transaction_id, t.author, t.timestamp,
  td.after_sha256 IS NULL AS gone, LAG(t.id) OVER w AS previous_id,
  LAG(td.after_sha256 IS NULL) OVER w AS was_gone
  FROM transaction_documents td JOIN transactions t ON t.seq = td.seq`
const WHOLE = `td.mutations IS NOT NULL AND (td.after IS NOT NULL OR td.after_sha256 IS NULL)
  AND (${before('after')} IS NOT NULL OR ${before('after_sha256')} IS NULL)`
const CHANGE = `SELECT td.document_id, td.seq, td.after, td.after_sha256, td.mutations,
  ${before('after')} AS before, ${before('after_sha256')} AS before_sha256,
  t.id AS transaction_id, t.author, t.timestamp
  FROM transaction_documents td JOIN transactions t ON t.seq = td.seq`

export class History {
  readonly #database: DatabaseSync

  constructor(database: DatabaseSync) {
    this.#database = database
  }

  /** Changes of some documents, grouped by transaction in order; `limit` counts transactions. */
  changes(range: TransactionRange): PastChange[] {
    const { documentIds } = range
    if (documentIds.length === 0) return []
    const order = range.newestFirst ? 'DESC' : 'ASC'
    const marks = documentIds.map(() => '?').join(',')
    const seqOf = '(SELECT seq FROM transactions WHERE id = ?)'
    const bounds: [string, string | null][] = [
      [`td.seq >= ${seqOf}`, range.fromTransaction],
      [`td.seq <= ${seqOf}`, range.toTransaction],
      ['t.timestamp >= ?', range.fromTime],
      ['t.timestamp <= ?', range.toTime],
    ]
    const wanted = bounds.filter((bound): bound is [string, string] => bound[1] !== null)
    const conditions = [`td.document_id IN (${marks})`, ...wanted.map(([condition]) => condition)]
    const where = [...conditions, ...(range.wholeOnly ? [WHOLE] : [])].join(' AND ')
    const values = [...documentIds, ...wanted.map(([, value]) => value)]
    const seqs = `SELECT DISTINCT td.seq FROM transaction_documents td JOIN transactions t ON t.seq = td.seq
      WHERE ${where} ORDER BY td.seq ${order} LIMIT ?`
    return this.#database
      .prepare(
        `${CHANGE} WHERE td.seq IN (${seqs}) AND td.document_id IN (${marks}) ORDER BY td.seq ${order}`,
      )
      .all(...values, range.limit, ...documentIds)
      .map(toPastChange)
  }

  /** Every change after `seq`, in order; at most `limit` of them. */
  changesAfter(seq: number, limit: number): PastChange[] {
    return this.#database
      .prepare(`${CHANGE} WHERE td.seq > ? ORDER BY td.seq, td.rowid LIMIT ?`)
      .all(seq, limit)
      .map(toPastChange)
  }

  /** Every step in the life of the documents named, oldest first, without contents. */
  steps(documentIds: readonly string[]): PastStep[] {
    const marks = documentIds.map(() => '?').join(',')
    return this.#database
      .prepare(
        `${STEP} WHERE td.document_id IN (${marks})
         WINDOW w AS (PARTITION BY td.document_id ORDER BY td.seq) ORDER BY td.seq`,
      )
      .all(...documentIds)
      .map((row) => ({
        seq: Number(row['seq']),
        documentId: String(row['document_id']),
        author: String(row['author']),
        timestamp: String(row['timestamp']),
        transactionId: String(row['transaction_id']),
        revisionBefore: row['was_gone'] === 0 ? String(row['previous_id']) : null,
        revisionAfter: row['gone'] === 0 ? String(row['transaction_id']) : null,
      }))
  }

  /**
   * Every id that ever began with `prefix`, ascending, with the type it was made with. The alphabet of ids
   * ends before `{`.
   */
  madeUnder(prefix: string): { id: string; type: string }[] {
    return this.#database
      .prepare(
        `SELECT DISTINCT d.document_id, json_extract((SELECT f.after FROM transaction_documents f
           WHERE f.document_id = d.document_id AND f.after IS NOT NULL ORDER BY f.seq LIMIT 1), '$._type') AS type
         FROM transaction_documents d WHERE d.document_id >= ? AND d.document_id < ?`,
      )
      .all(prefix, `${prefix}{`)
      .map((row) => ({ id: String(row['document_id']), type: String(row['type']) }))
  }

  /** Every version that ever stood beside a published id, found where one was written with it. */
  versionIdsBeside(publishedId: string): string[] {
    return this.#database
      .prepare(
        `SELECT DISTINCT v.document_id FROM transaction_documents p
         JOIN transaction_documents v ON v.seq = p.seq
         WHERE p.document_id = ? AND v.document_id LIKE 'versions.%'`,
      )
      .all(publishedId)
      .map((row) => String(row['document_id']))
      .filter((id) => publishedIdOf(id) === publishedId)
  }

  /** As it stood right after that transaction, whichever document that transaction changed. */
  atRevision(id: string, revision: string): LakeDocument | null {
    return this.#one(`td.seq <= (SELECT seq FROM transactions WHERE id = ?)`, id, revision)
  }

  /** @param time ISO 8601 */
  atTime(id: string, time: string): LakeDocument | null {
    return this.#one(`t.timestamp <= ?`, id, time)
  }

  /** The last state that had content: of a deleted document, the one before its deletion. */
  lastRevision(id: string): LakeDocument | null {
    return this.#one(`td.after_sha256 IS NOT NULL AND ? = ''`, id, '')
  }

  seqOf(transactionId: string): number | null {
    const row = this.#database.prepare('SELECT seq FROM transactions WHERE id = ?').get(transactionId)
    return row ? Number(row['seq']) : null
  }

  /** @throws PufaError `lake.history-dropped` when it was, and its contents are gone */
  #one(condition: string, id: string, value: string): LakeDocument | null {
    const row = this.#database
      .prepare(
        `SELECT td.after, td.after_sha256 FROM transaction_documents td
         JOIN transactions t ON t.seq = td.seq WHERE td.document_id = ? AND ${condition} ORDER BY td.seq DESC LIMIT 1`,
      )
      .get(id, value)
    if (row && isDropped(row['after'], row['after_sha256'])) throw failLake('lake.history-dropped', { id })
    return parseDocument(row?.['after'])
  }
}

/** Changes that came together, in the order given. */
export function byTransaction(changes: readonly PastChange[]): PastChange[][] {
  const groups = new Map<number, PastChange[]>()
  for (const change of changes) {
    const group = groups.get(change.seq)
    if (group) group.push(change)
    else groups.set(change.seq, [change])
  }
  return [...groups.values()]
}

function toPastChange(row: Row): PastChange {
  return {
    seq: Number(row['seq']),
    transactionId: String(row['transaction_id']),
    author: String(row['author']),
    timestamp: String(row['timestamp']),
    documentId: String(row['document_id']),
    before: parseDocument(row['before']),
    after: parseDocument(row['after']),
    mutations: JSON.parse(String(row['mutations'] ?? '[]')) as unknown[],
    isWhole:
      row['mutations'] !== null &&
      !isDropped(row['after'], row['after_sha256']) &&
      !isDropped(row['before'], row['before_sha256']),
  }
}

const isDropped = (content: unknown, sha256: unknown) => content === null && sha256 !== null

const parseDocument = (json: unknown) =>
  typeof json === 'string' ? (JSON.parse(json) as LakeDocument) : null
