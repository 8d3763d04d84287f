/** @file A query over the lake that tells its answer anew whenever something in it changes. */
import { useEffect, useState } from 'react'
import { useDocumentStore } from 'sanity'
import { apiVersion } from '../../structure/lists.ts'

export interface Live<Answer> {
  /** Null: not read so far. */
  answer: Answer | null
  failed: boolean
}

/** The part of Sanity's document store that is used. */
interface Store {
  listenQuery(
    query: { fetch: string; listen: string },
    params: Record<string, string | string[]>,
    options: { apiVersion: string; perspective: 'raw'; tag: string; throttleTime: number },
  ): {
    subscribe(observer: { next(answer: unknown): void; error(error: unknown): void }): {
      unsubscribe(): void
    }
  }
}

/** Many changes in a row are told once. */
const throttleMs = 800

/** @param params asked anew where they differ @param asked false: nothing is asked */
export function useLive<Answer>(
  fetch: string,
  listen: string,
  params: Record<string, string | string[]>,
  asked = true,
): Live<Answer> {
  const store = useDocumentStore() as unknown as Store
  const [live, setLive] = useState<Live<Answer>>({ answer: null, failed: false })
  const key = JSON.stringify(params)
  useEffect(() => {
    if (!asked) return
    const listening = store
      .listenQuery({ fetch, listen }, JSON.parse(key) as Record<string, string | string[]>, {
        ...{ apiVersion, perspective: 'raw', tag: 'editorial', throttleTime: throttleMs },
      })
      .subscribe({
        next: (answer) => setLive({ answer: answer as Answer, failed: false }),
        error: () => setLive((before) => ({ ...before, failed: true })),
      })
    return () => listening.unsubscribe()
  }, [store, fetch, listen, key, asked])
  return live
}
