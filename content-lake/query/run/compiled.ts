/** @file Compiles each syntax tree once. Trees are kept by query and parameters (parse.ts), and so are these. */
import type { ExprNode } from '../groq.ts'
import { compile } from './compile.ts'
import { NotCompiled, type Run } from './frame.ts'

const runs = new WeakMap<ExprNode, Run | 'not compiled'>()

/** Null when only groq-js can evaluate the query. */
export function compiled(tree: ExprNode, params: Record<string, unknown>): Run | null {
  let run = runs.get(tree)
  if (!run) {
    try {
      run = compile(tree, params)
    } catch (error) {
      if (!(error instanceof NotCompiled)) throw error
      run = 'not compiled'
    }
    runs.set(tree, run)
  }
  return run === 'not compiled' ? null : run
}
