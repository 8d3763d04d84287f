/** @file Filters that a person gave a name to. Pure. */
import { filterOf, filterText, type Filter } from './filter.ts'

export interface Saved {
  name: string
  /** As the address spells it. */
  filter: string
}

export const savedMax = 20
export const nameMax = 20

const isSaved = (value: unknown): value is Saved =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as Saved).name === 'string' &&
  typeof (value as Saved).filter === 'string'

/** @param stored whatever the lake kept */
export const readSaved = (stored: unknown): readonly Saved[] =>
  Array.isArray(stored) ? stored.filter(isSaved).slice(0, savedMax) : []

/** The page is none of it: a saved filter begins at its first. */
const textOf = (filter: Filter) => filterText({ ...filter, page: 1 })

/** The one that is looked at; null: this one has no name. */
export const savedAs = (saved: readonly Saved[], filter: Filter): Saved | null =>
  saved.find((each) => textOf(filterOf(each.filter)) === textOf(filter)) ?? null

/** Why it cannot be called so; null: it can. @param except a name that it may keep */
export function nameFault(
  saved: readonly Saved[],
  name: string,
  except: string | null = null,
): string | null {
  const trimmed = name.trim()
  if (trimmed === '') return '请写一个名字'
  if ([...trimmed].length > nameMax) return `名字太长了，最多 ${nameMax} 个字`
  if (trimmed !== except && saved.some((each) => each.name === trimmed))
    return '已经有叫这个名字的了，请换一个'
  if (except === null && saved.length >= savedMax) return `最多存 ${savedMax} 个，请先删掉不用的`
  return null
}

export const added = (saved: readonly Saved[], name: string, filter: Filter): readonly Saved[] => [
  ...saved,
  { name: name.trim(), filter: textOf(filter) },
]

export const renamed = (saved: readonly Saved[], from: string, to: string): readonly Saved[] =>
  saved.map((each) => (each.name === from ? { ...each, name: to.trim() } : each))

export const without = (saved: readonly Saved[], name: string): readonly Saved[] =>
  saved.filter((each) => each.name !== name)
