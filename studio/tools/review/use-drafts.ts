/** @file Drafts not handed in, live: those of the person who looks, or all that he may read. */
import { useEffect, useMemo, useState } from 'react'
import { useClient, useDocumentStore } from 'sanity'
import { reviewApiVersion } from '../../review/steps.ts'
import { draftsMax, draftsQuery, draftTypes, notHandedIn, readAuthors, type Draft } from './drafts.ts'
import type { Row } from './rows.ts'

export interface KnownDrafts {
  /** Null: not read so far. */
  mine: readonly Draft[] | null
  all: readonly Draft[] | null
  failed: boolean
}

const throttleMs = 1000

function useAllDrafts(): { drafts: readonly Draft[] | null; failed: boolean } {
  const store = useDocumentStore()
  const [known, setKnown] = useState<{ drafts: readonly Draft[] | null; failed: boolean }>({
    drafts: null,
    failed: false,
  })
  useEffect(() => {
    const listen = '*[_id in path("drafts.**") && _type in $types]'
    const open = store
      .listenQuery(
        { fetch: draftsQuery, listen },
        // The store's type knows no number beside a list.
        { types: [...draftTypes], max: draftsMax },
        { apiVersion: reviewApiVersion, perspective: 'raw', tag: 'review.drafts', throttleTime: throttleMs },
      )
      .subscribe({
        next: (drafts: readonly Draft[]) => setKnown({ drafts, failed: false }),
        error: () => setKnown({ drafts: null, failed: true }),
      })
    return () => open.unsubscribe()
  }, [store])
  return known
}

/** @param me id of the account that looks */
export function useDrafts(rows: readonly Row[], me: string): KnownDrafts {
  const client = useClient({ apiVersion: reviewApiVersion })
  const { drafts, failed } = useAllDrafts()
  const all = useMemo(() => drafts && notHandedIn(drafts, rows), [drafts, rows])
  const [authors, setAuthors] = useState<ReadonlyMap<string, ReadonlySet<string>> | null>(null)
  const [isUnknown, setUnknown] = useState(false)
  const ids = all?.map(({ copy }) => copy).join(' ') ?? null
  useEffect(() => {
    if (ids === null) return
    let left = false
    readAuthors(client, ids === '' ? [] : ids.split(' ')).then(
      (found) => !left && setAuthors(found),
      () => !left && setUnknown(true),
    )
    return () => {
      left = true
    }
  }, [client, ids])
  const mine = useMemo(
    () => (all && authors ? all.filter(({ copy }) => authors.get(copy)?.has(me)) : null),
    [all, authors, me],
  )
  return { all, mine, failed: failed || isUnknown }
}
