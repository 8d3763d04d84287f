/**
 * @file What fits on the disk, and what must go.
 *
 * Pure. What the fallback needs comes first and is never given up; then the order of need decides, so
 * that what is needed latest goes missing first. An asset that does not fit makes no way for later ones
 * to go missing: they are taken where they fit.
 */
export interface Piece {
  sha256: string
  bytes: number
}

/** @returns hashes of those that may be held, all together within `bytesMax` */
export function fitting(
  needed: readonly Piece[],
  essential: readonly Piece[],
  bytesMax: number,
): ReadonlySet<string> {
  const fit = new Set<string>()
  let left = bytesMax
  for (const { sha256, bytes } of [...essential, ...needed]) {
    if (fit.has(sha256) || bytes > left) continue
    fit.add(sha256)
    left -= bytes
  }
  return fit
}

/**
 * @param held bytes of each asset at hand
 * @param untouchable those that fit, and those that another player needs
 * @returns what to throw away, in that order, until `excess` bytes are free or nothing more may go
 */
export function evictions(
  held: ReadonlyMap<string, number>,
  needed: readonly Piece[],
  untouchable: (sha256: string) => boolean,
  excess: number,
): readonly string[] {
  const rank = new Map(needed.map(({ sha256 }, index) => [sha256, index]))
  const rankOf = (name: string): number => rank.get(name) ?? Infinity
  const order = [...held.keys()].filter((name) => !untouchable(name))
  order.sort((a, b) => (rankOf(a) === rankOf(b) ? 0 : rankOf(b) - rankOf(a)))
  const gone: string[] = []
  let left = excess
  for (const name of order) {
    if (left <= 0) break
    gone.push(name)
    left -= held.get(name) ?? 0
  }
  return gone
}
