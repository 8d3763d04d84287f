/**
 * @file The part of groq-js that the lake uses, with types of our own.
 *
 * groq-js 2.0.0 is published without the files its declarations refer to, so everything in it has the type
 * `any`; here, and only here, it gets one. Names of nodes are those of its syntax tree.
 */
import {
  evaluate as groqEvaluate,
  evaluateSync as groqEvaluateSync,
  parse as groqParse,
  Path as GroqPath,
} from 'groq-js'
import type { LakeDocument } from '../store/document.ts'

export type ExprNode =
  | { type: 'Everything' | 'This' }
  | { type: 'Value'; value: unknown }
  | { type: 'Parameter'; name: string }
  | { type: 'Group' | 'Not' | 'Asc' | 'Desc' | 'ArrayCoerce' | 'Deref' | 'Slice'; base: ExprNode }
  | { type: 'And' | 'Or'; left: ExprNode; right: ExprNode }
  | { type: 'OpCall'; op: string; left: ExprNode; right: ExprNode }
  | { type: 'AccessAttribute'; name: string; base?: ExprNode }
  | { type: 'Array'; elements: { type: 'ArrayElement'; value: ExprNode; isSplat: boolean }[] }
  | { type: 'Filter' | 'Projection' | 'Map' | 'FlatMap'; base: ExprNode; expr: ExprNode }
  | { type: 'FuncCall'; namespace: string; name: string; args: ExprNode[] }
  | { type: 'PipeFuncCall'; name: string; base: ExprNode; args: ExprNode[] }

export interface EvaluateOptions {
  dataset: readonly LakeDocument[]
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

interface PathLike {
  /** Called for `string in path`. */
  matches(text: string): boolean
}

export const PathBase: new (pattern: string) => PathLike = GroqPath
