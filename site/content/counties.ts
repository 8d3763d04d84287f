/** @file Counties, and where help is found in each of them. */
import type { AidStation, County, LawOffice } from '../../contracts/documents/index.ts'
import type { Position } from '../preferences/distance.ts'
import type { LakeReader } from './lake.ts'
import { link, type Link } from './views.ts'

export interface CountyView extends Link {
  id: string
  code: string
  tile: County['tile'] | null
  bureauName: string | null
  phone: string | null
}

export type StationView = Pick<AidStation, 'title' | 'kind' | 'address' | 'phone' | 'hours' | 'checkedOn'> & {
  id: string
  serves: readonly string[] | null
  position: Position | null
}

export type OfficeLine = Pick<LawOffice, 'title' | 'kind' | 'address' | 'phone' | 'checkedOn'> & {
  slug: string
  hours: string | null
  position: Position | null
}

export interface CountyHelp {
  county: CountyView
  stations: readonly StationView[]
  offices: readonly OfficeLine[]
  villages: readonly { id: string; title: string; code: string }[]
  screens: readonly { id: string; title: string; address: string }[]
  activities: readonly (Link & { startsAt: string; place: string })[]
}

export interface CountyContent {
  all(): Promise<readonly CountyView[]>
  help(slug: string, now: string): Promise<CountyHelp | null>
}

const position = `"position": position{lat, lng}`
const countyQuery = `*[_type == "county"] | order(order asc){
  "id": _id, title, "slug": slug.current, code, tile, bureauName, phone
}`
const stationQuery = `*[_type == "aidStation" && county._ref == $county]{
  "id": _id, title, kind, address, phone, hours, serves, checkedOn, ${position}
}`
export const officeLine = `{title, kind, address, phone, hours, checkedOn, ${position}, "slug": slug.current}`
const officeQuery = `*[_type == "lawOffice" && county._ref == $county] | order(title asc)${officeLine}`
const villageQuery = `*[_type == "village" && county._ref == $county] | order(code asc){"id": _id, title, code}`
const screenQuery = `*[_type == "screen" && county._ref == $county] | order(title asc){"id": _id, title, address}`
const activityQuery = `*[_type == "activity" && county._ref == $county && endsAt > $now]
  | order(startsAt asc)[0...5]{${link}, startsAt, place}`

const stationOrder: readonly AidStation['kind'][] = ['centre', 'workstation', 'contactPoint']

export function createCounties(lake: LakeReader): CountyContent {
  const all = () => lake.readShared<readonly CountyView[]>(['county'], countyQuery)
  return {
    all,
    async help(slug, now) {
      const county = (await all()).find((candidate) => candidate.slug === slug)
      if (!county) return null
      const params = { county: county.id }
      const [stations, offices, villages, screens, activities] = await Promise.all([
        lake.read<StationView[]>(['aidStation'], stationQuery, params),
        lake.read<OfficeLine[]>(['lawOffice'], officeQuery, params),
        lake.read<CountyHelp['villages']>(['village'], villageQuery, params),
        lake.read<CountyHelp['screens']>(['screen'], screenQuery, params),
        lake.read<CountyHelp['activities']>(['activity'], activityQuery, { ...params, now }),
      ])
      const rank = (station: StationView) => stationOrder.indexOf(station.kind)
      const sorted = stations.toSorted((a, b) => rank(a) - rank(b) || a.id.localeCompare(b.id))
      return { county, stations: sorted, offices, villages, screens, activities }
    },
  }
}
