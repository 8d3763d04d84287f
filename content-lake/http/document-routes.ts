/** @file Query, read, mutate, act: the endpoints under `/data` that answer once. */
import { createHash } from 'node:crypto'
import { failLake } from '../../contracts/errors/lake.ts'
import type { Clock } from '../../contracts/part.ts'
import { partyOf } from '../accounts/caller.ts'
import { readsOf, sightOf } from '../access/rights.ts'
import { parsePerspective, type Perspective } from '../query/perspective.ts'
import type { QueryPool } from '../query/pool.ts'
import { isRecord } from '../store/document.ts'
import { referencesIn } from '../store/references.ts'
import type { Store } from '../store/store.ts'
import { withNeutralAddresses } from './asset-address.ts'
import { json, type Exchange, type Handler, type Reply } from './exchange.ts'
import { parseRecord, QUERY_BYTES_MAX, readBody, readFlag, readGroqParams } from './read.ts'
import type { Route } from './router.ts'

/** From this API version on, a query that names no perspective sees what is published. */
const PUBLISHED_BY_DEFAULT = '2025-02-19'
const IDS_MAX = 1000

export interface DataParts {
  store: Store
  pool: QueryPool
  clock: Clock
  projectId: string
  dataset: string
}

export function documentRoutes(parts: DataParts): Route[] {
  const { store } = parts
  /** `/data/…/:dataset…`: any other dataset is unknown. */
  const ofDataset =
    (handler: Handler): Handler =>
    (exchange) => {
      if (exchange.params['dataset'] !== parts.dataset) throw failLake('lake.unknown-dataset')
      return handler(exchange)
    }
  return [
    ['GET', 'data/query/:dataset', 'anyone', ofDataset((exchange) => query(exchange, parts))],
    ['POST', 'data/query/:dataset', 'anyone', ofDataset((exchange) => query(exchange, parts))],
    ['GET', 'data/doc/:dataset/:ids', 'anyone', ofDataset((exchange) => readDocuments(exchange, store))],
    ['POST', 'data/mutate/:dataset', 'sender', ofDataset((exchange) => mutate(exchange, store))],
    ['POST', 'data/actions/:dataset', 'writer', ofDataset((exchange) => act(exchange, store))],
    [
      'GET',
      'data/references/:dataset/documents/:id/to',
      'signed-in',
      ofDataset((exchange) => references(exchange, parts)),
    ],
  ]
}

/** `{result, ms, query?, syncTags}`; the result comes from the worker as text and is not parsed again. */
async function query(exchange: Exchange, { pool, clock, projectId, dataset }: DataParts): Promise<Reply> {
  const { request, query: search, caller, version } = exchange
  const began = performance.now()
  const body =
    exchange.method === 'POST' ? parseRecord((await readBody(request, QUERY_BYTES_MAX)).toString()) : null
  const text = body ? body['query'] : search.get('query')
  const params = body ? (body['params'] ?? {}) : readGroqParams(search)
  if (typeof text !== 'string') throw failLake('lake.malformed-request', { reason: 'query' })
  if (!isRecord(params)) throw failLake('lake.malformed-request', { reason: 'params' })
  const isLate = version === 'X' || version >= PUBLISHED_BY_DEFAULT
  const named = search.get('perspective') ?? body?.['perspective'] ?? (isLate ? 'published' : 'raw')
  const perspective: Perspective | null = parsePerspective(named)
  if (!perspective) throw failLake('lake.malformed-request', { reason: 'perspective' })
  const { json: result, sight } = await pool.answer({
    query: text,
    params,
    perspective,
    party: partyOf(caller),
    projectId,
    dataset,
    now: clock.now(),
  })
  const echo = readFlag(search, 'returnQuery', true) ? `"query":${JSON.stringify(text)},` : ''
  const ms = Math.round(performance.now() - began)
  const tail = `"syncTags":${JSON.stringify(sight.tags)},"ms":${ms}`
  return {
    kind: 'text',
    type: 'application/json; charset=utf-8',
    text: `{${echo}"result":${result},${tail}}`,
  }
}

/** `{documents, omitted: [{id, reason}]}`, raw. What a caller may not read is told as what is not there. */
function readDocuments({ params, query, caller }: Exchange, { documents }: Store): Reply {
  const ids = (params['ids'] ?? '').split(',').slice(0, IDS_MAX)
  const sight = sightOf(documents, partyOf(caller))
  const found = []
  const omitted = []
  for (const id of ids) {
    const document = sight.get(id)
    if (document) found.push(document)
    else omitted.push({ id, reason: 'existence' })
  }
  return json({ documents: readFlag(query, 'excludeContent', false) ? [] : found, omitted })
}

const optionalText = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null)

async function mutate({ request, query: search, caller, origin }: Exchange, store: Store): Promise<Reply> {
  const body = await readBody(request)
  const { mutations, transactionId } = parseRecord(withNeutralAddresses(body.toString(), origin))
  const { documents } = store
  const party = partyOf(caller)
  const outcome = await store.mutate(mutations, {
    transactionId: optionalText(transactionId) ?? optionalText(search.get('transactionId')),
    party,
    requestSha256: createHash('sha256').update(body).digest('hex'),
    dryRun: readFlag(search, 'dryRun', false),
    makesArrayKeys: readFlag(search, 'autoGenerateArrayKeys', false),
  })
  const mayRead = readsOf(documents, party)
  const changes = new Map(outcome.changes.map((change) => [change.id, change]))
  const returnsIds = readFlag(search, 'returnIds', false)
  const returnsDocuments = readFlag(search, 'returnDocuments', false)
  const results = outcome.results.map(({ id, operation }) => {
    const change = changes.get(id)
    const document = change?.after ?? documents.get(id) ?? change?.before
    return {
      ...(returnsIds ? { id } : {}),
      operation,
      ...(returnsDocuments && document && mayRead(document) ? { document } : {}),
    }
  })
  return json({ transactionId: outcome.transactionId, results })
}

async function act({ request, caller, origin }: Exchange, store: Store): Promise<Reply> {
  const body = await readBody(request)
  const { actions, transactionId, dryRun } = parseRecord(withNeutralAddresses(body.toString(), origin))
  const outcome = store.act(actions, {
    transactionId: optionalText(transactionId),
    party: partyOf(caller),
    requestSha256: createHash('sha256').update(body).digest('hex'),
    dryRun: dryRun === true,
    makesArrayKeys: false,
  })
  return json({ transactionId: outcome.transactionId })
}

/** There is one dataset, so only references within it exist. */
function references({ params, query, caller }: Exchange, { store, projectId, dataset }: DataParts): Reply {
  const id = params['id'] ?? ''
  if (readFlag(query, 'excludeInternalReferences', false)) return json({ references: [], totalCount: 0 })
  const mayRead = readsOf(store.documents, partyOf(caller))
  const found = [...store.documents.referrersOf(id)].sort().filter((referrer) => {
    const document = store.documents.get(referrer)
    return document && mayRead(document) && referencesIn(document).some((reference) => reference.id === id)
  })
  return json({
    references: found.map((documentId) => ({ documentId, projectId, datasetName: dataset })),
    totalCount: found.length,
  })
}
