/** @file The states of all that is not simply public, for components: known once for all rows of all lists. */
import { useMemo, useSyncExternalStore } from 'react'
import { useDocumentStore } from 'sanity'
import { typeRules } from '../../../contracts/documents/kinds.ts'
import { policyOf } from '../../../contracts/review/policy.ts'
import { liveQuery, type LiveQuery, type QueryStore } from '../../lake/live-query.ts'
import { reviewApiVersion } from '../../review/steps.ts'
import { useNow } from '../../review/use-now.ts'
import { useReviewer } from '../../review/use-reviewer.ts'
import { entriesListen, entriesQuery, entryState, type Entries, type Entry } from './entries.ts'
import type { StateShown } from './state.ts'

const shared = new WeakMap<object, LiveQuery<Entries>>()
const throttleMs = 2500
const minuteMs = 60_000

function sharedEntries(store: QueryStore<Entries>): LiveQuery<Entries> {
  const found =
    shared.get(store) ??
    liveQuery(store, {
      ...{ fetch: entriesQuery, listen: entriesListen, params: { types: Object.keys(typeRules) } },
      ...{ apiVersion: reviewApiVersion, tag: 'comfort.states', throttleMs },
    })
  shared.set(store, found)
  return found
}

const bySubject = new WeakMap<Entries, ReadonlyMap<string, Entry>>()

/** Made once for all the rows that ask. */
function indexed(entries: Entries): ReadonlyMap<string, Entry> {
  const found =
    bySubject.get(entries) ?? new Map(entries.entries.map((entry) => [entry.subject, entry] as const))
  bySubject.set(entries, found)
  return found
}

/**
 * @param subject id of the published content
 * @returns null where there is nothing to say: public as it stands, or not known so far
 */
export function useListedState(subject: string, isReviewed: boolean): StateShown | null {
  const store: QueryStore<Entries> = useDocumentStore()
  const live = sharedEntries(store)
  const { answer } = useSyncExternalStore(live.subscribe, live.get)
  const actor = useReviewer()
  const at = useNow(minuteMs)
  const policy = useMemo(() => policyOf(answer?.policy), [answer])
  const entry = answer && indexed(answer).get(subject)
  return entry && actor ? entryState(entry, { actor, policy, at }, isReviewed) : null
}
