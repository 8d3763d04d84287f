/** @file A query over the lake that tells its answer anew whenever something in it changes. */
import { useMemo, useSyncExternalStore } from 'react'
import { useDocumentStore } from 'sanity'
import { apiVersion } from '../structure/lists.ts'
import { liveQuery, type Known, type QueryStore } from './live-query.ts'

/** Many changes in a row are told once. */
const throttleMs = 800
const unasked: Known<never> = { answer: null, failed: false }
const silent = { get: () => unasked, subscribe: () => () => undefined }

/** @param params asked anew where they differ @param asked false: nothing is asked */
export function useLive<Answer>(
  fetch: string,
  listen: string,
  params: Record<string, string | string[]>,
  asked = true,
): Known<Answer> {
  const store: QueryStore<Answer> = useDocumentStore()
  const key = JSON.stringify(params)
  const live = useMemo(
    () =>
      asked
        ? liveQuery<Answer>(store, {
            ...{ fetch, listen, params: JSON.parse(key) as Record<string, string | string[]> },
            ...{ apiVersion, tag: 'live', throttleMs },
          })
        : silent,
    [store, fetch, listen, key, asked],
  )
  return useSyncExternalStore<Known<Answer>>(live.subscribe, live.get)
}
