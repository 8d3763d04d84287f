/**
 * @file What equal, less and a type mean in GROQ, on plain values, exactly as groq-js has it.
 *
 * Pure. A value is what JSON holds, or groq-js's own `DateTime` or `Path`; undefined counts as null.
 */
import { DateTime, PathBase } from '../groq.ts'

export type ValueType =
  'null' | 'array' | 'path' | 'datetime' | 'object' | 'string' | 'number' | 'boolean' | 'other'

export function typeOf(value: unknown): ValueType {
  switch (typeof value) {
    case 'string':
      return 'string'
    case 'number':
      return 'number'
    case 'boolean':
      return 'boolean'
    case 'undefined':
      return 'null'
    case 'object':
      if (value === null) return 'null'
      if (Array.isArray(value)) return 'array'
      if (value instanceof PathBase) return 'path'
      return value instanceof DateTime ? 'datetime' : 'object'
    default:
      return 'other'
  }
}

export const isObject = (value: unknown): value is Record<string, unknown> => typeOf(value) === 'object'

/** Lists and objects equal nothing, not even themselves. */
export function isEqual(a: unknown, b: unknown): boolean {
  const left = a ?? null
  const right = b ?? null
  if (left === right && (typeof left !== 'object' || left === null)) return true
  return left instanceof DateTime && right instanceof DateTime && left.equals(right)
}

/** Null when the two cannot be compared. */
export function partialCompare(a: unknown, b: unknown): number | null {
  const type = typeOf(a)
  if (type !== typeOf(b)) return null
  if (type === 'string') return (a as string) < (b as string) ? -1 : Number((a as string) > (b as string))
  if (type === 'number' || type === 'boolean') return (a as number) - (b as number)
  return a instanceof DateTime && b instanceof DateTime ? a.compareTo(b) : null
}

const TYPE_ORDER: Partial<Record<ValueType, number>> = { datetime: 1, number: 2, string: 3, boolean: 4 }
const LAST = 100

/** The order of `order()`: whatever has no order of its own comes last, and ties there. */
export function totalCompare(a: unknown, b: unknown): number {
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : Number(a > b)
  const difference = (TYPE_ORDER[typeOf(a)] ?? LAST) - (TYPE_ORDER[typeOf(b)] ?? LAST)
  return difference === 0 ? (partialCompare(a, b) ?? 0) : difference
}

/** Arithmetic that ends in no number gives null. */
export const finite = (value: number) => (Number.isFinite(value) ? value : null)
