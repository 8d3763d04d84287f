/** @file Reading requests and writing answers, the same for HTTP/1.1 and HTTP/2. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { PufaError } from '../../contracts/errors/registry.ts'
import { failSignage } from '../../contracts/errors/signage.ts'
import type { Log } from '../../contracts/part.ts'

const bodyBytesMax = 256 * 1024

export function sendJson(response: ServerResponse, value: unknown, status = 200): void {
  const body = JSON.stringify(value)
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
  response.end(body)
}

/** Errors of ours answer with their code and remedy; anything else is logged and answered as a failure. */
export function sendError(response: ServerResponse, error: unknown, log: Log): void {
  const known = error instanceof PufaError ? error : failSignage('signage.failed', {}, error)
  if (known.status >= 500)
    log.error({ error: String(error instanceof Error ? error.stack : error) }, 'a signage request failed')
  if (response.headersSent) response.destroy()
  else sendJson(response, known, known.status)
}

/** @throws PufaError `signage.too-large`, `signage.bad-request` */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request) {
    bytes += (chunk as Buffer).length
    if (bytes > bodyBytesMax) throw failSignage('signage.too-large', { bytesMax: bodyBytesMax })
    chunks.push(chunk as Buffer)
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'))
  } catch (error) {
    throw failSignage('signage.bad-request', { reason: '内容不是 JSON' }, error)
  }
}

/** Host as the browser named it, on both protocol versions. */
export function hostOf(request: IncomingMessage): string {
  return String(request.headers[':authority'] ?? request.headers.host ?? '')
}
