/**
 * @file Parses GROQ, and gives `text::query()` a meaning that groq-js leaves out.
 *
 * Pure. groq-js throws when it evaluates `text::query()`, which every document list of the Studio uses, so
 * `left match text::query(words)` is rewritten to a comparison it has (`string in path`) with a path of our
 * own making. Trees depend on the parameters too (`[0...$limit]`), so they are kept by both.
 */
import { failLake } from '../../contracts/errors/lake.ts'
import { constantOf } from './constant.ts'
import { ExactPath } from './exact-path.ts'
import { parseGroq, type ExprNode } from './groq.ts'
import { matchesAll, TEXT_ATTRIBUTE, TextQuery } from './text-query.ts'

const TREES_MAX = 500
const QUERY_LENGTH_MAX = 200_000
const trees = new Map<string, ExprNode>()

/** @throws PufaError `lake.malformed-query` with `query`, `start`, `end` (UTF-16 offsets) and `reason` */
export function parseQuery(query: string, params: Record<string, unknown>): ExprNode {
  const refuse = (start: number, reason: string, cause?: unknown) =>
    failLake('lake.malformed-query', { query, start, end: start + 1, reason }, cause)
  if (query.length > QUERY_LENGTH_MAX) throw refuse(QUERY_LENGTH_MAX, 'too long')
  const key = `${query}\n${JSON.stringify(params)}`
  const known = trees.get(key)
  if (known) return known
  let tree: ExprNode
  try {
    // groq-js wants an end of line behind a comment, even the last.
    const whole = query.slice(query.lastIndexOf('\n') + 1).includes('//') ? `${query}\n` : query
    tree = rewrite(parseGroq(whole, { params }), params)
  } catch (error) {
    if (!(error instanceof Error)) throw error
    const position = 'position' in error ? error.position : 0
    throw refuse(typeof position === 'number' ? position : 0, error.message, error)
  }
  if (trees.size >= TREES_MAX)
    for (const oldest of trees.keys()) {
      trees.delete(oldest)
      break
    }
  if (key.length < 20_000) trees.set(key, tree)
  return tree
}

function rewrite<T>(node: T, params: Record<string, unknown>): T {
  if (Array.isArray(node)) return node.map((entry: unknown) => rewrite(entry, params)) as T
  if (typeof node !== 'object' || node === null) return node
  const expression = node as unknown as ExprNode
  if (expression.type === 'Value') return node
  if (expression.type === 'OpCall' && expression.op === 'match') {
    const { left, right } = expression
    if (right.type === 'FuncCall' && right.namespace === 'text' && right.name === 'query') {
      const words = right.args[0] && constantOf(right.args[0], params)
      return matchText(left, typeof words === 'string' ? words : '') as T
    }
  }
  if (expression.type === 'FuncCall' && expression.namespace === 'global' && expression.name === 'path') {
    const pattern = expression.args[0] && constantOf(expression.args[0], params)
    if (typeof pattern === 'string') return { type: 'Value', value: new ExactPath(pattern) } as T
  }
  // groq-js looks for them in a dataset that the indexes leave empty when nothing else names `*`.
  if (expression.type === 'FuncCall' && expression.namespace === 'releases' && expression.name === 'all')
    return parseGroq('*[_type == "system.release"]', { params: {} }) as T
  const copy: Record<string, unknown> = {}
  for (const [name, member] of Object.entries(node)) copy[name] = rewrite(member, params)
  return copy as T
}

/** `@` stands for all text of the document; a list matches when one entry does, or all of them joined. */
function matchText(left: ExprNode, words: string): ExprNode {
  if (left.type === 'Group') return matchText(left.base, words)
  if (left.type === 'Array') {
    const [first, ...rest] = left.elements.map(({ value }) => matchText(value, words))
    if (!first) return { type: 'Value', value: false }
    return rest.reduce((either, next): ExprNode => ({ type: 'Or', left: either, right: next }), first)
  }
  const right: ExprNode = { type: 'Value', value: new TextQuery(words) }
  if (left.type === 'This' && matchesAll(words)) return { type: 'Value', value: true }
  if (left.type === 'This')
    return { type: 'OpCall', op: 'in', left: { type: 'AccessAttribute', name: TEXT_ATTRIBUTE }, right }
  const plain: ExprNode = { type: 'OpCall', op: 'in', left, right }
  const separator: ExprNode = { type: 'Value', value: ' ' }
  return {
    type: 'Or',
    left: plain,
    right: { type: 'OpCall', op: 'in', left: joinCall(left, separator), right },
  }
}

/** Borrowed from the parser, so that the node is whole whatever groq-js adds to it. */
function joinCall(list: ExprNode, separator: ExprNode): ExprNode {
  const call = parseGroq('array::join([], " ")', { params: {} })
  if (call.type !== 'FuncCall') throw new Error('groq-js has no array::join')
  return { ...call, args: [list, separator] }
}
