/**
 * @file Keeps two programs from sharing one data folder.
 *
 * The lock is an exclusive SQLite lock on a small database that stays open. The operating system drops it
 * when the process ends in whatever way, kill -9 and power cuts included, so no stale file can block a start.
 */
import { existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { failStart } from '../../contracts/errors/start.ts'
import { isSqliteError, SQLITE_BUSY, SQLITE_LOCKED } from './sqlite-error.ts'

/** Stands in a folder while a backup is being put back into it: half of one must not be served. */
export const RESTORE_MARK = 'restore-unfinished'

export interface FolderLock {
  release(): void
}

/** @throws PufaError `start.data-in-use`, `start.data-unwritable`, `start.restore-unfinished` */
export function lockFolder(folder: string, mayBeUnfinished = false): FolderLock {
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    throw failStart('start.data-unwritable', { folder }, error)
  }
  let database: DatabaseSync | undefined
  try {
    database = new DatabaseSync(path.join(folder, 'lock.db'))
    database.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    if (database?.isOpen) database.close()
    const isHeld = isSqliteError(error, SQLITE_BUSY) || isSqliteError(error, SQLITE_LOCKED)
    throw failStart(isHeld ? 'start.data-in-use' : 'start.data-unwritable', { folder }, error)
  }
  const held = database
  if (!mayBeUnfinished && existsSync(path.join(folder, RESTORE_MARK))) {
    held.close()
    throw failStart('start.restore-unfinished', { folder })
  }
  return { release: () => held.close() }
}
