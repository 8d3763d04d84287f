/** @file Which parts a player lacks. In a broadcast thousands lack the same, and share one list. */
import { keeping } from '../compile/keeping.ts'
import type { Part } from '../compile/parts.ts'

type Known = readonly Readonly<{ hash: string }>[]

const after = keeping((known: Known) => {
  const hashes = new Set(known.map(({ hash }) => hash))
  return keeping((parts: readonly Part[]) => parts.filter(({ hash }) => !hashes.has(hash)))
})

/** @param known parts that the player has */
export const lacking = (parts: readonly Part[], known: Known): readonly Part[] => after(known)(parts)
