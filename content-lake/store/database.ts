/**
 * @file Opens the one SQLite file of the lake and makes its tables.
 *
 * WAL with `synchronous=FULL`: when a commit returns, it is on the disk. `transactions` and
 * `transaction_documents` are append-only, which triggers enforce; since every write of a document is in
 * them, the state before a transaction is the `after` of the row before it, and is not stored twice.
 */
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { failLake } from '../../contracts/errors/lake.ts'
import { failStart } from '../../contracts/errors/start.ts'
import { isSqliteError, SQLITE_CORRUPT, SQLITE_NOTADB } from './sqlite-error.ts'

export const DATABASE_FILE = 'lake.db'
const BUSY_MS = 5000
const PAGE_BYTES = 4096

const TABLES = `
CREATE TABLE IF NOT EXISTS documents(
  id TEXT PRIMARY KEY, type TEXT NOT NULL, json TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS transactions(
  seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, author TEXT NOT NULL,
  timestamp TEXT NOT NULL, request_sha256 TEXT NOT NULL, mutations TEXT NOT NULL, results TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS transaction_documents(
  document_id TEXT NOT NULL, seq INTEGER NOT NULL REFERENCES transactions(seq), after TEXT,
  mutations TEXT NOT NULL, PRIMARY KEY(document_id, seq));
CREATE INDEX IF NOT EXISTS transaction_documents_by_seq ON transaction_documents(seq);
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
${['transactions', 'transaction_documents']
  .flatMap((table) => [
    `CREATE TRIGGER IF NOT EXISTS ${table}_no_update BEFORE UPDATE ON ${table}
       BEGIN SELECT RAISE(ABORT, 'append-only'); END;`,
    `CREATE TRIGGER IF NOT EXISTS ${table}_no_delete BEFORE DELETE ON ${table}
       BEGIN SELECT RAISE(ABORT, 'append-only'); END;`,
  ])
  .join('\n')}
`

/**
 * @param bytesMax the file may not grow beyond this; a write that would is answered as a full disk
 * @throws PufaError `lake.database-damaged`, `start.data-unwritable`
 */
export function openDatabase(folder: string, bytesMax: number | null): DatabaseSync {
  const file = path.join(folder, DATABASE_FILE)
  let database: DatabaseSync | undefined
  try {
    database = new DatabaseSync(file, { timeout: BUSY_MS })
    const check = database.prepare('PRAGMA quick_check(1)').get()
    if (check?.['quick_check'] !== 'ok') throw failLake('lake.database-damaged', { file, ...check })
    database.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;')
    if (bytesMax !== null) database.exec(`PRAGMA max_page_count=${Math.ceil(bytesMax / PAGE_BYTES)}`)
    database.exec(TABLES)
    return database
  } catch (error) {
    if (database?.isOpen) database.close()
    if (isSqliteError(error, SQLITE_CORRUPT) || isSqliteError(error, SQLITE_NOTADB))
      throw failLake('lake.database-damaged', { file }, error)
    if (error instanceof Error && 'errcode' in error)
      throw failStart('start.data-unwritable', { folder }, error)
    throw error
  }
}

/** A connection that only reads: for the query workers' first load. */
export const openForReading = (folder: string) =>
  new DatabaseSync(path.join(folder, DATABASE_FILE), { readOnly: true, timeout: BUSY_MS })
