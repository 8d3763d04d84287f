/**
 * @file The answer of one query, live, held once for all that show it: one query and one stream.
 *
 * The stream is open while anybody listens. A failure is told, and it is begun again by itself after a while:
 * a lake that is busy for a moment must not leave a number missing until the page is loaded anew.
 */
export interface Known<Answer> {
  /** The last one there was; null: none so far. */
  answer: Answer | null
  /** Whether the lake has stopped telling; it is being asked again. */
  failed: boolean
}

/** The part of an observable that is used. */
interface Stream<Answer> {
  subscribe(observer: { next(answer: Answer): void; error(error: unknown): void }): { unsubscribe(): void }
}

type Params = Record<string, string | number | string[]>

/** The part of Sanity's document store that is used. */
export interface QueryStore<Answer> {
  listenQuery(
    query: { fetch: string; listen: string },
    params: Params,
    options: { apiVersion: string; perspective: 'raw'; tag: string; throttleTime: number },
  ): Stream<Answer>
}

export interface Asked {
  fetch: string
  listen: string
  params: Params
  apiVersion: string
  /** Names the query in the lake's log. */
  tag: string
  /** Many changes within it are told once. */
  throttleMs: number
}

export interface LiveQuery<Answer> {
  get(): Known<Answer>
  /** @returns how to stop listening */
  subscribe(listener: () => void): () => void
}

const soonestMs = 2_000
const latestMs = 30_000

export function liveQuery<Answer>(store: QueryStore<Answer>, asked: Asked): LiveQuery<Answer> {
  const listeners = new Set<() => void>()
  let known: Known<Answer> = { answer: null, failed: false }
  let open: { unsubscribe(): void } | null = null
  let again: ReturnType<typeof setTimeout> | null = null
  let failures = 0

  const tell = (next: Known<Answer>) => {
    known = next
    for (const listener of listeners) listener()
  }
  function begin() {
    again = null
    const { fetch, listen, params, apiVersion, tag, throttleMs } = asked
    const stream = store.listenQuery({ fetch, listen }, params, {
      ...{ apiVersion, tag, perspective: 'raw' },
      throttleTime: throttleMs,
    })
    open = stream.subscribe({
      next: (answer) => {
        failures = 0
        tell({ answer, failed: false })
      },
      error: () => {
        again = setTimeout(begin, Math.min(latestMs, soonestMs * 2 ** failures++))
        tell({ ...known, failed: true })
      },
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
        if (again) clearTimeout(again)
        open = again = null
      }
    },
  }
}
