/**
 * @file The log of orders: who commanded what, when and why. Written once, never changed, never deleted.
 *
 * SQLite itself refuses to change a row. What is in force follows from the log and the clock; the orders
 * that may still be in force are kept in memory, since every screen that is compiled asks for them.
 */
import type { DatabaseSync } from 'node:sqlite'
import { type Order, type OrderBody, type Takeover, type TakeoverInForce } from '../../contracts/orders.ts'
import type { Instant } from '../../contracts/part.ts'
import { noticeLeaseMs } from '../../contracts/schedule/defaults.ts'

const schema = `
CREATE TABLE IF NOT EXISTS orderLog (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  rank INTEGER NOT NULL,
  orderedBy TEXT NOT NULL,
  reason TEXT NOT NULL,
  until INTEGER,
  ends INTEGER UNIQUE REFERENCES orderLog (id),
  body TEXT NOT NULL
) STRICT;
CREATE TRIGGER IF NOT EXISTS orderStands BEFORE UPDATE ON orderLog
BEGIN SELECT RAISE(ABORT, 'an order is never changed'); END;
CREATE TRIGGER IF NOT EXISTS orderStays BEFORE DELETE ON orderLog
BEGIN SELECT RAISE(ABORT, 'an order is never deleted'); END;
`
const columns = `o.id, o.at, o.rank, o.orderedBy, o.reason, o.body,
  (SELECT e.id FROM orderLog e WHERE e.ends = o.id) AS endedBy`

export interface OrderLog {
  /** Writes the order down; the caller holds the transaction. @returns the order with its number */
  append(body: OrderBody, by: string, reason: string): Order
  /** After a transaction that was undone. */
  reload(): void
  find(id: number): Order | null
  /** Newest first. @param before only older ones than this */
  list(countMax: number, before: number | null): Order[]
  /** Oldest first. */
  inForce(): Order[]
  takeovers(): TakeoverInForce[]
  /** What no screen may show. The same set until an order changes it. */
  withdrawn(): ReadonlySet<string>
}

interface Row {
  id: number
  at: Instant
  rank: Instant
  orderedBy: string
  reason: string
  body: string
  endedBy: number | null
}

function orderOf({ id, at, rank, orderedBy, reason, body, endedBy }: Row): Order {
  const stamp = { id, at, rank, by: orderedBy, reason, endedBy }
  return { ...(JSON.parse(body) as OrderBody), ...stamp } as Order
}

export function untilOf(body: OrderBody): Instant | null {
  return body.kind === 'withdraw' || body.kind === 'end' ? null : (body.until ?? null)
}

/** A notice's end for a screen that is cut off; it moves on in steps while the screen is in contact. */
function noticeEdge(order: Takeover, now: Instant): Instant | null {
  if (order.kind !== 'notice') return untilOf(order)
  const step = noticeLeaseMs / 2
  const steps = Math.max(0, Math.floor((now - order.at) / step))
  return Math.min(order.until, order.at + steps * step + noticeLeaseMs)
}

export function isTakeover(order: Order): order is Takeover {
  return order.kind === 'stop' || order.kind === 'notice' || order.kind === 'urgent'
}

export function orderLog(database: DatabaseSync, now: () => Instant): OrderLog {
  database.exec(schema)
  const insert = database.prepare(
    'INSERT INTO orderLog (at, rank, orderedBy, reason, until, ends, body) VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id',
  )
  const newest = database.prepare('SELECT max(rank) AS rank FROM orderLog')
  const byId = database.prepare(`SELECT ${columns} FROM orderLog o WHERE o.id = ?`)
  const page = database.prepare(`SELECT ${columns} FROM orderLog o WHERE o.id < ? ORDER BY o.id DESC LIMIT ?`)
  const standing = database.prepare(
    `SELECT ${columns} FROM orderLog o WHERE o.ends IS NULL AND (o.until IS NULL OR o.until > ?)
     AND NOT EXISTS (SELECT 1 FROM orderLog e WHERE e.ends = o.id) ORDER BY o.id`,
  )
  let kept: Order[] = []
  let withdrawn: ReadonlySet<string> = new Set()

  function reload(): void {
    kept = (standing.all(now()) as unknown as Row[]).map(orderOf)
    withdrawn = new Set(kept.flatMap((order) => (order.kind === 'withdraw' ? order.ids : [])))
  }

  const inForce = (): Order[] => {
    const at = now()
    return kept.filter((order) => at < (untilOf(order) ?? Infinity))
  }
  reload()

  return {
    append(body, by, reason) {
      const at = now()
      const rank = Math.max(at, Number((newest.get() as { rank: number | null }).rank ?? 0) + 1)
      const ends = body.kind === 'end' ? body.order : null
      const row = insert.get(at, rank, by, reason, untilOf(body), ends, JSON.stringify(body)) as {
        id: number
      }
      reload()
      return { ...body, id: row.id, at, rank, by, reason, endedBy: null } as Order
    },
    reload,
    find(id) {
      const row = byId.get(id) as Row | undefined
      return row ? orderOf(row) : null
    },
    list: (countMax, before) =>
      (page.all(before ?? Number.MAX_SAFE_INTEGER, countMax) as unknown as Row[]).map(orderOf),
    inForce,
    takeovers: () =>
      inForce()
        .filter(isTakeover)
        .map((order) => ({ order, until: noticeEdge(order, now()) })),
    withdrawn: () => withdrawn,
  }
}
