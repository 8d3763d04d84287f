/**
 * @file Keeps the published signage documents of the lake in memory, as the lake changes them.
 *
 * Listens first and reads second, then applies what came meanwhile in order, so no change is missed;
 * after every reconnection it reads all anew. One batch of changes a turn goes to `changed`.
 */
import { createClient, type SanityClient } from '@sanity/client'
import type { LakeAccess, Log } from '../../contracts/part.ts'
import { watchedTypes, type SignageDocument } from '../compile/documents.ts'
import { lacks } from './complete.ts'

const filter = '*[_type in $types && !(_id in path("drafts.**")) && !(_id in path("versions.**"))]'
const params = { types: watchedTypes }
const retryMs = 1_000
/** Several documents of one transaction arrive as several events; they are taken together. */
const gatherMs = 5

export type Changed = readonly { id: string; type: string }[] | 'all'

export interface Watch {
  readonly documents: ReadonlyMap<string, SignageDocument>
  /** True once all documents have been read and while events arrive. */
  live(): boolean
  close(): void
}

interface ListenEvent {
  type: string
  documentId?: string
  result?: SignageDocument
  transition?: string
}

export function lakeClient(lake: LakeAccess): SanityClient {
  return createClient({
    projectId: lake.projectId,
    dataset: lake.dataset,
    apiHost: lake.apiHost,
    useProjectHostname: lake.useProjectHostname,
    token: lake.token,
    apiVersion: '2025-02-19',
    useCdn: false,
    perspective: 'published',
  })
}

export function watchLake(lake: LakeAccess, log: Log, changed: (changed: Changed) => void): Watch {
  const client = lakeClient(lake)
  const documents = new Map<string, SignageDocument>()
  let state: 'connecting' | 'reading' | 'live' | 'closed' = 'connecting'
  let buffered: ListenEvent[] = []
  let readings = 0
  let batch = new Map<string, string>()
  let gathering: NodeJS.Timeout | undefined
  let retry: NodeJS.Timeout | undefined
  let subscription: { unsubscribe(): void } | undefined

  function keep(document: SignageDocument): void {
    const missing = lacks(document)
    const { _id: id, _type: type } = document
    if (missing === null) documents.set(id, document)
    else {
      documents.delete(id)
      log.warn({ id, type, missing }, 'a document lacks what screens need and counts as absent')
    }
  }

  function apply(event: ListenEvent): void {
    const id = event.documentId
    if (!id) return
    const before = documents.get(id)
    if (event.transition === 'disappear' || !event.result) documents.delete(id)
    else keep(event.result)
    batch.set(id, event.result?._type ?? before?._type ?? '')
    gathering ??= setTimeout(() => {
      gathering = undefined
      const taken = [...batch].map(([documentId, type]) => ({ id: documentId, type }))
      batch = new Map()
      changed(taken)
    }, gatherMs)
  }

  async function readAll(): Promise<void> {
    const mine = ++readings
    state = 'reading'
    buffered = []
    const all = await client.fetch<SignageDocument[]>('*[_type in $types]', params)
    // The line may have broken meanwhile; what was read before that lacks what the gap swallowed.
    if (state !== 'reading' || mine !== readings) return
    documents.clear()
    for (const document of all) keep(document)
    state = 'live'
    for (const event of buffered) apply(event)
    buffered = []
    changed('all')
  }

  function failed(error: unknown): void {
    if (state === 'closed') return
    log.warn({ error: String(error) }, 'the lake does not answer the scheduler; trying again')
    state = 'connecting'
    subscription?.unsubscribe()
    clearTimeout(retry)
    retry = setTimeout(connect, retryMs)
  }

  function connect(): void {
    const options = {
      includeResult: true,
      visibility: 'query',
      events: ['welcome', 'mutation', 'reconnect'],
    } as const
    subscription = client.listen(filter, params, { ...options, events: [...options.events] }).subscribe({
      next(event) {
        const { type } = event as ListenEvent
        if (type === 'welcome') readAll().catch(failed)
        else if (type === 'reconnect') state = 'connecting'
        else if (state === 'reading') buffered.push(event as ListenEvent)
        else if (state === 'live') apply(event as ListenEvent)
      },
      error: failed,
    })
  }

  connect()
  return {
    documents,
    live: () => state === 'live',
    close() {
      state = 'closed'
      clearTimeout(gathering)
      clearTimeout(retry)
      subscription?.unsubscribe()
    },
  }
}
