/** @file What the browser remembers of a list: the columns that the person chose last time. */
import type { Remembered } from './match.ts'

type Store = Pick<Storage, 'getItem' | 'setItem'>

const keyOf = (list: string) => `pufa.tables.columns.${list}`

/** Nothing where nothing sound is kept. */
export function remembered(store: Store, list: string): Remembered {
  try {
    const kept: unknown = JSON.parse(store.getItem(keyOf(list)) ?? '{}')
    if (typeof kept !== 'object' || kept === null || Array.isArray(kept)) return {}
    return Object.fromEntries(
      Object.entries(kept).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    )
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof DOMException) return {}
    throw error
  }
}

/** @returns false where the browser keeps nothing (its storage is full or forbidden) */
export function remember(store: Store, list: string, columns: Remembered): boolean {
  try {
    store.setItem(keyOf(list), JSON.stringify(columns))
    return true
  } catch (error) {
    if (error instanceof DOMException) return false
    throw error
  }
}
