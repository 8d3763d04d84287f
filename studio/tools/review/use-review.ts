/** @file What the lists are made of, for components: who looks, by what rules, and what is in review. */
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { useClient, useDocumentStore, type SanityClient } from 'sanity'
import type { ReviewStage } from '../../../contracts/documents/review.ts'
import { reviewStages } from '../../../contracts/documents/review.ts'
import { policyOf, standsInFor } from '../../../contracts/review/policy.ts'
import type { Absent, Actor } from '../../../contracts/review/rule.ts'
import { reviewApiVersion } from '../../review/steps.ts'
import { useNow } from '../../review/use-now.ts'
import { useReviewer } from '../../review/use-reviewer.ts'
import { liveRows, type Lists, type LiveRows } from './live.ts'
import type { Rows } from './rows.ts'
import type { Desk } from './tasks.ts'

const shared = new WeakMap<object, Map<string, LiveRows>>()

function sharedRows(store: Lists, me: string): LiveRows {
  const ofStore = shared.get(store) ?? new Map<string, LiveRows>()
  shared.set(store, ofStore)
  const found = ofStore.get(me) ?? liveRows(store, me, reviewApiVersion)
  ofStore.set(me, found)
  return found
}

const nobody: Actor = {
  ...{ id: '', name: '', county: null, isPerson: true },
  ...{ stages: [], isAdministrator: false },
}

interface Told {
  id: string
  displayName?: string
  county?: string | null
  stages?: readonly ReviewStage[]
}

/** What the lake does not tell of somebody absent is taken to be all of it; the lake decides by what it knows. */
const absentOf = ({ id, displayName, county, stages }: Told): Absent => ({
  ...{ id, name: displayName ?? '', county: county ?? null, stages: stages ?? reviewStages },
})

async function readPeople(client: SanityClient, ids: readonly string[]): Promise<Absent[]> {
  const answer = await client.request<Told | readonly (Told | null)[] | null>({
    url: `/users/${ids.map(encodeURIComponent).join(',')}`,
    tag: 'review.people',
  })
  return [answer].flat().flatMap((one) => (one ? [absentOf(one as Told)] : []))
}

/** Those whose places an account takes now. */
function useAbsent(ids: readonly string[]): readonly Absent[] {
  const client = useClient({ apiVersion: reviewApiVersion })
  const [absent, setAbsent] = useState<readonly Absent[]>([])
  const asked = ids.join(',')
  useEffect(() => {
    let left = false
    if (asked === '') setAbsent([])
    else
      readPeople(client, asked.split(',')).then(
        (people) => !left && setAbsent(people),
        // Then only one's own tasks are listed.
        () => !left && setAbsent([]),
      )
    return () => {
      left = true
    }
  }, [client, asked])
  return absent
}

const minuteMs = 60_000

export interface Reviewing {
  /** Null: not read so far. */
  known: Rows | null
  failed: boolean
  desk: Desk
}

export function useReviewing(): Reviewing {
  const store: Lists = useDocumentStore()
  const actor = useReviewer() ?? nobody
  const live = sharedRows(store, actor.id)
  const { answer: known, failed } = useSyncExternalStore(live.subscribe, live.get)
  const at = useNow(minuteMs)
  const policy = useMemo(() => policyOf(known?.policy), [known?.policy])
  const absent = useAbsent(standsInFor(policy, actor.id, at).map(({ from }) => from))
  const desk = useMemo(() => ({ actor, absent, policy, at }), [actor, absent, policy, at])
  return { known, failed, desk }
}
