/**
 * @file Cuts a row of things into groups at the least total cost: atoms into lines, lines into pages.
 *
 * Pure. Dynamic programming over the last cut; `groupMax` bounds the work.
 */

/**
 * @param cost of the group [from, to); `Infinity` when it does not fit. A group of one must be finite
 * @returns the end of each group, in order
 */
export function partition(
  count: number,
  groupMax: number,
  cost: (from: number, to: number) => number,
): number[] {
  const best: number[] = [0]
  const cut: number[] = [0]
  for (let to = 1; to <= count; to++) {
    best[to] = Infinity
    for (let from = to - 1; from >= Math.max(0, to - groupMax); from--) {
      const own = cost(from, to)
      // Groups only grow as `from` falls: what does not fit at this width fits at no greater one.
      if (own === Infinity && from < to - 1) break
      const total = (best[from] ?? Infinity) + own
      if (total < (best[to] ?? Infinity)) {
        best[to] = total
        cut[to] = from
      }
    }
  }
  const ends: number[] = []
  for (let end = count; end > 0; end = cut[end] ?? 0) ends.unshift(end)
  return ends
}
