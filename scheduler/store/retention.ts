/**
 * @file Raw records of plays are dropped when they are old; their totals and faults stay.
 *
 * The hash of the last record that is dropped stays too, so that the chain goes on and a repeat of what was
 * dropped is known. Age counts from the day of receipt, since a player's own clock may have been wrong.
 */
import type { DatabaseSync } from 'node:sqlite'
import type { Instant } from '../../contracts/part.ts'
import { atomically } from './database.ts'

/** Records in one transaction: others get their turn between two. */
const batchSize = 5_000

interface Row {
  sequence: number
  hash: string | null
  receivedAt: Instant
}

/**
 * @param before records received earlier than this are dropped
 * @returns how many
 */
export async function dropOldPlays(database: DatabaseSync, before: Instant): Promise<number> {
  const oldest = database.prepare(
    `SELECT sequence, hash, receivedAt FROM play WHERE pairing = ? ORDER BY sequence LIMIT ${batchSize}`,
  )
  const drop = database.prepare('DELETE FROM play WHERE pairing = ? AND sequence <= ?')
  const end = database.prepare('INSERT OR REPLACE INTO chainEnd (pairing, sequence, hash) VALUES (?, ?, ?)')
  const pairings = database.prepare('SELECT id FROM pairing').all() as { id: number }[]
  let dropped = 0

  function dropSome(pairing: number): boolean {
    return atomically(database, () => {
      const rows = oldest.all(pairing) as unknown as Row[]
      const kept = rows.findIndex(({ receivedAt }) => receivedAt >= before)
      const last = (kept === -1 ? rows : rows.slice(0, kept)).at(-1)
      if (!last) return false
      end.run(pairing, last.sequence, last.hash)
      dropped += Number(drop.run(pairing, last.sequence).changes)
      return kept === -1 && rows.length === batchSize
    })
  }

  for (const { id } of pairings)
    do {
      await new Promise((turn) => setImmediate(turn))
      if (!database.isOpen) return dropped
    } while (dropSome(id))
  return dropped
}
