/**
 * @file What the scheduler itself must remember: pairings, revisions, renditions and plays.
 *
 * SQLite in WAL with synchronous=FULL: what was acknowledged to a player survives a power cut.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

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
  receivedAt INTEGER NOT NULL,
  PRIMARY KEY (pairing, sequence)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS playOfScreen ON play (screen, fromMs);
`

/** @param folder the scheduler's own folder inside `PUFA_DATA`; made when missing */
export function openDatabase(folder: string): DatabaseSync {
  mkdirSync(folder, { recursive: true })
  const database = new DatabaseSync(join(folder, 'signage.db'))
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000; PRAGMA foreign_keys = ON')
  database.exec(schema)
  return database
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
