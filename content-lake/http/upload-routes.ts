/**
 * @file Uploads in parts, by the verbs of tus 1.0 (https://tus.io/protocols/resumable-upload): creation,
 * expiration, termination, and one of our own, `finish`, which answers the asset's document as a whole
 * upload does. Headers are read here and nowhere else; all of them come from outside.
 */
import { failLake } from '../../contracts/errors/lake.ts'
import { partyOf } from '../accounts/caller.ts'
import { partsKeptMs } from '../assets/parts/bounds.ts'
import type { Parts } from '../assets/parts/parts.ts'
import { expiryOf, type PartsRecord } from '../assets/parts/record.ts'
import { json, type Exchange, type Handler, type Reply } from './exchange.ts'
import type { Route } from './router.ts'

const VERSION = '1.0.0'
const PART_TYPE = 'application/offset+octet-stream'
const METADATA_MAX = 8 * 1024
/** What an asset's document may be told (assets/asset-document.ts). */
const ABOUT = new Set(
  'filename title label description altText creditLine sourceId sourceName sourceUrl'.split(' '),
)

export function uploadRoutes(parts: Parts, dataset: string): Route[] {
  const begin =
    (wantsImage: boolean): Handler =>
    async (exchange) => {
      if (exchange.params['dataset'] !== dataset) throw failLake('lake.unknown-dataset')
      checkVersion(exchange)
      const length = wholeHeader(exchange, 'upload-length')
      if (length === 0) throw failLake('lake.malformed-request', { reason: 'Upload-Length' })
      const about = metadataOf(headerOf(exchange, 'upload-metadata') ?? '')
      const record = await parts.begin(partyOf(exchange.caller), { wantsImage, length, about })
      const location = `/v${exchange.version}/pufa/uploads/${record.id}`
      return empty(201, record, { location })
    }
  const idOf = ({ params }: Exchange) => params['id'] ?? ''
  return [
    ['POST', 'pufa/uploads/images/:dataset', 'writer', begin(true)],
    ['POST', 'pufa/uploads/files/:dataset', 'writer', begin(false)],
    [
      'HEAD',
      'pufa/uploads/:id',
      'writer',
      async (exchange) => {
        checkVersion(exchange)
        const record = await parts.look(partyOf(exchange.caller), idOf(exchange))
        return empty(200, record, { 'upload-length': String(record.length) })
      },
    ],
    [
      'PATCH',
      'pufa/uploads/:id',
      'writer',
      async (exchange) => {
        checkVersion(exchange)
        if (headerOf(exchange, 'content-type') !== PART_TYPE)
          throw failLake('lake.malformed-request', { reason: `Content-Type: ${PART_TYPE}` })
        const offset = wholeHeader(exchange, 'upload-offset')
        const { request, caller } = exchange
        return empty(204, await parts.append(partyOf(caller), idOf(exchange), offset, request))
      },
    ],
    [
      'DELETE',
      'pufa/uploads/:id',
      'writer',
      async (exchange) => {
        checkVersion(exchange)
        await parts.giveUp(partyOf(exchange.caller), idOf(exchange))
        return empty(204)
      },
    ],
    [
      'POST',
      'pufa/uploads/:id/finish',
      'writer',
      async (exchange) => json({ document: await parts.finish(partyOf(exchange.caller), idOf(exchange)) }),
    ],
  ]
}

function empty(status: number, record?: PartsRecord, more: Record<string, string> = {}): Reply {
  const headers = {
    'tus-resumable': VERSION,
    ...(record
      ? {
          'upload-offset': String(record.offset),
          'upload-expires': new Date(expiryOf(record, partsKeptMs)).toUTCString(),
        }
      : {}),
    ...more,
  }
  return { kind: 'text', type: 'text/plain', text: '', status, headers }
}

function headerOf({ request }: Exchange, name: string): string | undefined {
  const value = request.headers[name]
  return Array.isArray(value) ? value.join(',') : value
}

/** @throws PufaError `lake.upload-version` */
function checkVersion(exchange: Exchange): void {
  if (headerOf(exchange, 'tus-resumable') !== VERSION) throw failLake('lake.upload-version')
}

/** @throws PufaError `lake.malformed-request` */
function wholeHeader(exchange: Exchange, name: string): number {
  const text = headerOf(exchange, name) ?? ''
  const value = /^\d{1,15}$/.test(text) ? Number(text) : NaN
  if (!Number.isSafeInteger(value)) throw failLake('lake.malformed-request', { reason: name })
  return value
}

/**
 * `key base64,key base64`: what is not asked for is left aside.
 * @throws PufaError `lake.malformed-request`
 */
export function metadataOf(header: string): URLSearchParams {
  if (header.length > METADATA_MAX) throw failLake('lake.malformed-request', { reason: 'Upload-Metadata' })
  const about = new URLSearchParams()
  for (const pair of header.split(',').filter((each) => each.trim() !== '')) {
    const [key = '', value = '', ...rest] = pair.trim().split(' ')
    const isWhole = rest.length === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(value)
    if (!isWhole || about.has(key)) throw failLake('lake.malformed-request', { reason: 'Upload-Metadata' })
    if (ABOUT.has(key)) about.set(key, decoded(value))
  }
  return about
}

function decoded(value: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(value, 'base64'))
  } catch (error) {
    throw failLake('lake.malformed-request', { reason: 'Upload-Metadata' }, error)
  }
}
