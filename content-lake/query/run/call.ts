/**
 * @file Functions. Those that queries call for every row are here; others are asked of groq-js with their
 * arguments worked out. Pure; the rule of run/compile.ts holds.
 */
import { ExactPath } from '../exact-path.ts'
import { evaluateSync, type ExprNode } from '../groq.ts'
import { hasReferenceTo } from '../view/reference-keys.ts'
import { versionBases } from '../view/reference-keys.ts'
import type { Compiler } from './compile.ts'
import { NotCompiled, type Run } from './frame.ts'
import { plainText } from './plain-text.ts'
import { isObject } from './value.ts'

type Call = ExprNode & { type: 'FuncCall' }

/** Functions of groq-js that look at nothing but their arguments and the instant. */
const BORROWED =
  /^(global::(dateTime|round|string|length)|dateTime::now|string::(split|startsWith)|array::\w+|math::\w+)$/

export function compileCall(node: Call, compiler: Compiler): Run {
  const args = node.args.map(compiler.run)
  const [first, second] = args
  const name = `${node.namespace}::${node.name}`
  switch (name) {
    case 'global::count': {
      if (!first) break
      return (frame, env) => {
        const list = first(frame, env)
        return Array.isArray(list) ? list.length : null
      }
    }
    case 'global::defined':
      if (!first) break
      return (frame, env) => (first(frame, env) ?? null) !== null
    case 'global::coalesce':
      return (frame, env) => {
        for (const arg of args) {
          const value = arg(frame, env) ?? null
          if (value !== null) return value
        }
        return null
      }
    case 'global::lower':
    case 'string::lower':
    case 'global::upper':
    case 'string::upper': {
      if (!first) break
      const isLower = node.name === 'lower'
      return (frame, env) => {
        const text = first(frame, env)
        if (typeof text !== 'string') return null
        return isLower ? text.toLowerCase() : text.toUpperCase()
      }
    }
    case 'global::references':
      return (frame, env) => {
        const ids = new Set(args.flatMap((arg) => idsOf(arg(frame, env))))
        return ids.size > 0 && hasReferenceTo(frame.value, ids)
      }
    case 'global::identity':
      return (_, { identity }) => identity
    case 'global::now':
      return (_, { now }) => new Date(now).toISOString()
    case 'global::path':
      if (!first) break
      return pathOf(node, first, compiler)
    case 'pt::text':
      if (!first) break
      return (frame, env) => plainText(first(frame, env))
    case 'sanity::projectId':
      return (_, { projectId }) => projectId
    case 'sanity::dataset':
      return (_, { dataset }) => dataset
    case 'sanity::versionOf':
    case 'sanity::partOfRelease': {
      if (!first) break
      return (frame, env) => {
        const wanted = first(frame, env)
        if (typeof wanted !== 'string') return null
        const id = isObject(frame.value) ? frame.value['_id'] : null
        if (typeof id !== 'string') return null
        if (node.name === 'versionOf') return versionBases(id).includes(wanted)
        const parts = id.split('.')
        return parts.length >= 3 && parts[0] === 'versions' && parts[1] === wanted
      }
    }
    case 'releases::all': {
      const all = compiler.run({
        type: 'Filter',
        base: { type: 'Everything' },
        expr: {
          type: 'OpCall',
          op: '==',
          left: { type: 'AccessAttribute', name: '_type' },
          right: { type: 'Value', value: 'system.release' },
        },
      })
      return all
    }
  }
  if (!BORROWED.test(name) || (second === undefined && name === 'array::join')) throw new NotCompiled(name)
  return borrowed(node, args)
}

const idsOf = (value: unknown): string[] =>
  (Array.isArray(value) ? (value as unknown[]) : [value]).filter((id) => typeof id === 'string')

/** A path is made once when its pattern is a constant. */
function pathOf({ args }: Call, run: Run, { params }: Compiler): Run {
  const make = (pattern: unknown) => (typeof pattern === 'string' ? new ExactPath(pattern) : null)
  const [arg] = args
  if (arg?.type === 'Value') return constantly(make(arg.value))
  if (arg?.type === 'Parameter') return constantly(make(params[arg.name]))
  return (frame, env) => make(run(frame, env))
}

const constantly =
  (value: unknown): Run =>
  () =>
    value

function borrowed(node: Call, args: readonly Run[]): Run {
  return (frame, env) => {
    const values = args.map((arg): ExprNode => ({ type: 'Value', value: arg(frame, env) ?? null }))
    const options = { dataset: [], params: {}, timestamp: new Date(env.now) }
    return evaluateSync({ ...node, args: values }, options).data
  }
}
