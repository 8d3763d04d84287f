/**
 * @file Proof of play: stored once however often it is resent, kept when the content it names is deleted.
 */
import type { DatabaseSync } from 'node:sqlite'
import type { PlayRecord } from '../../contracts/messages.ts'
import type { Instant } from '../../contracts/part.ts'
import { atomically } from './database.ts'
import { pairedByVisitor } from './pairings.ts'

export interface StoredPlay extends PlayRecord {
  screen: string
}

export interface PlayStore {
  /**
   * Returns once every record is on disk; a batch is stored whole or not at all.
   * @returns the greatest sequence stored; players send the oldest first, so nothing before it will come
   */
  store(pairing: number, screen: string, plays: readonly PlayRecord[]): number
  /** Newest first. Try-outs count only where the screen never had a player: they prove nothing of it. */
  ofScreen(screen: string, countMax: number): StoredPlay[]
  count(): number
}

export function playStore(database: DatabaseSync, now: () => Instant): PlayStore {
  const insert = database.prepare(
    // Only a repeat is passed over; a record that cannot be stored must not be acknowledged.
    `INSERT INTO play (pairing, sequence, screen, item, title, kind, event, playlist, fromMs, untilMs, revision, previous, receivedAt)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (pairing, sequence) DO NOTHING`,
  )
  const greatest = database.prepare('SELECT max(sequence) AS upTo FROM play WHERE pairing = ?')
  const newest = database.prepare(
    `SELECT sequence, screen, item, title, kind, event, playlist, fromMs AS "from", untilMs AS "until", revision, previous
     FROM play WHERE screen = :screen AND (
       pairing IN (SELECT id FROM pairing WHERE screen = :screen AND pairedBy <> '${pairedByVisitor}')
       OR NOT EXISTS (SELECT 1 FROM pairing WHERE screen = :screen AND pairedBy <> '${pairedByVisitor}'))
     ORDER BY fromMs DESC, sequence DESC LIMIT :countMax`,
  )
  const total = database.prepare('SELECT count(*) AS plays FROM play')
  return {
    store(pairing, screen, plays) {
      const receivedAt = now()
      atomically(database, () => {
        for (const play of plays) {
          const { sequence, item, title, kind, event, playlist, from, until, revision, previous } = play
          insert.run(
            pairing,
            sequence,
            screen,
            item,
            title,
            kind,
            event,
            playlist,
            from,
            until,
            revision,
            previous,
            receivedAt,
          )
        }
      })
      return Number((greatest.get(pairing) as { upTo: number | null }).upTo ?? 0)
    },
    ofScreen: (screen, countMax) => newest.all({ screen, countMax }) as unknown as StoredPlay[],
    count: () => Number((total.get() as { plays: number }).plays),
  }
}
