/**
 * @file Review (三审三校) in the commit function: what a trail becomes, and what may be made public.
 *
 * Synchronous, between staging and writing. A trail is never written as the client says: the step that it
 * adds is judged by `contracts/review/rule.ts`, and the lake writes what follows from it. A change of what is
 * public passes only with approvals of exactly that content, by whatever way it comes; taking down always
 * passes. Both are written into the trail in the same transaction.
 */
import type { Actor } from '../../contracts/review/rule.ts'
import type { Person } from '../accounts/rows.ts'
import type { Party } from '../access/party.ts'
import type { Finding } from '../../contracts/words/finding.ts'
import { isPublishedId, type LakeDocument } from '../store/document.ts'
import type { Documents } from '../store/documents.ts'
import type { Change } from '../store/stage.ts'
import type { AuthorsOf } from './authors.ts'
import { Settlement, type Stamp } from './settlement.ts'
import { isReviewId } from './subject.ts'

/** An account as review sees it. `isOpen`: not locked. */
export interface Reviewer extends Actor {
  isOpen: boolean
}

export interface ReviewParts {
  documents: Documents
  authorsOf: AuthorsOf
  /** What in a content's words keeps it from being handed in. @param at Unix ms */
  blockedWords(document: LakeDocument, at: number): readonly Finding[]
  /** The person or program behind a party's id; null: no such account. */
  whoIs(id: string): Reviewer | null
}

/**
 * The changes as they are to be written: trails as they follow, those of what goes out or is taken down added.
 * @throws PufaError `lake.not-reviewed`, `lake.key-period`, `lake.review-…`
 */
export type Settle = (changes: readonly Change[], party: Party, stamp: Stamp) => Change[]

/** @param person null: a program, or nobody */
export function reviewerOf(person: Person | null): Reviewer | null {
  if (!person) return null
  const { id, displayName: name, county, stages, role, lockedAt } = person
  return {
    ...{ id, name, county, stages, isPerson: true },
    ...{ isAdministrator: role === 'administrator', isOpen: lockedAt === null },
  }
}

const isTrail = ({ id, after }: Change): boolean => isReviewId(id) || after?._type === 'review'

export function reviewDesk(parts: ReviewParts): Settle {
  return (changes, party, stamp) => {
    const settlement = new Settlement(parts, changes, party, stamp)
    for (const change of changes) {
      if (isTrail(change)) settlement.step(change)
      else settlement.expectNotHeld(change)
    }
    for (const change of changes) if (isPublishedId(change.id) && !isTrail(change)) settlement.close(change)
    return settlement.changes()
  }
}
