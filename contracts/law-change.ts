/**
 * @file When what a document says no longer rests on the law that it was held against.
 *
 * Pure. An edition that ends (`effectiveTo`, exclusive) after the day on which somebody last checked the
 * document leaves it unchecked, whether another edition follows or not: the words may be the same, but a
 * person must say so. Site, scheduler and Studio all go by this one rule. A document that was never
 * checked is unchecked as soon as any edition of a law that it cites has ended.
 */
import type { LocalDate } from './documents/base.ts'

export interface EditionEnd {
  /** Id of the law. */
  law: string
  /** First day no longer in force; left out or null while in force or unknown. */
  effectiveTo?: LocalDate | null
}

export interface LawChange {
  law: string
  /** First day no longer in force. */
  endsOn: LocalDate
}

/**
 * @param laws ids of the laws that the document cites
 * @param checkedOn last check; undefined or null: never
 * @returns the first end after the check, past or to come; null when none is known
 */
export function lawChange(
  editions: readonly EditionEnd[],
  laws: Iterable<string>,
  checkedOn: LocalDate | null | undefined,
): LawChange | null {
  const cited = new Set(laws)
  let first: LawChange | null = null
  for (const { law, effectiveTo } of editions) {
    if (!effectiveTo || !cited.has(law) || effectiveTo <= (checkedOn ?? '')) continue
    if (first === null || effectiveTo < first.endsOn) first = { law, endsOn: effectiveTo }
  }
  return first
}
