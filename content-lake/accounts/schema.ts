/**
 * @file The tables of accounts, beside those of documents in the same file.
 *
 * Older folders have `users`, `sessions` and `tokens` with fewer columns; what is missing is added, whatever
 * version made them. `account_log` is append-only, which triggers enforce.
 */
import type { DatabaseSync } from 'node:sqlite'

const TABLES = `
CREATE TABLE IF NOT EXISTS account_links(
  hash TEXT PRIMARY KEY, user_id TEXT NOT NULL UNIQUE REFERENCES users(id), made_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS account_log(
  id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, actor TEXT NOT NULL, action TEXT NOT NULL,
  subject TEXT NOT NULL, details TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS sign_ins(
  id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, name TEXT NOT NULL, address TEXT NOT NULL,
  outcome TEXT NOT NULL) STRICT;
CREATE INDEX IF NOT EXISTS sign_ins_by_name ON sign_ins(name, address);
CREATE INDEX IF NOT EXISTS sign_ins_by_time ON sign_ins(at);
CREATE TRIGGER IF NOT EXISTS account_log_no_update BEFORE UPDATE ON account_log
  BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER IF NOT EXISTS account_log_no_delete BEFORE DELETE ON account_log
  BEGIN SELECT RAISE(ABORT, 'append-only'); END;
`

const COLUMNS: readonly [table: string, column: string, type: string][] = [
  ['users', 'county', 'TEXT'],
  ['users', 'locked_at', 'INTEGER'],
  ['users', 'last_sign_in_at', 'INTEGER'],
  ['users', 'stages', 'TEXT'],
  ['sessions', 'address', "TEXT NOT NULL DEFAULT ''"],
  ['sessions', 'browser', "TEXT NOT NULL DEFAULT ''"],
  ['tokens', 'title', 'TEXT'],
  ['tokens', 'county', 'TEXT'],
  ['tokens', 'expires_at', 'INTEGER'],
  ['tokens', 'last_used_at', 'INTEGER'],
]

export function prepareAccountTables(database: DatabaseSync): void {
  database.exec('BEGIN IMMEDIATE')
  try {
    for (const [table, column, type] of COLUMNS) {
      const known = database.prepare(`SELECT 1 FROM pragma_table_info(?) WHERE name = ?`).get(table, column)
      if (!known) database.exec(`ALTER TABLE ${table} ADD COLUMN ${column} ${type}`)
    }
    database.exec(TABLES)
    database.exec('COMMIT')
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK')
    throw error
  }
}
