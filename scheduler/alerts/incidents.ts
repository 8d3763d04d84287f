/**
 * @file The log of incidents: alerts with their beginning and end, and what operators ordered.
 *
 * Nothing is ever taken out but by age. An alert of one kind is open once a screen.
 */
import type { DatabaseSync } from 'node:sqlite'
import type { Instant } from '../../contracts/part.ts'
import type { AlertKind } from './rules.ts'

export interface Incident {
  id: number
  screen: string
  /** `command`: an operator's order. */
  kind: AlertKind | 'command'
  openedAt: Instant
  /** `null` while it lasts. */
  closedAt: Instant | null
  note: string
  /** Account of the operator, `null` for what the program noticed. */
  by: string | null
}

export interface IncidentQuery {
  screen: string | null
  from: Instant | null
  /** Exclusive. */
  to: Instant | null
  countMax: number
  /** An alert's kind, `command`, or `alert` for all that are no commands; left out: all. */
  kind?: string | null
  /** Only these screens; left out: all. */
  screens?: readonly string[] | null
  /** Only what stands after this one in the list. */
  before?: number | null
}

export interface Incidents {
  open(screen: string, kind: AlertKind, note: string): Incident
  close(id: number): Incident
  /** An order, before it is sent. @returns its number */
  ordered(screen: string, note: string, by: string): number
  /** What came of an order. */
  answered(id: number, note: string): void
  /** Alerts that last, the oldest first. */
  lasting(): Incident[]
  /** Newest first. */
  list(query: IncidentQuery): Incident[]
  dropBefore(before: Instant): void
}

const columns = 'id, screen, kind, openedAt, closedAt, note, "by"'

export function incidentsOf(database: DatabaseSync, now: () => Instant): Incidents {
  database.exec(`
CREATE TABLE IF NOT EXISTS incident (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  screen TEXT NOT NULL,
  kind TEXT NOT NULL,
  openedAt INTEGER NOT NULL,
  closedAt INTEGER,
  note TEXT NOT NULL,
  "by" TEXT
) STRICT;
CREATE UNIQUE INDEX IF NOT EXISTS incidentLasting ON incident (screen, kind)
  WHERE closedAt IS NULL AND kind <> 'command';
CREATE INDEX IF NOT EXISTS incidentOfScreen ON incident (screen, openedAt);
CREATE INDEX IF NOT EXISTS incidentByTime ON incident (openedAt);
`)
  const insert = database.prepare(
    `INSERT INTO incident (screen, kind, openedAt, closedAt, note, "by") VALUES (?, ?, ?, ?, ?, ?) RETURNING ${columns}`,
  )
  const finish = database.prepare(
    `UPDATE incident SET closedAt = max(?, openedAt) WHERE id = ? RETURNING ${columns}`,
  )
  const answer = database.prepare('UPDATE incident SET closedAt = ?, note = ? WHERE id = ?')
  const lasting = database.prepare(
    `SELECT ${columns} FROM incident WHERE closedAt IS NULL AND kind <> 'command' ORDER BY id`,
  )
  const list = database.prepare(
    `SELECT ${columns} FROM incident
     WHERE (:screen IS NULL OR screen = :screen) AND openedAt < ifnull(:to, 9e15)
       AND ifnull(closedAt, 9e15) >= ifnull(:from, 0)
       AND (:kind IS NULL OR kind = :kind OR (:kind = 'alert' AND kind <> 'command'))
       AND (:screens IS NULL OR screen IN (SELECT value FROM json_each(:screens)))
       AND (:before IS NULL
         OR (openedAt, id) < (SELECT last.openedAt, last.id FROM incident last WHERE last.id = :before))
     ORDER BY openedAt DESC, id DESC LIMIT :countMax`,
  )
  const drop = database.prepare('DELETE FROM incident WHERE closedAt < ?')
  // A stop of the program left these without an answer.
  database
    .prepare(`UPDATE incident SET closedAt = openedAt WHERE kind = 'command' AND closedAt IS NULL`)
    .run()
  const plain = (row: unknown): Incident => ({ ...(row as Incident) })
  return {
    open: (screen, kind, note) => plain(insert.get(screen, kind, now(), null, note, null)),
    close: (id) => plain(finish.get(now(), id)),
    ordered: (screen, note, by) => plain(insert.get(screen, 'command', now(), null, note, by)).id,
    answered: (id, note) => void answer.run(now(), note, id),
    lasting: () => lasting.all().map(plain),
    list: ({ kind = null, screens = null, before = null, ...query }) =>
      list.all({ ...query, kind, before, screens: screens && JSON.stringify(screens) }).map(plain),
    dropBefore: (before) => void drop.run(before),
  }
}
