/**
 * @file Sends a stored page or file: entity tags, 304, HEAD and the compressed bodies.
 *
 * Bodies are compressed once, off the event loop, and kept with the page; everything after that is
 * written at once, with headers that were put together once. Each encoding has a strong entity tag of its
 * own. Works with both HTTP/1.1 and HTTP/2 responses (no status message, no connection headers).
 */
import { createHash } from 'node:crypto'
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Encoding, StoredPage } from './page-cache.ts'

const brotli = promisify(brotliCompress)
const gzipped = promisify(gzip)

/** Bodies below this size are sent as they are. */
const compressBytesMin = 1024
const compressible = /^(?:text\/|application\/(?:json|xml|rss\+xml|manifest\+json)|image\/svg\+xml)/

export function bodyHash(body: Buffer): string {
  return createHash('sha256').update(body).digest('base64url').slice(0, 22)
}

/** Sends at once what needs no compressing first. @returns whether it was sent */
export function sendNow(request: IncomingMessage, response: ServerResponse, page: StoredPage): boolean {
  const encoding = chooseEncoding(request.headers['accept-encoding'], page)
  const body = page.bodies.get(encoding)
  if (body === undefined) return false
  const headers = headersOf(page, encoding, body)
  if (page.status === 200 && matches(request.headers['if-none-match'], String(headers['etag']))) {
    const {
      'content-type': _type,
      'content-length': _length,
      'content-encoding': _encoding,
      ...rest
    } = headers
    response.writeHead(304, rest)
    response.end()
    return true
  }
  response.writeHead(page.status, headers)
  if (request.method === 'HEAD') response.end()
  else response.end(body)
  return true
}

/** @param onCompressed told when a compressed body was added to the page */
export async function sendStored(
  request: IncomingMessage,
  response: ServerResponse,
  page: StoredPage,
  onCompressed: (page: StoredPage) => void,
): Promise<void> {
  const encoding = chooseEncoding(request.headers['accept-encoding'], page)
  if (!page.bodies.has(encoding)) {
    page.bodies.set(encoding, await compress(identityBody(page), encoding))
    onCompressed(page)
  }
  sendNow(request, response, page)
}

const prepared = new WeakMap<Buffer, OutgoingHttpHeaders>()

function headersOf(page: StoredPage, encoding: Encoding, body: Buffer): OutgoingHttpHeaders {
  const known = prepared.get(body)
  if (known) return known
  const plain = encoding === 'identity'
  const made: OutgoingHttpHeaders = {
    ...page.headers,
    etag: plain ? `"${page.hash}"` : `"${page.hash}-${encoding}"`,
    ...(plain ? {} : { 'content-encoding': encoding }),
    'content-length': body.byteLength,
  }
  prepared.set(body, made)
  return made
}

function identityBody(page: StoredPage): Buffer {
  const body = page.bodies.get('identity')
  if (!body) throw new Error('a stored page has no body')
  return body
}

function chooseEncoding(accepted: string | string[] | undefined, page: StoredPage): Encoding {
  if (accepted === undefined || identityBody(page).byteLength < compressBytesMin) return 'identity'
  if (!compressible.test(page.headers['content-type'] ?? '')) return 'identity'
  const text = String(accepted)
  if (/\bbr\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/.test(text)) return 'br'
  if (/\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/.test(text)) return 'gzip'
  return 'identity'
}

function compress(body: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'gzip') return gzipped(body, { level: 7 })
  return brotli(body, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 6,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.byteLength,
    },
  })
}

function matches(given: string | undefined, etag: string): boolean {
  if (given === undefined) return false
  return given === '*' || given.split(',').some((entry) => entry.trim().replace(/^W\//, '') === etag)
}
