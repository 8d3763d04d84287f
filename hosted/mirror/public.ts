/**
 * @file Which documents may be public together: those that may by themselves, and whose strong references all
 * lead to others that may. Pure.
 */

export interface Node {
  /** Nothing of its own keeps it back. */
  mayStand: boolean
  /** Ids of its strong references. */
  strong: readonly string[]
}

/**
 * The greatest such set: documents that refer to each other in a ring stand or fall together.
 * @returns ids of those that may be public, and for each that only a reference holds back the id that does
 */
export function publicOf(nodes: ReadonlyMap<string, Node>): {
  shown: ReadonlySet<string>
  heldBy: ReadonlyMap<string, string>
} {
  const shown = new Set<string>()
  const referrers = new Map<string, string[]>()
  const heldBy = new Map<string, string>()
  for (const [id, { mayStand, strong }] of nodes) {
    if (!mayStand) continue
    shown.add(id)
    for (const to of strong) {
      const known = referrers.get(to)
      if (known) known.push(id)
      else referrers.set(to, [id])
    }
  }
  const missing = [...referrers.keys()].filter((id) => !shown.has(id))
  for (let to = missing.pop(); to !== undefined; to = missing.pop())
    for (const id of referrers.get(to) ?? []) {
      if (!shown.delete(id)) continue
      heldBy.set(id, to)
      missing.push(id)
    }
  return { shown, heldBy }
}
