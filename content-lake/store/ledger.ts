/**
 * @file Writes one transaction to SQLite: the documents, and the log of who changed what.
 *
 * The only module that writes these tables. One call is one database transaction; if it fails nothing of
 * it is in the file.
 */
import type { DatabaseSync } from 'node:sqlite'
import { failLake } from '../../contracts/errors/lake.ts'
import type { LakeDocument } from './document.ts'
import { entrySha256 } from './log-entry.ts'
import { isSqliteError, SQLITE_FULL } from './sqlite-error.ts'
import type { Change, MutationResult } from './stage.ts'
import { hashesOf } from './tables.ts'

export interface LedgerEntry {
  transactionId: string
  author: string
  timestamp: string
  /** Hash of the request, to tell a repeated commit from a reused id. */
  requestSha256: string
  results: readonly MutationResult[]
  changes: readonly Change[]
}

export interface PastTransaction {
  author: string
  requestSha256: string
  results: MutationResult[]
}

export class Ledger {
  readonly #database: DatabaseSync
  readonly #statements

  constructor(database: DatabaseSync) {
    this.#database = database
    this.#statements = {
      transaction: database.prepare(
        `INSERT INTO transactions(seq, id, author, timestamp, request_sha256, results, entry_sha256)
         VALUES(?,?,?,?,?,?,?)`,
      ),
      document: database.prepare(
        `INSERT INTO transaction_documents(document_id, seq, after, after_sha256, mutations, mutations_sha256)
         VALUES(?,?,?,?,?,?)`,
      ),
      put: database.prepare('INSERT OR REPLACE INTO documents(id, type, json) VALUES(?,?,?)'),
      remove: database.prepare('DELETE FROM documents WHERE id=?'),
      find: database.prepare('SELECT author, request_sha256, results FROM transactions WHERE id=?'),
      last: database.prepare('SELECT coalesce(max(seq), 0) AS seq FROM transactions'),
      // A number once given is never given again, even if its row was taken out by hand: the gap must show.
      next: database.prepare(
        `SELECT 1 + max(coalesce((SELECT max(seq) FROM transactions), 0),
           coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'transactions'), 0)) AS seq`,
      ),
      lastTimestamp: database.prepare('SELECT timestamp FROM transactions ORDER BY seq DESC LIMIT 1'),
      all: database.prepare('SELECT json FROM documents ORDER BY id'),
    }
  }

  lastSeq(): number {
    return Number(this.#statements.last.get()?.['seq'])
  }

  /** Of the last transaction, ISO 8601; empty when there is none. */
  lastTimestamp(): string {
    return String(this.#statements.lastTimestamp.get()?.['timestamp'] ?? '')
  }

  /** Ascending by id, which SQLite compares by bytes: the same order as code units for ids' alphabet. */
  *documents(): Generator<LakeDocument> {
    for (const row of this.#statements.all.iterate()) yield JSON.parse(String(row['json'])) as LakeDocument
  }

  find(transactionId: string): PastTransaction | null {
    const row = this.#statements.find.get(transactionId)
    if (!row) return null
    return {
      author: String(row['author']),
      requestSha256: String(row['request_sha256']),
      results: JSON.parse(String(row['results'])) as MutationResult[],
    }
  }

  /**
   * @returns the sequence number, and each document's JSON as stored
   * @throws PufaError `lake.disk-full`, `lake.write-failed`
   */
  write(entry: LedgerEntry): { seq: number; jsonById: Map<string, string | null> } {
    const { transactionId, author, timestamp, requestSha256, results: told, changes } = entry
    const jsonById = new Map(changes.map(({ id, after }) => [id, after && JSON.stringify(after)]))
    const results = JSON.stringify(told)
    const rows = changes.map(({ id, after, mutations: own }) => {
      const json = jsonById.get(id) ?? null
      const mutations = JSON.stringify(own)
      return { id, type: after?._type, json, mutations, ...hashesOf(json, mutations) }
    })
    try {
      this.#database.exec('BEGIN IMMEDIATE')
      const seq = Number(this.#statements.next.get()?.['seq'])
      const hash = entrySha256({
        ...{ seq, transactionId, author, timestamp, requestSha256, results },
        documents: rows,
      })
      this.#statements.transaction.run(seq, transactionId, author, timestamp, requestSha256, results, hash)
      for (const { id, type, json, afterSha256, mutations, mutationsSha256 } of rows) {
        if (type !== undefined) this.#statements.put.run(id, type, json)
        else this.#statements.remove.run(id)
        this.#statements.document.run(id, seq, json, afterSha256, mutations, mutationsSha256)
      }
      this.#database.exec('COMMIT')
      return { seq, jsonById }
    } catch (error) {
      // SQLite rolls back by itself on some errors, a full disk among them.
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK')
      const isFull = isSqliteError(error, SQLITE_FULL)
      throw failLake(isFull ? 'lake.disk-full' : 'lake.write-failed', { reason: String(error) }, error)
    }
  }
}
