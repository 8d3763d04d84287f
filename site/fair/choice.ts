/**
 * @file What an adviser has chosen for a stand, written behind the `#` of the wheel's address. Pure.
 *
 * `#topics=wages.loans&audience=audience-elderly&sectors=8`; browsers do not send it to the server, and the
 * address can be kept as a bookmark or shown as a code to another phone.
 */
import type { Bank, Choice } from './bank.ts'
import { sectorCounts, sectorCountUsual } from './sectors.ts'

export interface StandChoice extends Choice {
  sectors: number
}

const topicsMax = 100
const isName = (text: string) => /^[A-Za-z0-9-]{1,80}$/.test(text)

/** What a stand gets that has chosen nothing: the topics that come first on the site, one a sector. */
export function usualChoice({ topics }: Pick<Bank, 'topics'>): StandChoice {
  const first = topics.slice(0, sectorCountUsual).map(({ slug }) => slug)
  return { topics: first, audience: null, sectors: sectorCountUsual }
}

/** @returns with a leading `#` */
export function toFragment({ topics, audience, sectors }: StandChoice): string {
  const fields = [`topics=${topics.join('.')}`, `audience=${audience ?? ''}`, `sectors=${sectors}`]
  return `#${fields.join('&')}`
}

/** @returns null when the fragment names no topic */
export function parseFragment(fragment: string): StandChoice | null {
  const fields = new URLSearchParams(fragment.replace(/^#/, ''))
  const topics = (fields.get('topics') ?? '').split('.').filter(isName).slice(0, topicsMax)
  if (topics.length === 0) return null
  const audience = fields.get('audience') ?? ''
  const sectors = Number(fields.get('sectors'))
  return {
    topics,
    audience: isName(audience) ? audience : null,
    sectors: sectorCounts.includes(sectors) ? sectors : sectorCountUsual,
  }
}
