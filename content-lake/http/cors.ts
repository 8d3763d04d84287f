/**
 * @file Lets pages of other programs use the lake, as a hosted project does: only those that the operator has named.
 *
 * Pure. To any other origin nothing is said, and its browser keeps the answer to itself.
 */
import type { IncomingMessage } from 'node:http'

const METHODS = 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS'
const KEPT_SECONDS = '600'

export const isAllowedOrigin = (origin: string | undefined, allowed: readonly string[]) =>
  origin !== undefined && allowed.includes(origin)

/** @returns headers for every answer, errors too */
export function corsHeaders(request: IncomingMessage, allowed: readonly string[]): Record<string, string> {
  if (allowed.length === 0) return {}
  const { origin } = request.headers
  if (origin === undefined || !isAllowedOrigin(origin, allowed)) return { vary: 'Origin' }
  const asked = request.headers['access-control-request-headers']
  return {
    vary: 'Origin',
    'access-control-allow-origin': origin,
    'access-control-allow-credentials': 'true',
    'access-control-expose-headers': 'ETag, Content-Range, Retry-After',
    ...(request.method === 'OPTIONS'
      ? {
          'access-control-allow-methods': METHODS,
          'access-control-allow-headers': asked ?? 'authorization, content-type',
          'access-control-max-age': KEPT_SECONDS,
        }
      : {}),
  }
}
