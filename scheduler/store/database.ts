/**
 * @file What the scheduler itself must remember: pairings, revisions, renditions and plays.
 *
 * SQLite in WAL with synchronous=FULL: what was acknowledged to a player survives a power cut.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { failLake } from '../../contracts/errors/lake.ts'
import { failStart } from '../../contracts/errors/start.ts'
import { bringUp } from './proof-schema.ts'

const schema = `
CREATE TABLE IF NOT EXISTS pairing (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  screen TEXT NOT NULL,
  tokenHash TEXT NOT NULL UNIQUE,
  pairedAt INTEGER NOT NULL,
  pairedBy TEXT NOT NULL,
  endedAt INTEGER
) STRICT;
CREATE INDEX IF NOT EXISTS pairingOfScreen ON pairing (screen) WHERE endedAt IS NULL;
CREATE TABLE IF NOT EXISTS revision (
  screen TEXT PRIMARY KEY,
  revision INTEGER NOT NULL,
  contentHash TEXT NOT NULL,
  issuedAt INTEGER NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS rendition (
  request TEXT PRIMARY KEY,
  sha256 TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  type TEXT NOT NULL
) STRICT;
`

/** Stands where the operator's name stands for a player. */
export const pairedByVisitor = 'demonstration'

const sqliteCorrupt = 11
const sqliteNotADatabase = 26

/** Extended result codes count as their base code. */
function isDamage(error: unknown): boolean {
  const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : NaN
  return code === sqliteCorrupt || code === sqliteNotADatabase
}

/**
 * @param folder the scheduler's own folder inside `PUFA_DATA`; made when missing
 * @throws PufaError `lake.database-damaged`, `start.data-unwritable`
 */
export function openDatabase(folder: string): DatabaseSync {
  const file = join(folder, 'signage.db')
  let database: DatabaseSync | undefined
  try {
    mkdirSync(folder, { recursive: true })
    database = new DatabaseSync(file)
    database.exec(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000; PRAGMA foreign_keys = ON',
    )
    const opened = database
    atomically(opened, () => {
      opened.exec(schema)
      bringUp(opened, pairedByVisitor)
    })
    return opened
  } catch (error) {
    if (database?.isOpen) database.close()
    throw isDamage(error)
      ? failLake('lake.database-damaged', { file }, error)
      : failStart('start.data-unwritable', { folder }, error)
  }
}

/** Runs `work` as one transaction; an exception undoes it. */
export function atomically<Result>(database: DatabaseSync, work: () => Result): Result {
  database.exec('BEGIN IMMEDIATE')
  try {
    const result = work()
    database.exec('COMMIT')
    return result
  } catch (error) {
    database.exec('ROLLBACK')
    throw error
  }
}
