/**
 * @file Copies a database while a program writes to it: the copy is one moment of it, whole.
 *
 * The read transaction is held open throughout, so the copy never begins anew however much is written
 * meanwhile, and the sequence number that is read is the copy's own.
 */
import { backup, DatabaseSync } from 'node:sqlite'

const BUSY_MS = 10_000
const PAGES_AT_ONCE = 1_000

export interface CopiedDatabase {
  /** Of the lake's last transaction in the copy; null for a database that has no such log. */
  seq: number | null
}

/**
 * @param to must not be there
 * @param progress told the share that is done, 0 to 1
 * @throws Error of SQLite or of the file system; what was written by then is left to the caller
 */
export async function copyDatabase(
  from: string,
  to: string,
  progress: (share: number) => void = () => {},
): Promise<CopiedDatabase> {
  const source = new DatabaseSync(from, { readOnly: true, timeout: BUSY_MS })
  try {
    source.exec('BEGIN')
    const log = source.prepare("SELECT count(*) AS found FROM sqlite_schema WHERE name = 'transactions'")
    const hasLog = log.get()?.['found'] === 1
    const seq = hasLog
      ? Number(source.prepare('SELECT coalesce(max(seq), 0) AS seq FROM transactions').get()?.['seq'])
      : null
    await backup(source, to, {
      rate: PAGES_AT_ONCE,
      progress: ({ totalPages, remainingPages }) => progress(1 - remainingPages / totalPages),
    })
    settle(to)
    return { seq }
  } finally {
    source.close()
  }
}

/** One plain file that SQLite finds nothing wrong with: a copy that was never read is only a hope. */
function settle(file: string): void {
  const copy = new DatabaseSync(file)
  try {
    copy.exec('PRAGMA journal_mode = DELETE')
    const check = String(copy.prepare('PRAGMA quick_check(1)').get()?.['quick_check'])
    if (check !== 'ok') throw new Error(`the copy is damaged: ${check}`)
  } finally {
    copy.close()
  }
}
