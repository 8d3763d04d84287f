/**
 * @file Whether the law has moved under a text since somebody last held the two together. Pure.
 *
 * An edition that has ended says that the law reads differently, or no longer stands. A text that was
 * checked on the day of the end or later was checked against what came after.
 */
import { dayText, wallClock } from '../../contracts/schedule/zone.ts'
import { bureauZone } from '../schema/standing.ts'

/** An edition of a law, as far as its end matters. */
export interface EndingEdition {
  /** Id of the law. */
  law: string
  /** First day on which the edition no longer holds. */
  effectiveTo?: string | null
}

/** What of a document says on which laws it rests and when it was checked. */
export interface CitingText {
  laws: readonly string[]
  checkedOn?: string | null
  _updatedAt: string
}

/**
 * @param checkedOn undefined: never
 * @returns the edition of that law that ended last since the check, or null
 */
export function lapsedSince<Edition extends EndingEdition>(
  editions: readonly Edition[],
  law: string,
  checkedOn: string | undefined,
  today: string,
): Edition | null {
  let last: Edition | null = null
  for (const edition of editions) {
    const { effectiveTo } = edition
    if (edition.law !== law || !effectiveTo || effectiveTo > today) continue
    if (checkedOn !== undefined && checkedOn >= effectiveTo) continue
    if (!last?.effectiveTo || effectiveTo > last.effectiveTo) last = edition
  }
  return last
}

/** Who changes a text has it before them; where no check is written down, the last change stands for one. */
export function checkedDay({ checkedOn, _updatedAt }: Omit<CitingText, 'laws'>): string {
  return checkedOn || dayText(wallClock(bureauZone, Date.parse(_updatedAt)).day)
}

/** Editions of the laws that a text cites which have ended since it was checked, one a law. */
export function lapsedOf<Edition extends EndingEdition>(
  editions: readonly Edition[],
  text: CitingText,
  today: string,
): Edition[] {
  const checked = checkedDay(text)
  return [...new Set(text.laws)].flatMap((law) => lapsedSince(editions, law, checked, today) ?? [])
}
