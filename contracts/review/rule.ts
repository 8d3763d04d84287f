/**
 * @file The rule of review: what a step makes of a trail, or why it may not be taken. Pure.
 *
 * The lake decides by it in its commit function; against a hosted lake the Studio does, and site and
 * scheduler check by it what they read. A round begins when a content is handed in and ends when it is
 * taken back, rejected, published or taken down; approvals count in their own round only, for the hash
 * that was handed in, each by another person, none of them an author.
 */
import type { Review, ReviewStage, ReviewState, ReviewStep } from '../documents/review.ts'
import { stagesFor, type OfContent, type PolicyRules } from './policy.ts'

export type ReviewRefusal =
  | 'not-a-person'
  | 'nothing-there'
  | 'not-open'
  | 'changed'
  | 'other-stage'
  | 'stage-not-yours'
  | 'own-work'
  | 'twice'
  | 'other-county'
  | 'words-missing'
  | 'words-too-long'
  | 'not-urgent'
  | 'already-handed-in'
  | 'not-yours'

export interface Actor {
  id: string
  name: string
  county: string | null
  /** What the account may approve. */
  stages: readonly ReviewStage[]
  /** A program approves nothing. */
  isPerson: boolean
  isAdministrator: boolean
}

/** Somebody whose place the actor may take. */
export interface Absent {
  id: string
  name: string
  county: string | null
  stages: readonly ReviewStage[]
}

export interface Subject extends OfContent {
  id: string
  title: string
}

/** The copy that is under review, as it stands. */
export interface Copy {
  id: string
  rev: string
  hash: string
  /** Accounts that wrote it since it was last published. */
  authors: readonly string[]
  /** It may go out as an urgent notice: a notice that ends within a day. */
  isUrgent: boolean
}

export interface Facts {
  actor: Actor
  absent: readonly Absent[]
  subject: Subject
  copy: Copy | null
  policy: PolicyRules
  /** Unix ms */
  at: number
}

export interface Wish {
  kind: 'submit' | 'recall' | 'approve' | 'reject' | 'urgent' | 'comment'
  /** The revision that the person looked at. */
  rev?: string
  words?: string
  /** `submit`: the last approval publishes. */
  publishes?: boolean
}

export type Trail = Omit<Review, '_id' | '_type' | '_rev' | '_createdAt' | '_updatedAt'>

export const wordsMax = 1000
export const stepsMax = 500

const emptyTrail = ({ id, type, title, county }: Subject, at: number): Trail => ({
  ...{ subject: id, subjectType: type, title, state: 'untouched', awaits: null, authors: [], approvedBy: [] },
  ...(county === null ? {} : { county: { _type: 'reference', _ref: county, _weak: true } }),
  ...{ since: new Date(at).toISOString(), publishes: false, owes: false, steps: [] },
})

/** Steps of the present round: from the last time it was handed in. */
export function roundOf(steps: readonly ReviewStep[]): readonly ReviewStep[] {
  const from = steps.findLastIndex(({ kind }) => kind === 'submit' || kind === 'urgent')
  return from === -1 ? [] : steps.slice(from)
}

const approvalsIn = (round: readonly ReviewStep[]) => round.filter(({ kind }) => kind === 'approve')

/** The first stage that nobody has approved in this round; null: all have. */
function awaited(round: readonly ReviewStep[], stages: readonly ReviewStage[]): ReviewStage | null {
  const done = approvalsIn(round).map(({ stage }) => stage)
  return stages.find((stage) => !done.includes(stage)) ?? null
}

/**
 * Whether exactly this content may be public by what this trail says.
 * @param hash of the content, as the lake has it at this instant
 */
export function isApproved(
  trail: Trail | null,
  hash: string,
  { policy, at, content }: { policy: PolicyRules; at: number; content: OfContent },
): boolean {
  if (trail?.state !== 'approved' || trail.hash !== hash) return false
  const round = roundOf(trail.steps)
  if (round[0]?.kind === 'urgent') return true
  const approvals = approvalsIn(round).filter((step) => step.hash === hash)
  const people = new Set(approvals.flatMap(({ by, onBehalfOf }) => [by, onBehalfOf ?? by]))
  const isDistinct = people.size >= approvals.length && trail.authors.every((author) => !people.has(author))
  return isDistinct && awaited(approvals, stagesFor(policy, content, at)) === null
}

/** As whom the actor may approve at this stage: as himself if he can, else in the place of somebody absent. */
function capacityFor(stage: ReviewStage, { actor, absent, subject }: Facts): Absent | null {
  const reaches = (county: string | null) => county === null || county === subject.county
  return [actor, ...absent].find(({ stages, county }) => stages.includes(stage) && reaches(county)) ?? null
}

/** The stage that comes next by the rules as they are, which may have changed since the last step. */
export function nextStage(
  trail: Trail,
  policy: PolicyRules,
  content: OfContent,
  at: number,
): ReviewStage | null {
  if (trail.state !== 'open' && trail.state !== 'approved') return null
  const round = roundOf(trail.steps)
  return round[0]?.kind === 'urgent' ? null : awaited(round, stagesFor(policy, content, at))
}

function approvalFault(trail: Trail, wish: Wish, facts: Facts): ReviewRefusal | null {
  const { actor, copy, policy, subject, at } = facts
  const awaits = nextStage(trail, policy, subject, at)
  if (awaits === null) return 'not-open'
  if (!copy || copy.hash !== trail.hash || (wish.rev !== undefined && wish.rev !== copy.rev)) return 'changed'
  const capacity = capacityFor(awaits, facts)
  if (!capacity) return stageFault(awaits, facts)
  if (wish.kind === 'reject') return null
  const wrote = new Set([...trail.authors, ...copy.authors])
  if (wrote.has(actor.id) || wrote.has(capacity.id)) return 'own-work'
  return trail.approvedBy.some((one) => one === actor.id || one === capacity.id) ? 'twice' : null
}

function stageFault(stage: ReviewStage, { actor }: Facts): ReviewRefusal {
  if (actor.stages.length === 0) return 'stage-not-yours'
  return actor.stages.includes(stage) ? 'other-county' : 'other-stage'
}

function urgentFault(wish: Wish, facts: Facts): ReviewRefusal | null {
  const { copy, actor } = facts
  if (!copy?.isUrgent) return 'not-urgent'
  if (wish.rev !== undefined && wish.rev !== copy.rev) return 'changed'
  const capacity = capacityFor('final', facts)
  if (!capacity) return stageFault('final', facts)
  return copy.authors.includes(actor.id) || copy.authors.includes(capacity.id) ? 'own-work' : null
}

function faultOf(trail: Trail, wish: Wish, facts: Facts): ReviewRefusal | null {
  const { actor, copy, subject } = facts
  const words = wish.words?.trim() ?? ''
  if (!actor.isPerson) return 'not-a-person'
  if (words.length > wordsMax) return 'words-too-long'
  if (['reject', 'urgent', 'comment'].includes(wish.kind) && words === '') return 'words-missing'
  switch (wish.kind) {
    case 'comment':
      return null
    case 'submit':
      if (!copy) return 'nothing-there'
      if (actor.county !== null && actor.county !== subject.county) return 'other-county'
      if (wish.rev !== undefined && wish.rev !== copy.rev) return 'changed'
      return trail.state === 'open' && trail.hash === copy.hash ? 'already-handed-in' : null
    case 'recall':
      if (trail.state !== 'open' && trail.state !== 'approved') return 'not-open'
      return trail.authors.includes(actor.id) || actor.isAdministrator ? null : 'not-yours'
    case 'urgent':
      return urgentFault(wish, facts)
    case 'approve':
    case 'reject':
      return approvalFault(trail, wish, facts)
  }
}

function stepOf(trail: Trail, wish: Wish, facts: Facts, key: string): ReviewStep {
  const { actor, copy, policy, subject, at } = facts
  const decides = wish.kind === 'approve' || wish.kind === 'reject'
  const stage = wish.kind === 'urgent' ? 'final' : decides ? nextStage(trail, policy, subject, at) : null
  const capacity = stage && capacityFor(stage, facts)
  const words = wish.words?.trim()
  return {
    ...{ _key: key, _type: 'reviewStep', kind: wish.kind, by: actor.id, byName: actor.name },
    ...(stage ? { stage } : {}),
    ...(capacity && capacity.id !== actor.id
      ? { onBehalfOf: capacity.id, onBehalfOfName: capacity.name }
      : {}),
    at: new Date(at).toISOString(),
    ...(copy ? { rev: copy.rev, hash: copy.hash } : {}),
    ...(words ? { words } : {}),
  }
}

const handedIn = (trail: Trail, wish: Wish, { subject, copy, actor, at }: Facts): Trail => ({
  ...trail,
  title: subject.title,
  ...(copy ? { copy: copy.id, rev: copy.rev, hash: copy.hash } : {}),
  authors: [...new Set([actor.id, ...(copy?.authors ?? [])])],
  approvedBy: [],
  submittedAt: new Date(at).toISOString(),
  publishes: wish.publishes ?? false,
})

/**
 * What the trail is after the step. The lake writes it; nobody's own words about state are taken over.
 * @param trail null: nobody has handed it in so far
 * @param key for the step, unlike any other of the trail
 */
export function takeStep(
  trail: Trail | null,
  wish: Wish,
  facts: Facts,
  key: string,
): { trail: Trail } | { refusal: ReviewRefusal } {
  const before = trail ?? emptyTrail(facts.subject, facts.at)
  const refusal = faultOf(before, wish, facts)
  if (refusal) return { refusal }
  const step = stepOf(before, wish, facts, key)
  const steps = [...before.steps, step].slice(-stepsMax)
  return { trail: { ...after(before, wish, facts, step), steps } }
}

function after(before: Trail, wish: Wish, facts: Facts, step: ReviewStep): Omit<Trail, 'steps'> {
  const { policy, subject, at } = facts
  const stages = stagesFor(policy, subject, at)
  const turn = (state: ReviewState, awaits: ReviewStage | null) => ({ state, awaits, since: step.at })
  switch (wish.kind) {
    case 'comment':
      return before
    case 'submit':
      return { ...handedIn(before, wish, facts), ...turn('open', stages[0] ?? null) }
    case 'recall':
      return { ...before, ...turn('recalled', null) }
    case 'reject':
      return { ...before, ...turn('rejected', null) }
    case 'urgent': {
      const own = handedIn(before, { ...wish, publishes: true }, facts)
      return {
        ...own,
        authors: own.authors.filter((one) => one !== step.by),
        approvedBy: [step.by],
        owes: true,
        ...turn('approved', null),
      }
    }
    case 'approve': {
      const awaits = awaited([...roundOf(before.steps), step], stages)
      const approvedBy = [...before.approvedBy, step.by, ...(step.onBehalfOf ? [step.onBehalfOf] : [])]
      // What all have looked at owes nothing more; looked at where it is public, it is out already.
      const done = before.copy === subject.id ? 'published' : 'approved'
      const owes = before.owes && awaits !== null
      return { ...before, approvedBy, owes, ...turn(awaits === null ? done : 'open', awaits) }
    }
  }
}

/** The lake's own word that the content went out or was taken down, which ends the round. */
export function close(
  trail: Trail | null,
  kind: 'publish' | 'unpublish',
  { actor, subject, at }: Pick<Facts, 'actor' | 'subject' | 'at'>,
  { key, hash }: { key: string; hash?: string },
): Trail {
  const before = trail ?? emptyTrail(subject, at)
  const step: ReviewStep = {
    ...{ _key: key, _type: 'reviewStep', kind, by: actor.id, byName: actor.name },
    at: new Date(at).toISOString(),
    ...(hash === undefined ? {} : { hash }),
  }
  const isUrgent = roundOf(before.steps)[0]?.kind === 'urgent'
  return {
    ...before,
    ...{ state: kind === 'publish' ? 'published' : 'unpublished', awaits: null, since: step.at },
    owes: kind === 'publish' && isUrgent,
    steps: [...before.steps, step].slice(-stepsMax),
  }
}
