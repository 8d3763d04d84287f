/**
 * @file Tells what an expression inside a filter looks at.
 *
 * Pure. A key that does not look at the row can be worked out before any row is; a path that looks at
 * nothing but the row can be an index. Both answers err on the side of no.
 */
import type { ExprNode } from '../groq.ts'

interface Place {
  /** Frames between here and the filter's row that `^` counts. */
  depth: number
  isHidden: boolean
  /** True inside a loop or projection of the expression's own, where `@` is not the row. */
  isInside: boolean
}

const nested = ({ depth, isHidden }: Place): Place => ({
  depth: isHidden ? depth : depth + 1,
  isHidden: false,
  isInside: true,
})
const hidden = (place: Place): Place => ({ ...nested(place), isHidden: true })

const LOOKS_AT_THIS = new Set(['references', 'versionOf', 'partOfRelease', 'anywhere'])

/** True when the expression, put into a filter, gives the same for every row. */
export const isRowFree = (node: ExprNode): boolean =>
  isFree(node, { depth: 0, isHidden: false, isInside: false })

function isFree(node: ExprNode, place: Place): boolean {
  const free = (part: ExprNode) => isFree(part, place)
  switch (node.type) {
    case 'Value':
    case 'Parameter':
    case 'Everything':
      return true
    case 'This':
      return place.isInside
    case 'Parent':
      return node.n !== place.depth
    case 'AccessAttribute':
      return node.base ? free(node.base) : place.isInside
    case 'Group':
    case 'Not':
    case 'Neg':
    case 'Pos':
    case 'Asc':
    case 'Desc':
    case 'ArrayCoerce':
    case 'Deref':
    case 'AccessElement':
    case 'Slice':
      return free(node.base)
    case 'And':
    case 'Or':
    case 'OpCall':
      return free(node.left) && free(node.right)
    case 'InRange':
      return free(node.base) && free(node.left) && free(node.right)
    case 'Array':
      return node.elements.every(({ value }) => free(value))
    case 'Object':
      return node.attributes.every(
        (attribute) =>
          free(attribute.value) && (attribute.type !== 'ObjectConditionalSplat' || free(attribute.condition)),
      )
    case 'Select':
      return (
        node.alternatives.every(({ condition, value }) => free(condition) && free(value)) &&
        (!node.fallback || free(node.fallback))
      )
    case 'Filter':
    case 'Projection':
      return free(node.base) && isFree(node.expr, nested(place))
    case 'Map':
    case 'FlatMap':
      return free(node.base) && isFree(node.expr, hidden(place))
    case 'FuncCall':
      return (place.isInside || !LOOKS_AT_THIS.has(node.name)) && node.args.every(free)
    case 'PipeFuncCall':
      return free(node.base) && node.args.every((arg) => isFree(arg, nested(place)))
    default:
      return false
  }
}

/** `a`, `a.b`, `a[0].b`, `a[]._ref`, `lower(a)`: looks at the row alone, and gives what JSON holds. */
export function isPath(node: ExprNode): boolean {
  switch (node.type) {
    case 'AccessAttribute':
      return !node.base || isPath(node.base) || node.base.type === 'This'
    case 'Group':
    case 'ArrayCoerce':
    case 'AccessElement':
      return isPath(node.base)
    case 'Map':
    case 'FlatMap':
      return isPath(node.base) && (node.expr.type === 'This' || isPath(node.expr))
    case 'FuncCall':
      return (
        /^(global|string)::(lower|upper)$/.test(`${node.namespace}::${node.name}`) && node.args.every(isPath)
      )
    default:
      return false
  }
}
