/**
 * @file The part of groq-js that the lake uses, with types of our own.
 *
 * groq-js 2.0.0 is published without the files its declarations refer to, so everything in it has the type
 * `any`; here, and only here, it gets one. Names of nodes are those of its syntax tree.
 */
import {
  DateTime as GroqDateTime,
  evaluate as groqEvaluate,
  evaluateSync as groqEvaluateSync,
  parse as groqParse,
  Path as GroqPath,
} from 'groq-js'
import type { LakeDocument } from '../store/document.ts'

export type ExprNode =
  | { type: 'Everything' | 'This' }
  | { type: 'Context' | 'Tuple' | 'SelectorFuncCall' | 'SelectorNested' }
  | { type: 'Value'; value: unknown }
  | { type: 'Parameter'; name: string }
  | { type: 'Parent'; n: number }
  | { type: 'Group' | 'Not' | 'Neg' | 'Pos' | 'Asc' | 'Desc' | 'ArrayCoerce' | 'Deref'; base: ExprNode }
  | { type: 'And' | 'Or'; left: ExprNode; right: ExprNode }
  | { type: 'OpCall'; op: string; left: ExprNode; right: ExprNode }
  | { type: 'InRange'; base: ExprNode; left: ExprNode; right: ExprNode; isInclusive: boolean }
  | { type: 'AccessAttribute'; name: string; base?: ExprNode }
  | { type: 'AccessElement'; index: number; base: ExprNode }
  | { type: 'Slice'; left: number; right: number; isInclusive: boolean; base: ExprNode }
  | { type: 'Array'; elements: { type: 'ArrayElement'; value: ExprNode; isSplat: boolean }[] }
  | { type: 'Object'; attributes: ObjectAttribute[] }
  | { type: 'Select'; alternatives: { condition: ExprNode; value: ExprNode }[]; fallback?: ExprNode }
  | { type: 'Filter' | 'Projection' | 'Map' | 'FlatMap'; base: ExprNode; expr: ExprNode }
  | { type: 'FuncCall'; namespace: string; name: string; args: ExprNode[] }
  | { type: 'PipeFuncCall'; name: string; base: ExprNode; args: ExprNode[] }

export type ObjectAttribute =
  | { type: 'ObjectAttributeValue'; name: string; value: ExprNode }
  | { type: 'ObjectConditionalSplat'; condition: ExprNode; value: ExprNode }
  | { type: 'ObjectSplat'; value: ExprNode }

export interface EvaluateOptions {
  dataset: readonly LakeDocument[]
  root?: unknown
  params: Record<string, unknown>
  identity?: string
  sanity?: { projectId: string; dataset: string }
  timestamp?: Date
  dereference?: (reference: { _ref: string }) => LakeDocument | null
}

/** @throws Error with `position` (UTF-16 offset) where the text is not GROQ */
export const parseGroq: (query: string, options: { params: Record<string, unknown> }) => ExprNode = groqParse

export const evaluateSync: (tree: ExprNode, options: EvaluateOptions) => { data: unknown } = groqEvaluateSync

export const evaluateAsync: (
  tree: ExprNode,
  options: EvaluateOptions,
) => Promise<{ get(): Promise<unknown> }> = groqEvaluate

export interface PathLike {
  /** Called for `string in path`. */
  matches(text: string): boolean
}

export const PathBase: new (pattern: string) => PathLike = GroqPath

interface DateTimeLike {
  equals(other: DateTimeLike): boolean
  compareTo(other: DateTimeLike): number
}

export const DateTime: new (date: Date) => DateTimeLike = GroqDateTime
