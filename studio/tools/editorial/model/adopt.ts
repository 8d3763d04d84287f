/**
 * @file A ready programme adopted for a year: the calendar's own campaign template, held to chosen counties.
 *
 * Pure. The campaign and its events name the counties, so that nothing of it plays elsewhere; without any the
 * whole prefecture shows it.
 */
import type { Keyed, ScreenSelector } from '../../../../contracts/documents/index.ts'
import { campaignPlan, type CampaignPlan, type FreshId } from '../../calendar/change/campaign.ts'
import type { Library } from '../../calendar/model/library.ts'

export interface Adoption {
  /** Id of the legal day. */
  legal: string
  year: number
  /** Ids; none: all screens. */
  counties: readonly string[]
  /** County whose documents these are; null: the prefecture's. */
  own: string | null
}

const selectors = (counties: readonly string[]): Keyed<ScreenSelector>[] =>
  counties.map((county) => ({
    _type: 'screenSelector',
    _key: county,
    county: { _type: 'reference', _ref: county },
  }))

/** @returns null where the year has no such day */
export function adoption(
  { legal, year, counties, own }: Adoption,
  library: Library,
  id: FreshId,
): CampaignPlan | null {
  const plan = campaignPlan({ kind: 'legalDay', id: legal }, year, library, id)
  if (!plan) return null
  const county = own === null ? {} : { county: { _type: 'reference', _ref: own } as const }
  const targets = counties.length === 0 ? {} : { targets: selectors(counties) }
  return {
    ...plan,
    documents: plan.documents.map((document) =>
      document._type === 'playlist' ? { ...document, ...county } : { ...document, ...county, ...targets },
    ),
  }
}
