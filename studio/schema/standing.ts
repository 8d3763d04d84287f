/**
 * @file Whether something is in force at an instant, as word and mark, for lists and previews.
 *
 * Pure: the caller gives the instant. Local date-times are read in the bureau's zone.
 */
import { defaultZone } from '../../contracts/schedule/defaults.ts'
import { localInstant, parseLocal } from '../../contracts/schedule/zone.ts'
import { dayParts, dayText } from '../../contracts/schedule/zone.ts'
import type { Instant } from '../../contracts/part.ts'

/** Zone of the bureau's wall clock. */
export const bureauZone = defaultZone

export type Standing = 'coming' | 'open' | 'over'

export interface Span {
  validFrom?: string | undefined
  /** Exclusive. */
  validUntil?: string | undefined
}

export function standingOf(span: Span, at: Instant): Standing {
  const from = span.validFrom ? localInstant(bureauZone, span.validFrom) : null
  const until = span.validUntil ? localInstant(bureauZone, span.validUntil) : null
  if (until !== null && at >= until) return 'over'
  return from !== null && at < from ? 'coming' : 'open'
}

/** `12月4日`; the last inclusive day where the text is an exclusive midnight. */
function dayOf(text: string, edge: 'first' | 'last'): string {
  const local = parseLocal(text)
  if (!local) return text
  const { month, date } = dayParts(edge === 'last' && local.ms === 0 ? local.day - 1 : local.day)
  return `${month}月${date}日`
}

/** Word, mark and dates: `▶ 有效，到 12月10日`. Never colour alone. */
export function standingWords(span: Span, at: Instant): string {
  const until = span.validUntil ? `到 ${dayOf(span.validUntil, 'last')}` : ''
  switch (standingOf(span, at)) {
    case 'coming':
      return `◔ 未开始，${dayOf(span.validFrom ?? '', 'first')}起`
    case 'over':
      return `■ 已结束${until ? `，${until}` : ''}`
    case 'open':
      return until ? `▶ 有效，${until}` : '▶ 长期有效'
  }
}

/** A span of whole days, both inclusive, as the half-open span of the others. */
export function spanOfDays(firstDay: string | undefined, lastDay: string | undefined): Span {
  const last = lastDay ? parseLocal(lastDay) : null
  return {
    ...(firstDay ? { validFrom: `${firstDay}T00:00` } : {}),
    ...(last ? { validUntil: `${dayText(last.day + 1)}T00:00` } : {}),
  }
}
