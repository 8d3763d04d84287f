/**
 * @file Tells, for one listener, whether a document is among those its query chooses.
 *
 * Pure. Filters made of comparisons of attributes with constants, as the Studio's are, become plain
 * functions; any other is evaluated by groq-js against the one document, within a limit of time, since it
 * runs where commits do. A filter that fails chooses nothing. Rule for what counts: a query that gives a list chooses what makes the list non-empty, any other
 * chooses what makes it true.
 */
import { PufaError } from '../../contracts/errors/registry.ts'
import { withinTime } from '../within-time.ts'
import { isPublishedId, publishedIdOf, type LakeDocument } from '../store/document.ts'
import { constantOf } from './constant.ts'
import { FilterBudget } from './filter-budget.ts'
import { evaluateSync, type ExprNode } from './groq.ts'
import { parseQuery } from './parse.ts'

/** Much more than any honest filter needs for one document. */
const TIME_MS_MAX = 500

/** @throws PufaError `lake.query-too-slow` */
export type DocumentFilter = (document: LakeDocument | null) => boolean

/**
 * @param budget of the account that listens
 * @throws PufaError `lake.malformed-query`, `lake.query-too-slow`
 */
export function compileFilter(
  query: string,
  params: Record<string, unknown>,
  budget = new FilterBudget(),
): DocumentFilter {
  const tree = withinTime(TIME_MS_MAX, () => parseQuery(query, params))
  const plain = compilePlain(tree, params)
  if (plain) return (document) => document !== null && plain(document)
  return (document) => {
    if (!document) return false
    try {
      const value = budget.spend(() =>
        withinTime(TIME_MS_MAX, () => evaluateSync(tree, { dataset: [document], params }).data),
      )
      return Array.isArray(value) ? value.length > 0 : Boolean(value)
    } catch (error) {
      if (error instanceof Error && !isTooSlow(error)) return false
      throw error
    }
  }
}

const isTooSlow = (error: Error) => error instanceof PufaError && error.code === 'lake.query-too-slow'

type Plain = (document: LakeDocument) => boolean

/** `*`, `*[…]`, and either with an order, a slice or a projection behind; else null. */
function compilePlain(tree: ExprNode, params: Record<string, unknown>): Plain | null {
  switch (tree.type) {
    case 'Everything':
      return () => true
    case 'Filter': {
      const base = compilePlain(tree.base, params)
      const condition = base && compileCondition(tree.expr, params)
      return base && condition && ((document) => base(document) && condition(document))
    }
    case 'Group':
      return compilePlain(tree.base, params)
    case 'Map':
      return tree.expr.type === 'Projection' ? compilePlain(tree.base, params) : null
    case 'PipeFuncCall':
      return tree.name === 'order' ? compilePlain(tree.base, params) : null
    default:
      return null
  }
}

function compileCondition(node: ExprNode, params: Record<string, unknown>): Plain | null {
  switch (node.type) {
    case 'Group':
      return compileCondition(node.base, params)
    case 'And':
    case 'Or': {
      const left = compileCondition(node.left, params)
      const right = compileCondition(node.right, params)
      if (!left || !right) return null
      if (node.type === 'And') return (document) => left(document) && right(document)
      return (document) => left(document) || right(document)
    }
    case 'FuncCall': {
      const [first, ...rest] = node.args
      const id = first && rest.length === 0 ? constantOf(first, params) : undefined
      if (node.namespace !== 'sanity' || node.name !== 'versionOf' || typeof id !== 'string') return null
      return ({ _id }) => _id === id || (!isPublishedId(_id) && publishedIdOf(_id) === id)
    }
    case 'OpCall': {
      if (node.left.type !== 'AccessAttribute' || node.left.base) return null
      const { name } = node.left
      const wanted = constantOf(node.right, params)
      if (wanted === undefined) return null
      if (node.op === '==' && typeof wanted === 'string') return (document) => document[name] === wanted
      if (node.op === 'in' && Array.isArray(wanted) && wanted.every((entry) => typeof entry === 'string')) {
        const set = new Set<unknown>(wanted)
        return (document) => set.has(document[name])
      }
      return null
    }
    default:
      return null
  }
}
