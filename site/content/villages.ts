/** @file One village: its legal adviser, its street of murals, its market days, its screens. */
import type { Lawyer, LocalDate } from '../../contracts/documents/index.ts'
import { marketDaysFrom, type MarketDay } from '../time/legal-days.ts'
import type { LakeReader } from './lake.ts'
import { muralLine, tidyMural, type MuralLine } from './murals.ts'
import { link, type Link } from './views.ts'

export interface VillagePage {
  id: string
  title: string
  code: string
  introduction: string | null
  county: (Link & { bureauName: string | null; phone: string | null }) | null
  township: string | null
  adviser: (Pick<Lawyer, 'name' | 'category' | 'officePhone'> & { slug: string; office: Link | null }) | null
  /** Last digits of the lunar days on which the market is held. */
  marketDays: readonly number[]
  /** The next of them. */
  markets: readonly MarketDay[]
  murals: readonly MuralLine[]
  screens: readonly { id: string; title: string; address: string }[]
  stations: readonly { title: string; address: string; phone: string; hours: string }[]
}

export interface VillageContent {
  page(code: string, today: LocalDate): Promise<VillagePage | null>
}

const villageQuery = `*[_type == "village" && code == $code] | order(_id asc)[0]{
  "id": _id, title, code, introduction, "marketDays": coalesce(marketDays, []),
  "county": county->{${link}, bureauName, phone}, "township": township->title,
  "adviser": adviser->{name, "slug": slug.current, category, officePhone, "office": office->{${link}}}
}`
const muralsQuery = `*[_type == "mural" && village._ref == $village] | order(streetOrder asc){${muralLine}}`
const screensQuery = `*[_type == "screen" && village._ref == $village] | order(title asc){"id": _id, title, address}`
const stationsQuery = `*[_type == "aidStation" && village._ref == $village]
  | order(_id asc){title, address, phone, hours}`

export function createVillages(lake: LakeReader): VillageContent {
  return {
    async page(code, today) {
      const village = await lake.read<Omit<
        VillagePage,
        'markets' | 'murals' | 'screens' | 'stations'
      > | null>(['village', 'county', 'township', 'lawyer', 'lawOffice'], villageQuery, { code })
      if (!village) return null
      const params = { village: village.id }
      const [murals, screens, stations] = await Promise.all([
        lake.read<MuralLine[]>(['mural', 'topic'], muralsQuery, params),
        lake.read<VillagePage['screens']>(['screen'], screensQuery, params),
        lake.read<VillagePage['stations']>(['aidStation'], stationsQuery, params),
      ])
      const markets = village.marketDays.length > 0 ? marketDaysFrom(village.marketDays, today, 3) : []
      return { ...village, markets, murals: murals.map(tidyMural), screens, stations }
    },
  }
}
