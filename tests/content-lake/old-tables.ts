/** @file A database of the lake as it was before its log had hashes: three transactions, two documents. */
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'

const appendOnly = (table: string) => `
CREATE TRIGGER ${table}_no_update BEFORE UPDATE ON ${table} BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER ${table}_no_delete BEFORE DELETE ON ${table} BEGIN SELECT RAISE(ABORT, 'append-only'); END;`

const TABLES = `
CREATE TABLE documents(id TEXT PRIMARY KEY, type TEXT NOT NULL, json TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE transactions(
  seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, author TEXT NOT NULL,
  timestamp TEXT NOT NULL, request_sha256 TEXT NOT NULL, mutations TEXT NOT NULL, results TEXT NOT NULL);
CREATE TABLE transaction_documents(
  document_id TEXT NOT NULL, seq INTEGER NOT NULL REFERENCES transactions(seq), after TEXT,
  mutations TEXT NOT NULL, PRIMARY KEY(document_id, seq));
CREATE INDEX transaction_documents_by_seq ON transaction_documents(seq);
${appendOnly('transactions')}${appendOnly('transaction_documents')}`

const TIME = '2026-03-01T08:00:00.000Z'

export function oldTables(folder: string): void {
  const database = new DatabaseSync(path.join(folder, 'lake.db'))
  database.exec(`PRAGMA journal_mode = WAL; ${TABLES}`)
  const entry = database.prepare(
    `INSERT INTO transactions(id, author, timestamp, request_sha256, mutations, results)
     VALUES(?, 'admin', ?, '', '[]', '[]')`,
  )
  const change = database.prepare('INSERT INTO transaction_documents VALUES(?,?,?,?)')
  const put = database.prepare('INSERT OR REPLACE INTO documents VALUES(?,?,?)')
  const write = (seq: number, id: string, n: number | null) => {
    const document = { _id: id, _type: 'x', _rev: `t${seq}`, _createdAt: TIME, _updatedAt: TIME, n }
    const json = n === null ? null : JSON.stringify(document)
    entry.run(`t${seq}`, TIME)
    change.run(id, seq, json, JSON.stringify([json === null ? { delete: { id } } : { create: document }]))
    if (json !== null) put.run(id, 'x', json)
  }
  write(1, 'old', 1)
  write(2, 'old', 2)
  write(3, 'gone', null)
  database.close()
}
