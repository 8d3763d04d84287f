/** @file Wall murals: campaigns, the streets they stand in, and each picture with its story. */
import type { LocalDate, Mural, MuralCampaign, Timestamp } from '../../contracts/documents/index.ts'
import { rawCitations, type CitationResolver, type CitationView, type RawCitation } from './citations.ts'
import type { LakeReader } from './lake.ts'
import { link, picture, pictureOrNull, type Link, type PictureView } from './views.ts'

export interface MuralLine extends Link {
  id: string
  banner: string
  picture: PictureView | null
  topic: Link | null
  location: string
  streetOrder: number
}

export interface CampaignLine extends Link, Pick<MuralCampaign, 'year' | 'phase' | 'summary'> {
  id: string
  cover: PictureView | null
}

type Placed = MuralLine & {
  village: { title: string; code: string; county: string | null } | null
}

export interface CampaignPage extends CampaignLine {
  /** One street of murals per village, in street order. */
  streets: readonly { village: NonNullable<Placed['village']>; murals: readonly MuralLine[] }[]
}

export interface MuralPage extends MuralLine, Pick<Mural, 'story'> {
  paintedOn: LocalDate | null
  checkedOn: LocalDate | null
  updatedAt: Timestamp
  campaign: Link | null
  village: { id: string; title: string; code: string; county: string | null } | null
  citations: readonly CitationView[]
  /** Neighbours along the same street. */
  before: Link | null
  after: Link | null
}

export interface MuralContent {
  campaigns(): Promise<readonly (CampaignLine & { muralCount: number; villageCount: number })[]>
  campaign(slug: string): Promise<CampaignPage | null>
  mural(slug: string, today: LocalDate): Promise<MuralPage | null>
  latest(count: number): Promise<readonly MuralLine[]>
  /** Kinds of dispute that murals are about, with how many of each. */
  kinds(): Promise<readonly (Link & { count: number })[]>
  /** All murals about one kind of dispute, the latest first. */
  ofKind(topic: string): Promise<readonly MuralLine[]>
}

export const muralLine = `"id": _id, ${link}, banner, "picture": picture${picture}, "topic": topic->{${link}},
  location, streetOrder`
const village = `"village": village->{title, code, "county": county->title}`
const campaignLine = `"id": _id, ${link}, year, phase, summary, "cover": cover${picture}`

const campaignsQuery = `*[_type == "muralCampaign"] | order(year desc, phase desc){${campaignLine}}`
const placesQuery = `*[_type == "mural"]{"campaign": campaign._ref, "village": village._ref}`
const campaignQuery = `*[_type == "muralCampaign" && slug.current == $slug] | order(_id asc)[0]{${campaignLine}}`
const streetsQuery = `*[_type == "mural" && campaign._ref == $campaign]
  | order(streetOrder asc){${muralLine}, ${village}}`
const muralQuery = `*[_type == "mural" && slug.current == $slug] | order(_id asc)[0]{
  ${muralLine}, story, paintedOn, checkedOn, "updatedAt": _updatedAt, ${rawCitations}, "campaign": campaign->{${link}},
  "village": village->{"id": _id, title, code, "county": county->title}
}`
const streetQuery = `*[_type == "mural" && village._ref == $village] | order(streetOrder asc){${link}}`
const kindsQuery = `*[_type == "mural"]{"topic": topic->{${link}}}`
const ofKindQuery = `*[_type == "mural" && topic->slug.current == $topic]
  | order(coalesce(paintedOn, "") desc, _id asc)[0...200]{${muralLine}}`
const latestQuery = `*[_type == "mural"] | order(coalesce(paintedOn, "") desc, _id asc)[0...$count]{${muralLine}}`

const muralTypes = ['mural', 'topic'] as const

export const tidyMural = <Line extends { picture: PictureView | null }>(line: Line): Line => ({
  ...line,
  picture: pictureOrNull(line.picture),
})

const tidyCampaign = <Line extends { cover: PictureView | null }>(line: Line): Line => ({
  ...line,
  cover: pictureOrNull(line.cover),
})

export function createMurals(lake: LakeReader, citations: CitationResolver): MuralContent {
  return {
    async campaigns() {
      const [campaigns, places] = await Promise.all([
        lake.read<CampaignLine[]>(['muralCampaign'], campaignsQuery),
        lake.read<{ campaign: string; village: string }[]>(['mural'], placesQuery),
      ])
      return campaigns.map((campaign) => {
        const own = places.filter((place) => place.campaign === campaign.id)
        const villages = new Set(own.map((place) => place.village))
        return { ...tidyCampaign(campaign), muralCount: own.length, villageCount: villages.size }
      })
    },
    async campaign(slug) {
      const campaign = await lake.read<CampaignLine | null>(['muralCampaign'], campaignQuery, { slug })
      if (!campaign) return null
      const murals = await lake.read<Placed[]>([...muralTypes, 'village', 'county'], streetsQuery, {
        campaign: campaign.id,
      })
      const streets = new Map<string, { village: NonNullable<Placed['village']>; murals: MuralLine[] }>()
      for (const mural of murals) {
        if (!mural.village) continue
        const street = streets.get(mural.village.code) ?? { village: mural.village, murals: [] }
        street.murals.push(tidyMural(mural))
        streets.set(mural.village.code, street)
      }
      const sorted = [...streets.values()].sort((a, b) => a.village.code.localeCompare(b.village.code))
      return { ...tidyCampaign(campaign), streets: sorted }
    },
    async mural(slug, today) {
      const raw = await lake.read<
        (Omit<MuralPage, 'citations' | 'before' | 'after'> & { citations: RawCitation[] | null }) | null
      >([...muralTypes, 'muralCampaign', 'village', 'county', 'law'], muralQuery, { slug })
      if (!raw) return null
      const [resolved, street] = await Promise.all([
        citations.resolve(raw.citations, today),
        raw.village ? lake.read<Link[]>(['mural'], streetQuery, { village: raw.village.id }) : [],
      ])
      const place = street.findIndex((mural) => mural.slug === slug)
      const neighbour = (at: number) => (place === -1 ? null : (street[at] ?? null))
      return {
        ...tidyMural(raw),
        citations: resolved,
        before: place > 0 ? neighbour(place - 1) : null,
        after: neighbour(place + 1),
      }
    },
    async kinds() {
      const all = await lake.readShared<{ topic: Link | null }[]>(muralTypes, kindsQuery)
      const kinds = new Map<string, Link & { count: number }>()
      for (const { topic } of all) {
        if (topic) kinds.set(topic.slug, { ...topic, count: (kinds.get(topic.slug)?.count ?? 0) + 1 })
      }
      return [...kinds.values()].sort((a, b) => b.count - a.count || (a.slug < b.slug ? -1 : 1))
    },
    async ofKind(topic) {
      return (await lake.read<MuralLine[]>(muralTypes, ofKindQuery, { topic })).map(tidyMural)
    },
    async latest(count) {
      return (await lake.read<MuralLine[]>(muralTypes, latestQuery, { count })).map(tidyMural)
    },
  }
}
