/**
 * @file Finds all occurrences of many patterns in one pass over a text (Aho and Corasick, 1975).
 *
 * Pure. Patterns and text are compared by UTF-16 units; the caller brings both into one form. Time is that of
 * the text and of what is found in it, however many patterns there are.
 */

export interface Occurrence {
  /** Place of the pattern in the list that was given. */
  pattern: number
  from: number
  to: number
}

export type Search = (text: string) => Occurrence[]

/** Units of UTF-16. */
const alphabet = 0x10000

interface Trie {
  next: Map<number, number>
  /** Patterns that end at a state. */
  ends: (number[] | undefined)[]
  /** Edges by their depth, each as its key in `next` and the state it leads to. */
  levels: { keys: number[]; states: number[] }[]
}

function trieOf(patterns: readonly string[]): Trie {
  const next = new Map<number, number>()
  const ends: (number[] | undefined)[] = [undefined]
  const levels: Trie['levels'] = []
  patterns.forEach((pattern, place) => {
    if (pattern === '') return
    let state = 0
    for (let at = 0; at < pattern.length; at += 1) {
      const key = state * alphabet + pattern.charCodeAt(at)
      const known = next.get(key)
      state = known ?? ends.length
      if (known !== undefined) continue
      next.set(key, state)
      ends.push(undefined)
      const level = (levels[at] ??= { keys: [], states: [] })
      level.keys.push(key)
      level.states.push(state)
    }
    const here = ends[state]
    if (here) here.push(place)
    else ends[state] = [place]
  })
  return { next, ends, levels }
}

/** For each state the longest proper ending of it that is a state too, and the nearest such where a pattern ends. */
function linksOf({ next, ends, levels }: Trie): { fail: Int32Array; up: Int32Array } {
  const fail = new Int32Array(ends.length)
  const up = new Int32Array(ends.length)
  // Those nearest to the root fail to the root, and each level rests on the one before it.
  for (const { keys, states } of levels.slice(1))
    keys.forEach((key, place) => {
      const state = states[place] ?? 0
      const link = stepFrom(next, fail, fail[Math.floor(key / alphabet)] ?? 0, key % alphabet)
      fail[state] = link
      up[state] = ends[link] ? link : (up[link] ?? 0)
    })
  return { fail, up }
}

function stepFrom(next: ReadonlyMap<number, number>, fail: Int32Array, from: number, unit: number): number {
  let state = from
  for (;;) {
    const found = next.get(state * alphabet + unit)
    if (found !== undefined) return found
    if (state === 0) return 0
    state = fail[state] ?? 0
  }
}

/** @param patterns empty ones are found nowhere; the same one may stand there twice */
export function searchFor(patterns: readonly string[]): Search {
  const trie = trieOf(patterns)
  const { fail, up } = linksOf(trie)
  return (text) => {
    const found: Occurrence[] = []
    let state = 0
    for (let at = 0; at < text.length; at += 1) {
      state = stepFrom(trie.next, fail, state, text.charCodeAt(at))
      for (let end = trie.ends[state] ? state : (up[state] ?? 0); end !== 0; end = up[end] ?? 0)
        for (const pattern of trie.ends[end] ?? [])
          found.push({ pattern, from: at + 1 - (patterns[pattern] ?? '').length, to: at + 1 })
    }
    return found
  }
}
