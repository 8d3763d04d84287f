/** @file Reads the constants out of a GROQ expression. Pure. */
import type { ExprNode } from './groq.ts'

/** The value of an expression that does not depend on any document; undefined for any other. */
export function constantOf(node: ExprNode, params: Record<string, unknown>): unknown {
  switch (node.type) {
    case 'Value':
      return node.value
    case 'Parameter':
      return params[node.name] ?? null
    case 'Group':
      return constantOf(node.base, params)
    case 'Array': {
      const entries: unknown[] = []
      for (const { isSplat, value } of node.elements) {
        const entry = isSplat ? undefined : constantOf(value, params)
        if (entry === undefined) return undefined
        entries.push(entry)
      }
      return entries
    }
    default:
      return undefined
  }
}
