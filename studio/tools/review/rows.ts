/**
 * @file The trails that somebody still has to do something with, as the lists need them. Pure.
 *
 * Only what is under way is asked for: what is out, taken back or taken down stays in the lake. Of the steps
 * only the present round's are carried, since `nextStage` looks at no others; a round begins at the instant
 * that `submittedAt` names.
 */
import type { ReviewStage, ReviewState, ReviewStepKind } from '../../../contracts/documents/review.ts'

export interface Row {
  _id: string
  _rev: string
  subject: string
  subjectType: string
  title: string
  /** Id of the county; null: the prefecture as a whole. */
  county: string | null
  state: ReviewState
  copy: string | null
  /** Revision of the copy when it was handed in. */
  rev: string | null
  authors: readonly string[]
  approvedBy: readonly string[]
  submittedAt: string | null
  /** Of the present state. */
  since: string
  publishes: boolean
  owes: boolean
  /** Who handed it in last. */
  from: string | null
  /** Of the present round, without words. */
  steps: readonly { kind: ReviewStepKind; stage: ReviewStage | null }[]
  /** Who sent it back and why, where it was. */
  rejected: { byName: string; stage: ReviewStage | null; words: string | null } | null
}

export interface Rows {
  rows: readonly Row[]
  /** All that are in review, also those beyond what was fetched. */
  openCount: number
  /** `reviewPolicy` as it stands; null: there is none. */
  policy: unknown
  counties: readonly { _id: string; title: string }[]
}

/** More than this a list never holds; the number of all is counted by the lake. */
export const rowsMax = 6000

const underWay = '_type == "review" && state in ["open", "approved"]'
const ofMine = '(owes == true || (state == "rejected" && $me in authors))'

/** @see Rows; parameters `me` (account id) and `max` */
export const rowsQuery = `{
  "policy": *[_id == "reviewPolicy"][0],
  "counties": *[_type == "county"] | order(order asc) { _id, title },
  "openCount": count(*[_type == "review" && state == "open"]),
  "rows": *[(${underWay}) || (_type == "review" && ${ofMine})] | order(since asc) [0...$max] {
    _id, _rev, subject, subjectType, title, "county": county._ref, state,
    "copy": copy, "rev": rev, authors, approvedBy, "submittedAt": submittedAt, since, publishes, owes,
    "from": steps[kind in ["submit", "urgent"]][-1].byName,
    "steps": steps[kind in ["submit", "urgent", "approve"] && at >= ^.submittedAt] { kind, "stage": stage },
    "rejected": select(state == "rejected" => steps[kind == "reject"][-1] {
      byName, "stage": stage, "words": words
    })
  }
}`

/** What the lists are told of. */
export const rowsListen = '*[_type in ["review", "reviewPolicy"]]'
