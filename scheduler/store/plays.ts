/**
 * @file Proof of play: stored once however often it is resent, kept when the content it names is deleted.
 *
 * With each record its hash, its county and its campaign are stored, its link is checked, and the totals of
 * its day are moved, all in one transaction.
 */
import { createHash } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import type { PlayRecord } from '../../contracts/messages.ts'
import { chainText } from '../../contracts/proof.ts'
import type { Instant } from '../../contracts/part.ts'
import { defaultZone } from '../../contracts/schedule/index.ts'
import { chainOf, type Place } from './chain.ts'
import { atomically, pairedByVisitor } from './database.ts'
import { countedMs, playDay } from './day.ts'
import type { Gap } from './gaps.ts'

export interface StoredPlay extends PlayRecord {
  screen: string
}

/** Where a play belongs, as far as is known when it is stored. */
export interface PlayContext {
  /** Id of the screen's county, empty where it is not known. */
  county: string
  /** Id of the event's campaign, empty for none. */
  campaign: string
  zone: string
}

export interface PlayStore {
  /**
   * Returns once every record is on disk; a batch is stored whole or not at all.
   * @returns the greatest sequence stored; players send the oldest first, so nothing before it will come
   */
  store(pairing: number, screen: string, plays: readonly PlayRecord[]): number
  /** Newest first. Try-outs count only where the screen never had a player: they prove nothing of it. */
  ofScreen(screen: string, countMax: number): StoredPlay[]
  /** How many records were stored, with those that age has dropped since the start. */
  count(): number
  /** When a record of this screen was last found broken or in conflict. */
  brokenAt(screen: string): Instant | null
  /** The last gap in the records of this screen that is neither filled nor old. */
  gap(screen: string): Gap | null
}

const nothingKnown = (): PlayContext => ({ county: '', campaign: '', zone: defaultZone })

interface Total {
  key: readonly [day: string, screen: string, item: string, kind: string, county: string, campaign: string]
  plays: number
  ms: number
}

/** @param about tells of a play where it belongs, from what is known at this moment */
export function playStore(
  database: DatabaseSync,
  now: () => Instant,
  about: (screen: string, play: PlayRecord) => PlayContext = nothingKnown,
): PlayStore {
  const insert = database.prepare(
    // Only a repeat is passed over; a record that cannot be stored must not be acknowledged.
    `INSERT INTO play (pairing, sequence, screen, item, title, kind, event, playlist, fromMs, untilMs, revision,
       previous, receivedAt, hash, county, campaign)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (pairing, sequence) DO NOTHING`,
  )
  const addTotal = database.prepare(
    `INSERT INTO dailyPlays (day, screen, item, kind, county, campaign, tryOut, plays, ms)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET plays = plays + excluded.plays, ms = ms + excluded.ms`,
  )
  // A visitor must not rename what players have shown.
  const addName = database.prepare(
    `INSERT INTO knownName (id, title, county, campaign) VALUES (:id, :title, '', '')
     ON CONFLICT (id) DO UPDATE SET title = excluded.title WHERE title <> excluded.title AND :tryOut = 0`,
  )
  const pairedBy = database.prepare('SELECT pairedBy FROM pairing WHERE id = ?')
  const newest = database.prepare(
    `SELECT sequence, screen, item, title, kind, event, playlist, fromMs AS "from", untilMs AS "until", revision, previous
     FROM play WHERE screen = :screen AND (
       pairing IN (SELECT id FROM pairing WHERE screen = :screen AND pairedBy <> '${pairedByVisitor}')
       OR NOT EXISTS (SELECT 1 FROM pairing WHERE screen = :screen AND pairedBy <> '${pairedByVisitor}'))
     ORDER BY fromMs DESC, sequence DESC LIMIT :countMax`,
  )
  let stored = Number(
    (database.prepare('SELECT count(*) AS plays FROM play').get() as { plays: number }).plays,
  )
  const chain = chainOf(database, now)

  return {
    store(pairing, screen, plays) {
      const receivedAt = now()
      stored += atomically(database, () => {
        const tryOut =
          (pairedBy.get(pairing) as { pairedBy: string } | undefined)?.pairedBy === pairedByVisitor
        const dropped = chain.dropped(pairing)
        const totals = new Map<string, Total>()
        const names = new Map<string, string>()
        for (const play of plays) {
          const { sequence, item, title, kind, event, playlist, from, until, revision, previous } = play
          if (sequence <= dropped) continue
          const hash = createHash('sha256').update(chainText(play)).digest('hex')
          const { county, campaign, zone } = about(screen, play)
          const place: Place = { pairing, sequence, screen, county, zone, from }
          const { changes } = insert.run(
            ...[pairing, sequence, screen, item, title, kind, event, playlist, from, until, revision],
            ...[previous, receivedAt, hash, county, campaign],
          )
          if (Number(changes) === 0) {
            if (!tryOut) chain.repeated(place, hash)
            continue
          }
          if (!tryOut) chain.check(place, previous)
          names.set(item, title)
          const key = [playDay(zone, from), screen, item, kind, county, campaign] as const
          const sum = totals.get(key.join('\n')) ?? { key, plays: 0, ms: 0 }
          totals.set(key.join('\n'), { key, plays: sum.plays + 1, ms: sum.ms + countedMs(play) })
        }
        for (const { key, plays: count, ms } of totals.values())
          addTotal.run(...key, Number(tryOut), count, ms)
        for (const [id, title] of names) addName.run({ id, title, tryOut: Number(tryOut) })
        return [...totals.values()].reduce((sum, { plays: count }) => sum + count, 0)
      })
      return chain.greatest(pairing)
    },
    ofScreen: (screen, countMax) => newest.all({ screen, countMax }) as unknown as StoredPlay[],
    count: () => stored,
    brokenAt: (screen) => chain.brokenAt(screen),
    gap: (screen) => chain.gap(screen),
  }
}
