/**
 * @file Whether each play is bound to the one before it, as records come in.
 *
 * A record whose `previous` is not the hash of the record before is `broken`; numbers that never came are a
 * `gap`; a number that came twice with other words is a `conflict`. Faults are kept when raw records are
 * dropped. What a player dropped may still come late: then the gap is measured anew, and is no later one.
 */
import type { DatabaseSync } from 'node:sqlite'
import { chainStart } from '../../contracts/proof.ts'
import type { Instant } from '../../contracts/part.ts'
import type { FaultKind } from '../../contracts/reports.ts'
import { playDay } from './day.ts'
import { gapsOf, type Gap } from './gaps.ts'

/** Where a record stands: all that a fault tells of it. */
export interface Place {
  pairing: number
  sequence: number
  screen: string
  county: string
  zone: string
  from: Instant
}

export interface Chain {
  /** Holds a record that was just stored against its neighbours. */
  check(place: Place, previous: string): void
  /** A repeat: it must say what was said first. */
  repeated(place: Place, hash: string): void
  /** Greatest sequence that is stored or was. */
  greatest(pairing: number): number
  /** Everything up to here was dropped by age and is not taken again. */
  dropped(pairing: number): number
  /** When a record of this screen was last found broken or in conflict. */
  brokenAt(screen: string): Instant | null
  /** The last gap of this screen that is not filled, of those that are not too old to be told. */
  gap(screen: string): Gap | null
}

interface Row {
  sequence: number
  previous: string
  hash: string | null
  screen: string
  county: string
  fromMs: Instant
}

export function chainOf(database: DatabaseSync, now: () => Instant): Chain {
  const at = database.prepare('SELECT hash FROM play WHERE pairing = ? AND sequence = ?')
  const below = database.prepare('SELECT max(sequence) AS found FROM play WHERE pairing = ? AND sequence < ?')
  const above = database.prepare(
    `SELECT sequence, previous, hash, screen, county, fromMs FROM play
     WHERE pairing = ? AND sequence > ? ORDER BY sequence LIMIT 1`,
  )
  const last = database.prepare('SELECT max(sequence) AS found FROM play WHERE pairing = ?')
  // A box that is paired with its screen again goes on with its chain.
  const goesOn = database.prepare(
    'SELECT 1 FROM play WHERE screen = ? AND sequence = ? AND hash = ? AND pairing <> ? LIMIT 1',
  )
  const end = database.prepare('SELECT sequence, hash FROM chainEnd WHERE pairing = ?')
  const save = database.prepare(
    `INSERT OR REPLACE INTO chainFault (pairing, sequence, kind, screen, county, missing, day, fromMs, foundAt)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const forget = database.prepare(
    `DELETE FROM chainFault WHERE pairing = ? AND sequence = ? AND kind = 'gap' RETURNING foundAt`,
  )
  const gaps = gapsOf(database, now())
  const broken = new Map<string, Instant>()
  for (const row of database
    .prepare(`SELECT screen, max(foundAt) AS foundAt FROM chainFault WHERE kind <> 'gap' GROUP BY screen`)
    .all() as { screen: string; foundAt: Instant }[])
    broken.set(row.screen, row.foundAt)

  const endOf = (pairing: number) => end.get(pairing) as { sequence: number; hash: string | null } | undefined
  const found = (row: unknown) => (row as { found: number | null }).found ?? 0

  function record(place: Place, kind: FaultKind, missing = 0, foundAt = now()): void {
    const { pairing, sequence, screen, county, zone, from } = place
    save.run(pairing, sequence, kind, screen, county, missing, playDay(zone, from), from, foundAt)
    if (kind === 'gap') gaps.found(screen, pairing, { foundAt, missing, before: sequence })
    else broken.set(screen, foundAt)
  }

  /** @returns the hash that must stand before, `null` where it is not known, `undefined` where a record lacks */
  function hashBefore(pairing: number, sequence: number): string | null | undefined {
    if (sequence === 1) return chainStart
    const row = at.get(pairing, sequence - 1) as { hash: string | null } | undefined
    if (row) return row.hash
    const dropped = endOf(pairing)
    return dropped?.sequence === sequence - 1 ? dropped.hash : undefined
  }

  /** @param since when a gap before it was found that is measured anew */
  function link(place: Place, previous: string, since?: Instant): void {
    const { pairing, sequence } = place
    const expected = hashBefore(pairing, sequence)
    if (expected === undefined) {
      if (goesOn.get(place.screen, sequence - 1, previous, pairing)) return
      const known = Math.max(found(below.get(pairing, sequence)), endOf(pairing)?.sequence ?? 0)
      record(place, 'gap', sequence - 1 - known, since)
    } else if (expected !== null && expected !== previous) record(place, 'broken')
  }

  return {
    check(place, previous) {
      const { pairing } = place
      const next = above.get(pairing, place.sequence) as Row | undefined
      // What comes late lies inside a gap, and what is left of that on both sides was found when it was.
      const gap = next && (forget.get(pairing, next.sequence) as { foundAt: Instant } | undefined)
      if (gap) gaps.filled(next.screen, pairing, next.sequence)
      link(place, previous, gap?.foundAt)
      if (!next) return
      const { sequence, screen, county, fromMs } = next
      link({ ...place, sequence, screen, county, from: fromMs }, next.previous, gap?.foundAt)
    },
    repeated(place, hash) {
      const row = at.get(place.pairing, place.sequence) as { hash: string | null } | undefined
      if (row?.hash && row.hash !== hash) record(place, 'conflict')
    },
    greatest: (pairing) => Math.max(found(last.get(pairing)), endOf(pairing)?.sequence ?? 0),
    dropped: (pairing) => endOf(pairing)?.sequence ?? 0,
    brokenAt: (screen) => broken.get(screen) ?? null,
    gap: gaps.newest,
  }
}
