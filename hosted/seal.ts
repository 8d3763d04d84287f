/**
 * @file Seals over approved contents, and the mark over a whole trail: how the server knows again what it wrote
 * itself, on a service where any editor may write anything.
 *
 * HMAC-SHA-256 over lines that no other text of ours can be: each begins with what it is for, and none of the
 * members can hold a line break. A seal names one content, one hash and one instant: moved to another content,
 * another text or another time it is none.
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { canonicalJson } from '../contracts/canonical.ts'
import type { Review, ReviewSeal } from '../contracts/documents/review.ts'
import { digestOfAsset, reviewedText } from '../contracts/review/content.ts'
import type { Trail } from '../contracts/review/rule.ts'

export const sealsMax = 3

type Content = Readonly<Record<string, unknown>>

/** SHA-256 in hex of the text that an approval is bound to. @param assetOf document of a picture or file */
export function contentHash(
  publishedId: string,
  document: Content,
  assetOf: (id: string) => Content | undefined,
): string {
  const digestOf = (asset: string) => digestOfAsset(assetOf(asset), asset)
  return createHash('sha256')
    .update(reviewedText(publishedId, document, digestOf))
    .digest('hex')
}

const hmac = (key: Buffer, lines: readonly string[]): string =>
  createHmac('sha256', key).update(lines.join('\n')).digest('hex')

function isSame(given: unknown, right: string): boolean {
  if (typeof given !== 'string' || given.length !== right.length) return false
  return timingSafeEqual(
    Buffer.from(given.padEnd(right.length)).subarray(0, right.length),
    Buffer.from(right),
  )
}

const sealOf = (
  key: Buffer,
  subject: string,
  { hash, at, isExtra }: Omit<ReviewSeal, '_key' | '_type' | 'seal'>,
) => hmac(key, ['pufa review seal', subject, hash, at, isExtra ? 'extra' : 'plain'])

export function makeSeal(
  key: Buffer,
  subject: string,
  approved: { hash: string; at: string; isExtra: boolean },
): ReviewSeal {
  const seal = sealOf(key, subject, approved)
  return { _key: seal.slice(0, 12), _type: 'reviewSeal', ...approved, seal }
}

const plainAt = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/
const plainHash = /^[0-9a-f]{64}$/

/** Those of a trail's seals that this server made for this content; whatever else stands there is passed over. */
export function validSeals(key: Buffer, subject: string, seals: unknown): ReviewSeal[] {
  if (!Array.isArray(seals)) return []
  return seals.slice(0, sealsMax).flatMap((one: unknown): ReviewSeal[] => {
    if (typeof one !== 'object' || one === null) return []
    const { hash, at, isExtra, seal } = one as Partial<ReviewSeal>
    if (typeof hash !== 'string' || !plainHash.test(hash)) return []
    if (typeof at !== 'string' || !plainAt.test(at)) return []
    const named = { hash, at, isExtra: isExtra === true }
    return isSame(seal, sealOf(key, subject, named)) ? [makeSeal(key, subject, named)] : []
  })
}

/** As a trail stands in the service, the server's mark with it. */
export type MarkedTrail = Trail & Pick<Review, 'seals' | 'serial' | 'mark'>

const ownOfLake: ReadonlySet<string> = new Set([
  '_id',
  '_type',
  '_rev',
  '_createdAt',
  '_updatedAt',
  '_system',
])

/** A service may keep a null or leave it out: the same trail. */
function markOf(key: Buffer, trail: MarkedTrail): string {
  const said = Object.entries(trail).filter(([name, value]) => name !== 'mark' && value !== null)
  return hmac(key, ['pufa review trail', canonicalJson(Object.fromEntries(said))])
}

export function markedTrail(key: Buffer, trail: Trail, serial: number): MarkedTrail {
  const { mark: _, ...rest } = trail as MarkedTrail
  const named = { ...rest, serial }
  return { ...named, mark: markOf(key, named) }
}

/** A trail that this server wrote, as it wrote it; null: anything else. @param subject whose trail it is to be */
export function ownTrail(key: Buffer, subject: string, document: unknown): MarkedTrail | null {
  if (typeof document !== 'object' || document === null) return null
  const kept = Object.entries(document).filter(([name]) => !ownOfLake.has(name))
  const trail = Object.fromEntries(kept) as unknown as MarkedTrail
  if (trail.subject !== subject || !Number.isSafeInteger(trail.serial)) return null
  return isSame(trail.mark, markOf(key, trail)) ? trail : null
}
