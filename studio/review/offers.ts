/**
 * @file Which buttons of review a content offers to one person, and why a button cannot be pressed. Pure.
 *
 * `null`: the button has no place here. An offer with `why` is shown and cannot be pressed.
 */
import { isUrgentNotice } from '../../contracts/review/subject.ts'
import { refusalSentence, type Sentence } from './refusals.ts'
import {
  awaitedStage,
  isHeld,
  isLastStage,
  isReviewer,
  isThrough,
  isVoid,
  mayEdit,
  refusalOf,
  type Seen,
} from './seen.ts'
import { stageWords } from './words.ts'

export interface Offer {
  label: string
  /** Null: it may be pressed. */
  why: string | null
}

/** For the rule that asks for words: the dialog asks for them, the button does not. */
const someWords = '…'

const sentence = ({ title, remedy }: Sentence): string => `${title}。${remedy}`
const open = (label: string): Offer => ({ label, why: null })
const shut = (label: string, why: string): Offer => ({ label, why })
const keyPeriod = sentence(refusalSentence('key-period'))

const isUnderWay = ({ trail }: Seen) => trail?.state === 'open' || trail?.state === 'approved'
/** Handed in, and the copy still the same. */
const stands = (seen: Seen) => isUnderWay(seen) && seen.copy !== null && !isVoid(seen)

export function submitOffer(seen: Seen): Offer | null {
  if (!mayEdit(seen) || (isThrough(seen) && stands(seen))) return null
  if (!seen.copy)
    return shut('送审', seen.isPublished ? '现在公开的就是最新的，没有要送审的修改' : '还没有写内容')
  if (seen.trail?.state === 'open' && stands(seen)) {
    const stage = awaitedStage(seen)
    return shut('已送审', `正在等${stage ? stageWords(stage) : '审核'}。要改动，请先撤回`)
  }
  const label = seen.trail && seen.trail.state !== 'published' ? '重新送审' : '送审'
  const refusal = refusalOf(seen, { kind: 'submit' })
  return refusal ? shut(label, sentence(refusalSentence(refusal))) : open(label)
}

export function approveOffer(seen: Seen): Offer | null {
  const stage = awaitedStage(seen)
  if (stage === null || !isReviewer(seen) || !seen.copy) return null
  const puts =
    isLastStage(seen) && seen.trail?.publishes && seen.copy.id.startsWith('drafts.') && !isHeld(seen)
  const label = `${stageWords(stage)}通过${puts ? '并公开' : ''}`
  const refusal = refusalOf(seen, { kind: 'approve' })
  return refusal ? shut(label, sentence(refusalSentence(refusal))) : open(label)
}

export function rejectOffer(seen: Seen): Offer | null {
  if (awaitedStage(seen) === null || !isReviewer(seen) || !seen.copy) return null
  const refusal = refusalOf(seen, { kind: 'reject', words: someWords })
  return refusal ? shut('退回', sentence(refusalSentence(refusal))) : open('退回')
}

export function recallOffer(seen: Seen): Offer | null {
  if (!isUnderWay(seen) || !seen.copy || !(mayEdit(seen) || seen.actor.isAdministrator)) return null
  const refusal = refusalOf(seen, { kind: 'recall' })
  return refusal ? shut('撤回', sentence(refusalSentence(refusal))) : open('撤回')
}

/** Approved, and not out: handed in without that wish, or it could not go out at once. */
export function publishOffer(seen: Seen): Offer | null {
  if (!isThrough(seen) || !stands(seen) || !(mayEdit(seen) || isReviewer(seen))) return null
  if (!seen.copy?.id.startsWith('drafts.'))
    return shut('公开', '审核已经通过，会随发布计划一起公开，不用再办')
  return isHeld(seen) ? shut('公开', keyPeriod) : open('公开')
}

/** Only where the notice ends within a day, so that nobody looks for a way around the three. */
export function urgentOffer(seen: Seen): Offer | null {
  const { copy, subject, at } = seen
  if (!copy || !isReviewer(seen) || !isUrgentNotice(subject.type, copy.validUntil, at)) return null
  if (isThrough(seen) && stands(seen)) return null
  const refusal = refusalOf(seen, { kind: 'urgent', words: someWords })
  return refusal ? shut('急件放行', sentence(refusalSentence(refusal))) : open('急件放行')
}

/** An urgent notice is out and still to be looked at by all: a copy like it is handed in. */
export function oweOffer(seen: Seen): Offer | null {
  if (!seen.trail?.owes || !mayEdit(seen) || seen.copy || !seen.isPublished) return null
  return isHeld(seen) ? shut('补审', keyPeriod) : open('补审')
}

/** The trail of whoever may write on it, whatever its state. */
export function commentOffer({ actor, trail }: Seen): Offer | null {
  const writes = ['administrator', 'operator', 'editor', 'reviewer'].includes(actor.role)
  return writes && trail ? open('留言') : null
}
