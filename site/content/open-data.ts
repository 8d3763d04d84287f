/**
 * @file The lists that the bureau gives away: public fields only, with the day of the latest change.
 *
 * A projection names every field: what is added to a document type stays inside until it is added here.
 * Neither revisions nor drafts nor the lake's own ids of assets are ever read. Addresses are paths from
 * the root of the site. The list of legal-culture places is the one that 法治宣传教育法 art. 52 asks for.
 */
import type { DocumentType, Timestamp } from '../../contracts/documents/index.ts'
import { chapterOf, type DataSet } from '../words/data-sets.ts'
import type { LakeReader } from './lake.ts'
import { readSearchSources, type SearchSource } from './search-source.ts'

export type DataItem = Readonly<Record<string, unknown>>

export interface DataList {
  /** The latest change of any item; null for an empty list. */
  updatedAt: Timestamp | null
  items: readonly DataItem[]
}

export interface OpenDataContent {
  list(name: DataSet): Promise<DataList>
  /** What the search index is made of, for searching without a server. */
  searchSources(): Promise<readonly SearchSource[]>
}

const named = `"name": title, "slug": slug.current`
const citations = `"citations": citations[]{"law": law->shortTitle, article, meaning}`
const county = `"county": county->title`
const village = `"village": village->{title, code}`
const picture = `"picture": select(defined(picture.asset) => {
  "path": "/" + picture.asset->path, "alt": picture.alt})`
const position = `"position": select(defined(position) => {"lat": position.lat, "lng": position.lng})`

interface Source {
  types: readonly DocumentType[]
  filter: string
  order: string
  fields: string
}

const sources: Readonly<Record<DataSet, Source>> = {
  questions: {
    types: ['legalQuestion', 'topic', 'law'],
    filter: `_type == "legalQuestion"`,
    order: '_id',
    fields: `"path": "/questions/" + slug.current, title, wordings, "topics": topics[]->{${named}}, shortAnswer,
      "steps": steps[]{title, text}, papers, "deadlines": deadlines[]{title, amount, unit, runsFrom, note},
      ${citations}, nextContact, writtenOn, checkedOn`,
  },
  murals: {
    types: ['mural', 'muralCampaign', 'village', 'county', 'topic', 'law'],
    filter: `_type == "mural"`,
    order: '_id',
    fields: `"path": "/murals/" + slug.current, title, banner, story, "topic": topic->{${named}},
      "campaign": campaign->title, ${village}, ${county}, location, streetOrder, paintedOn, checkedOn,
      ${picture}, ${citations}`,
  },
  villages: {
    types: ['village', 'county', 'township', 'lawyer', 'lawOffice'],
    filter: `_type == "village"`,
    order: 'code',
    fields: `"path": "/villages/" + code, code, title, ${county}, "township": township->title, introduction,
      marketDays, "adviser": adviser->{name, "office": office->title, officePhone}`,
  },
  stations: {
    types: ['aidStation', 'county', 'township', 'village'],
    filter: `_type == "aidStation"`,
    order: '_id',
    fields: `title, kind, ${county}, "township": township->title, ${village}, address, phone, hours, serves,
      ${position}, checkedOn`,
  },
  'culture-sites': {
    types: ['cultureSite', 'county', 'village'],
    filter: `_type == "cultureSite"`,
    order: '_id',
    fields: `"path": "/places/" + slug.current, title, kind, ${county}, address, ${village}, introduction, hours,
      phone, keeper, openedOn, ${position}, checkedOn`,
  },
  laws: {
    types: ['law', 'lawEdition'],
    filter: `_type == "law"`,
    order: '_id',
    fields: `"path": "/laws/" + slug.current, title, shortTitle, kind, summary,
      "editions": *[_type == "lawEdition" && law._ref == ^._id] | order(effectiveFrom asc, _id asc){
        title, adoption, promulgatedOn, effectiveFrom, effectiveTo, articleCount}`,
  },
}

type Raw = DataItem & { updatedAt: Timestamp }

export function createOpenData(lake: LakeReader): OpenDataContent {
  return {
    async list(name) {
      const { types, filter, order, fields } = sources[name]
      const query = `*[${filter}] | order(${order} asc){${fields}, "updatedAt": _updatedAt}`
      const raw = await lake.readShared<readonly Raw[]>(types, query)
      const items = raw.map((item) => withKindName(name, item))
      const latest = raw.reduce<Timestamp | null>(
        (found, { updatedAt }) => (found === null || updatedAt > found ? updatedAt : found),
        null,
      )
      return { updatedAt: latest, items }
    },
    searchSources: () => readSearchSources(lake),
  }
}

/** Beside a value of a fixed list stands its Chinese name. What a document leaves out is null. */
function withKindName(name: DataSet, item: DataItem): DataItem {
  const names = chapterOf(name).kindNames
  const { kind } = item
  return names && typeof kind === 'string' ? { ...item, kindName: names[kind] ?? kind } : item
}
