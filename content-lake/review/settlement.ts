/** @file One transaction under review: what it sees, who acts, and the trails that follow. */
import { wantsReview } from '../../contracts/documents/kinds.ts'
import { reviewIdOf, reviewPolicyId, type Review } from '../../contracts/documents/review.ts'
import { failLake } from '../../contracts/errors/lake.ts'
import {
  inKeyPeriod,
  mayWorkInKeyPeriod,
  policyOf,
  standsInFor,
  type PolicyRules,
} from '../../contracts/review/policy.ts'
import {
  close,
  isApproved,
  takeStep,
  type Absent,
  type Actor,
  type Copy,
  type Subject,
  type Trail,
} from '../../contracts/review/rule.ts'
import { isUrgentNotice, subjectOf } from '../../contracts/review/subject.ts'
import { toldFindings } from '../../contracts/words/submission.ts'
import type { Party } from '../access/party.ts'
import { draftId, isPublishedId, isVersionId, publishedIdOf, type LakeDocument } from '../store/document.ts'
import { randomId } from '../store/random.ts'
import type { Change } from '../store/stage.ts'
import type { ReviewParts } from './desk.ts'
import { contentHash, subjectOfReview } from './subject.ts'
import { readWish } from './wish.ts'

export interface Stamp {
  transactionId: string
  /** ISO 8601 */
  timestamp: string
}

const asTrail = (document: LakeDocument | null) => document as unknown as Review | null

export class Settlement {
  readonly #parts: ReviewParts
  readonly #stamp: Stamp
  readonly #at: number
  readonly #party: Party
  readonly #policy: PolicyRules
  /** In a key period, for somebody who is not on its list. */
  readonly #isHeld: boolean
  readonly #changes: Map<string, Change>
  #known: Actor | undefined

  constructor(parts: ReviewParts, changes: readonly Change[], party: Party, stamp: Stamp) {
    this.#parts = parts
    this.#stamp = stamp
    this.#at = Date.parse(stamp.timestamp)
    this.#party = party
    this.#policy = policyOf(parts.documents.get(reviewPolicyId))
    this.#isHeld = inKeyPeriod(this.#policy, this.#at) && !mayWorkInKeyPeriod(this.#policy, party.id)
    this.#changes = new Map(changes.map((change) => [change.id, change]))
  }

  /** Asked for only where it matters: most commits are of drafts, and no account need be read for them. */
  get #actor(): Actor {
    return (this.#known ??= actorOf(this.#parts, this.#party))
  }

  changes(): Change[] {
    return [...this.#changes.values()]
  }

  /** A key period holds the work on copies; taking down leaves a draft, which is no work. @throws PufaError */
  expectNotHeld({ id, after }: Change): void {
    if (!this.#isHeld || !this.#actor.isPerson || isPublishedId(id) || !after) return
    const isTakenDown = this.#changes.get(publishedIdOf(id))?.after === null
    if (wantsReview(after._type, true) && !isTakenDown) throw failLake('lake.key-period', { id })
  }

  /** Puts the trail that follows in the place of what the client wrote. @throws PufaError `lake.review-…` */
  step({ id, before, after }: Change): void {
    if (!after || !isPublishedId(id)) throw failLake('lake.review-trail', { id })
    const wish = readWish(id, before, after)
    const trail = asTrail(before)
    const subjectId = subjectOfReview(id)
    const named = wish.kind === 'submit' || wish.kind === 'urgent' ? wish.copy : null
    const copy = this.#copy(subjectId, named ?? trail?.copy ?? draftId(subjectId))
    const facts = {
      ...{ actor: this.#actor, absent: this.#absent(), policy: this.#policy, at: this.#at, copy },
      subject: this.#subject(subjectId, copy, trail),
    }
    if (copy && (wish.kind === 'submit' || wish.kind === 'urgent')) this.#expectGoodWords(subjectId, copy)
    const outcome = takeStep(trail, wish, facts, wish.key ?? randomId(12))
    if ('refusal' in outcome) throw failLake(`lake.review-${outcome.refusal}`, { id: subjectId })
    this.#write(id, outcome.trail)
  }

  /** Checks what goes out, and writes into its trail that it is out or down. @throws PufaError */
  close({ id, before, after }: Change): void {
    const document = after ?? before
    if (!document || !wantsReview(document._type, this.#actor.isPerson)) return
    const trail = asTrail(this.#get(reviewIdOf(id)))
    const subject = subjectOf(id, document._type, document)
    const ends = { actor: this.#actor, subject, at: this.#at }
    const key = randomId(12)
    if (!after) {
      if (trail) this.#write(reviewIdOf(id), close(trail, 'unpublish', ends, { key }))
      return
    }
    const stored = (asset: string) => this.#parts.documents.get(asset) ?? null
    const hash = contentHash(id, after, (asset) => this.#get(asset))
    const isSame = before !== null && contentHash(id, before, stored) === hash
    const isThrough = isApproved(trail, hash, { policy: this.#policy, at: this.#at, content: subject })
    if (!isSame && !isThrough) throw failLake('lake.not-reviewed', { id })
    if (!isSame && this.#isHeld) throw failLake('lake.key-period', { id })
    // Equal words need no approval; one that they have is used up all the same.
    if (isThrough) this.#write(reviewIdOf(id), close(trail, 'publish', ends, { key, hash }))
  }

  /** @throws PufaError `lake.review-words-blocked` with the first of them */
  #expectGoodWords(subject: string, copy: Copy): void {
    const document = this.#get(copy.id)
    const blocked = document ? this.#parts.blockedWords(document, this.#at) : []
    if (blocked.length === 0) return
    throw failLake('lake.review-words-blocked', { id: subject, ...toldFindings(blocked) })
  }

  /** As the transaction leaves it. */
  #get(id: string): LakeDocument | null {
    const change = this.#changes.get(id)
    return change ? change.after : (this.#parts.documents.get(id) ?? null)
  }

  #absent(): Absent[] {
    return standsInFor(this.#policy, this.#actor.id, this.#at).flatMap(({ from }) => {
      const person = this.#parts.whoIs(from)
      return person?.isOpen && person.isPerson ? [person] : []
    })
  }

  #subject(id: string, copy: Copy | null, trail: Review | null): Subject {
    const content = this.#get(copy?.id ?? draftId(id)) ?? this.#get(id)
    if (content) return subjectOf(id, content._type, content)
    const { subjectType = '', title = '', county } = trail ?? {}
    return { id, type: subjectType, title, county: county?._ref ?? null }
  }

  #copy(subject: string, id: string): Copy | null {
    const document = publishedIdOf(id) === subject ? this.#get(id) : null
    if (!document) return null
    const { documents, authorsOf } = this.#parts
    const versions = documents.idsOfVersions(subject).filter(isVersionId)
    const copies = [...new Set([draftId(subject), id, ...versions])]
    const writes = copies.some((copy) => this.#changes.has(copy)) ? [this.#actor.id] : []
    return {
      ...{ id, rev: document._rev },
      hash: contentHash(subject, document, (asset) => this.#get(asset)),
      authors: [...new Set([...authorsOf(subject, copies), ...writes])],
      isUrgent: isUrgentNotice(document._type, document['validUntil'], this.#at),
    }
  }

  #write(id: string, trail: Trail): void {
    const { transactionId, timestamp } = this.#stamp
    const before = this.#parts.documents.get(id) ?? null
    const after = {
      ...trail,
      ...{ _id: id, _type: 'review', _rev: transactionId, _updatedAt: timestamp },
      _createdAt: before?._createdAt ?? timestamp,
    } as unknown as LakeDocument
    this.#changes.set(id, { id, before, after, mutations: [{ createOrReplace: after }] })
  }
}

function actorOf({ whoIs }: ReviewParts, { id, role, county }: Party): Actor {
  const known = whoIs(id)
  if (known) return known.isOpen ? known : { ...known, stages: [] }
  return { id, name: id, county, stages: [], isPerson: false, isAdministrator: role === 'administrator' }
}
