/** @file Trails as this server wrote them last. What the service shows of them may be anybody's work. */
import type { DatabaseSync } from 'node:sqlite'
import { ownTrail, type MarkedTrail } from '../seal.ts'

export interface Trails {
  /**
   * The newest trail that this server wrote: its own copy, or that of the service where it bears our mark and
   * is newer, as after a restored backup. Null: there is none, whatever the service shows.
   * @param shown the document in the service
   */
  newest(subject: string, shown: unknown): MarkedTrail | null
  keep(trail: MarkedTrail): void
}

export function trailsIn(database: DatabaseSync, key: Buffer): Trails {
  const find = database.prepare('SELECT json FROM trails WHERE subject = ?')
  const put = database.prepare('INSERT OR REPLACE INTO trails(subject, serial, json) VALUES(?,?,?)')
  return {
    newest(subject, shown) {
      const row = find.get(subject)
      // Read by the same rule: a file that was changed by hand is no trail of ours.
      const kept = row ? ownTrail(key, subject, JSON.parse(String(row['json']))) : null
      const told = ownTrail(key, subject, shown)
      if (!kept || !told) return kept ?? told
      return (told.serial ?? 0) > (kept.serial ?? 0) ? told : kept
    },
    keep: (trail) => void put.run(trail.subject, trail.serial ?? 0, JSON.stringify(trail)),
  }
}
