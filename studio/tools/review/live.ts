/**
 * @file What is in review, live, held once for the navbar and the tool: one query and one stream for both.
 *
 * The stream is open while anybody listens. A failure is told and ends it; the next listener begins anew.
 */
import type { Rows } from './rows.ts'
import { rowsListen, rowsMax, rowsQuery } from './rows.ts'

export type Known = { rows: Rows; failed: false } | { rows: null; failed: boolean }

/** The part of an observable that is used. */
interface Stream {
  subscribe(observer: { next(rows: Rows): void; error(error: unknown): void }): { unsubscribe(): void }
}

/** The part of Sanity's document store that is used. */
export interface Lists {
  listenQuery(
    query: { fetch: string; listen: string },
    params: Record<string, string | number>,
    options: { apiVersion: string; perspective: 'raw'; tag: string; throttleTime: number },
  ): Stream
}

export interface LiveRows {
  get(): Known
  /** @returns how to stop listening */
  subscribe(listener: () => void): () => void
}

/** Many steps in a row are told once. */
const throttleMs = 800

/** @param me id of the account that looks */
export function liveRows(store: Lists, me: string, apiVersion: string): LiveRows {
  const listeners = new Set<() => void>()
  let known: Known = { rows: null, failed: false }
  let open: { unsubscribe(): void } | null = null

  const tell = (next: Known) => {
    known = next
    for (const listener of listeners) listener()
  }
  function begin() {
    const stream = store.listenQuery(
      { fetch: rowsQuery, listen: rowsListen },
      { me, max: rowsMax },
      { apiVersion, perspective: 'raw', tag: 'review.lists', throttleTime: throttleMs },
    )
    open = stream.subscribe({
      next: (rows) => tell({ rows, failed: false }),
      error: () => tell({ rows: null, failed: true }),
    })
  }

  return {
    get: () => known,
    subscribe(listener) {
      listeners.add(listener)
      if (!open) begin()
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        open?.unsubscribe()
        open = null
      }
    },
  }
}
