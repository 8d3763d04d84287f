/**
 * @file From a request to its route, and which of the two sides each path belongs to.
 *
 * What players and passers-by need is public; everything else under the API is the operators'.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { failSignage } from '../../contracts/errors/signage.ts'
import { socketPath } from '../../contracts/messages.ts'
import type { Log, Side } from '../../contracts/part.ts'
import { assetPath } from '../assets/renditions.ts'
import { sendError } from './answer.ts'
import type { RouteParts } from './route.ts'
import { routes } from './routes.ts'

const apiPath = '/api/signage/'
const livePath = `${apiPath}live/`
const publicPaths = [
  assetPath,
  livePath,
  ...['resolve', 'timeline', 'schema', 'demo-', 'box/'].map((path) => apiPath + path),
]
/** Orders to a broadcast; its pieces lie beside them. */
const liveOrderPath = /\/(?:stop|resume)$/u

export function sideOf(pathname: string): Side | null {
  if (pathname === socketPath) return 'public'
  if (!pathname.startsWith(apiPath)) return null
  if (pathname.startsWith(livePath) && liveOrderPath.test(pathname)) return 'internal'
  return publicPaths.some((path) => pathname.startsWith(path)) ? 'public' : 'internal'
}

async function answer(request: IncomingMessage, response: ServerResponse, parts: RouteParts): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://localhost')
  const path = url.pathname.slice(apiPath.length)
  const matching = routes.filter(({ pattern }) => pattern.test(path))
  const method = request.method === 'HEAD' ? 'GET' : request.method
  const route = matching.find((candidate) => candidate.method === method)
  if (matching.length === 0) throw failSignage('signage.unknown-endpoint', { path: url.pathname })
  if (!route) throw failSignage('signage.wrong-method', { method: request.method })
  const id = route.pattern.exec(path)?.[1] ?? ''
  await route.run({ request, response, query: url.searchParams, id }, parts)
}

/** @returns what answers each request, whatever happens */
export function answering(parts: RouteParts, log: Log) {
  return (request: IncomingMessage, response: ServerResponse): void => {
    answer(request, response, parts).catch((error: unknown) => sendError(response, error, log))
  }
}
