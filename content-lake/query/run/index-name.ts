/**
 * @file What an index is over: an expression that looks at one document alone, named by its own text.
 *
 * Pure. Two queries that compare the same path name the same index, whatever they are written like.
 */
import type { LakeDocument } from '../../store/document.ts'
import type { ExprNode } from '../groq.ts'
import { referenceKeys, versionBases } from '../view/reference-keys.ts'
import { frameOf, type Env, type Run } from './frame.ts'
import type { Ordering } from './ordering.ts'
import { isPath } from './row-free.ts'

/** What `==` can find: strings, numbers, booleans and null. */
export type Key = string | number | boolean | null

export interface IndexDefinition {
  readonly name: string
  /** Every key once. */
  keysOf(document: LakeDocument): Iterable<Key>
}

export interface OrderDefinition {
  readonly name: string
  readonly directions: readonly { isDescending: boolean }[]
  keysOf(document: LakeDocument): readonly unknown[]
}

export const isKey = (value: unknown): value is Key =>
  value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'

/** A path asks its environment nothing. */
const NOTHING = {} as Env

export function equalityIndex(node: ExprNode, run: Run): IndexDefinition {
  return {
    name: `== ${JSON.stringify(node)}`,
    keysOf: (document) => {
      const value = run(frameOf(document), NOTHING) ?? null
      return isKey(value) ? [value] : []
    },
  }
}

export function memberIndex(node: ExprNode, run: Run): IndexDefinition {
  return {
    name: `in ${JSON.stringify(node)}`,
    keysOf: (document) => {
      const list = run(frameOf(document), NOTHING)
      return Array.isArray(list) ? new Set(list.map((entry: unknown) => entry ?? null).filter(isKey)) : []
    },
  }
}

export const REFERENCES: IndexDefinition = {
  name: 'references',
  keysOf: (document) => referenceKeys(document),
}

export const VERSION_OF: IndexDefinition = {
  name: 'versionOf',
  keysOf: ({ _id }) => new Set(versionBases(_id)),
}

/** Null when a key of the order looks at more than the document. */
export function orderName(args: readonly ExprNode[], ordering: Ordering): OrderDefinition | null {
  const keys = args.map((arg) => (arg.type === 'Asc' || arg.type === 'Desc' ? arg.base : arg))
  if (!keys.every(isPath)) return null
  return {
    name: JSON.stringify(keys) + ordering.map(({ isDescending }) => (isDescending ? '-' : '+')).join(''),
    directions: ordering,
    keysOf: (document) => {
      const frame = frameOf(document)
      return ordering.map(({ run }) => run(frame, NOTHING) ?? null)
    },
  }
}
