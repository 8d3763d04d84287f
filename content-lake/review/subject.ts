/** @file Ids of trails, and the hash that approvals are bound to. Pure. */
import { createHash } from 'node:crypto'
import { reviewIdOf } from '../../contracts/documents/review.ts'
import { digestOfAsset, reviewedText } from '../../contracts/review/content.ts'
import { publishedIdOf, type LakeDocument } from '../store/document.ts'

type Get = (id: string) => LakeDocument | null

const REVIEW = reviewIdOf('')

export const isReviewId = (id: string): boolean => publishedIdOf(id).startsWith(REVIEW)
export const subjectOfReview = (id: string): string => id.slice(REVIEW.length)

/** SHA-256 in hex of the text that an approval is bound to. */
export function contentHash(publishedId: string, document: LakeDocument, get: Get): string {
  const digestOf = (asset: string) => digestOfAsset(get(asset) ?? undefined, asset)
  return createHash('sha256')
    .update(reviewedText(publishedId, document, digestOf))
    .digest('hex')
}
