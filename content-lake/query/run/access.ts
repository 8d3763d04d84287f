/** @file Members of objects and lists, new objects, and `select`. Pure; the rule of run/compile.ts holds. */
import type { ExprNode } from '../groq.ts'
import { TEXT_ATTRIBUTE, textOf } from '../text-query.ts'
import type { Compiler } from './compile.ts'
import { makeRoom, type Env, type Frame, type Run } from './frame.ts'
import { isObject } from './value.ts'

/** Names that a plain read would find on every object, or on groq-js's own kinds of values. */
const NOT_PLAIN = new Set([...Object.getOwnPropertyNames(Object.prototype), 'date', 'pattern', 'patternRe'])

export function compileAttribute(node: ExprNode & { type: 'AccessAttribute' }, compiler: Compiler): Run {
  const { name } = node
  const base: Run = node.base ? compiler.run(node.base) : (frame) => frame.value
  if (name === TEXT_ATTRIBUTE)
    return (frame, env) => {
      const value = base(frame, env)
      return isObject(value) ? textOf(value) : null
    }
  if (NOT_PLAIN.has(name))
    return (frame, env) => {
      const value = base(frame, env)
      return isObject(value) && Object.hasOwn(value, name) ? (value[name] ?? null) : null
    }
  const read = (value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? ((value as Record<string, unknown>)[name] ?? null)
      : null
  if (!node.base || node.base.type === 'This') return (frame) => read(frame.value)
  return (frame, env) => read(base(frame, env))
}

export function compileElement(node: ExprNode & { type: 'AccessElement' }, compiler: Compiler): Run {
  const { index } = node
  const rows = compiler.rows(node.base)
  if (rows && index >= 0) return (frame, env) => rows.slice(frame, env, index, index + 1)[0] ?? null
  const base = compiler.run(node.base)
  return (frame, env) => {
    const list = base(frame, env)
    if (!Array.isArray(list)) return null
    return (list as unknown[])[index < 0 ? index + list.length : index] ?? null
  }
}

/** Of lists that are not rows of documents; those: run/rows.ts. */
export function compileSlice(node: ExprNode & { type: 'Slice' }, compiler: Compiler): Run {
  const base = compiler.run(node.base)
  return (frame, env) => {
    const list = base(frame, env)
    if (!Array.isArray(list)) return null
    const [from, to] = sliceBounds(node, list.length)
    return list.slice(from, to) as unknown
  }
}

export function sliceBounds(
  { left, right, isInclusive }: ExprNode & { type: 'Slice' },
  length: number,
): [number, number] {
  const from = left < 0 ? length + left : left
  const to = (right < 0 ? length + right : right) + Number(isInclusive)
  return [Math.max(0, from), Math.max(0, to)]
}

type Put = (result: Record<string, unknown>, frame: Frame, env: Env) => void

export function compileObject(node: ExprNode & { type: 'Object' }, compiler: Compiler): Run {
  const puts = node.attributes.map((attribute): Put => {
    const value = compiler.run(attribute.value)
    const splat: Put = (result, frame, env) => {
      const members = value(frame, env)
      if (isObject(members)) Object.assign(result, members)
    }
    switch (attribute.type) {
      case 'ObjectAttributeValue': {
        const { name } = attribute
        return (result, frame, env) => {
          result[name] = value(frame, env) ?? null
        }
      }
      case 'ObjectSplat':
        return splat
      case 'ObjectConditionalSplat': {
        const holds = compiler.holds(attribute.condition)
        return (result, frame, env) => {
          if (holds(frame, env)) splat(result, frame, env)
        }
      }
    }
  })
  return (frame, env) => {
    makeRoom(env, puts.length)
    const result: Record<string, unknown> = {}
    for (const put of puts) put(result, frame, env)
    return result
  }
}

export function compileSelect(node: ExprNode & { type: 'Select' }, compiler: Compiler): Run {
  const alternatives = node.alternatives.map(({ condition, value }) => ({
    holds: compiler.holds(condition),
    run: compiler.run(value),
  }))
  const fallback = node.fallback ? compiler.run(node.fallback) : () => null
  return (frame, env) => {
    for (const { holds, run } of alternatives) if (holds(frame, env)) return run(frame, env)
    return fallback(frame, env)
  }
}
