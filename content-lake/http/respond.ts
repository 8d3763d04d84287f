/** @file Writes answers and errors. Sets no header or status message that HTTP/2 refuses. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { failLake, type LakeErrorCode } from '../../contracts/errors/lake.ts'
import { PufaError } from '../../contracts/errors/registry.ts'
import type { Log } from '../../contracts/part.ts'
import { quietReason, quietStack } from '../observe/quiet.ts'
import { withAssetAddresses } from './asset-address.ts'
import { isSqliteError, SQLITE_FULL } from '../store/sqlite-error.ts'
import type { Reply } from './exchange.ts'
import { sanityBody } from './sanity-error.ts'

const COMMON = { 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' }

/** @param origin that the reader came by */
export function respond(
  request: IncomingMessage,
  response: ServerResponse,
  reply: Reply,
  origin: string,
): void {
  if (reply.kind === 'taken') return
  const { status = 200, headers = {} } = reply
  const isJson = reply.kind === 'json'
  const body = withAssetAddresses(isJson ? JSON.stringify(reply.body) : reply.text, origin)
  response.writeHead(status, {
    ...COMMON,
    'content-type': isJson ? 'application/json; charset=utf-8' : reply.type,
    'content-length': String(Buffer.byteLength(body)),
    ...headers,
  })
  response.end(request.method === 'HEAD' ? undefined : body)
}

/** After the head has gone out, all that can be done is to cut the answer off. */
export function respondError(
  request: IncomingMessage,
  response: ServerResponse,
  error: unknown,
  log: Log,
): void {
  const known = error instanceof PufaError ? error : failLake(codeOf(error), {}, error)
  const pathname = (request.url ?? '').split('?')[0] ?? ''
  // An action that this system does not have is no fault of it.
  if (known.status >= 500 && known.status !== 501) tell(log, known, pathname)
  if (response.headersSent) {
    response.destroy()
    return
  }
  // What drips on would hold the connection for minutes more.
  if (known.code === 'lake.request-too-slow') response.once('finish', () => request.destroy())
  const { retryAfterSeconds: wait, contentRange } = known.details
  const body = sanityBody(known, pathname.includes('/data/actions/'))
  const headers = {
    ...(typeof wait === 'number' ? { 'retry-after': String(wait) } : {}),
    ...(typeof contentRange === 'string' ? { 'content-range': contentRange } : {}),
  }
  respond(request, response, { kind: 'json', status: known.status, body, headers }, '')
}

/** Sign-ins and settings of the surface are written too, and a full disk is no fault of the program. */
function codeOf(error: unknown): LakeErrorCode {
  const isFull = error instanceof Error && 'code' in error && error.code === 'ENOSPC'
  return isFull || isSqliteError(error, SQLITE_FULL) ? 'lake.disk-full' : 'lake.internal'
}

/** What passes by itself is told as a warning. Neither holds words of a document or of a query. */
function tell(log: Log, { code, status, cause, details }: PufaError, pathname: string): void {
  const place = { code, pathname: pathname.slice(0, 200) }
  if (status === 500)
    log.error(
      { ...place, cause: cause === undefined ? details['reason'] : quietStack(cause) },
      'the lake could not answer',
    )
  else
    log.warn(
      { ...place, ...(cause === undefined ? {} : { reason: quietReason(cause) }) },
      'the lake did not answer',
    )
}
