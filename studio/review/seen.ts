/**
 * @file What the Studio knows of one content under review, and what the rule says of a step on it. Pure.
 *
 * The same rule as the lake's, asked without taking the step. What the Studio cannot know it takes as
 * favourable (who wrote a copy since it was published, what an absent reviewer may approve): the lake has
 * the last word, and its refusal is shown.
 */
import { typeRules, type TypeRule, type Work } from '../../contracts/documents/kinds.ts'
import { reviewStages, type ReviewStage } from '../../contracts/documents/review.ts'
import type { Instant } from '../../contracts/part.ts'
import {
  inKeyPeriod,
  mayWorkInKeyPeriod,
  stagesFor,
  standsInFor,
  type PolicyRules,
} from '../../contracts/review/policy.ts'
import {
  nextStage,
  takeStep,
  type Copy,
  type Facts,
  type ReviewRefusal,
  type Subject,
  type Trail,
  type Wish,
} from '../../contracts/review/rule.ts'
import { isUrgentNotice } from '../../contracts/review/subject.ts'
import type { Reviewer } from './reviewer.ts'

/** The draft or the version in a release that is shown. */
export interface SeenCopy {
  id: string
  rev: string
  /** As the trail's round has it: nothing was changed since it was handed in. */
  isAsHandedIn: boolean
  validUntil?: unknown
}

export interface Seen {
  trail: Trail | null
  policy: PolicyRules
  actor: Reviewer
  subject: Subject
  copy: SeenCopy | null
  isPublished: boolean
  at: Instant
}

const otherThanHandedIn = 'changed since'

function copyOf({ copy, trail, subject, at }: Seen): Copy | null {
  if (!copy) return null
  const { id, rev, isAsHandedIn, validUntil } = copy
  return {
    ...{ id, rev, hash: (isAsHandedIn && trail?.hash) || otherThanHandedIn },
    authors: isAsHandedIn ? (trail?.authors ?? []) : [],
    isUrgent: isUrgentNotice(subject.type, validUntil, at),
  }
}

function factsOf(seen: Seen): Facts {
  const { actor, subject, policy, at } = seen
  const absent = standsInFor(policy, actor.id, at).map(({ from: id, fromName: name }) => ({
    ...{ id, name, county: null, stages: reviewStages },
  }))
  return { actor, absent, subject, policy, at, copy: copyOf(seen) }
}

/** Why the rule would not let this person take this step; null: as far as the Studio can tell it would. */
export function refusalOf(seen: Seen, wish: Wish): ReviewRefusal | null {
  const outcome = takeStep(seen.trail, wish, factsOf(seen), 'asked')
  return 'refusal' in outcome ? outcome.refusal : null
}

/** In a key period, and not one of those who go on working: nothing may be changed or published. */
export function isHeld({ policy, actor, at }: Pick<Seen, 'actor' | 'at' | 'policy'>): boolean {
  return inKeyPeriod(policy, at) && !mayWorkInKeyPeriod(policy, actor.id)
}

/** The stage that a content handed in and untouched since then waits for. */
export function awaitedStage({ trail, policy, subject, at }: Seen): ReviewStage | null {
  return trail && nextStage(trail, policy, subject, at)
}

/** Approved by all that the rules ask for at this moment. */
export const isThrough = (seen: Seen): boolean =>
  seen.trail?.state === 'approved' && awaitedStage(seen) === null

/** Handed in or approved, but the copy is another by now: the approvals no longer count. */
export const isVoid = ({ trail, copy }: Seen): boolean =>
  (trail?.state === 'open' || trail?.state === 'approved') && copy !== null && !copy.isAsHandedIn

/** Whether the next approval is the last. */
export function isLastStage(seen: Seen): boolean {
  return awaitedStage(seen) === stagesFor(seen.policy, seen.subject, seen.at).at(-1)
}

/** Whose work a type is, as the lake's grants have it. */
const writesOf: Readonly<Record<string, readonly Work[]>> = {
  administrator: ['content', 'schedule', 'registry', 'whole'],
  editor: ['content'],
  operator: ['schedule', 'registry'],
}

/** Whether the account works on such contents: its buttons and its forms follow from it. */
export function mayEdit({ actor, subject }: Pick<Seen, 'actor' | 'subject'>): boolean {
  const rule = (typeRules as Readonly<Record<string, TypeRule | undefined>>)[subject.type]
  const isOwn = actor.county === null || actor.county === subject.county
  return rule !== undefined && isOwn && (actor.works ?? writesOf[actor.role] ?? []).includes(rule.work)
}

/** A person who approves: by an own stage, or in the place of somebody absent. */
export const isReviewer = ({ actor, policy, at }: Pick<Seen, 'actor' | 'at' | 'policy'>): boolean =>
  actor.stages.length > 0 || standsInFor(policy, actor.id, at).length > 0
