/**
 * @file By which seal each content was public last. An older seal than that lets nothing out again, nor does
 * the very one by which a content was public that has been taken down since.
 */
import type { DatabaseSync } from 'node:sqlite'
import type { ReviewSeal } from '../../contracts/documents/review.ts'
import type { Instant } from '../../contracts/part.ts'

export interface Floor {
  /** Of the seal, ISO 8601. */
  at: string
  hash: string | null
  isGone: boolean
}

export interface Floors {
  of(subject: string): Floor | null
  /** Those that are public by a seal, and those that were taken down, in one transaction. */
  note(shown: ReadonlyMap<string, Pick<ReviewSeal, 'at' | 'hash'>>, gone: readonly string[]): void
  /** Contents that were public by a seal and have not been taken down. */
  standing(): string[]
}

/**
 * When a seal made at this instant is to say that it was made: after the one by which the content was public,
 * or a clock that was set back would make seals that count for nothing. Pure.
 * @param now Unix ms @returns ISO 8601
 */
export function sealedAt(now: Instant, floor: Floor | null): string {
  return new Date(floor ? Math.max(now, Date.parse(floor.at) + 1) : now).toISOString()
}

/** Whether a valid seal still counts. Pure. */
export const counts = (seal: Pick<ReviewSeal, 'at'>, floor: Floor | null): boolean =>
  floor === null || (floor.isGone ? seal.at > floor.at : seal.at >= floor.at)

export function floorsIn(database: DatabaseSync): Floors {
  const known = new Map<string, Floor>()
  for (const row of database.prepare('SELECT * FROM floors').iterate()) {
    const { subject, at, hash, is_gone: isGone } = row
    known.set(String(subject), {
      at: String(at),
      hash: hash === null ? null : String(hash),
      isGone: isGone === 1,
    })
  }
  const put = database.prepare('INSERT OR REPLACE INTO floors(subject, at, hash, is_gone) VALUES(?,?,?,?)')
  const isAs = (before: Floor | undefined, { at, hash }: Pick<ReviewSeal, 'at' | 'hash'>) =>
    before !== undefined && !before.isGone && before.at === at && before.hash === hash
  return {
    of: (subject) => known.get(subject) ?? null,
    note(shown, gone) {
      const changed: [string, Floor][] = []
      for (const [subject, { at, hash }] of shown)
        if (!isAs(known.get(subject), { at, hash })) changed.push([subject, { at, hash, isGone: false }])
      for (const subject of gone) {
        const before = known.get(subject)
        if (before && !before.isGone) changed.push([subject, { ...before, isGone: true }])
      }
      if (changed.length === 0) return
      database.exec('BEGIN IMMEDIATE')
      try {
        for (const [subject, { at, hash, isGone }] of changed) put.run(subject, at, hash, isGone ? 1 : 0)
        database.exec('COMMIT')
      } catch (error) {
        // SQLite rolls back by itself on some errors, a full disk among them.
        if (database.isTransaction) database.exec('ROLLBACK')
        throw error
      }
      for (const [subject, floor] of changed) known.set(subject, floor)
    },
    standing: () => [...known].flatMap(([subject, { isGone }]) => (isGone ? [] : [subject])),
  }
}
