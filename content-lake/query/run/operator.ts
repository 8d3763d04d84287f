/** @file Comparison, membership and arithmetic. Pure; the rule of run/compile.ts holds. */
import { evaluateSync, PathBase, type ExprNode } from '../groq.ts'
import type { Compiler } from './compile.ts'
import { NotCompiled, type Run } from './frame.ts'
import { compileMatch } from './match.ts'
import { finite, isEqual, partialCompare } from './value.ts'

type Operate = (left: unknown, right: unknown) => unknown

const comparing =
  (judge: (result: number) => boolean): Operate =>
  (left, right) => {
    const result = partialCompare(left, right)
    return result === null ? null : judge(result)
  }

/** Numbers here, all else as groq-js has it. */
const arithmetic =
  (op: string, operate: (left: number, right: number) => number): Operate =>
  (left, right) => {
    if (typeof left === 'number' && typeof right === 'number') return finite(operate(left, right))
    const tree: ExprNode = {
      type: 'OpCall',
      op,
      left: { type: 'Value', value: left },
      right: { type: 'Value', value: right },
    }
    return evaluateSync(tree, { dataset: [], params: {} }).data
  }

function isIn(left: unknown, right: unknown): boolean | null {
  if (right instanceof PathBase) return typeof left === 'string' ? right.matches(left) : null
  if (!Array.isArray(right)) return null
  for (const entry of right) if (isEqual(left, entry)) return true
  return false
}

const operators: Readonly<Record<string, Operate>> = {
  '==': isEqual,
  '!=': (left, right) => !isEqual(left, right),
  '>': comparing((result) => result > 0),
  '>=': comparing((result) => result >= 0),
  '<': comparing((result) => result < 0),
  '<=': comparing((result) => result <= 0),
  in: isIn,
  '+': arithmetic('+', (left, right) => left + right),
  '-': arithmetic('-', (left, right) => left - right),
  '*': arithmetic('*', (left, right) => left * right),
  '/': arithmetic('/', (left, right) => left / right),
  '%': arithmetic('%', (left, right) => left % right),
  '**': arithmetic('**', (left, right) => left ** right),
}

export function compileOperator(node: ExprNode & { type: 'OpCall' }, compiler: Compiler): Run {
  if (node.op === 'match') return compileMatch(node, compiler)
  const operate = operators[node.op]
  if (!operate) throw new NotCompiled(node.op)
  const left = compiler.run(node.left)
  const right = compiler.run(node.right)
  return (frame, env) => operate(left(frame, env) ?? null, right(frame, env) ?? null)
}

export function compileRange(node: ExprNode & { type: 'InRange' }, compiler: Compiler): Run {
  const [base, left, right] = [node.base, node.left, node.right].map(compiler.run)
  if (!base || !left || !right) throw new NotCompiled(node.type)
  return (frame, env) => {
    const value = base(frame, env)
    const below = partialCompare(value, left(frame, env))
    const above = below === null ? null : partialCompare(value, right(frame, env))
    if (below === null || above === null) return null
    return below >= 0 && (node.isInclusive ? above <= 0 : above < 0)
  }
}
