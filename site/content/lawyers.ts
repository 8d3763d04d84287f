/** @file Lawyers, legal-service workers and legal-aid workers; their offices. */
import type { Lawyer, LawOffice, LocalDate } from '../../contracts/documents/index.ts'
import { fits, type Filter } from '../preferences/matching.ts'
import type { RosterPerson } from '../preferences/roster.ts'
import { inDailyOrder } from './daily-order.ts'
import type { LakeReader } from './lake.ts'
import { link, picture, pictureOrNull, present, type Link, type PictureView } from './views.ts'

type Public = Pick<Lawyer, 'name' | 'category' | 'officePhone' | 'checkedOn'>

export interface LawyerLine extends Public {
  id: string
  slug: string
  county: Link | null
  office: Link | null
  expertise: readonly Link[]
}

export interface LawyerPage extends LawyerLine {
  licenceNumber: string
  portrait: PictureView | null
  introduction: string | null
  practisingSince: number | null
  yearlyAssessment: Lawyer['yearlyAssessment'] | null
  talks: readonly { title: string; paragraphs: readonly string[] }[]
}

/** What the public list holds of a person, before its category has a Chinese name. */
export type PublicRecord = Omit<RosterPerson, 'categoryName'>

/** A place that takes applications for legal aid. */
export interface AidPlace {
  title: string
  address: string
  phone: string
  hours: string | null
  /** Code of its county. */
  county: string | null
}

export interface OfficePage extends Pick<LawOffice, 'title' | 'kind' | 'address' | 'phone' | 'checkedOn'> {
  slug: string
  licenceNumber: string | null
  hours: string | null
  county: Link | null
  people: readonly LawyerLine[]
}

export interface LawyerContent {
  /** Neutral daily order. */
  list(filter: Filter, today: LocalDate): Promise<readonly LawyerLine[]>
  page(slug: string): Promise<LawyerPage | null>
  /** For the filter, by name. */
  offices(): Promise<readonly Link[]>
  office(slug: string, today: LocalDate): Promise<OfficePage | null>
  /** Everybody, with what may be published of them, in the neutral order of the day. */
  records(today: LocalDate): Promise<readonly PublicRecord[]>
  /** Aid centres first, then public legal-service centres, then workstations. */
  aidPlaces(): Promise<readonly AidPlace[]>
}

const line = `"id": _id, name, "slug": slug.current, category, officePhone, checkedOn,
  "county": county->{${link}}, "office": office->{${link}}, "expertise": expertise[]->{${link}}`
const lineTypes = ['lawyer', 'county', 'lawOffice', 'topic'] as const

const listQuery = `*[_type == "lawyer"]{${line}}`
const pageQuery = `*[_type == "lawyer" && slug.current == $slug] | order(_id asc)[0]{
  ${line}, licenceNumber, "portrait": portrait${picture}, introduction, practisingSince, yearlyAssessment
}`
const talksQuery = `*[_type == "lawyerTalk" && lawyer._ref == $lawyer] | order(_id asc)[0...3]{
  title, "paragraphs": coalesce(paragraphs, [])
}`
const officesQuery = `*[_type == "lawOffice"] | order(title asc){${link}}`
const officeQuery = `*[_type == "lawOffice" && slug.current == $slug] | order(_id asc)[0]{
  ${link}, kind, address, phone, hours, licenceNumber, checkedOn, "county": county->{${link}}
}`

const recordsQuery = `*[_type == "lawyer"]{
  "id": _id, name, "slug": slug.current, category, licenceNumber, officePhone, checkedOn, practisingSince,
  "yearlyAssessment": yearlyAssessment{year, result},
  "office": office->{${link}}, "county": county->{${link}, code}, "expertise": expertise[]->{${link}}
}`
const place = `title, address, phone, hours, "county": county->code`
const centresQuery = `*[_type == "lawOffice" && kind == "legalAidCentre"] | order(_id asc){${place}}`
const stationsQuery = `*[_type == "aidStation" && kind in ["centre", "workstation"]]
  | order(kind asc, _id asc){${place}}`

type RawRecord = Omit<PublicRecord, 'expertise'> & { id: string; expertise: (Link | null)[] | null }
type RawLine = Omit<LawyerLine, 'expertise'> & { expertise: (Link | null)[] | null }
type RawPage = Omit<LawyerPage, 'expertise' | 'talks'> & RawLine

const tidy = (raw: RawLine): LawyerLine => ({ ...raw, expertise: present(raw.expertise) })

export function createLawyers(lake: LakeReader): LawyerContent {
  const all = async () => (await lake.readShared<RawLine[]>(lineTypes, listQuery)).map(tidy)

  return {
    async list(filter, today) {
      return inDailyOrder(
        (await all()).filter((lawyer) => fits(lawyer, filter)),
        today,
      )
    },
    async page(slug) {
      const raw = await lake.read<RawPage | null>(lineTypes, pageQuery, { slug })
      if (!raw) return null
      const talks = await lake.read<LawyerPage['talks']>(['lawyerTalk'], talksQuery, { lawyer: raw.id })
      return { ...raw, ...tidy(raw), portrait: pictureOrNull(raw.portrait), talks }
    },
    offices: () => lake.readShared<Link[]>(['lawOffice'], officesQuery),
    async office(slug, today) {
      const found = await lake.read<Omit<OfficePage, 'people'> | null>(['lawOffice', 'county'], officeQuery, {
        slug,
      })
      if (!found) return null
      const people = (await all()).filter((lawyer) => lawyer.office?.slug === slug)
      return { ...found, people: inDailyOrder(people, today) }
    },
    async records(today) {
      const raw = await lake.readShared<RawRecord[]>(lineTypes, recordsQuery)
      // Only the order needs the id; what is published has none.
      return inDailyOrder(raw, today).map(({ id: _id, expertise, ...record }) => ({
        ...record,
        expertise: present(expertise),
      }))
    },
    async aidPlaces() {
      const [centres, stations] = await Promise.all([
        lake.readShared<AidPlace[]>(['lawOffice', 'county'], centresQuery),
        lake.readShared<AidPlace[]>(['aidStation', 'county'], stationsQuery),
      ])
      return [...centres, ...stations]
    },
  }
}
