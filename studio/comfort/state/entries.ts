/**
 * @file What a list knows of the contents that are not simply public, and what it makes of it. Pure.
 *
 * One query for all lists together: every draft with its trail, and every urgent notice that is still to be
 * looked at. A content of which nothing is known is public as it stands, and lists say nothing of it.
 */
import { wantsReview } from '../../../contracts/documents/kinds.ts'
import type { Instant } from '../../../contracts/part.ts'
import type { PolicyRules } from '../../../contracts/review/policy.ts'
import type { Trail } from '../../../contracts/review/rule.ts'
import type { Reviewer } from '../../review/reviewer.ts'
import type { Seen } from '../../review/seen.ts'
import { plainState, stateOf, type StateShown } from './state.ts'

export interface Entry {
  /** Id of the published content. */
  subject: string
  type: string
  /** The draft; null: it is public as it stands. */
  copy: string | null
  rev: string | null
  title: string | null
  county: string | null
  validUntil: string | null
  isPublished: boolean
  trail: Trail | null
}

export interface Entries {
  policy: unknown
  entries: readonly Entry[]
}

/** More drafts than this the lists do not follow; the newest count. */
export const entriesMax = 2000

/** Under which id its content is published. */
export const subjectOfRow = 'select(_id in path("drafts.**") => string::split(_id, "drafts.")[1], _id)'

/** The members of `Entry` of a row: a draft, or what is published. */
export const entryFields = `
  "subject": ${subjectOfRow}, "type": _type, "county": county._ref, "validUntil": validUntil,
  "copy": select(_id in path("drafts.**") => _id), "rev": select(_id in path("drafts.**") => _rev),
  "title": coalesce(title, name, question, text, label, string(year), string(file)),
  "isPublished": !(_id in path("drafts.**")) || count(*[_id == string::split(^._id, "drafts.")[1]]) > 0,
  "trail": *[_id == "review." + select(^._id in path("drafts.**") => string::split(^._id, "drafts.")[1], ^._id)][0]`

const owedOnly = '_id in *[_type == "review" && owes == true].subject'

/** Parameter `types`. */
export const entriesQuery = `{
  "policy": *[_id == "reviewPolicy"][0],
  "entries": *[_id in path("drafts.**") && _type in $types] | order(_updatedAt desc) [0...${entriesMax}] {${entryFields}}
    + *[${owedOnly} && count(*[_id == "drafts." + ^._id]) == 0] {${entryFields}}
}`
export const entriesListen =
  '*[_type in ["review", "reviewPolicy"] || (_id in path("drafts.**") && _type in $types)]'

export interface Looker {
  actor: Reviewer
  policy: PolicyRules
  at: Instant
}

/** The entry as the rules of review see a content. */
export function seenOf(entry: Entry, { actor, policy, at }: Looker): Seen {
  const { subject, type, title, county, copy, rev, trail, isPublished, validUntil } = entry
  const isAsHandedIn = trail?.copy === copy && trail?.rev === rev
  return {
    ...{ actor, policy, at, trail, isPublished },
    subject: { id: subject, type, title: title ?? '（没有标题）', county },
    copy: copy === null || rev === null ? null : { id: copy, rev, isAsHandedIn, validUntil },
  }
}

/** @param isReviewed as the program was started */
export function entryState(entry: Entry, looker: Looker, isReviewed: boolean): StateShown {
  const seen = seenOf(entry, looker)
  return isReviewed && wantsReview(entry.type, true) ? stateOf(seen) : plainState(seen)
}
