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
CREATE TABLE IF NOT EXISTS play (
  pairing INTEGER NOT NULL REFERENCES pairing (id),
  sequence INTEGER NOT NULL,
  screen TEXT NOT NULL,
  item TEXT NOT NULL,
  title TEXT NOT NULL,
  kind TEXT NOT NULL,
  event TEXT,
  playlist TEXT,
  fromMs INTEGER NOT NULL,
  untilMs INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  previous TEXT NOT NULL,
  receivedAt INTEGER NOT NULL,
  PRIMARY KEY (pairing, sequence)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS playOfScreen ON play (screen, fromMs);
`

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
    database.exec(schema)
    return database
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
