/**
 * @file Numbers of plays that are missing, by screen, for those who look at all screens every few seconds.
 *
 * The table of faults is the truth; this remembers what of it is young enough to be told. Bounded: of many
 * gaps of one screen the oldest are let go.
 */
import type { DatabaseSync } from 'node:sqlite'
import type { Instant } from '../../contracts/part.ts'

/** A gap that nobody filled in this time will not be filled; it stays in the reports. */
export const gapToldMs = 7 * 86_400_000
const gapsMax = 100

export interface Gap {
  foundAt: Instant
  missing: number
  /** Number of the record after it. */
  before: number
}

export interface Gaps {
  found(screen: string, pairing: number, gap: Gap): void
  /** The numbers came, or some of them. */
  filled(screen: string, pairing: number, before: number): void
  /** The one that was found last. */
  newest(screen: string): Gap | null
}

const nameOf = (pairing: number, before: number): string => `${pairing} ${before}`

export function gapsOf(database: DatabaseSync, now: Instant): Gaps {
  const open = new Map<string, Map<string, Gap>>()

  function found(screen: string, pairing: number, gap: Gap): void {
    const gaps = open.get(screen) ?? new Map<string, Gap>()
    open.set(screen, gaps)
    gaps.set(nameOf(pairing, gap.before), gap)
    const [oldest] = gaps.keys()
    if (gaps.size > gapsMax && oldest !== undefined) gaps.delete(oldest)
  }

  const young = database.prepare(
    `SELECT screen, pairing, sequence AS "before", missing, foundAt FROM chainFault
     WHERE kind = 'gap' AND foundAt > ? ORDER BY foundAt`,
  )
  for (const row of young.all(now - gapToldMs) as unknown as (Gap & { screen: string; pairing: number })[])
    found(row.screen, row.pairing, { foundAt: row.foundAt, missing: row.missing, before: row.before })

  return {
    found,
    filled(screen, pairing, before) {
      const gaps = open.get(screen)
      gaps?.delete(nameOf(pairing, before))
      if (gaps?.size === 0) open.delete(screen)
    },
    newest: (screen) =>
      [...(open.get(screen)?.values() ?? [])].reduce<Gap | null>(
        (last, gap) => (last && last.foundAt >= gap.foundAt ? last : gap),
        null,
      ),
  }
}
