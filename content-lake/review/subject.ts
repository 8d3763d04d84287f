/** @file What review needs to know of a content: whose it is, what it is called, and the hash of its text. Pure. */
import { createHash } from 'node:crypto'
import { reviewIdOf } from '../../contracts/documents/review.ts'
import { localInstant } from '../../contracts/schedule/zone.ts'
import { reviewedText } from '../../contracts/review/content.ts'
import type { Subject } from '../../contracts/review/rule.ts'
import { publishedIdOf, type LakeDocument } from '../store/document.ts'

type Get = (id: string) => LakeDocument | null

const REVIEW = reviewIdOf('')
const TITLE_MAX = 100
const URGENT_MS_MAX = 24 * 3_600_000
/** Zone of the bureau's wall clock, in which notices say when they end. */
const ZONE = 'Asia/Shanghai'

export const isReviewId = (id: string): boolean => publishedIdOf(id).startsWith(REVIEW)
export const subjectOfReview = (id: string): string => id.slice(REVIEW.length)

/** SHA-256 in hex of the text that an approval is bound to. */
export function contentHash(publishedId: string, document: LakeDocument, get: Get): string {
  const digestOf = (asset: string) => {
    const found = get(asset)
    return String(found?.['sha256'] ?? found?.['sha1hash'] ?? asset)
  }
  return createHash('sha256')
    .update(reviewedText(publishedId, document, digestOf))
    .digest('hex')
}

function titleOf(document: LakeDocument): string {
  const found = ['title', 'name', 'question', 'text', 'label']
    .map((key) => document[key])
    .find((value) => typeof value === 'string' && value.trim() !== '')
  return [...String(found ?? '（没有标题）')].slice(0, TITLE_MAX).join('')
}

export function countyOf(document: LakeDocument): string | null {
  const { _ref } = (document['county'] ?? {}) as { _ref?: unknown }
  return typeof _ref === 'string' ? _ref : null
}

export function subjectOf(id: string, document: LakeDocument): Subject {
  return { id, type: document._type, title: titleOf(document), county: countyOf(document) }
}

/** A notice that ends by itself within a day. @param at Unix ms */
export function isUrgentNotice(document: LakeDocument, at: number): boolean {
  const { validUntil } = document
  if (document._type !== 'notice' || typeof validUntil !== 'string') return false
  const until = localInstant(ZONE, validUntil)
  return until !== null && until > at && until <= at + URGENT_MS_MAX
}
