/**
 * @file The tables of the lake, and how a folder made by an earlier program is brought up to them.
 *
 * `PRAGMA user_version` counts the steps that a file has taken; a step and its number are one transaction,
 * so a power cut leaves the file before or after it. `transactions` and `transaction_documents` are
 * append-only, which triggers enforce; the one change they let through drops the contents of a revision
 * that a later one has replaced, and leaves its hashes (`upkeep/retention.ts`).
 */
import type { DatabaseSync } from 'node:sqlite'
import { failStart } from '../../contracts/errors/start.ts'
import { entrySha256, sha256, type LoggedDocument } from './log-entry.ts'

/** The number of the last step below. */
export const TABLES_VERSION = 1

const LOG = `
CREATE TABLE IF NOT EXISTS transactions(
  seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, author TEXT NOT NULL,
  timestamp TEXT NOT NULL, request_sha256 TEXT NOT NULL, results TEXT NOT NULL,
  entry_sha256 TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS transaction_documents(
  document_id TEXT NOT NULL, seq INTEGER NOT NULL REFERENCES transactions(seq),
  after TEXT, after_sha256 TEXT, mutations TEXT, mutations_sha256 TEXT NOT NULL,
  PRIMARY KEY(document_id, seq)) STRICT;
CREATE INDEX IF NOT EXISTS transaction_documents_by_seq ON transaction_documents(seq);
`

const OTHERS = `
CREATE TABLE IF NOT EXISTS documents(
  id TEXT PRIMARY KEY, type TEXT NOT NULL, json TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS history_horizon(
  one INTEGER PRIMARY KEY CHECK(one = 1), seq INTEGER NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS users(
  id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE, display_name TEXT NOT NULL, role TEXT NOT NULL,
  password TEXT NOT NULL, created_at TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS sessions(
  hash TEXT PRIMARY KEY, user_id TEXT NOT NULL REFERENCES users(id), created_at INTEGER NOT NULL,
  seen_at INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS tokens(
  name TEXT PRIMARY KEY, hash TEXT NOT NULL UNIQUE, role TEXT NOT NULL, created_at INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS key_values(
  user_id TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY(user_id, key));
`

const same = (column: string) => `NEW.${column} IS OLD.${column}`

const TRIGGERS = `
CREATE TRIGGER IF NOT EXISTS transactions_no_update BEFORE UPDATE ON transactions
  BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER IF NOT EXISTS transactions_no_delete BEFORE DELETE ON transactions
  BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER IF NOT EXISTS transaction_documents_no_delete BEFORE DELETE ON transaction_documents
  BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER IF NOT EXISTS transaction_documents_no_update BEFORE UPDATE ON transaction_documents
  WHEN NOT (${['document_id', 'seq', 'after_sha256', 'mutations_sha256'].map(same).join(' AND ')}
    AND NEW.after IS NULL AND NEW.mutations IS NULL AND EXISTS (SELECT 1 FROM transaction_documents later
      WHERE later.document_id = OLD.document_id AND later.seq > OLD.seq))
  BEGIN SELECT RAISE(ABORT, 'append-only'); END;
`

/**
 * Makes what is missing, and takes the steps that this file has not taken.
 * @throws PufaError `start.data-newer` when a later program has taken steps that this one does not know
 */
export function bringUp(database: DatabaseSync): void {
  const version = Number(database.prepare('PRAGMA user_version').get()?.['user_version'])
  if (version > TABLES_VERSION) throw failStart('start.data-newer', { version, known: TABLES_VERSION })
  const hasLog = database.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'transactions'`).get()
  database.exec('BEGIN IMMEDIATE')
  try {
    if (version < 1 && hasLog) hashTheLog(database)
    database.exec(LOG + OTHERS + TRIGGERS)
    if (version < TABLES_VERSION) database.exec(`PRAGMA user_version = ${TABLES_VERSION}`)
    database.exec('COMMIT')
  } catch (error) {
    // SQLite rolls back by itself on some errors, a full disk among them.
    if (database.isTransaction) database.exec('ROLLBACK')
    throw error
  }
}

/**
 * Step 1: the log is written anew with the hash of every content and of every row. The log's own copy of
 * the mutations of a whole transaction is left behind, since each document's row holds its own.
 */
function hashTheLog(database: DatabaseSync): void {
  database.exec(`
    ALTER TABLE transactions RENAME TO old_transactions;
    ALTER TABLE transaction_documents RENAME TO old_documents;
    DROP INDEX IF EXISTS transaction_documents_by_seq;
    ${['transactions', 'transaction_documents'].map((table) => `DROP TRIGGER IF EXISTS ${table}_no_update; DROP TRIGGER IF EXISTS ${table}_no_delete;`).join('\n')}
    CREATE INDEX old_documents_by_seq ON old_documents(seq);
    ${LOG}`)
  const documentsOf = database.prepare(
    'SELECT document_id, after, mutations FROM old_documents WHERE seq = ? ORDER BY rowid',
  )
  const addEntry = database.prepare(
    `INSERT INTO transactions(seq, id, author, timestamp, request_sha256, results, entry_sha256)
     VALUES(?,?,?,?,?,?,?)`,
  )
  const addDocument = database.prepare(
    `INSERT INTO transaction_documents(document_id, seq, after, after_sha256, mutations, mutations_sha256)
     VALUES(?,?,?,?,?,?)`,
  )
  const entries = database.prepare(
    'SELECT seq, id, author, timestamp, request_sha256, results FROM old_transactions ORDER BY seq',
  )
  for (const row of entries.iterate()) {
    const entry = {
      seq: Number(row['seq']),
      transactionId: String(row['id']),
      author: String(row['author']),
      timestamp: String(row['timestamp']),
      requestSha256: String(row['request_sha256']),
      results: String(row['results']),
    }
    const rows = documentsOf.all(entry.seq).map((document) => {
      const after = document['after'] === null ? null : String(document['after'])
      const mutations = String(document['mutations'])
      return { id: String(document['document_id']), after, mutations, ...hashesOf(after, mutations) }
    })
    const { seq, transactionId, author, timestamp, requestSha256, results } = entry
    const hash = entrySha256({ ...entry, documents: rows })
    addEntry.run(seq, transactionId, author, timestamp, requestSha256, results, hash)
    for (const { id, after, afterSha256, mutations, mutationsSha256 } of rows)
      addDocument.run(id, seq, after, afterSha256, mutations, mutationsSha256)
  }
  database.exec('DROP TABLE old_documents; DROP TABLE old_transactions;')
}

/** The hashes that stand beside a document's contents in the log. */
export const hashesOf = (
  after: string | null,
  mutations: string,
): Pick<LoggedDocument, 'afterSha256' | 'mutationsSha256'> => ({
  afterSha256: after === null ? null : sha256(after),
  mutationsSha256: sha256(mutations),
})
