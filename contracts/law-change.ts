/**
 * @file When what a document says no longer rests on the law that it was held against.
 *
 * Pure. An edition that ends (`effectiveTo`, exclusive) after the day on which somebody last checked the
 * document leaves it unchecked, whether another edition follows or not: the words may be the same, but a
 * person must say so. A text that was checked on the day of the end or later was checked against what came
 * after. Site, scheduler and Studio go by this one rule: docs/decisions/0009-when-a-law-ends.md
 */
import type { LocalDate, Timestamp } from './documents/base.ts'
import { defaultZone } from './schedule/defaults.ts'
import { dayText, wallClock } from './schedule/zone.ts'

export interface EditionEnd {
  /** Id of the law. */
  law: string
  /** First day no longer in force; left out or null while in force or unknown. */
  effectiveTo?: LocalDate | null
}

/** What of a document says on which laws it rests and when it was checked. */
export interface CitingText {
  /** Ids. */
  laws: readonly string[]
  checkedOn?: LocalDate | null
  _updatedAt: Timestamp
}

export interface LawChange {
  law: string
  /** First day no longer in force. */
  endsOn: LocalDate
}

/** Who changes a text has it before them; where no check is written down, the last change stands for one. */
export function checkedDay(
  { checkedOn, _updatedAt }: Omit<CitingText, 'laws'>,
  zone: string = defaultZone,
): LocalDate {
  return checkedOn || dayText(wallClock(zone, Date.parse(_updatedAt)).day)
}

/** @returns ends of editions of this law after the check, past or to come, the first first */
function endsAfter<Edition extends EditionEnd>(
  editions: readonly Edition[],
  law: string,
  checkedOn: LocalDate | undefined,
): (Edition & { effectiveTo: LocalDate })[] {
  return editions
    .filter(
      (edition): edition is Edition & { effectiveTo: LocalDate } =>
        edition.law === law &&
        Boolean(edition.effectiveTo) &&
        (edition.effectiveTo ?? '') > (checkedOn ?? ''),
    )
    .sort((a, b) => (a.effectiveTo < b.effectiveTo ? -1 : 1))
}

/** @returns the first end after the check among the laws that the text cites; null when none is known */
export function lawChange(
  editions: readonly EditionEnd[],
  text: CitingText,
  zone: string = defaultZone,
): LawChange | null {
  const checked = checkedDay(text, zone)
  const ends = [...new Set(text.laws)].flatMap((law) => endsAfter(editions, law, checked).slice(0, 1))
  const [first] = ends.sort((a, b) => (a.effectiveTo < b.effectiveTo ? -1 : 1))
  return first ? { law: first.law, endsOn: first.effectiveTo } : null
}

/**
 * @param checkedOn undefined: never
 * @returns the edition of that law that ended last since the check, or null
 */
export function lapsedSince<Edition extends EditionEnd>(
  editions: readonly Edition[],
  law: string,
  checkedOn: LocalDate | undefined,
  today: LocalDate,
): Edition | null {
  return endsAfter(editions, law, checkedOn).findLast(({ effectiveTo }) => effectiveTo <= today) ?? null
}

/** Editions of the laws that a text cites which have ended since it was checked, one a law. */
export function lapsedOf<Edition extends EditionEnd>(
  editions: readonly Edition[],
  text: CitingText,
  today: LocalDate,
  zone: string = defaultZone,
): Edition[] {
  const checked = checkedDay(text, zone)
  return [...new Set(text.laws)].flatMap((law) => lapsedSince(editions, law, checked, today) ?? [])
}
