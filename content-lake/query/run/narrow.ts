/**
 * @file Finds the fewest candidates that the indexes give for a condition, without changing its answer.
 *
 * Pure. A conjunction is true only when every part is, so the candidates of any one part will do, and of a
 * part that its index answers exactly nothing is left to evaluate. Keys that do not look at the row, such as
 * `^._id`, are worked out once, before any row.
 */
import type { LakeDocument } from '../../store/document.ts'
import { PathBase, type ExprNode } from '../groq.ts'
import type { Posting } from '../view/posting.ts'
import type { Compiler } from './compile.ts'
import type { Env, Frame, Run } from './frame.ts'
import {
  equalityIndex,
  isKey,
  memberIndex,
  REFERENCES,
  VERSION_OF,
  type IndexDefinition,
  type Key,
} from './index-name.ts'
import { isPath, isRowFree } from './row-free.ts'

export interface Candidates {
  /** At most so many. */
  size: number
  documents(): readonly LakeDocument[]
  /** Which part of the condition holds for all of them. */
  answered: number | null
  /** Where they all have the same key in one index, or are all there are: that; undefined otherwise. */
  posting?: Posting | null
}

/** @param row a frame for the row, still without its value */
export type Narrowing = (row: Frame, env: Env) => Candidates

export function conjunctsOf(node: ExprNode): ExprNode[] {
  if (node.type === 'Group') return conjunctsOf(node.base)
  return node.type === 'And' ? [...conjunctsOf(node.left), ...conjunctsOf(node.right)] : [node]
}

/** One index, and the keys to look up in it. */
interface Lookup {
  index: IndexDefinition | '_id'
  keys: (row: Frame, env: Env) => Key[] | null
}

/** Any of these: a condition made of `||`. */
type Lookups = readonly Lookup[]

export function compileNarrowing(conjuncts: readonly ExprNode[], compiler: Compiler): Narrowing {
  const parts = conjuncts.flatMap((conjunct, answered) => {
    const lookups = lookupsOf(conjunct, compiler)
    return lookups ? [{ lookups, answered }] : []
  })
  // An id leaves one document, which ends the search.
  parts.sort((a, b) => Number(namesId(b.lookups)) - Number(namesId(a.lookups)))
  return (row, env) => {
    const { view } = env
    let best: Candidates = {
      size: view.size(null) ?? Infinity,
      documents: () => view.all(),
      answered: null,
      posting: null,
    }
    const offer = (found: Candidates) => {
      if (found.size <= best.size) best = found
    }
    const offerPosting = (posting: Posting, answered: number, wants: boolean) => {
      const size = view.size(posting, wants)
      if (size !== null) offer({ size, documents: () => view.lookUp(posting), answered, posting })
      return size !== null
    }
    const unbuilt: [Posting, number][] = []
    for (const { lookups, answered } of parts) {
      if (best.size <= 1) break
      const wanted = wantedOf(lookups, row, env)
      const [first] = wanted ?? []
      if (wanted?.length === 1 && first && first.index !== '_id') {
        const posting = { index: first.index, key: first.key }
        if (!offerPosting(posting, answered, false)) unbuilt.push([posting, answered])
      } else if (wanted) {
        const found = view.lookUpAll(wanted)
        if (found) offer({ size: found.length, documents: () => found, answered })
      }
    }
    for (const [posting, answered] of unbuilt)
      if (best.size > view.tuning.few) offerPosting(posting, answered, true)
    return best
  }
}

const namesId = (lookups: Lookups) => lookups.every(({ index }) => index === '_id')

/** Null when a list of keys turns out to be a pattern. */
function wantedOf(lookups: Lookups, row: Frame, env: Env) {
  const wanted: { index: Lookup['index']; key: Key }[] = []
  for (const { index, keys } of lookups) {
    const found = keys(row, env)
    if (!found) return null
    for (const key of new Set(found)) wanted.push({ index, key })
  }
  return wanted
}

function lookupsOf(node: ExprNode, compiler: Compiler): Lookups | null {
  switch (node.type) {
    case 'Group':
      return lookupsOf(node.base, compiler)
    case 'Or': {
      const left = lookupsOf(node.left, compiler)
      const right = left && lookupsOf(node.right, compiler)
      return left && right && [...left, ...right]
    }
    case 'FuncCall':
      return callLookups(node, compiler)
    case 'OpCall': {
      const lookup = operatorLookup(node, compiler)
      return lookup && [lookup]
    }
    default:
      return null
  }
}

function callLookups(node: ExprNode & { type: 'FuncCall' }, compiler: Compiler): Lookups | null {
  if (!node.args.every(isRowFree)) return null
  const args = node.args.map(compiler.run)
  const strings = (row: Frame, env: Env) =>
    args.flatMap((arg) => arg(row, env)).filter((id) => typeof id === 'string')
  const name = `${node.namespace}::${node.name}`
  if (name === 'global::references') return [{ index: REFERENCES, keys: strings }]
  const [first] = args
  if (name !== 'sanity::versionOf' || !first) return null
  return [
    {
      index: VERSION_OF,
      keys: (row, env) => {
        const id = first(row, env)
        return typeof id === 'string' ? [id] : []
      },
    },
  ]
}

/** `path == key`, `key == path`, `path in keys` and `key in path`. */
function operatorLookup(node: ExprNode & { type: 'OpCall' }, compiler: Compiler): Lookup | null {
  const { op, left, right } = node
  if (op === '==' && isPath(left) && isRowFree(right))
    return equality(left, one(compiler.run(right)), compiler)
  if (op === '==' && isPath(right) && isRowFree(left))
    return equality(right, one(compiler.run(left)), compiler)
  if (op !== 'in') return null
  if (isPath(left) && isRowFree(right)) return equality(left, many(compiler.run(right)), compiler)
  if (isPath(right) && isRowFree(left))
    return { index: memberIndex(right, compiler.run(right)), keys: one(compiler.run(left)) }
  return null
}

function equality(path: ExprNode, keys: Lookup['keys'], compiler: Compiler): Lookup {
  const isId = path.type === 'AccessAttribute' && !path.base && path.name === '_id'
  return { index: isId ? '_id' : equalityIndex(path, compiler.run(path)), keys }
}

/** A list or an object equals nothing, so it is no key. */
const one =
  (run: Run): Lookup['keys'] =>
  (row, env) => {
    const key = run(row, env) ?? null
    return isKey(key) ? [key] : []
  }

const many =
  (run: Run): Lookup['keys'] =>
  (row, env) => {
    const list = run(row, env)
    // `_id in path("drafts.**")` asks for a pattern.
    if (list instanceof PathBase) return null
    return Array.isArray(list) ? list.map((key: unknown) => key ?? null).filter(isKey) : []
  }
