/** @file One content under review as a person sees it in the Studio, and steps taken on it by the rule itself. */
import type { ReviewStage } from '../../contracts/documents/review.ts'
import { strictPolicy, type PolicyRules } from '../../contracts/review/policy.ts'
import { close, takeStep, type Actor, type Trail, type Wish } from '../../contracts/review/rule.ts'
import { reviewerOf, type Reviewer } from '../../studio/review/reviewer.ts'
import type { Seen, SeenCopy } from '../../studio/review/seen.ts'

/** A Sunday morning of the bureau. */
export const at = Date.parse('2026-11-22T08:00:00+08:00')
export const subject = { id: 'slogan-x', type: 'slogan', title: '依法办事', county: null }

export function person(id: string, role: string, stages: ReviewStage[] = [], county: string | null = null) {
  const found = reviewerOf({ id, name: `${id}员`, roles: [{ name: role }], county, stages })
  if (!found) throw new Error('nobody is signed in')
  return found
}

export const author = person('甲', 'editor')
export const first = person('乙', 'reviewer', ['first'])
export const second = person('丙', 'reviewer', ['second'])
export const final = person('丁', 'reviewer', ['extra', 'final'])
export const administrator = person('管', 'administrator')

export const draft: SeenCopy = { id: 'drafts.slogan-x', rev: 'r1', isAsHandedIn: true }

export type Told = Omit<Wish, 'rev'> & { by: Actor }

/** What the lake makes of these steps. */
export function trailOf(
  told: readonly Told[],
  policy: PolicyRules = strictPolicy,
  type = 'slogan',
): Trail | null {
  let trail: Trail | null = null
  const copy = { id: draft.id, rev: draft.rev, hash: 'h1', isUrgent: type === 'notice', authors: [author.id] }
  told.forEach(({ by, ...wish }, index) => {
    const facts = { actor: by, absent: [], subject: { ...subject, type }, policy, at, copy }
    const outcome = takeStep(trail, wish, facts, `s${index}`)
    if ('refusal' in outcome) throw new Error(`${wish.kind}: ${outcome.refusal}`)
    ;({ trail } = outcome)
  })
  return trail
}

/** The trail after the lake has put the content out. */
export const published = (trail: Trail | null, by: Actor): Trail =>
  close(trail, 'publish', { actor: by, subject, at }, { key: 'out', hash: 'h1' })

export function seenBy(actor: Reviewer, trail: Trail | null, change: Partial<Seen> = {}): Seen {
  return { trail, policy: strictPolicy, actor, subject, copy: draft, isPublished: false, at, ...change }
}

export const handedIn: Told = { by: author, kind: 'submit', publishes: true }
export const threeApproved: Told[] = [first, second, final].map((by) => ({ by, kind: 'approve' }))
