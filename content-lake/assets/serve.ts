/**
 * @file Answers `/images/…` and `/files/…`: whole files, byte ranges, and pictures made to measure.
 *
 * An asset is open to all when a published document refers to it, else to those who are signed in. Its name
 * holds the hash of its content, so a browser may keep it for ever. Every answer is sandboxed: whatever was
 * uploaded can run nothing.
 */
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { failLake } from '../../contracts/errors/lake.ts'
import type { Exchange, Reply } from '../http/exchange.ts'
import { TAKEN } from '../http/exchange.ts'
import { Gate } from '../gate.ts'
import type { Documents } from '../store/documents.ts'
import { ANONYMOUS_PARTY } from '../access/party.ts'
import { readsAsset } from '../access/rights.ts'
import { partyOf } from '../accounts/caller.ts'
import { assetIdOf } from './asset-document.ts'
import { parseByteRange } from './byte-range.ts'
import type { DiskCache } from './disk-cache.ts'
import { FORMAT_TYPES, transformImage } from './transform.ts'
import { asksForTransform, FORMATS, parseTransform } from './transform-params.ts'
import { originalsFolder } from './upload.ts'

const TRANSFORMS_RUNNING_MAX = 2
const TRANSFORMS_WAITING_MAX = 200
const SHOWN_INLINE = /^(image|video|audio|text\/(plain|vtt)|font|application\/pdf)/

export interface AssetSource {
  folder: string
  projectId: string
  dataset: string
  documents: Documents
  cache: DiskCache
}

export function createAssetServer(source: AssetSource): (exchange: Exchange) => Promise<Reply> {
  const gate = new Gate(TRANSFORMS_RUNNING_MAX, TRANSFORMS_WAITING_MAX)
  return async (exchange) => {
    const { params, query, caller, request } = exchange
    const isOurs = params['project'] === source.projectId && params['dataset'] === source.dataset
    const assetId = isOurs ? assetIdOf(params['file'] ?? '') : null
    const document = assetId === null ? undefined : source.documents.get(assetId)
    const isOpen = assetId !== null && readsAsset(source.documents, ANONYMOUS_PARTY, assetId)
    const mayRead = assetId !== null && (isOpen || readsAsset(source.documents, partyOf(caller), assetId))
    if (!document || !mayRead) throw failLake('lake.asset-missing')
    const fileName = path.basename(String(document['path']))
    const file = path.join(originalsFolder(source.folder), fileName)
    const headers: Record<string, string> = {
      'cache-control': isOpen ? 'public, max-age=31536000, immutable' : 'private, max-age=3600',
      'content-security-policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      ...disposition(query, document, fileName),
    }
    const original = FORMATS.find((format) => fileName.endsWith(`.${format}`))
    if (!original || !assetId?.startsWith('image-') || !asksForTransform(query))
      return sendFile(exchange, file, { ...headers, 'content-type': contentType(document['mimeType']) })
    const transform = parseTransform(query, original, String(request.headers.accept ?? ''))
    const content = await source.cache.get(`${fileName} ${JSON.stringify(transform)}`, () =>
      gate.pass(
        () => transformImage(file, transform),
        () => failLake('lake.image-queue-full'),
      ),
    )
    if (query.get('auto') === 'format') headers['vary'] = 'Accept'
    return sendBuffer(exchange, content, { ...headers, 'content-type': FORMAT_TYPES[transform.format] })
  }
}

const contentType = (mimeType: unknown) =>
  String(mimeType).startsWith('text/') ? `${String(mimeType)}; charset=utf-8` : String(mimeType)

/** `dl` asks for a download; what a browser does not show safely is always one. */
function disposition(
  query: URLSearchParams,
  document: Record<string, unknown>,
  fileName: string,
): Record<string, string> {
  const isInline = SHOWN_INLINE.test(String(document['mimeType'])) && !query.has('dl')
  if (isInline) return {}
  const original = typeof document['originalFilename'] === 'string' ? document['originalFilename'] : fileName
  const name = query.get('dl') || original
  return {
    'content-disposition': `attachment; filename="${fileName}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, '_')}`,
  }
}

function sendBuffer(
  { request, response, method }: Exchange,
  content: Buffer,
  headers: Record<string, string>,
): Reply {
  response.writeHead(200, { ...headers, 'content-length': String(content.length) })
  response.end(method === 'HEAD' ? undefined : content)
  request.resume()
  return TAKEN
}

async function sendFile(
  { request, response, method }: Exchange,
  file: string,
  headers: Record<string, string>,
): Promise<Reply> {
  const { size } = await stat(file)
  const etag = `"${path.basename(file)}"`
  const ranged = { ...headers, etag, 'accept-ranges': 'bytes' }
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, ranged)
    response.end()
    return TAKEN
  }
  const condition = request.headers['if-range']
  const isAsked = condition === undefined || condition === etag
  const range = parseByteRange(isAsked ? request.headers.range : undefined, size)
  if (range === 'unsatisfiable') throw failLake('lake.range-unsatisfiable', { size })
  const { first, last } = range ?? { first: 0, last: size - 1 }
  response.writeHead(range ? 206 : 200, {
    ...ranged,
    'content-length': String(last - first + 1),
    ...(range ? { 'content-range': `bytes ${first}-${last}/${size}` } : {}),
  })
  if (method === 'HEAD') response.end()
  else await sendPart(file, first, last, response)
  return TAKEN
}

/** A viewer who goes away, as video players do all the time, is no fault. */
async function sendPart(
  file: string,
  start: number,
  end: number,
  response: Exchange['response'],
): Promise<void> {
  try {
    await pipeline(createReadStream(file, { start, end }), response)
  } catch (error) {
    if (!response.destroyed) throw error
  }
}
