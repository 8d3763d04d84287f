/**
 * @file Starts one listening stream from its address: a query's changes, or a bare sign that something changed.
 *
 * Used by the SSE endpoints and by the WebSocket that carries many. Listening is for those who are
 * signed in; the bare sign, of what they may read, is for all.
 */
import { failLake } from '../../contracts/errors/lake.ts'
import { PufaError } from '../../contracts/errors/registry.ts'
import { readsAll, readsOf } from '../access/rights.ts'
import { partyOf } from '../accounts/caller.ts'
import { compileFilter } from '../query/filter.ts'
import { tagsOf, touchedBy } from '../query/touched.ts'
import { parseResumePoint } from '../store/feed.ts'
import { randomId } from '../store/random.ts'
import type { LakeDocument } from '../store/document.ts'
import type { Store } from '../store/store.ts'
import { readFlag, readGroqParams } from './read.ts'
import { sanityBody } from './sanity-error.ts'
import type { Reader, Sink, Streams } from './streams.ts'

export interface ListenRequest extends Reader {
  query: URLSearchParams
  /** From `Last-Event-ID`. */
  lastEventId: string | null
  sink: Sink
}

export interface Listening {
  store: Store
  streams: Streams
}

/**
 * A filter that does not parse is told as a `channelError` event, as Sanity does, and the stream ends.
 * @returns closes the stream
 * @throws PufaError `lake.not-signed-in`, `lake.too-many-streams`, `lake.malformed-request`
 */
export function openListen(request: ListenRequest, { store, streams }: Listening): () => void {
  const { caller, query, sink } = request
  if (caller.kind === 'anonymous') throw failLake('lake.not-signed-in')
  const groq = query.get('query')
  if (groq === null) throw failLake('lake.malformed-request', { reason: 'query' })
  const params = readGroqParams(query)
  let stop = () => {}
  const stream = streams.open(request, sink, () => stop())
  const fail = (error: unknown) => {
    if (error instanceof PufaError) {
      const { error: body } = sanityBody(error, false)
      stream.event('channelError', { message: error.message, error: body }, null)
    }
    stream.close()
  }
  try {
    const filter = compileFilter(groq, params, streams.budgetOf(caller))
    const options = {
      // `@sanity/client` says it when it wants results, and nothing when it does not.
      includesResult: readFlag(query, 'includeResult', false),
      includesPrevious: readFlag(query, 'includePreviousRevision', false),
      includesMutations: readFlag(query, 'includeMutations', true),
      includesEffects: query.get('effectFormat') === 'mendoza',
    }
    const resume = readFlag(query, 'enableResume', false) ? parseResumePoint(request.lastEventId) : null
    const name = `listener-${randomId(8)}`
    const reads = readsOf(store.documents, partyOf(caller))
    const listener = { filter, reads, options, send: stream.event, fail }
    stop = store.feed.add(listener, name, store.lastSeq(), resume)
  } catch (error) {
    fail(error)
    if (!(error instanceof PufaError)) throw error
  }
  return stream.close
}

/**
 * `/data/live/events`: a `message` after every commit that changed something the reader may read. Open to
 * all, as published documents are; it tells the tags of answers that may be others by it, never
 * a content.
 * @throws PufaError `lake.too-many-streams`
 */
export function openLive(
  request: Omit<ListenRequest, 'query' | 'lastEventId'>,
  { store, streams }: Listening,
): () => void {
  const { caller, sink } = request
  const reads = readsOf(store.documents, partyOf(caller))
  const isSeen = (document: LakeDocument | null) => document !== null && reads(document)
  let stop = () => {}
  const stream = streams.open(request, sink, () => stop())
  stream.event('welcome', {}, `${store.lastSeq()}`)
  const seesAll = readsAll(partyOf(caller))
  stop = store.feed.follow(({ seq, changes }) => {
    if (!changes.some(({ before, after }) => isSeen(before) || isSeen(after))) return
    stream.event('message', { tags: tagsOf(touchedBy(store.documents, changes), seesAll) }, `${seq}`)
  })
  return stream.close
}
