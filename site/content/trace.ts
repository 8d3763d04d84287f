/**
 * @file What one rendering of a page has read: its document types, and until when what it says holds.
 *
 * Carried by the asynchronous context of the rendering, so that pages need not hand it around.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import type { Instant } from '../../contracts/part.ts'

export interface Trace {
  readonly types: Set<string>
  holdsUntil: Instant
  /** True once a query failed because the lake did not answer. */
  unreachable: boolean
}

export const traces = new AsyncLocalStorage<Trace>()

export function createTrace(holdsUntil: Instant): Trace {
  return { types: new Set(), holdsUntil, unreachable: false }
}
