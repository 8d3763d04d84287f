/**
 * @file The past: a document's events, its transactions, and the document as it once was.
 *
 * Where contents were dropped by age: events still tell every step, transactions begin where their contents
 * do, and a document as it was then is named in `omitted` (or, where nothing else was asked for, refused).
 */
import { failLake } from '../../contracts/errors/lake.ts'
import { PufaError } from '../../contracts/errors/registry.ts'
import { asSeen, readsAll, readsOf, type Reads } from '../access/rights.ts'
import { partyOf } from '../accounts/caller.ts'
import { releaseEvents } from '../releases/events.ts'
import { finalState } from '../releases/final-state.ts'
import { releaseDocumentId } from '../releases/release.ts'
import { isVersionId, publishedIdOf } from '../store/document.ts'
import { documentEvents, idsInStory } from '../store/document-events.ts'
import { byTransaction, type History, type PastChange, type PastStep } from '../store/history.ts'
import type { LakeDocument } from '../store/document.ts'
import type { Store } from '../store/store.ts'
import { json, type Exchange, type Handler, type Reply } from './exchange.ts'
import { readCount, readFlag, readText } from './read.ts'
import type { Route } from './router.ts'

const EVENTS_MAX = 1000
const RELEASE_EVENTS_DEFAULT = 100
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
    ['GET', 'data/history/:dataset/events/releases/:name', 'signed-in', ofDataset(releaseStory)],
    ['GET', 'data/history/:dataset/transactions/:ids', 'signed-in', ofDataset(transactions)],
    ['GET', 'data/history/:dataset/documents/:ids', 'signed-in', ofDataset(documents)],
  ]
}

/** `{events: {[id]: newest first}, nextCursor}`; the cursor is the number of the last commit told. */
function events({ params, query, caller }: Exchange, { history, documents }: Store): Reply {
  const id = params['id'] ?? ''
  const party = partyOf(caller)
  const limit = readCount(query, 'limit', EVENTS_MAX, EVENTS_MAX)
  const before = Number(readText(query, 'nextCursor') ?? Infinity)
  const versionIds = isVersionId(id) ? [] : history.versionIdsBeside(publishedIdOf(id))
  const ids = idsInStory(id, versionIds)
  const steps = readsAll(party)
    ? history.steps(ids)
    : seenSteps(history, ids, readsOf(documents, party, 'history'))
  const all = documentEvents(id, steps).filter(({ seq }) => seq < before)
  const told = all.slice(0, limit)
  const last = told.at(-1)
  const nextCursor = last && all.length > limit ? String(last.seq) : ''
  return json({ events: { [id]: told.map(({ seq: _, ...event }) => event) }, nextCursor })
}

/** What a party saw of a document's life: the steps of which it may read a side. */
function seenSteps(history: History, documentIds: readonly string[], reads: Reads): PastStep[] {
  const newest = history.changes({
    wholeOnly: false,
    documentIds,
    fromTransaction: null,
    toTransaction: null,
    fromTime: null,
    toTime: null,
    newestFirst: true,
    limit: EVENTS_MAX,
  })
  return newest
    .map((change) => asSeen(change, reads))
    .filter(hasContent)
    .reverse()
    .map(({ seq, documentId, author, timestamp, transactionId, before, after }) => ({
      seq,
      documentId,
      author,
      timestamp,
      transactionId,
      revisionBefore: before?._rev ?? null,
      revisionAfter: after?._rev ?? null,
    }))
}

const hasContent = ({ before, after }: PastChange) => before !== null || after !== null

/** `{events: newest first, nextCursor}`, of one release. */
function releaseStory({ params, query, caller }: Exchange, { history, documents }: Store): Reply {
  const release = documents.get(releaseDocumentId(params['name'] ?? ''))
  const party = partyOf(caller)
  if (!readsAll(party) && !(release && readsOf(documents, party, 'history')(release)))
    return json({ events: [], nextCursor: '' })
  const limit = readCount(query, 'limit', RELEASE_EVENTS_DEFAULT, EVENTS_MAX)
  const before = Number(readText(query, 'nextCursor') ?? Infinity)
  const all = releaseEvents(history, params['name'] ?? '').filter(({ seq }) => seq < before)
  const told = all.slice(0, limit)
  const nextCursor = all.length > limit ? String(told.at(-1)?.seq ?? '') : ''
  return json({ events: told.map(({ seq: _, ...event }) => event), nextCursor })
}

/** NDJSON, one transaction a line. */
function transactions({ params, query, caller }: Exchange, { history, documents }: Store): Reply {
  const party = partyOf(caller)
  const reads = readsOf(documents, party, 'history')
  const withEffects = query.get('effectFormat') === 'mendoza'
  const withMutations = !readFlag(query, 'excludeMutations', false)
  const wholeOnly = withEffects || withMutations
  const changes = history.changes({
    wholeOnly,
    documentIds: (params['ids'] ?? '').split(',').slice(0, IDS_MAX),
    fromTransaction: readText(query, 'fromTransaction'),
    toTransaction: readText(query, 'toTransaction'),
    fromTime: readText(query, 'fromTime'),
    toTime: readText(query, 'toTime'),
    newestFirst: readFlag(query, 'reverse', false),
    limit: readCount(query, 'limit', TRANSACTIONS_DEFAULT, TRANSACTIONS_MAX),
  })
  // Whose contents are gone cannot be judged by them: those steps are told to who may read everything.
  const isTold = (change: PastChange) => hasContent(change) || (!change.isWhole && readsAll(party))
  const lines = byTransaction(changes.map((change) => asSeen(change, reads)).filter(isTold))
    .filter((together) => !wholeOnly || together.every(({ isWhole }) => isWhole))
    .map((together) => JSON.stringify(transactionLine(together, withEffects, withMutations)))
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
  const party = partyOf(caller)
  const reads = readsOf(present, party, 'history')
  const revision = readText(query, 'revision')
  const time = readText(query, 'time')
  const wantsLast = readFlag(query, 'lastRevision', false)
  const found: LakeDocument[] = []
  const lost: PufaError[] = []
  for (const id of (params['ids'] ?? '').split(',').slice(0, IDS_MAX))
    try {
      const document = asItWas(id)
      if (document && reads(document)) found.push(document)
    } catch (error) {
      if (!(error instanceof PufaError)) throw error
      const now = present.get(id)
      if (readsAll(party) || (now && reads(now))) lost.push(error)
    }
  if (found.length === 0 && lost[0]) throw lost[0]
  const omitted = lost.map(({ details }) => ({ id: details['id'], reason: 'dropped' }))
  return json({ documents: found, ...(omitted.length > 0 ? { omitted } : {}) })

  function asItWas(id: string): LakeDocument | null {
    if (revision !== null) return history.atRevision(id, revision)
    if (wantsLast) return finalState(history, id)
    return time === null ? (present.get(id) ?? null) : history.atTime(id, time)
  }
}
