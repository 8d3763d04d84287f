/** @file Places of legal culture (法治文化阵地): the list that 法治宣传教育法 art. 52 asks for, and each of them. */
import type { CultureSite, LocalDate } from '../../contracts/documents/index.ts'
import type { LakeReader } from './lake.ts'
import { link, picture, pictureOrNull, type Link, type PictureView } from './views.ts'

export interface PlaceLine extends Link, Pick<CultureSite, 'kind' | 'address' | 'introduction'> {
  county: Link | null
  checkedOn: LocalDate
}

export interface PlacePage extends PlaceLine {
  village: { title: string; code: string } | null
  hours: string | null
  phone: string | null
  keeper: string | null
  openedOn: LocalDate | null
  picture: PictureView | null
}

export interface PlaceContent {
  /** County by county in their order, then by title. Slugs; null means any. */
  list(filter: { county: string | null; kind: string | null }): Promise<readonly PlaceLine[]>
  page(slug: string): Promise<PlacePage | null>
}

const line = `${link}, kind, address, introduction, checkedOn, "county": county->{${link}}`
const listQuery = `*[_type == "cultureSite"] | order(county->order asc, title asc){${line}}`
const pageQuery = `*[_type == "cultureSite" && slug.current == $slug] | order(_id asc)[0]{
  ${line}, "village": village->{title, code}, hours, phone, keeper, openedOn, "picture": picture${picture}
}`

export function createPlaces(lake: LakeReader): PlaceContent {
  return {
    async list({ county, kind }) {
      const all = await lake.readShared<PlaceLine[]>(['cultureSite', 'county'], listQuery)
      return all.filter(
        (place) =>
          (county === null || place.county?.slug === county) && (kind === null || place.kind === kind),
      )
    },
    async page(slug) {
      const raw = await lake.read<PlacePage | null>(['cultureSite', 'county', 'village'], pageQuery, { slug })
      return raw && { ...raw, picture: pictureOrNull(raw.picture) }
    },
  }
}
