/**
 * @file Who stopped a broadcast and who let it go on, and when: an order is on disk before it is confirmed.
 *
 * Orders are only ever added; the last one of a stream says whether it is stopped.
 */
import type { DatabaseSync } from 'node:sqlite'
import type { Instant } from '../../contracts/part.ts'

export interface LiveOrder {
  stream: string
  action: 'stop' | 'resume'
  at: Instant
  /** Account, and its name as it was then. */
  by: string
  byName: string
}

export interface LiveOrders {
  isStopped(stream: string): boolean
  /** The newest first. */
  of(stream: string, most?: number): LiveOrder[]
  add(order: LiveOrder): void
}

const shownMax = 50

export function liveOrders(database: DatabaseSync): LiveOrders {
  database.exec(`
    CREATE TABLE IF NOT EXISTS liveOrder (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      stream TEXT NOT NULL,
      action TEXT NOT NULL CHECK (action IN ('stop', 'resume')),
      at INTEGER NOT NULL,
      by TEXT NOT NULL,
      byName TEXT NOT NULL
    ) STRICT;
    CREATE INDEX IF NOT EXISTS liveOrderOfStream ON liveOrder (stream, id);
  `)
  const insert = database.prepare(
    'INSERT INTO liveOrder (stream, action, at, by, byName) VALUES (?, ?, ?, ?, ?)',
  )
  const select = database.prepare(
    'SELECT stream, action, at, by, byName FROM liveOrder WHERE stream = ? ORDER BY id DESC LIMIT ?',
  )
  const last = database.prepare(
    'SELECT stream, action FROM liveOrder WHERE id IN (SELECT max(id) FROM liveOrder GROUP BY stream)',
  )
  const stopped = new Set(
    (last.all() as unknown as LiveOrder[])
      .filter(({ action }) => action === 'stop')
      .map(({ stream }) => stream),
  )
  return {
    isStopped: (stream) => stopped.has(stream),
    of: (stream, most = shownMax) => select.all(stream, most) as unknown as LiveOrder[],
    add({ stream, action, at, by, byName }) {
      // Also where the disk is full a stop stops; whoever pressed it is told that it was not written down.
      if (action === 'stop') stopped.add(stream)
      insert.run(stream, action, at, by, byName)
      if (action === 'resume') stopped.delete(stream)
    },
  }
}
