/**
 * @file What the server remembers of review by itself, beside the service: `PUFA_DATA/hosted/review.db`.
 *
 * Trails as it wrote them last, so that nobody takes one back to an earlier state; of each content the seal by
 * which it was public last, so that no older one counts again; the rules that an administrator has accepted.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { failHosted } from '../../contracts/errors/hosted.ts'

const busyMs = 5_000
const tables = `
CREATE TABLE IF NOT EXISTS trails(subject TEXT PRIMARY KEY, serial INTEGER NOT NULL, json TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS floors(
  subject TEXT PRIMARY KEY, at TEXT NOT NULL, hash TEXT, is_gone INTEGER NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS policies(
  n INTEGER PRIMARY KEY AUTOINCREMENT, json TEXT NOT NULL, accepted_at TEXT NOT NULL,
  by_id TEXT NOT NULL, by_name TEXT NOT NULL) STRICT;
`

/** @param folder `PUFA_DATA/hosted` @throws PufaError `hosted.failed` */
export function openDatabase(folder: string): DatabaseSync {
  try {
    mkdirSync(folder, { recursive: true })
    const database = new DatabaseSync(join(folder, 'review.db'), { timeout: busyMs })
    database.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;')
    database.exec(tables)
    return database
  } catch (error) {
    throw failHosted('hosted.failed', { folder }, error)
  }
}
