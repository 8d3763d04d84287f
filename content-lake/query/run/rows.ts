/**
 * @file Rows of the dataset: `*`, filtered, ordered, projected and cut, from the indexes where they apply.
 *
 * Pure; the rule of run/compile.ts holds. Filters one behind another are one conjunction. A part of it that
 * an index answers exactly is not evaluated again; the others are, on the candidates. Candidates are in the
 * order of ids, as the dataset is.
 */
import type { LakeDocument } from '../../store/document.ts'
import type { ExprNode } from '../groq.ts'
import type { Compiler } from './compile.ts'
import { nest, type Env, type Frame, type Holds, type Rows } from './frame.ts'
import { compileOrdering, mapList } from './loop.ts'
import { compileNarrowing, conjunctsOf, type Narrowing } from './narrow.ts'
import { orderName, type OrderDefinition } from './index-name.ts'
import { sortBy } from './ordering.ts'
import { sliceBounds } from './access.ts'

type Documents = readonly LakeDocument[]

export function compileRows(node: ExprNode, compiler: Compiler): Rows | null {
  switch (node.type) {
    case 'Everything':
    case 'Filter': {
      const filtered = compileFiltered(node, compiler)
      return filtered && unordered(filtered)
    }
    case 'Group':
      return compiler.rows(node.base)
    case 'PipeFuncCall': {
      const filtered = node.name === 'order' ? compileFiltered(node.base, compiler) : null
      return filtered && compileOrdered(filtered, node.args, compiler)
    }
    case 'Slice': {
      const base = node.left >= 0 && node.right >= 0 ? compiler.rows(node.base) : null
      if (!base) return null
      const [left, right] = sliceBounds(node, 0)
      return {
        all: (frame, env) => base.slice(frame, env, left, right),
        slice: (frame, env, from, to) =>
          base.slice(frame, env, Math.min(right, left + from), Math.min(right, left + to)),
      }
    }
    case 'Map': {
      const base = compiler.rows(node.base)
      if (!base) return null
      const expr = compiler.run(node.expr)
      return {
        all: (frame, env) => mapList(base.all(frame, env), expr, frame, env),
        slice: (frame, env, from, to) => mapList(base.slice(frame, env, from, to), expr, frame, env),
      }
    }
    default:
      return null
  }
}

interface Filtered {
  narrowing: Narrowing
  /** For each part of the condition, in turn. */
  holds: readonly Holds[]
}

function compileFiltered(node: ExprNode, compiler: Compiler): Filtered | null {
  const conjuncts: ExprNode[] = []
  let at = node
  while (at.type === 'Filter' || at.type === 'Group') {
    if (at.type === 'Filter') conjuncts.unshift(...conjunctsOf(at.expr))
    at = at.base
  }
  if (at.type !== 'Everything') return null
  return {
    narrowing: compileNarrowing(conjuncts, compiler),
    holds: conjuncts.map((conjunct) => compiler.holds(conjunct)),
  }
}

/** What is left to evaluate, when an index has answered one part. */
function remaining({ holds }: Filtered, answered: number | null): Holds | null {
  const left = holds.filter((_, at) => at !== answered)
  const [first, second] = left
  if (!first) return null
  if (!second) return first
  return (frame, env) => left.every((part) => part(frame, env))
}

function unordered(filtered: Filtered): Rows {
  const slice = (frame: Frame, env: Env, from: number, to: number): Documents => {
    const row = nest(frame, null)
    const candidates = filtered.narrowing(row, env)
    const { answered } = candidates
    const documents = candidates.documents()
    const holds = remaining(filtered, answered)
    if (!holds) return from === 0 && to >= documents.length ? documents : documents.slice(from, to)
    return pick(
      documents,
      (document) => {
        row.value = document
        return holds(row, env)
      },
      from,
      to,
    )
  }
  return { slice, all: (frame, env) => slice(frame, env, 0, Infinity) }
}

/** The documents that hold, from one place among them to another; looks no further than it must. */
function pick(
  documents: Iterable<LakeDocument>,
  holds: (document: LakeDocument) => boolean,
  from: number,
  to: number,
): LakeDocument[] {
  const found: LakeDocument[] = []
  let count = 0
  if (to <= from) return found
  for (const document of documents) {
    if (!holds(document) || count++ < from) continue
    found.push(document)
    if (count >= to) break
  }
  return found
}

function compileOrdered(filtered: Filtered, args: readonly ExprNode[], compiler: Compiler): Rows {
  const ordering = compileOrdering(args, compiler)
  const definition: OrderDefinition | null = orderName(args, ordering)
  const slice = (frame: Frame, env: Env, from: number, to: number): Documents => {
    const row = nest(frame, null)
    const { size, documents, answered, posting } = filtered.narrowing(row, env)
    const holds = remaining(filtered, answered)
    const isTrue = (document: LakeDocument) => {
      row.value = document
      return !holds || holds(row, env)
    }
    const sorted =
      definition && posting !== undefined && size > env.view.tuning.sorted
        ? env.view.ordered(posting, definition)
        : null
    if (sorted) return pick(sorted, isTrue, from, to)
    const chosen = holds ? documents().filter(isTrue) : documents()
    return sortBy(chosen, ordering, to, row, env).slice(from, to)
  }
  return { slice, all: (frame, env) => slice(frame, env, 0, Infinity) }
}
