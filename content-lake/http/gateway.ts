/**
 * @file The way of every request through the lake: find the endpoint, know the caller, call, answer.
 *
 * Order matters: an endpoint that does not exist is told before the caller is judged, and a request that
 * another site made in a person's name is refused before its body is read.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { failLake } from '../../contracts/errors/lake.ts'
import type { Log } from '../../contracts/part.ts'
import type { Accounts } from '../accounts/accounts.ts'
import { isAdministrator, mayHandIn, mayWrite } from '../accounts/caller.ts'
import { corsHeaders } from './cors.ts'
import { callerOf, refuseForeign } from './credentials.ts'
import type { Reply } from './exchange.ts'
import { originOf } from './origin.ts'
import { splitApiPath } from './owns.ts'
import { respond, respondError } from './respond.ts'
import type { Router } from './router.ts'
import type { UnknownEndpoints } from './unknown-endpoints.ts'

export interface GatewayParts {
  /** Paths under `/v…/`, without it. */
  api: Router
  /** All other paths, whole. */
  pages: Router
  accounts: Accounts
  unknown: UnknownEndpoints
  configuredOrigin: string | null
  /** Other origins whose pages may ask. */
  corsOrigins: readonly string[]
  log: Log
}

export function createGateway(
  parts: GatewayParts,
): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    for (const [name, value] of Object.entries(corsHeaders(request, parts.corsOrigins)))
      response.setHeader(name, value)
    answer(request, response, parts)
      .then((reply) => respond(request, response, reply, originOf(request, parts.configuredOrigin)))
      .catch((error: unknown) => respondError(request, response, error, parts.log))
      .finally(() => {
        // What was not read of a body must not hold up the connection.
        if (!request.readableEnded) request.resume()
      })
  }
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  parts: GatewayParts,
): Promise<Reply> {
  const method = request.method ?? 'GET'
  const url = URL.parse(request.url ?? '/', 'http://localhost')
  if (!url) throw failLake('lake.malformed-request', { reason: 'address' })
  const api = splitApiPath(url.pathname)
  if (method === 'OPTIONS') return { kind: 'text', type: 'text/plain', text: '', status: 204 }
  const match = api ? parts.api(method, api.rest) : parts.pages(method, url.pathname)
  if (!match) {
    parts.unknown.add(method, url.pathname)
    throw failLake('lake.unknown-endpoint', { reason: `${method} ${url.pathname.slice(0, 200)}` })
  }
  const caller = callerOf(request, parts.accounts)
  refuseForeign(request, caller, parts.configuredOrigin, parts.corsOrigins)
  if (match.access !== 'anyone' && caller.kind === 'anonymous') throw failLake('lake.not-signed-in')
  if (match.access === 'writer' && !mayWrite(caller)) throw failLake('lake.not-permitted')
  if (match.access === 'administrator' && !isAdministrator(caller)) throw failLake('lake.not-permitted')
  if (match.access === 'sender' && !mayHandIn(caller)) throw failLake('lake.not-permitted')
  return match.handler({
    request,
    response,
    method,
    pathname: url.pathname,
    version: api?.version ?? '',
    params: match.params,
    query: url.searchParams,
    caller,
    origin: originOf(request, parts.configuredOrigin),
  })
}
