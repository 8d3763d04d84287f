/** @file The tree over the heads that are signed together; contracts/manifest-batch.ts has the rule. Pure. */
import { hash } from 'node:crypto'
import { leafText, nodeBytes, stepBytes } from '../../contracts/manifest-batch.ts'

type Hash = Buffer<ArrayBufferLike>

export interface Tree {
  root: Uint8Array
  /** @param leaf its number. @returns base64 of what leads from it to the root */
  path(leaf: number): string
}

const sha256 = (bytes: string | Uint8Array): Hash => hash('sha256', bytes, 'buffer')

export function treeOf(heads: readonly string[]): Tree {
  let row = heads.map((head) => sha256(leafText(head)))
  /** From the leaves up, without the root. */
  const rows: Hash[][] = []
  while (row.length > 1) {
    rows.push(row)
    row = pairs(row)
  }
  return {
    root: row[0] ?? sha256(''),
    path(leaf) {
      const path = Buffer.allocUnsafe(rows.length * stepBytes)
      let end = 0
      for (const [height, nodes] of rows.entries()) {
        const at = leaf >> height
        const neighbour = nodes[at ^ 1]
        if (!neighbour) continue
        path[end] = at & 1 ? 0 : 1
        path.set(neighbour, end + 1)
        end += stepBytes
      }
      return path.toString('base64', 0, end)
    },
  }
}

function pairs(row: readonly Hash[]): Hash[] {
  const above: Hash[] = []
  for (let at = 0; at < row.length; at += 2) {
    const [left, right] = [row[at], row[at + 1]]
    if (left) above.push(right ? sha256(nodeBytes(left, right)) : left)
  }
  return above
}
