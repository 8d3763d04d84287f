/** @file Whether one content may be public by its seals. Pure. */
import type { ReviewSeal } from '../../contracts/documents/review.ts'
import { counts, type Floor } from '../store/floors.ts'

export type Withheld = 'unapproved' | 'retired' | 'key-period'

export interface Judged {
  /** Of the content as it stands; null: it is no text that could be approved. */
  hash: string | null
  /** Valid ones of this content. */
  seals: readonly ReviewSeal[]
  floor: Floor | null
  isKeyPeriod: boolean
}

/**
 * In a key period what was not public before wants the extra stage in its round, as the rule asks of the
 * embedded lake.
 */
export function verdictOf({ hash, seals, floor, isKeyPeriod }: Judged): ReviewSeal | Withheld {
  const own = seals.filter((seal) => seal.hash === hash)
  if (own.length === 0) return 'unapproved'
  const live = own.filter((seal) => counts(seal, floor)).sort((a, b) => (a.at < b.at ? 1 : -1))
  if (live.length === 0) return 'retired'
  const isOut = (seal: ReviewSeal) =>
    floor !== null && !floor.isGone && floor.hash === hash && seal.at === floor.at
  return live.find((seal) => !isKeyPeriod || seal.isExtra || isOut(seal)) ?? 'key-period'
}
