/**
 * @file Chance that can be repeated: the same seed always throws the same numbers.
 *
 * Every input of the fuzzer has a seed of its own, so that one input can be made again without those before it.
 */
export interface Dice {
  /** From 0 up to, and not including, `below`. */
  int(below: number): number
  chance(probability: number): boolean
  pick<T>(from: readonly T[]): T
  /** Between `least` and `most` of what `make` makes. */
  many<T>(least: number, most: number, make: () => T): T[]
}

/** @param seed any number; its lower 32 bits count */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  // Seeds that stand side by side begin alike.
  next()
  const int = (below: number) => Math.floor(next() * below)
  return {
    int,
    chance: (probability) => next() < probability,
    pick: (from) => from[int(from.length)] as (typeof from)[number],
    many: (least, most, make) => Array.from({ length: least + int(most - least + 1) }, make),
  }
}
