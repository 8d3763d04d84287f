/**
 * @file Turns a syntax tree into functions, so that a query runs without walking the tree for every row.
 *
 * Pure. Rule: what runs gives what groq-js's `evaluateSync` gives for the same tree, view and parameters;
 * only the order of work and what is left out differ. What is not known here throws `NotCompiled`, and the
 * whole query is left to groq-js. Parameters are constants: trees are kept by them too.
 */
import type { ExprNode } from '../groq.ts'
import { makeRoom, nest, NotCompiled, type Holds, type Rows, type Run } from './frame.ts'
import { compileCall } from './call.ts'
import { compileAttribute, compileElement, compileObject, compileSelect, compileSlice } from './access.ts'
import { compileLoop, compileOrderedOrScored } from './loop.ts'
import { compileOperator, compileRange } from './operator.ts'
import { compileRows } from './rows.ts'
import { finite, isObject } from './value.ts'

export interface Compiler {
  params: Record<string, unknown>
  run(node: ExprNode): Run
  holds(node: ExprNode): Holds
  /** Null when the node is not documents of the dataset in a row. */
  rows(node: ExprNode): Rows | null
}

/** @throws NotCompiled */
export function compile(tree: ExprNode, params: Record<string, unknown>): Run {
  const compiler: Compiler = {
    params,
    run: (node) => compileNode(node, compiler),
    holds: (node) => compileHolds(node, compiler),
    rows: (node) => compileRows(node, compiler),
  }
  return compiler.run(tree)
}

function compileNode(node: ExprNode, compiler: Compiler): Run {
  const rows = compiler.rows(node)
  if (rows) return rows.all
  switch (node.type) {
    case 'This':
      return (frame) => frame.value
    case 'Value': {
      const value = node.value ?? null
      return () => value
    }
    case 'Parameter': {
      const value = compiler.params[node.name] ?? null
      return () => value
    }
    case 'Parent':
      return compileParent(node.n)
    case 'Group':
      return compiler.run(node.base)
    case 'Not': {
      const base = compiler.run(node.base)
      return (frame, env) => {
        const value = base(frame, env)
        return typeof value === 'boolean' ? !value : null
      }
    }
    case 'Neg':
    case 'Pos': {
      const base = compiler.run(node.base)
      const sign = node.type === 'Neg' ? -1 : 1
      return (frame, env) => {
        const value = base(frame, env)
        return typeof value === 'number' ? finite(sign * value) : null
      }
    }
    case 'Asc':
    case 'Desc':
      return () => null
    case 'And':
    case 'Or':
      return compileLogic(node, compiler)
    case 'OpCall':
      return compileOperator(node, compiler)
    case 'InRange':
      return compileRange(node, compiler)
    case 'AccessAttribute':
      return compileAttribute(node, compiler)
    case 'AccessElement':
      return compileElement(node, compiler)
    case 'Slice':
      return compileSlice(node, compiler)
    case 'ArrayCoerce': {
      const base = compiler.run(node.base)
      return (frame, env) => {
        const value = base(frame, env)
        return Array.isArray(value) ? value : null
      }
    }
    case 'Array':
      return compileArray(node, compiler)
    case 'Object':
      return compileObject(node, compiler)
    case 'Select':
      return compileSelect(node, compiler)
    case 'Deref':
      return compileDeref(node.base, compiler)
    case 'Projection': {
      const base = compiler.run(node.base)
      const expr = compiler.run(node.expr)
      return (frame, env) => {
        const value = base(frame, env)
        return isObject(value) ? expr(nest(frame, value), env) : null
      }
    }
    case 'Filter':
    case 'Map':
    case 'FlatMap':
      return compileLoop(node.type, node, compiler)
    case 'FuncCall':
      return compileCall(node, compiler)
    case 'PipeFuncCall':
      return compileOrderedOrScored(node, compiler)
    default:
      throw new NotCompiled(node.type)
  }
}

/** A conjunction is `true` only when both sides are, so the second need not run when the first is not. */
function compileHolds(node: ExprNode, compiler: Compiler): Holds {
  if (node.type === 'Group') return compiler.holds(node.base)
  if (node.type === 'And' || node.type === 'Or') {
    const left = compiler.holds(node.left)
    const right = compiler.holds(node.right)
    if (node.type === 'And') return (frame, env) => left(frame, env) && right(frame, env)
    return (frame, env) => left(frame, env) || right(frame, env)
  }
  const run = compiler.run(node)
  return (frame, env) => run(frame, env) === true
}

function compileLogic(node: ExprNode & { type: 'And' | 'Or' }, compiler: Compiler): Run {
  const left = compiler.run(node.left)
  const right = compiler.run(node.right)
  const deciding = node.type === 'Or'
  return (frame, env) => {
    const first = left(frame, env)
    if (first === deciding) return deciding
    const second = right(frame, env)
    if (second === deciding) return deciding
    return typeof first === 'boolean' && typeof second === 'boolean' ? !deciding : null
  }
}

function compileParent(levels: number): Run {
  return (frame) => {
    let current = frame
    for (let level = 0; level < levels; level++) {
      if (!current.parent) return null
      current = current.parent
    }
    return current.value
  }
}

function compileArray(node: ExprNode & { type: 'Array' }, compiler: Compiler): Run {
  const elements = node.elements.map(({ isSplat, value }) => ({ isSplat, run: compiler.run(value) }))
  return (frame, env) => {
    const result: unknown[] = []
    for (const { isSplat, run } of elements) {
      const value = run(frame, env) ?? null
      if (!isSplat) result.push(value)
      else if (Array.isArray(value)) for (const entry of value) result.push(entry)
    }
    makeRoom(env, result.length)
    return result
  }
}

function compileDeref(reference: ExprNode, compiler: Compiler): Run {
  const base = compiler.run(reference)
  return (frame, env) => {
    const value = base(frame, env)
    const id = isObject(value) ? value['_ref'] : null
    if (typeof id !== 'string') return null
    env.onDereference(id)
    return env.view.get(id) ?? null
  }
}
