/** @file One screen in a square, for who stands before it and scans its code. */
import type { LakeReader } from './lake.ts'
import { link, type Link } from './views.ts'

export interface ScreenPage {
  title: string
  address: string
  county: (Link & { bureauName: string | null; phone: string | null }) | null
  village: { title: string; code: string } | null
}

export interface ScreenContent {
  page(id: string): Promise<ScreenPage | null>
}

const query = `*[_type == "screen" && _id == $id][0]{
  title, address, "county": county->{${link}, bureauName, phone}, "village": village->{title, code}
}`

export function createScreens(lake: LakeReader): ScreenContent {
  return {
    page: (id) => lake.read<ScreenPage | null>(['screen', 'county', 'village'], query, { id }),
  }
}
