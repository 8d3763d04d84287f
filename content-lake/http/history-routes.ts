/** @file The past: a document's events, its transactions, and the document as it once was. */
import { failLake } from '../../contracts/errors/lake.ts'
import { asSeen, readsOf, type Reads } from '../access/rights.ts'
import { partyOf } from '../accounts/caller.ts'
import { documentEvents, idsInStory } from '../store/document-events.ts'
import { byTransaction, type PastChange } from '../store/history.ts'
import type { LakeDocument } from '../store/document.ts'
import type { Store } from '../store/store.ts'
import { json, type Exchange, type Handler, type Reply } from './exchange.ts'
import { readCount, readFlag, readText } from './read.ts'
import type { Route } from './router.ts'

const EVENTS_MAX = 1000
const TRANSACTIONS_MAX = 1000
const TRANSACTIONS_DEFAULT = 50
const IDS_MAX = 100

export function historyRoutes(store: Store, dataset: string): Route[] {
  const ofDataset =
    (handler: (exchange: Exchange, store: Store) => Reply): Handler =>
    (exchange) => {
      if (exchange.params['dataset'] !== dataset) throw failLake('lake.unknown-dataset')
      return handler(exchange, store)
    }
  return [
    ['GET', 'data/history/:dataset/events/documents/:id', 'signed-in', ofDataset(events)],
    ['GET', 'data/history/:dataset/transactions/:ids', 'signed-in', ofDataset(transactions)],
    ['GET', 'data/history/:dataset/documents/:ids', 'signed-in', ofDataset(documents)],
  ]
}

/** `{events: {[id]: newest first}, nextCursor}`; the cursor is the number of the last commit told. */
function events({ params, query, caller }: Exchange, { history, documents }: Store): Reply {
  const id = params['id'] ?? ''
  const reads = readsOf(documents, partyOf(caller))
  const mayKnow = idsInStory(id).some((one) => isSeen(history.lastRevision(one), reads))
  if (!mayKnow) return json({ events: { [id]: [] }, nextCursor: '' })
  const limit = readCount(query, 'limit', EVENTS_MAX, EVENTS_MAX)
  const before = Number(readText(query, 'nextCursor') ?? Infinity)
  const all = documentEvents(id, history.steps(idsInStory(id))).filter(({ seq }) => seq < before)
  const told = all.slice(0, limit)
  const last = told.at(-1)
  const nextCursor = last && all.length > limit ? String(last.seq) : ''
  return json({ events: { [id]: told.map(({ seq: _, ...event }) => event) }, nextCursor })
}

const isSeen = (document: LakeDocument | null, reads: Reads) => document !== null && reads(document)
const hasContent = ({ before, after }: PastChange) => before !== null || after !== null

/** NDJSON, one transaction a line. */
function transactions({ params, query, caller }: Exchange, { history, documents }: Store): Reply {
  const reads = readsOf(documents, partyOf(caller))
  const changes = history.changes({
    documentIds: (params['ids'] ?? '').split(',').slice(0, IDS_MAX),
    fromTransaction: readText(query, 'fromTransaction'),
    toTransaction: readText(query, 'toTransaction'),
    fromTime: readText(query, 'fromTime'),
    toTime: readText(query, 'toTime'),
    newestFirst: readFlag(query, 'reverse', false),
    limit: readCount(query, 'limit', TRANSACTIONS_DEFAULT, TRANSACTIONS_MAX),
  })
  const withEffects = query.get('effectFormat') === 'mendoza'
  const withMutations = !readFlag(query, 'excludeMutations', false)
  const lines = byTransaction(changes.map((change) => asSeen(change, reads)).filter(hasContent)).map(
    (together) => JSON.stringify(transactionLine(together, withEffects, withMutations)),
  )
  const text = lines.map((line) => `${line}\n`).join('')
  return { kind: 'text', type: 'application/x-ndjson; charset=utf-8', text }
}

function transactionLine(together: readonly PastChange[], withEffects: boolean, withMutations: boolean) {
  const [first] = together
  if (!first) throw new Error('a transaction without a change')
  return {
    id: first.transactionId,
    timestamp: first.timestamp,
    author: first.author,
    documentIDs: together.map(({ documentId }) => documentId),
    ...(withMutations ? { mutations: together.flatMap(({ mutations }) => mutations) } : {}),
    ...(withEffects
      ? {
          effects: Object.fromEntries(
            together.map(({ documentId, before, after }) => [
              documentId,
              { apply: [0, after], revert: [0, before] },
            ]),
          ),
        }
      : {}),
  }
}

/** By `revision` (a transaction id), by `time`, or the last with content (`lastRevision`). */
function documents({ params, query, caller }: Exchange, { history, documents: present }: Store): Reply {
  const reads = readsOf(present, partyOf(caller))
  const revision = readText(query, 'revision')
  const time = readText(query, 'time')
  const wantsLast = readFlag(query, 'lastRevision', false)
  const found = (params['ids'] ?? '')
    .split(',')
    .slice(0, IDS_MAX)
    .flatMap((id) => {
      if (revision !== null) return history.atRevision(id, revision) ?? []
      if (wantsLast) return history.lastRevision(id) ?? []
      return (time === null ? present.get(id) : history.atTime(id, time)) ?? []
    })
  return json({ documents: found.filter(reads) })
}
