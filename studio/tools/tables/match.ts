/** @file Which column of the file is which of the list: guessed by headers, changed by hand, remembered. Pure. */
import { isBlank, cellText, type Cell, type Sheet } from './file/cell.ts'
import type { Column, ListShape } from './lists/shape.ts'

export interface Matching {
  /** Place of the line of headers, from 0; rows follow it. */
  headerAt: number
  headers: readonly Cell[]
  /** By the path of a list's column: the place of a column of the file, from 0; left out: none. */
  from: Readonly<Record<string, number>>
  /** By the path of a list's column that the file lacks: what every row gets, as a person would type it. */
  fills: Readonly<Record<string, string>>
}

/** By the path of a column: the header that the person chose for it last time. */
export type Remembered = Readonly<Record<string, string>>

/** Titles, notes and dates stand above the headers of many lists. */
const linesLookedAt = 15

/** `＊姓 名（必填）：` is 姓名. */
export function plainHeader(cell: Cell | undefined): string {
  return cellText(cell)
    .replace(/[（(【[].*?[）)】\]]/gu, '')
    .replace(/[\s\u3000\u00a0*＊:：、/]+/gu, '')
}

const namesOf = ({ title, aliases }: Column) => [title, ...aliases].map(plainHeader)

/** 3: this very name · 2: its first name is part of the header, or the header of it · 0: another thing */
function likeness(column: Column, header: string): number {
  if (header === '') return 0
  const names = namesOf(column)
  const at = names.indexOf(header)
  if (at >= 0) return 5 - Math.min(at, 20) / 10
  const isPart = names.some((name) => name.length >= 2 && header.length <= 12 && header.includes(name))
  return isPart ? 1 : 0
}

/** The best pairs first; each column of the file serves once. */
function guess(list: ListShape, headers: readonly Cell[]): Record<string, number> {
  const plain = headers.map(plainHeader)
  const pairs = list.columns.flatMap((column, order) =>
    plain.map((header, at) => ({ path: column.path, order, at, likeness: likeness(column, header) })),
  )
  const from: Record<string, number> = {}
  const taken = new Set<number>()
  for (const { path, at, likeness: how } of pairs.sort(
    (a, b) => b.likeness - a.likeness || a.order - b.order || a.at - b.at,
  )) {
    if (how === 0 || path in from || taken.has(at)) continue
    from[path] = at
    taken.add(at)
  }
  return from
}

/** The line in which most columns are recognised; the first that has two cells where none is. */
export function findHeader(list: ListShape, rows: Sheet['rows']): number {
  const found = rows.slice(0, linesLookedAt).map((row) => Object.keys(guess(list, row)).length)
  const most = Math.max(0, ...found)
  if (most > 0) return found.indexOf(most)
  return Math.max(
    0,
    rows.findIndex((row) => row.filter((cell) => !isBlank(cell)).length >= 2),
  )
}

/** @param remembered wins over the guess, where the file has that header */
export function matchColumns(list: ListShape, rows: Sheet['rows'], remembered: Remembered): Matching {
  const headerAt = findHeader(list, rows)
  const headers = rows[headerAt] ?? []
  const guessed = guess(list, headers)
  const chosen = Object.entries(remembered).flatMap(([path, header]): [string, number][] => {
    const at = headers.findIndex((cell) => header !== '' && plainHeader(cell) === header)
    return at >= 0 && list.columns.some((column) => column.path === path) ? [[path, at]] : []
  })
  const places = new Set(chosen.map(([, at]) => at))
  const kept = Object.entries(guessed).filter(([path, at]) => !places.has(at) && remembered[path] !== '')
  return {
    headerAt,
    headers,
    from: { ...Object.fromEntries(kept), ...Object.fromEntries(chosen) },
    fills: {},
  }
}

/** A column of the file, or none, chosen by hand; what used it before loses it. */
export function rematch(matching: Matching, path: string, at: number | null): Matching {
  const from = Object.fromEntries(
    Object.entries(matching.from).filter(([other, place]) => other !== path && place !== at),
  )
  return { ...matching, from: at === null ? from : { ...from, [path]: at } }
}

/** What is kept for next time: the header of each column, and '' for one that the person took off. */
export function rememberedFrom(list: ListShape, matching: Matching): Remembered {
  const guessed = guess(list, matching.headers)
  return Object.fromEntries(
    list.columns.flatMap(({ path }): [string, string][] => {
      const at = matching.from[path]
      if (at !== undefined) return [[path, plainHeader(matching.headers[at])]]
      return path in guessed ? [[path, '']] : []
    }),
  )
}

/** Headers of the file that no column uses. */
export function unusedHeaders({ headers, from }: Matching): string[] {
  const used = new Set(Object.values(from))
  return headers.flatMap((cell, at) => (used.has(at) || isBlank(cell) ? [] : [cellText(cell).trim()]))
}

/** Required columns that neither the file nor the person gives. */
export function missingColumns(list: ListShape, { from, fills }: Matching): Column[] {
  return list.columns.filter(({ path, required }) => required && !(path in from) && !fills[path]?.trim())
}
