/**
 * @file Where an expression stands while it runs: its value, what encloses it, and what it may ask.
 *
 * Frames are made anew for each loop and not for each row: evaluation is synchronous and keeps no frame, so
 * a loop sets `value` and goes on. As in groq-js, a hidden frame (that of `Map`) is passed over by `^`.
 */
import type { LakeDocument } from '../../store/document.ts'
import type { Instant } from '../../../contracts/part.ts'
import type { View } from '../view/view.ts'

export interface Env {
  view: View
  projectId: string
  dataset: string
  identity: string
  now: Instant
  /** How many more objects and entries of lists the query may make. */
  room: number
  /** Called with every id that a reference led to, whether or not it is there. */
  onDereference(id: string): void
}

export interface Frame {
  value: unknown
  parent: Frame | null
  isHidden: boolean
}

/** One expression, ready to run; gives what groq-js's `evaluateSync` gives. */
export type Run = (frame: Frame, env: Env) => unknown

/** True only where the expression is `true`. */
export type Holds = (frame: Frame, env: Env) => boolean

/** Documents, from which a part can be had without the rest. */
export interface Rows {
  all(frame: Frame, env: Env): readonly unknown[]
  /** The same as `all(…).slice(from, to)`; both at least 0. */
  slice(frame: Frame, env: Env, from: number, to: number): readonly unknown[]
}

/** Thrown when a query makes more than there is room for. */
export class NoRoom extends Error {}

/** @throws NoRoom */
export function makeRoom(env: Env, count: number): void {
  env.room -= count
  if (env.room < 0) throw new NoRoom('too much')
}

export const rootFrame = (): Frame => ({ value: null, parent: null, isHidden: false })

export const nest = (frame: Frame, value: unknown): Frame => ({
  value,
  parent: frame.isHidden ? frame.parent : frame,
  isHidden: false,
})

export const hide = (frame: Frame, value: unknown): Frame => ({
  value,
  parent: frame.isHidden ? frame.parent : frame,
  isHidden: true,
})

/** The frame of a document alone, for expressions that look at nothing else. */
export const frameOf = (document: LakeDocument): Frame => ({
  value: document,
  parent: null,
  isHidden: false,
})

/** Thrown while compiling what only groq-js itself can evaluate. */
export class NotCompiled extends Error {}
