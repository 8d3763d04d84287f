/** @file Reading requests and writing answers, the same for HTTP/1.1 and HTTP/2. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { failHosted } from '../../contracts/errors/hosted.ts'
import { PufaError } from '../../contracts/errors/registry.ts'
import type { Log } from '../../contracts/part.ts'

const bodyBytesMax = 64 * 1024

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
  const known = error instanceof PufaError ? error : failHosted('hosted.failed', {}, error)
  if (known.code === 'hosted.failed')
    log.error({ error: String(error instanceof Error ? error.stack : error) }, 'the desk of review failed')
  if (response.headersSent) response.destroy()
  else sendJson(response, known, known.status)
}

/** @throws PufaError `hosted.malformed-request` */
export async function readRecord(request: IncomingMessage): Promise<Readonly<Record<string, unknown>>> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request) {
    bytes += (chunk as Buffer).length
    if (bytes > bodyBytesMax) throw failHosted('hosted.malformed-request', { bytesMax: bodyBytesMax })
    chunks.push(chunk as Buffer)
  }
  let body: unknown
  try {
    body = JSON.parse(Buffer.concat(chunks).toString('utf8'))
  } catch (error) {
    throw failHosted('hosted.malformed-request', { reason: 'JSON' }, error)
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw failHosted('hosted.malformed-request', { reason: 'JSON' })
  return body as Readonly<Record<string, unknown>>
}

/** Only a token, which no other site can make a browser send. A cookie counts for nothing here. */
export const bearerOf = (request: IncomingMessage): string | null =>
  /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1] ?? null
