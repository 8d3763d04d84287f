/**
 * @file Tells, for one listener, whether a document is among those its query chooses.
 *
 * Pure. Filters made of comparisons of attributes with constants, as the Studio's and those of the rules of
 * access are, become plain functions; any other runs against the one document as a dataset, within a limit
 * of time, since it runs where commits do. A filter that fails chooses nothing. Rule for what counts: a query
 * that gives a list chooses what makes the list non-empty, any other chooses what makes it true.
 */
import { failLake } from '../../contracts/errors/lake.ts'
import { PufaError } from '../../contracts/errors/registry.ts'
import { withinTime } from '../within-time.ts'
import { isPublishedId, isRecord, publishedIdOf, type LakeDocument } from '../store/document.ts'
import { constantOf } from './constant.ts'
import { ExactPath } from './exact-path.ts'
import { FilterBudget } from './filter-budget.ts'
import { evaluateSync, type ExprNode } from './groq.ts'
import { parseQuery } from './parse.ts'
import { compiled } from './run/compiled.ts'
import { NoRoom, rootFrame } from './run/frame.ts'
import { viewOfOne } from './view/view-of-one.ts'

/** Far more than a filter makes of one document. */
const ROOM = 100_000

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
      const value = budget.spend(() => withinTime(TIME_MS_MAX, () => valueOf(tree, params, document)))
      return Array.isArray(value) ? value.length > 0 : Boolean(value)
    } catch (error) {
      if (error instanceof NoRoom) throw failLake('lake.query-too-slow', {}, error)
      if (error instanceof Error && !isTooSlow(error)) return false
      throw error
    }
  }
}

const isTooSlow = (error: Error) => error instanceof PufaError && error.code === 'lake.query-too-slow'

/** Whether a filter is judged without groq-js. @throws PufaError `lake.malformed-query` */
export const isPlainFilter = (query: string, params: Record<string, unknown>) =>
  compilePlain(parseQuery(query, params), params) !== null

function valueOf(tree: ExprNode, params: Record<string, unknown>, document: LakeDocument): unknown {
  const run = compiled(tree, params)
  if (!run) return evaluateSync(tree, { dataset: [document], params }).data
  return run(rootFrame(), {
    view: viewOfOne(document),
    projectId: '',
    dataset: '',
    identity: '',
    // A filter judges a change, so its instant is that of the change.
    now: Date.parse(document._updatedAt),
    room: ROOM,
    onDereference: () => {},
  })
}

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
    case 'Not': {
      // Only of what is never null: the opposite of null is null, which chooses nothing.
      const inner = isTotal(node.base) ? compileCondition(node.base, params) : null
      return inner && ((document) => !inner(document))
    }
    case 'FuncCall': {
      const [first, ...rest] = node.args
      if (!first || rest.length > 0) return null
      if (node.namespace === 'global' && node.name === 'defined') {
        const read = readerOf(first)
        return read && ((document) => (read(document) ?? null) !== null)
      }
      const id = constantOf(first, params)
      if (node.namespace !== 'sanity' || node.name !== 'versionOf' || typeof id !== 'string') return null
      return ({ _id }) => _id === id || (!isPublishedId(_id) && publishedIdOf(_id) === id)
    }
    case 'OpCall': {
      const read = readerOf(node.left)
      if (!read) return null
      const wanted = constantOf(node.right, params)
      if (node.op === 'in' && wanted instanceof ExactPath)
        return isAlwaysText(node.left) ? (document) => wanted.matches(String(read(document))) : null
      if (node.op === '==' && typeof wanted === 'string') return (document) => read(document) === wanted
      if (node.op === 'in' && Array.isArray(wanted) && wanted.every((entry) => typeof entry === 'string')) {
        const set = new Set<unknown>(wanted)
        return (document) => set.has(read(document))
      }
      return null
    }
    default:
      return null
  }
}

/** Reads `a` or `a._ref` of a document; null for any other expression. */
function readerOf(node: ExprNode): ((document: LakeDocument) => unknown) | null {
  if (node.type !== 'AccessAttribute') return null
  const { name, base } = node
  if (!base) return (document) => memberOf(document, name)
  if (base.type !== 'AccessAttribute' || base.base) return null
  return (document) => memberOf(memberOf(document, base.name), name)
}

const memberOf = (value: unknown, name: string) =>
  isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined

const isAlwaysText = (node: ExprNode) =>
  node.type === 'AccessAttribute' && !node.base && (node.name === '_id' || node.name === '_type')

/** Whether a condition that has a plain form is true or false of every document, and never null. */
function isTotal(node: ExprNode): boolean {
  switch (node.type) {
    case 'Group':
    case 'Not':
      return isTotal(node.base)
    case 'And':
    case 'Or':
      return isTotal(node.left) && isTotal(node.right)
    case 'FuncCall':
      return node.name === 'defined'
    case 'OpCall':
      return true
    default:
      return false
  }
}
