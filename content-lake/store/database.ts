/**
 * @file Opens the one SQLite file of the lake.
 *
 * WAL with `synchronous=FULL`: when a commit returns, it is on the disk. Since every write of a document is
 * in the log, the state before a transaction is the `after` of the row before it, and is not stored twice.
 */
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { failLake } from '../../contracts/errors/lake.ts'
import { failStart } from '../../contracts/errors/start.ts'
import { isSqliteError, SQLITE_CORRUPT, SQLITE_NOTADB } from './sqlite-error.ts'
import { bringUp } from './tables.ts'

export const DATABASE_FILE = 'lake.db'
/** Of a lake that mirrors another. */
export const MIRROR_FILE = 'mirror.db'
const BUSY_MS = 5000
const PAGE_BYTES = 4096

/**
 * @param bytesMax the file may not grow beyond this; a write that would is answered as a full disk
 * @throws PufaError `lake.database-damaged`, `start.data-unwritable`
 */
export function openDatabase(
  folder: string,
  bytesMax: number | null,
  name: string = DATABASE_FILE,
): DatabaseSync {
  const file = path.join(folder, name)
  let database: DatabaseSync | undefined
  try {
    database = new DatabaseSync(file, { timeout: BUSY_MS })
    const check = database.prepare('PRAGMA quick_check(1)').get()
    if (check?.['quick_check'] !== 'ok') throw failLake('lake.database-damaged', { file, ...check })
    database.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=OFF;')
    if (bytesMax !== null) database.exec(`PRAGMA max_page_count=${Math.ceil(bytesMax / PAGE_BYTES)}`)
    bringUp(database)
    // Only from here on: a step that makes tables anew needs them off, and they cannot be switched inside it.
    database.exec('PRAGMA foreign_keys=ON')
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
export const openForReading = (folder: string, name: string) =>
  new DatabaseSync(path.join(folder, name), { readOnly: true, timeout: BUSY_MS })
