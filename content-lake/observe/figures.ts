/** @file What the lake's own modules know of themselves, as figures for `/metrics`. Pure. */
import type { QueryPool } from '../query/pool.ts'
import type { Committer } from '../store/commit.ts'
import type { Documents } from '../store/documents.ts'
import type { Feed } from '../store/feed.ts'
import type { Streams } from '../http/streams.ts'

export interface Watched {
  documents: Documents
  committer: Pick<Committer, 'lastSeq'>
  feed: Feed
  streams: Streams
  pool: Pick<QueryPool, 'counts'>
}

export function lakeFigures({ documents, committer, feed, streams, pool }: Watched): Record<string, number> {
  const { waiting, timedOut, workers, ready, behind, fromCache, cacheBytes } = pool.counts()
  const { open, opened, events, cutOff, unsentBytes } = streams.counts()
  return {
    lake_documents: documents.size,
    lake_commits_total: committer.lastSeq(),
    lake_listeners: feed.listenerCount,
    lake_streams: open,
    lake_streams_opened_total: opened,
    lake_streams_cut_off_total: cutOff,
    lake_stream_events_total: events,
    lake_streams_unsent_bytes: unsentBytes,
    lake_queries_waiting: waiting,
    lake_queries_timed_out_total: timedOut,
    lake_query_workers: workers,
    lake_query_workers_ready: ready,
    lake_query_worker_lag_commits: behind,
    lake_queries_kept_total: fromCache,
    lake_query_kept_bytes: cacheBytes,
  }
}
