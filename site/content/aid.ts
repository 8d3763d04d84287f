/** @file Where legal aid is asked for in every county: one place to go to, and how many more there are. */
import type { AidStation } from '../../contracts/documents/index.ts'
import type { LakeReader } from './lake.ts'
import { link, type Link } from './views.ts'

export interface AidPlace extends Pick<AidStation, 'title' | 'address' | 'phone'> {
  hours: string | null
}

export interface AidCounty extends Link {
  /** The county's bureau of justice. */
  bureauName: string | null
  phone: string | null
  /** The legal-aid centre, else the public legal service centre, else the first station. */
  place: AidPlace | null
  /** Work stations and contact points besides `place`. */
  stations: number
}

export interface AidContent {
  /** Counties in their order. Stations are counted, not listed: a prefecture has hundreds of them. */
  counties(): Promise<readonly AidCounty[]>
}

const place = `{title, address, phone, hours}`
const query = `*[_type == "county"] | order(order asc){
  ${link}, bureauName, phone,
  "office": *[_type == "lawOffice" && kind == "legalAidCentre" && county._ref == ^._id] | order(_id asc)[0]${place},
  "centre": *[_type == "aidStation" && kind == "centre" && county._ref == ^._id] | order(_id asc)[0]${place},
  "station": *[_type == "aidStation" && kind != "centre" && county._ref == ^._id] | order(kind desc, _id asc)[0]${place},
  "stations": count(*[_type == "aidStation" && kind != "centre" && county._ref == ^._id])
}`

type Raw = Omit<AidCounty, 'place'> & {
  office: AidPlace | null
  centre: AidPlace | null
  station: AidPlace | null
}

export function createAid(lake: LakeReader): AidContent {
  return {
    async counties() {
      const raw = await lake.readShared<Raw[]>(['county', 'lawOffice', 'aidStation'], query)
      return raw.map(({ office, centre, station, ...county }) => ({
        ...county,
        place: office ?? centre ?? station,
        stations: Math.max(0, office || centre ? county.stations : county.stations - 1),
      }))
    },
  }
}
