/** @file What review needs to know of a content, whoever holds it: whose it is, what it is called, whether it is urgent. Pure. */
import type { Instant } from '../part.ts'
import { defaultZone } from '../schedule/defaults.ts'
import { localInstant } from '../schedule/zone.ts'
import type { Subject } from './rule.ts'

type Content = Readonly<Record<string, unknown>>

const titled = ['title', 'name', 'question', 'text', 'label']
const titleMax = 100
const urgentMsMax = 24 * 3_600_000

function titleOf(document: Content | null): string {
  const found = titled
    .map((key) => document?.[key])
    .find((value) => typeof value === 'string' && value.trim() !== '')
  return [...String(found ?? '（没有标题）')].slice(0, titleMax).join('')
}

/** @param id of the published content @param document null: nothing is written so far */
export function subjectOf(id: string, type: string, document: Content | null): Subject {
  const county = (document?.['county'] as { _ref?: unknown } | undefined)?._ref
  return { id, type, title: titleOf(document), county: typeof county === 'string' ? county : null }
}

/** A notice that ends by itself within a day, by the bureau's wall clock. */
export function isUrgentNotice(type: string, validUntil: unknown, at: Instant): boolean {
  if (type !== 'notice' || typeof validUntil !== 'string') return false
  const until = localInstant(defaultZone, validUntil)
  return until !== null && until > at && until <= at + urgentMsMax
}
