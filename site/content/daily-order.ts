/**
 * @file The neutral order of people in a list: a rotation that changes every day and is the same for all.
 *
 * Pure. The place of a person comes from the hash of the date and the id: nobody chooses it, nobody keeps
 * it, and two readers of one day see one order. Rules of lawyers' publicity forbid any ranking.
 */
import { createHash } from 'node:crypto'
import type { LocalDate } from '../../contracts/documents/base.ts'

export function inDailyOrder<Entry extends { id: string }>(
  entries: readonly Entry[],
  today: LocalDate,
): readonly Entry[] {
  const place = (id: string) => createHash('sha256').update(`${today} ${id}`).digest('hex')
  return entries
    .map((entry) => ({ entry, place: place(entry.id) }))
    .sort((a, b) => (a.place < b.place ? -1 : a.place > b.place ? 1 : 0))
    .map(({ entry }) => entry)
}
