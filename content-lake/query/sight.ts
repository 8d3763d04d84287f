/**
 * @file What an answer depends on, so that a commit that changes none of it leaves the answer standing.
 *
 * Pure. Rule: anything uncertain counts as everything. A `*` is bounded when its filter can hold only for
 * documents of certain types or certain ids; documents that a reference led to are named one by one, there
 * or not. What is kept from a party can change with any document, so such answers depend on everything.
 */
import { publishedIdOf } from '../store/document.ts'
import { constantOf } from './constant.ts'
import type { ExprNode } from './groq.ts'
import { conjunctsOf } from './run/narrow.ts'
import type { View } from './view/view.ts'

export interface Sight {
  /** Null: any document at all. */
  documents: { types: string[]; ids: string[] } | null
  /** True when the same question asked later or by another gets another answer though nothing changed. */
  isMomentary: boolean
  /** For `syncTags`: a commit that can change the answer has one of these among its own. */
  tags: string[]
}

export const TAG_OF_ALL = 's1:all'
export const tagOfType = (type: string) => `s1:${type}`
export const tagOfId = (publishedId: string) => `s1:id:${publishedId}`

const NAMED_MAX = 500
const TAGS_MAX = 50

interface Found {
  types: Set<string>
  ids: Set<string>
}

export function sightOf(
  tree: ExprNode,
  params: Record<string, unknown>,
  { dereferenced, view, seesAll }: { dereferenced: ReadonlySet<string>; view: View; seesAll: boolean },
): Sight {
  const isMomentary = asksTheMoment(tree)
  const found: Found = { types: new Set(), ids: new Set() }
  const unbounded: Sight = { documents: null, isMomentary, tags: [TAG_OF_ALL] }
  if (!seesAll || dereferenced.size > NAMED_MAX || !isBounded(tree, params, found)) return unbounded
  const typesLedTo = new Set<string>()
  const idsLedTo: string[] = []
  for (const id of dereferenced) {
    const type = view.get(id)?._type
    if (type === undefined) idsLedTo.push(publishedIdOf(id))
    else typesLedTo.add(type)
  }
  const tags = [
    ...[...new Set([...found.types, ...typesLedTo])].map(tagOfType),
    ...[...new Set([...found.ids, ...idsLedTo])].map(tagOfId),
  ]
  return {
    documents: {
      types: [...found.types],
      ids: [...new Set([...found.ids, ...[...dereferenced].map(publishedIdOf)])],
    },
    isMomentary,
    tags: tags.length > TAGS_MAX ? [TAG_OF_ALL] : tags,
  }
}

/** Adds what the tree can see; false when that is not known. */
function isBounded(node: unknown, params: Record<string, unknown>, found: Found): boolean {
  if (Array.isArray(node)) return node.every((entry) => isBounded(entry, params, found))
  if (typeof node !== 'object' || node === null) return true
  const expression = node as ExprNode
  if (expression.type === 'Value') return true
  if (expression.type === 'Everything') return false
  if (expression.type === 'FuncCall' && expression.namespace === 'releases') found.types.add('system.release')
  if (expression.type === 'Filter') {
    const conditions: ExprNode[] = []
    let at: ExprNode = expression
    while (at.type === 'Filter' || at.type === 'Group') {
      if (at.type === 'Filter') conditions.push(...conjunctsOf(at.expr))
      at = at.base
    }
    if (at.type === 'Everything') {
      // One bound is enough; ids are the closer one.
      const isHeld = (attribute: '_id' | '_type') =>
        conditions.some((condition) => bounds(condition, attribute, params, found))
      if (!isHeld('_id') && !isHeld('_type')) return false
      return conditions.every((condition) => isBounded(condition, params, found))
    }
  }
  return Object.values(node).every((member) => isBounded(member, params, found))
}

/** `_type == "x"`, `_type in [...]`, and the same of `_id`. */
function bounds(
  node: ExprNode,
  name: '_id' | '_type',
  params: Record<string, unknown>,
  found: Found,
): boolean {
  if (node.type !== 'OpCall' || (node.op !== '==' && node.op !== 'in')) return false
  const isTurned = node.op === '==' && node.left.type !== 'AccessAttribute'
  const [attribute, other] = isTurned ? [node.right, node.left] : [node.left, node.right]
  if (attribute.type !== 'AccessAttribute' || attribute.base || attribute.name !== name) return false
  const constant = constantOf(other, params)
  const values: unknown[] | null = node.op === '==' ? [constant] : Array.isArray(constant) ? constant : null
  if (!values || constant === undefined || values.length > NAMED_MAX) return false
  for (const value of values.filter((one) => typeof one === 'string')) {
    if (name === '_type') found.types.add(value)
    else found.ids.add(publishedIdOf(value))
  }
  return true
}

const MOMENTARY = /^(global::(now|identity)|dateTime::now)$/

function asksTheMoment(node: unknown): boolean {
  if (Array.isArray(node)) return node.some(asksTheMoment)
  if (typeof node !== 'object' || node === null) return false
  const expression = node as ExprNode
  if (expression.type === 'Value') return false
  if (expression.type === 'FuncCall' && MOMENTARY.test(`${expression.namespace}::${expression.name}`))
    return true
  return Object.values(node).some(asksTheMoment)
}
