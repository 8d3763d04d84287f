/**
 * @file What the site itself must remember: codes given, addresses that once were, and counts of fixed choices.
 *
 * Nothing in it is about a person: no address of a caller, no time finer than a day, no words but those
 * that a search found nothing for. SQLite in WAL; counts may lose the last second in a power cut, codes
 * follow from ids and come back by themselves.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { failStart } from '../../contracts/errors/start.ts'
import { failSite } from '../../contracts/errors/site.ts'

const schema = `
CREATE TABLE IF NOT EXISTS code (
  code TEXT PRIMARY KEY,
  document TEXT NOT NULL UNIQUE
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS address (
  path TEXT PRIMARY KEY,
  document TEXT NOT NULL,
  title TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS tally (
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  day TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (kind, subject, day)
) STRICT, WITHOUT ROWID;
`

const sqliteCorrupt = 11
const sqliteNotADatabase = 26

function isDamage(error: unknown): boolean {
  // Extended result codes count as their base code.
  const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : NaN
  return code === sqliteCorrupt || code === sqliteNotADatabase
}

/**
 * @param folder the site's own folder inside `PUFA_DATA`; made when missing
 * @throws PufaError `site.store-damaged`, `start.data-unwritable`
 */
export function openStore(folder: string): DatabaseSync {
  const file = join(folder, 'site.db')
  let database: DatabaseSync | undefined
  try {
    mkdirSync(folder, { recursive: true })
    database = new DatabaseSync(file)
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 2000')
    database.exec(schema)
    return database
  } catch (error) {
    if (database?.isOpen) database.close()
    throw isDamage(error)
      ? failSite('site.store-damaged', { file }, error)
      : failStart('start.data-unwritable', { folder }, error)
  }
}
