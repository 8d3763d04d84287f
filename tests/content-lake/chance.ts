/** @file Random choices that a seed repeats. */
export interface Chance {
  /** At least 0 and less than 1. */
  next(): number
  /** A whole number from 0 to `count - 1`. */
  below(count: number): number
  pick<T>(list: readonly [T, ...T[]]): T
  /** True this often of 100. */
  often(ofHundred: number): boolean
}

/** Mulberry32. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (count: number) => Math.floor(next() * count)
  return {
    next,
    below,
    pick: (list) => list[below(list.length)] ?? list[0],
    often: (ofHundred) => next() * 100 < ofHundred,
  }
}
