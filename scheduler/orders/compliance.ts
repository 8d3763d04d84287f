/**
 * @file Which screens an order touches, and which have acknowledged it.
 *
 * A screen acknowledges by saying that it plays by the revision that brought the order, or a later one.
 * What players say is gathered for a moment and written in one transaction, since each would wait for
 * the disk; a crash in that moment loses the hour and not the fact, for every heartbeat says it again.
 */
import type { DatabaseSync } from 'node:sqlite'
import type { Instant, Log } from '../../contracts/part.ts'
import { atomically } from '../store/database.ts'

const schema = `
CREATE TABLE IF NOT EXISTS orderScreen (
  orderId INTEGER NOT NULL REFERENCES orderLog (id),
  screen TEXT NOT NULL,
  mayShowUntil INTEGER,
  revision INTEGER,
  acknowledgedAt INTEGER,
  PRIMARY KEY (orderId, screen)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS orderScreenWaiting ON orderScreen (screen) WHERE acknowledgedAt IS NULL;
`
const gatherMs = 200

export interface ComplianceRow {
  screen: string
  mayShowUntil: Instant | null
  revision: number | null
  acknowledgedAt: Instant | null
}

export type Touched = Pick<ComplianceRow, 'screen' | 'mayShowUntil'>

export interface ComplianceStore {
  /** The caller holds the transaction. Screens that are expected already stay as they are. */
  expect(order: number, touched: readonly Touched[]): void
  /** From which revision on the screens comply. The caller holds the transaction. */
  require(order: number, screen: string, revision: number): void
  /** The screen plays by this revision. */
  applied(screen: string, revision: number): void
  of(order: number): ComplianceRow[]
  /** Orders with screens whose revision is not known yet, as after a crash between the two. */
  unsettled(): { order: number; screen: string }[]
  flush(): void
  close(): void
}

export function complianceStore(database: DatabaseSync, now: () => Instant, log: Log): ComplianceStore {
  database.exec(schema)
  const insert = database.prepare(
    'INSERT OR IGNORE INTO orderScreen (orderId, screen, mayShowUntil) VALUES (?, ?, ?)',
  )
  const settle = database.prepare(
    'UPDATE orderScreen SET revision = ? WHERE orderId = ? AND screen = ? AND revision IS NULL',
  )
  const acknowledge = database.prepare(
    'UPDATE orderScreen SET acknowledgedAt = ? WHERE screen = ? AND acknowledgedAt IS NULL AND revision <= ?',
  )
  const rows = database.prepare(
    'SELECT screen, mayShowUntil, revision, acknowledgedAt FROM orderScreen WHERE orderId = ?',
  )
  const open = database.prepare(
    `SELECT count(*) AS waiting, count(*) - count(revision) AS unsettled
     FROM orderScreen WHERE screen = ? AND acknowledgedAt IS NULL`,
  )
  const without = database.prepare(
    `SELECT orderId AS "order", screen FROM orderScreen WHERE acknowledgedAt IS NULL AND revision IS NULL`,
  )
  const waiting = database.prepare('SELECT DISTINCT screen FROM orderScreen WHERE acknowledgedAt IS NULL')
  /** Screens from which something is expected; the others' heartbeats cost nothing. */
  const expected = new Set((waiting.all() as { screen: string }[]).map(({ screen }) => screen))
  let heard = new Map<string, { revision: number; at: Instant }>()
  let timer: NodeJS.Timeout | undefined

  function flush(): void {
    clearTimeout(timer)
    timer = undefined
    if (heard.size === 0) return
    const kept: typeof heard = new Map()
    const done: string[] = []
    atomically(database, () => {
      for (const [screen, said] of heard) {
        acknowledge.run(said.at, screen, said.revision)
        const left = open.get(screen) as { waiting: number; unsettled: number }
        // What it said may hold for an order whose revision is being made.
        if (left.unsettled > 0) kept.set(screen, said)
        else if (left.waiting === 0) done.push(screen)
      }
    })
    for (const screen of done) expected.delete(screen)
    heard = kept
  }

  return {
    expect(order, touched) {
      for (const { screen, mayShowUntil } of touched) {
        insert.run(order, screen, mayShowUntil)
        expected.add(screen)
      }
    },
    require: (order, screen, revision) => void settle.run(revision, order, screen),
    applied(screen, revision) {
      if (!expected.has(screen)) return
      if ((heard.get(screen)?.revision ?? -1) < revision) heard.set(screen, { revision, at: now() })
      timer ??= setTimeout(() => {
        try {
          flush()
        } catch (error) {
          timer = undefined
          log.error({ error: String(error) }, 'acknowledgements of screens could not be written down')
        }
      }, gatherMs).unref()
    },
    of: (order) => rows.all(order) as unknown as ComplianceRow[],
    unsettled: () => without.all() as unknown as { order: number; screen: string }[],
    flush,
    close() {
      if (database.isOpen) flush()
      clearTimeout(timer)
    },
  }
}
