/**
 * @file Counts by day: scans of a code, fixed choices about a page, searches that found nothing.
 *
 * Each search that found nothing is kept as its words alone; at most `lostWordsMax` of them, the rarest
 * give way. On a full disk scans and searches go uncounted: the page that is asked for counts more.
 */
import type { DatabaseSync } from 'node:sqlite'
import type { LocalDate } from '../../contracts/documents/index.ts'

/** `wall`: what passers-by say about the state of a mural. */
export type TallyKind = 'scan' | 'rating' | 'wall' | 'lost-search'

export interface Tally {
  subject: string
  count: number
  /** The last day on which it was counted. */
  lastDay: LocalDate
}

export interface Tallies {
  /** @param subject for a choice: `<code>:<choice>` */
  count(kind: TallyKind, subject: string, day: LocalDate): void
  /** All subjects of a kind that begin with these characters, the most frequent first. */
  list(kind: TallyKind, prefix?: string): readonly Tally[]
}

const lostWordsMax = 2_000
const listMax = 5_000

const sqliteFull = 13
const isFull = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === sqliteFull

export function createTallies(database: DatabaseSync): Tallies {
  const add = database.prepare(`INSERT INTO tally (kind, subject, day, count) VALUES (?, ?, ?, 1)
    ON CONFLICT (kind, subject, day) DO UPDATE SET count = count + 1`)
  const select = database.prepare(`SELECT subject, sum(count) AS count, max(day) AS lastDay FROM tally
    WHERE kind = ? AND substr(subject, 1, ?) = ? GROUP BY subject ORDER BY count DESC, lastDay DESC, subject
    LIMIT ${listMax}`)
  const distinct = database.prepare('SELECT count(DISTINCT subject) AS n FROM tally WHERE kind = ?')
  const rarest = database.prepare(`DELETE FROM tally WHERE kind = ?1 AND subject IN (
    SELECT subject FROM tally WHERE kind = ?1 GROUP BY subject ORDER BY sum(count), max(day) LIMIT 100)`)

  return {
    count(kind, subject, day) {
      try {
        add.run(kind, subject, day)
      } catch (error) {
        // A choice is a person's own act: that one must hear that it was not taken.
        if (isFull(error) && (kind === 'scan' || kind === 'lost-search')) return
        throw error
      }
      if (kind === 'lost-search' && Number(distinct.get(kind)?.['n']) > lostWordsMax) rarest.run(kind)
    },
    list: (kind, prefix = '') =>
      select.all(kind, prefix.length, prefix).map((row) => ({
        subject: String(row['subject']),
        count: Number(row['count']),
        lastDay: String(row['lastDay']),
      })),
  }
}
