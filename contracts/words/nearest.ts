/** @file The known name that a misremembered one most likely means. Pure. */
import { plainName } from './mentions.ts'

/** Length of the longest row of characters that both hold in the same order. */
function sharedLength(a: string, b: string): number {
  let row = new Array<number>(b.length + 1).fill(0)
  for (const character of a) {
    const next = [0]
    for (let at = 1; at <= b.length; at += 1)
      next.push(character === b[at - 1] ? (row[at - 1] ?? 0) + 1 : Math.max(row[at] ?? 0, next[at - 1] ?? 0))
    row = next
  }
  return row[b.length] ?? 0
}

/** 《治安处罚法》 is near 治安管理处罚法 (0.83); 《合同法》 is not near 劳动合同法 (0.75), which is another law. */
const likenessMin = 0.8

/** @returns null when no name is near enough */
export function nearestName(name: string, known: readonly string[]): string | null {
  const sought = plainName(name)
  let best: string | null = null
  let likeness = likenessMin
  for (const each of known) {
    const together = sought.length + each.length
    // No two names of such different lengths can be so alike.
    if ((2 * Math.min(sought.length, each.length)) / together < likeness) continue
    const found = (2 * sharedLength(sought, each)) / together
    if (found < likeness || (found === likeness && best !== null)) continue
    best = each
    likeness = found
  }
  return best
}
