/**
 * @file Who has looked at a content before the public sees it (三审三校), and the bureau's rules for it.
 *
 * `review.<id of the content>` is one content's whole trail: steps are only ever added, by the person who
 * takes them, and everything beside `steps` follows from them. The dot in the id keeps it from the public.
 */
import type { Document, Keyed, Reference, Timestamp } from './base.ts'

/** 初审 · 复审 · 加审, in key periods only · 终审. In this order; how many are asked for is the policy's. */
export const reviewStages = ['first', 'second', 'extra', 'final'] as const
export type ReviewStage = (typeof reviewStages)[number]

/**
 * `submit` hands in · `recall` takes back · `approve` and `reject` at a stage · `urgent` lets an urgent notice
 * through by one person · `comment` says something and decides nothing · `publish` and `unpublish` are
 * written by the lake in the transaction that does it.
 */
export type ReviewStepKind =
  'submit' | 'recall' | 'approve' | 'reject' | 'urgent' | 'comment' | 'publish' | 'unpublish'

export interface ReviewStep {
  _key: string
  _type: 'reviewStep'
  kind: ReviewStepKind
  stage?: ReviewStage
  /** Account id; the name is kept as it was, for the sheet in the file. */
  by: string
  byName: string
  /** Whose place the person took, by a delegation in force. */
  onBehalfOf?: string
  onBehalfOfName?: string
  at: Timestamp
  /** Of the content that was looked at: its revision, and the sha256 of its text (contracts/review/content.ts). */
  rev?: string
  hash?: string
  words?: string
}

export type ReviewState =
  'open' | 'approved' | 'rejected' | 'recalled' | 'published' | 'unpublished' | 'untouched'

export interface Review extends Document<'review'> {
  /** Id of the published content. No reference: the trail outlives it. */
  subject: string
  subjectType: string
  /** Of the content when it was last handed in, for lists. */
  title: string
  county?: Reference
  state: ReviewState
  /** The stage that comes next while it is open. */
  awaits: ReviewStage | null
  /** Of the present round: the copy handed in, its revision and its hash; who wrote it; who has approved. */
  copy?: string
  rev?: string
  hash?: string
  authors: readonly string[]
  approvedBy: readonly string[]
  submittedAt?: Timestamp
  /** Of the present state. */
  since: Timestamp
  /** The last approval publishes at once. */
  publishes: boolean
  /** Went out as an urgent notice and is still to be looked at by all. */
  owes: boolean
  steps: readonly ReviewStep[]
  /** Where the content is hosted: what the bureau's own server has let through, newest first. */
  seals?: readonly ReviewSeal[]
  /** There too: rises with every step, and the server's own mark over all of it. */
  serial?: number
  mark?: string
}

/** Says that exactly this content was approved: whoever holds the server's key made it. */
export interface ReviewSeal {
  _key: string
  _type: 'reviewSeal'
  /** Of the content's text (contracts/review/content.ts). */
  hash: string
  at: Timestamp
  /** The round had a 加审, or was an urgent one: it lets out in a key period too. */
  isExtra: boolean
  /** HMAC-SHA-256 in hex. */
  seal: string
}

/** Somebody of a hosted project who approves, or works for one county. */
export interface ReviewPerson {
  /** As the hosted project names the account. */
  id: string
  name: string
  stages: readonly ReviewStage[]
  county?: Reference
}

/** One prefecture's rules, `reviewPolicy`; without it every content wants three. */
export interface ReviewPolicy extends Document<'reviewPolicy'> {
  /** 1: 终审 alone · 2: 初审 and 终审 · 3: all three. */
  levels: 1 | 2 | 3
  exceptions?: readonly Keyed<{
    _type: 'reviewException'
    /** Document types; left out: all. */
    types?: readonly string[]
    county?: Reference
    levels: 1 | 2 | 3
  }>[]
  keyPeriod?: {
    isOn: boolean
    reason?: string
    /** Exclusive; left out: until it is switched off. */
    until?: Timestamp
    /** Ids of the accounts that may go on editing and publishing. */
    mayWork?: readonly string[]
  }
  /** Where the content is hosted, whose accounts know no stages. */
  people?: readonly Keyed<ReviewPerson & { _type: 'reviewPerson' }>[]
  /** Who stands in for whom. */
  delegations?: readonly Keyed<{
    _type: 'reviewDelegation'
    from: string
    fromName: string
    to: string
    toName: string
    since: Timestamp
    /** Exclusive. */
    until: Timestamp
  }>[]
}

export const reviewPolicyId = 'reviewPolicy'
export const reviewIdOf = (publishedId: string): string => `review.${publishedId}`
