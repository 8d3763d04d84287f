/**
 * @file Which edition of a law is in force on a day. Pure.
 *
 * `effectiveFrom` is inclusive, `effectiveTo` exclusive; both may be unknown, and then it is said so.
 */
import type { LocalDate } from '../../contracts/documents/base.ts'

export interface EditionView {
  id: string
  title: string
  adoption: string | null
  promulgatedOn: LocalDate | null
  effectiveFrom: LocalDate | null
  effectiveTo: LocalDate | null
  articleCount: number
}

export type EditionState = 'inForce' | 'notYet' | 'ended' | 'unknown'

export function editionState(edition: EditionView, today: LocalDate): EditionState {
  if (edition.effectiveTo !== null && edition.effectiveTo <= today) return 'ended'
  if (edition.effectiveFrom === null) return 'unknown'
  return edition.effectiveFrom <= today ? 'inForce' : 'notYet'
}

const preference: Readonly<Record<EditionState, number>> = { inForce: 0, unknown: 1, notYet: 2, ended: 3 }

/** @returns the edition to read on that day: in force, else of unknown date, else coming, else the last */
export function currentEdition(editions: readonly EditionView[], today: LocalDate): EditionView | null {
  const ranked = editions.toSorted((a, b) => {
    const byState = preference[editionState(a, today)] - preference[editionState(b, today)]
    return byState || (b.effectiveFrom ?? '').localeCompare(a.effectiveFrom ?? '') || a.id.localeCompare(b.id)
  })
  return ranked[0] ?? null
}
