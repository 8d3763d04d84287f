/**
 * @file Narrows what a query has to look at, by the indexes, without changing its answer.
 *
 * Pure. In `*[condition]`, when the condition can only be true of documents of certain ids or types, or of
 * those that refer to a certain document, `*` is replaced by exactly those, in the same order; the
 * whole condition is still evaluated on each. Rule: a conjunction is true only when every part is.
 */
import type { LakeDocument } from '../store/document.ts'
import { constantOf } from './constant.ts'
import type { ExprNode } from './groq.ts'
import type { View } from './perspective.ts'

export interface Plan {
  tree: ExprNode
  /** The documents for each `*` that could not be narrowed; empty when there is none. */
  dataset: LakeDocument[]
}

/** @param prepare called with every document a filter will see */
export function planQuery(
  tree: ExprNode,
  params: Record<string, unknown>,
  view: View,
  prepare: (document: LakeDocument) => LakeDocument,
): Plan {
  let needsAll = false

  const narrow = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(narrow)
    if (typeof node !== 'object' || node === null) return node
    const expression = node as ExprNode
    if (expression.type === 'Value') return node
    if (expression.type === 'Everything') needsAll = true
    if (expression.type === 'Filter' && expression.base.type === 'Everything') {
      const candidates = candidatesOf(expression.expr, params, view)
      if (candidates) {
        const base: ExprNode = { type: 'Value', value: candidates.documents.map(prepare) }
        // A list without the filter around it is an array all the same, to whatever stands behind.
        return candidates.isExact ? base : { ...expression, base, expr: narrow(expression.expr) }
      }
    }
    const copy: Record<string, unknown> = {}
    for (const [name, member] of Object.entries(node)) copy[name] = narrow(member)
    return copy
  }

  const narrowed = narrow(tree) as ExprNode
  return { tree: narrowed, dataset: needsAll ? view.all().map(prepare) : [] }
}

/** Documents that an index gives for a condition, in the order of the whole. */
interface Candidates {
  documents: LakeDocument[]
  /** True when the condition holds for every one of them, and need not be evaluated. */
  isExact: boolean
}

/** The shortest list that an index gives for one part of the conjunction, or null when none applies. */
function candidatesOf(condition: ExprNode, params: Record<string, unknown>, view: View): Candidates | null {
  switch (condition.type) {
    case 'Group':
      return candidatesOf(condition.base, params, view)
    case 'And': {
      const left = candidatesOf(condition.left, params, view)
      const right = left && left.documents.length <= 1 ? null : candidatesOf(condition.right, params, view)
      const shorter = !left || (right && right.documents.length < left.documents.length) ? right : left
      return shorter && { ...shorter, isExact: false }
    }
    case 'FuncCall': {
      const [first, ...rest] = condition.args
      const id = first && rest.length === 0 ? constantOf(first, params) : undefined
      if (typeof id !== 'string') return null
      const name = `${condition.namespace}::${condition.name}`
      if (name === 'global::references') return { documents: view.referringTo(id), isExact: false }
      if (name === 'sanity::versionOf') return { documents: view.versionsOf(id), isExact: false }
      return null
    }
    case 'OpCall': {
      const wanted = attributeValues(condition, params)
      if (wanted?.name === '_id') return { documents: byIds(wanted.values, view), isExact: true }
      if (wanted?.name === '_type') return { documents: byTypes(wanted.values, view), isExact: true }
      return null
    }
    default:
      return null
  }
}

/** `name == constant`, `constant == name` and `name in [constants]`, for strings. */
function attributeValues(node: ExprNode & { type: 'OpCall' }, params: Record<string, unknown>) {
  const [attribute, other] =
    node.left.type === 'AccessAttribute' || node.op === 'in'
      ? [node.left, node.right]
      : [node.right, node.left]
  if (attribute.type !== 'AccessAttribute' || attribute.base) return null
  const constant = constantOf(other, params)
  const values = node.op === '==' ? [constant] : node.op === 'in' && Array.isArray(constant) ? constant : null
  if (!values || constant === undefined) return null
  // A value that is no string equals no id and no type.
  return {
    name: attribute.name,
    values: values.filter((value: unknown) => typeof value === 'string') as string[],
  }
}

const byIds = (ids: string[], view: View) => [...new Set(ids)].sort().flatMap((id) => view.get(id) ?? [])

function byTypes(types: string[], view: View): LakeDocument[] {
  const distinct = [...new Set(types)]
  const found = distinct.flatMap((type) => view.ofType(type))
  if (distinct.length > 1) found.sort((a, b) => (a._id < b._id ? -1 : 1))
  return found
}
