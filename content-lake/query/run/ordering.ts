/**
 * @file Sorting as `order` does: by several keys, ties in the order in which the rows came.
 *
 * Pure. When only the first few are wanted, no more than those are kept in order.
 */
import type { Env, Frame, Run } from './frame.ts'
import { totalCompare } from './value.ts'

export type Ordering = readonly { run: Run; isDescending: boolean }[]

export interface Keyed<T> {
  entry: T
  keys: readonly unknown[]
}

export function compareKeys(
  a: readonly unknown[],
  b: readonly unknown[],
  ordering: readonly { isDescending: boolean }[],
): number {
  for (let at = 0; at < ordering.length; at++) {
    const result = totalCompare(a[at], b[at])
    if (result !== 0) return ordering[at]?.isDescending ? -result : result
  }
  return 0
}

const FEW = 1000

/** @param row the frame for the keys; its value is set for each row
 *  @returns at least the first `count` of the sorted list */
export function sortBy<T>(list: readonly T[], ordering: Ordering, count: number, row: Frame, env: Env): T[] {
  const keysOf = (entry: T) => {
    row.value = entry ?? null
    return ordering.map(({ run }) => run(row, env) ?? null)
  }
  if (count <= FEW && count * 4 < list.length) return firstOf(list, keysOf, ordering, count)
  const keyed = list.map((entry): Keyed<T> => ({ entry, keys: keysOf(entry) }))
  return keyed.sort((a, b) => compareKeys(a.keys, b.keys, ordering)).map(({ entry }) => entry)
}

function firstOf<T>(
  list: readonly T[],
  keysOf: (entry: T) => readonly unknown[],
  ordering: Ordering,
  count: number,
): T[] {
  const kept: Keyed<T>[] = []
  for (const entry of list) {
    const keys = keysOf(entry)
    const last = kept.length < count ? undefined : kept.at(-1)
    if (count === 0 || (last && compareKeys(keys, last.keys, ordering) >= 0)) continue
    let low = 0
    let high = kept.length
    while (low < high) {
      const middle = (low + high) >> 1
      const other = kept[middle]
      if (other && compareKeys(other.keys, keys, ordering) <= 0) low = middle + 1
      else high = middle
    }
    kept.splice(low, 0, { entry, keys })
    if (kept.length > count) kept.pop()
  }
  return kept.map(({ entry }) => entry)
}
