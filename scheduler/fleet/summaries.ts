/** @file The fleet in figures: by county for the tile map, and by group. Pure. */
import type { SignageDocument } from '../compile/documents.ts'
import type { CountyView, GroupView, ScreenView } from '../../contracts/fleet.ts'

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1)
const noScreens = { screens: 0, online: 0, offline: 0, unpaired: 0, alert: 0 }

/** Every county that has a record, and those that only screens name. */
export function countyViews(
  documents: Iterable<SignageDocument>,
  screens: readonly ScreenView[],
): CountyView[] {
  const counties = new Map<string, CountyView>()
  for (const document of documents)
    if (document._type === 'county') {
      const { _id: id, title, tile } = document
      counties.set(id, { id, title, tile: tile ?? null, ...noScreens })
    }
  for (const { county, pairedAt, online, alerts } of screens) {
    const sum = counties.get(county.id) ?? { ...county, ...noScreens }
    counties.set(county.id, sum)
    sum.screens++
    if (online) sum.online++
    else if (pairedAt === null) sum.unpaired++
    else sum.offline++
    if (alerts.length > 0) sum.alert++
  }
  return [...counties.values()].sort(byId)
}

export function groupViews(
  documents: Iterable<SignageDocument>,
  screens: readonly ScreenView[],
): GroupView[] {
  const groups = new Map<string, GroupView>()
  const none = () => ({ screens: [], online: 0, alert: 0 })
  for (const document of documents)
    if (document._type === 'screenGroup')
      groups.set(document._id, { id: document._id, title: document.title, ...none() })
  for (const { screen, groups: ids, online, alerts } of screens)
    for (const id of ids) {
      const group = groups.get(id) ?? { id, title: '', ...none() }
      groups.set(id, group)
      group.screens.push(screen)
      if (online) group.online++
      if (alerts.length > 0) group.alert++
    }
  return [...groups.values()].sort(byId)
}
