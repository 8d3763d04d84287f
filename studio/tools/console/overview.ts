/** @file The overview's own rules: what is counted, what a filter lets through, where a county's tile stands. Pure. */
import type { CountyView, ScreenView } from './shapes.ts'
import { markOf, screenStates, type ScreenState } from './words.ts'

export interface Filter {
  /** Ids; empty: all. */
  county: string
  group: string
  state: ScreenState | ''
  /** Of a name or place. */
  words: string
}

export const everything: Filter = { county: '', group: '', state: '', words: '' }

export const isFiltered = (filter: Filter): boolean => Object.values(filter).some((value) => value !== '')

/** Those with an alert first, then those off the line, then the others by name. */
export function filtered(screens: readonly ScreenView[], filter: Filter): ScreenView[] {
  const words = filter.words.trim().normalize('NFKC').split(/\s+/u).filter(Boolean)
  const rank = (view: ScreenView) => Math.min(screenStates.indexOf(markOf(view).state), 2)
  return screens
    .filter(
      (view) =>
        (filter.county === '' || view.county.id === filter.county) &&
        (filter.group === '' || view.groups.includes(filter.group)) &&
        (filter.state === '' || markOf(view).state === filter.state) &&
        words.every((word) =>
          [view.title, view.address, view.county.title].some((text) => text.includes(word)),
        ),
    )
    .sort((a, b) => rank(a) - rank(b) || a.title.localeCompare(b.title, 'zh-CN'))
}

/** How many screens are in each state; states without any are left out. */
export function counted(screens: readonly ScreenView[]): { state: ScreenState; count: number }[] {
  const counts = new Map<ScreenState, number>()
  for (const view of screens) {
    const { state } = markOf(view)
    counts.set(state, (counts.get(state) ?? 0) + 1)
  }
  return screenStates.flatMap((state) => {
    const count = counts.get(state)
    return count === undefined ? [] : [{ state, count }]
  })
}

export interface PlacedCounty extends CountyView {
  /** From 1. */
  column: number
  row: number
}

export interface TileMap {
  columns: number
  tiles: readonly PlacedCounty[]
}

/** Two counties on one cell, and counties without a cell, stand in rows of their own below the map. */
export function tileMap(counties: readonly CountyView[]): TileMap {
  const taken = new Set<string>()
  const placed: PlacedCounty[] = []
  const left: CountyView[] = []
  for (const county of counties) {
    const cell = county.tile && `${county.tile.column},${county.tile.row}`
    if (!county.tile || !cell || taken.has(cell)) left.push(county)
    else {
      taken.add(cell)
      placed.push({ ...county, column: county.tile.column, row: county.tile.row })
    }
  }
  const first = (of: 'column' | 'row') => placed.reduce((least, each) => Math.min(least, each[of]), Infinity)
  const [firstColumn, firstRow] = [first('column'), first('row')]
  const columns = Math.max(
    1,
    Math.min(left.length, 4),
    ...placed.map(({ column }) => column - firstColumn + 1),
  )
  const rows = Math.max(0, ...placed.map(({ row }) => row - firstRow + 1))
  return {
    columns,
    tiles: [
      ...placed.map((county) => ({
        ...county,
        column: county.column - firstColumn + 1,
        row: county.row - firstRow + 1,
      })),
      ...left.map((county, index) => ({
        ...county,
        column: (index % columns) + 1,
        row: rows + Math.floor(index / columns) + 1,
      })),
    ],
  }
}
