/** @file Filters, maps, `order` and `score` over any list. Pure; the rule of run/compile.ts holds. */
import type { ExprNode } from '../groq.ts'
import type { Compiler } from './compile.ts'
import { hide, makeRoom, nest, NotCompiled, type Env, type Frame, type Run } from './frame.ts'
import { matchScore } from './match.ts'
import { sortBy, type Ordering } from './ordering.ts'
import { isObject } from './value.ts'

export function compileLoop(
  kind: 'Filter' | 'Map' | 'FlatMap',
  node: { base: ExprNode; expr: ExprNode },
  compiler: Compiler,
): Run {
  const base = compiler.run(node.base)
  if (kind === 'Filter') {
    const holds = compiler.holds(node.expr)
    return (frame, env) => {
      const list = base(frame, env)
      if (!Array.isArray(list)) return null
      makeRoom(env, list.length)
      const row = nest(frame, null)
      return list.filter((entry: unknown) => {
        row.value = entry ?? null
        return holds(row, env)
      })
    }
  }
  const expr = compiler.run(node.expr)
  const isFlat = kind === 'FlatMap'
  return (frame, env) => {
    const list = base(frame, env)
    if (!Array.isArray(list)) return null
    const mapped = mapList(list, expr, frame, env)
    return isFlat ? mapped.flat() : mapped
  }
}

export function mapList(list: readonly unknown[], expr: Run, frame: Frame, env: Env): unknown[] {
  makeRoom(env, list.length)
  const row = hide(frame, null)
  return list.map((entry) => {
    row.value = entry ?? null
    return expr(row, env) ?? null
  })
}

export function compileOrdering(args: readonly ExprNode[], compiler: Compiler): Ordering {
  return args.map((arg) => {
    const isDescending = arg.type === 'Desc'
    const key = arg.type === 'Desc' || arg.type === 'Asc' ? arg.base : arg
    return { run: compiler.run(key), isDescending }
  })
}

export function compileOrderedOrScored(node: ExprNode & { type: 'PipeFuncCall' }, compiler: Compiler): Run {
  const base = compiler.run(node.base)
  if (node.name === 'order') {
    const ordering = compileOrdering(node.args, compiler)
    return (frame, env) => {
      const list = base(frame, env)
      return Array.isArray(list) ? sortBy(list, ordering, Infinity, nest(frame, null), env) : null
    }
  }
  if (node.name !== 'score') throw new NotCompiled(node.name)
  const scores = node.args.map((arg) => compileScore(arg, compiler))
  return (frame, env) => {
    const list = base(frame, env)
    if (!Array.isArray(list)) return null
    const row = nest(frame, null)
    const scored = list.filter(isObject).map((entry) => {
      row.value = entry
      const before = typeof entry['_score'] === 'number' ? entry['_score'] : 0
      return Object.assign({}, entry, {
        _score: scores.reduce((sum, score) => sum + score(row, env), before),
      })
    })
    return scored.sort((a, b) => b._score - a._score)
  }
}

type Score = (frame: Frame, env: Env) => number

function compileScore(node: ExprNode, compiler: Compiler): Score {
  if (node.type === 'OpCall' && node.op === 'match') {
    const left = compiler.run(node.left)
    const right = compiler.run(node.right)
    return (frame, env) => matchScore(left(frame, env), right(frame, env))
  }
  if (node.type === 'FuncCall' && node.name === 'boost') {
    const [first, second] = node.args
    if (!first || !second) throw new NotCompiled(node.name)
    const inner = compileScore(first, compiler)
    const boost = compiler.run(second)
    return (frame, env) => {
      const score = inner(frame, env)
      const more = boost(frame, env)
      return typeof more === 'number' && score > 0 ? score + more : 0
    }
  }
  if (node.type === 'Or' || node.type === 'And') {
    const left = compileScore(node.left, compiler)
    const right = compileScore(node.right, compiler)
    const needsBoth = node.type === 'And'
    return (frame, env) => {
      const [a, b] = [left(frame, env), right(frame, env)]
      return needsBoth && (a === 0 || b === 0) ? 0 : a + b
    }
  }
  const holds = compiler.holds(node)
  return (frame, env) => Number(holds(frame, env))
}
