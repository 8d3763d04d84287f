/**
 * @file Drops the contents of old revisions, and never anything else.
 *
 * A revision may lose its contents once a later one of the same document is itself older than the horizon:
 * so the state of every document at the horizon, and at any moment after it, stays whole. Rows, authors,
 * times and hashes stay for ever. A pass takes up where the last one ended, also after a kill: what is
 * done and how far it goes are one transaction.
 */
import type { DatabaseSync } from 'node:sqlite'
import type { Clock, Log } from '../../contracts/part.ts'

const DAY_MS = 86_400_000
/** Transactions gone through at a time: commits and readers get their turn between two batches. */
const BATCH = 25

/** The last transaction that is older than the horizon, as far as contents have been dropped; 0: none yet. */
export function horizonOf(database: DatabaseSync): number {
  return Number(database.prepare('SELECT seq FROM history_horizon').get()?.['seq'] ?? 0)
}

/**
 * @param horizon ISO 8601: the state at this moment is kept
 * @param goesOn asked between two batches
 * @returns how many revisions lost their contents
 */
export async function dropOldContents(
  database: DatabaseSync,
  horizon: string,
  goesOn: () => boolean = () => true,
): Promise<number> {
  const last = database.prepare('SELECT coalesce(max(seq), 0) AS seq FROM transactions WHERE timestamp <= ?')
  const drop = database.prepare(
    `UPDATE transaction_documents SET after = NULL, mutations = NULL
     WHERE (after IS NOT NULL OR mutations IS NOT NULL) AND rowid IN (
       SELECT (SELECT past.rowid FROM transaction_documents past
         WHERE past.document_id = td.document_id AND past.seq < td.seq ORDER BY past.seq DESC LIMIT 1)
       FROM transaction_documents td WHERE td.seq > ? AND td.seq <= ?)`,
  )
  const remember = database.prepare('INSERT OR REPLACE INTO history_horizon(one, seq) VALUES(1, ?)')
  const end = Number(last.get(horizon)?.['seq'])
  let count = 0
  for (let from = horizonOf(database); from < end && goesOn(); from = Math.min(from + BATCH, end)) {
    const to = Math.min(from + BATCH, end)
    database.exec('BEGIN IMMEDIATE')
    try {
      count += Number(drop.run(from, to).changes)
      remember.run(to)
      database.exec('COMMIT')
    } catch (error) {
      if (database.isTransaction) database.exec('ROLLBACK')
      throw error
    }
    await new Promise((turn) => setImmediate(turn))
  }
  return count
}

/**
 * Drops what has grown too old, once at the start and then every day. A pass that fails (a full disk) is
 * logged and is made again with the next one.
 * @returns stops it; resolves when a pass that was under way has ended
 */
export function keepHistory(
  parts: { database: DatabaseSync; clock: Clock; log: Log },
  days: number,
): () => Promise<void> {
  const { database, clock, log } = parts
  let isStopped = false
  let pass: Promise<void> = Promise.resolve()
  const begin = () => {
    pass = pass.then(async () => {
      const horizon = new Date(clock.now() - days * DAY_MS).toISOString()
      try {
        const count = await dropOldContents(database, horizon, () => !isStopped)
        if (count > 0) log.info({ count, horizon }, 'contents of old revisions dropped')
      } catch (error) {
        log.error({ reason: String(error) }, 'contents of old revisions not dropped')
      }
    })
  }
  begin()
  const timer = setInterval(begin, DAY_MS)
  timer.unref()
  return () => {
    isStopped = true
    clearInterval(timer)
    return pass
  }
}
