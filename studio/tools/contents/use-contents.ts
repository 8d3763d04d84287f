/** @file The page of the table, live; while another is fetched the one before stays. */
import { useEffect, useMemo, useState } from 'react'
import { useClient, useDocumentStore } from 'sanity'
import { useNow } from '../../review/use-now.ts'
import { reviewApiVersion } from '../../review/steps.ts'
import { readAuthors } from '../review/drafts.ts'
import { rowsOf } from '../review/tasks.ts'
import { useReviewing } from '../review/use-review.ts'
import type { QueryStore } from '../../lake/live-query.ts'
import type { Filter } from './filter.ts'
import { listedTypes, listen, pageQuery, type ContentPage } from './query.ts'

/** Many changes within it are told once. */
const throttleMs = 1000
const minuteMs = 60_000
/** Of more drafts than these it is not asked who wrote them; the newest count. */
const ownMax = 1000
const none: readonly string[] = []

/** Drafts that this person wrote, asked for once it matters; null: not known so far. */
function useOwn(isAsked: boolean, me: string): readonly string[] | null {
  const client = useClient({ apiVersion: reviewApiVersion })
  const [own, setOwn] = useState<readonly string[] | null>(null)
  useEffect(() => {
    if (!isAsked) return
    let left = false
    const query = `*[_id in path("drafts.**") && _type in $types] | order(_updatedAt desc) [0...${ownMax}]._id`
    client
      .fetch<string[]>(query, { types: [...listedTypes] }, { perspective: 'raw', tag: 'contents.own' })
      .then((ids) => readAuthors(client, ids))
      .then(
        (authors) => !left && setOwn([...authors].flatMap(([id, who]) => (who.has(me) ? [id] : []))),
        // Then only what she has handed in is hers.
        () => !left && setOwn([]),
      )
    return () => {
      left = true
    }
  }, [client, isAsked, me])
  return isAsked ? own : none
}

export interface Contents {
  /** Null: nothing was read so far. */
  page: ContentPage | null
  /** Another page is on its way. */
  isBusy: boolean
  failed: boolean
  again: () => void
}

export function useContents(filter: Filter, isReviewed: boolean): Contents {
  const store: QueryStore<ContentPage> = useDocumentStore()
  const { known, desk } = useReviewing()
  const me = desk.actor.id
  const own = useOwn(filter.isMine, me)
  const at = useNow(minuteMs)
  const [round, setRound] = useState(0)
  const waiting = useMemo(
    () =>
      filter.state === 'mine' && known
        ? rowsOf(known.rows, 'mine', desk).flatMap(({ copy }) => (copy === null ? [] : [copy]))
        : none,
    [filter.state, known, desk],
  )
  const isKnown = own !== null && (filter.state !== 'mine' || known !== null)
  const asked = isKnown ? JSON.stringify(pageQuery(filter, { me, own, waiting, at }, isReviewed)) : null
  const [answer, setAnswer] = useState<{ asked: string; page: ContentPage } | null>(null)
  const [failed, setFailed] = useState<string | null>(null)

  useEffect(() => {
    if (asked === null) return
    const { fetch, params } = JSON.parse(asked) as ReturnType<typeof pageQuery>
    const open = store
      .listenQuery({ fetch, listen }, params, {
        ...{ apiVersion: reviewApiVersion, perspective: 'raw', tag: 'contents.page' },
        throttleTime: throttleMs,
      })
      .subscribe({
        next: (page) => {
          setAnswer({ asked, page })
          setFailed(null)
        },
        error: () => setFailed(asked),
      })
    return () => open.unsubscribe()
  }, [store, asked, round])

  return {
    page: answer?.page ?? null,
    isBusy: asked === null || (answer?.asked !== asked && failed !== asked),
    failed: failed !== null && failed === asked,
    again: () => {
      setFailed(null)
      setRound(round + 1)
    },
  }
}
