/** @file One asset by its hash, with byte ranges for films. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { RenditionStore } from '../assets/renditions.ts'

type OpenFile = NonNullable<ReturnType<RenditionStore['open']>>

/** @returns the range asked for, `null` for the whole, `'unsatisfiable'` when it lies outside */
export function parseRange(
  header: string | undefined,
  bytes: number,
): { start: number; end: number } | null | 'unsatisfiable' {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '')
  if (!match || (!match[1] && !match[2])) return null
  const start = match[1] ? Number(match[1]) : Math.max(0, bytes - Number(match[2]))
  const end = match[1] && match[2] ? Math.min(Number(match[2]), bytes - 1) : bytes - 1
  return start > end || start >= bytes ? 'unsatisfiable' : { start, end }
}

export function sendAsset(
  request: IncomingMessage,
  response: ServerResponse,
  file: OpenFile,
  sha256: string,
): void {
  const headers = {
    'content-type': file.type,
    'cache-control': 'public, max-age=31536000, immutable',
    'accept-ranges': 'bytes',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'",
    etag: `"${sha256}"`,
  }
  const range = parseRange(request.headers.range, file.bytes)
  if (range === 'unsatisfiable') {
    response.writeHead(416, { ...headers, 'content-range': `bytes */${file.bytes}` }).end()
    return
  }
  const length = range ? range.end - range.start + 1 : file.bytes
  response.writeHead(range ? 206 : 200, {
    ...headers,
    'content-length': length,
    ...(range ? { 'content-range': `bytes ${range.start}-${range.end}/${file.bytes}` } : {}),
  })
  if (request.method === 'HEAD') {
    response.end()
    return
  }
  const stream = file.read(range ?? undefined)
  stream.on('error', () => response.destroy())
  response.on('close', () => stream.destroy())
  stream.pipe(response)
}
