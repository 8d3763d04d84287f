/**
 * @file Which origin a request came to, and whether an unsafe one came from our own pages.
 *
 * Pure. Works on HTTP/1.1 and HTTP/2, where `:authority` stands for `host`.
 */
import type { IncomingMessage } from 'node:http'

const first = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value)

/** @param configured the public origin when the operator has named it */
export function originOf(request: IncomingMessage, configured: string | null): string {
  if (configured !== null) return new URL(configured).origin
  const authority = first(request.headers[':authority']) ?? request.headers.host ?? 'localhost'
  const url = URL.parse(`${isSecure(request) ? 'https' : 'http'}://${authority}`)
  return url?.origin ?? 'http://localhost'
}

export const isSecure = (request: IncomingMessage) =>
  first(request.headers[':scheme']) === 'https' ||
  ('encrypted' in request.socket && request.socket.encrypted === true)

/**
 * Browsers send `Sec-Fetch-Site` where the page is secure and `Origin` with every unsafe request and every
 * WebSocket; a request with neither does not come from a page of ours.
 */
export function isFromOwnPage(request: IncomingMessage, configured: string | null): boolean {
  const site = first(request.headers['sec-fetch-site'])
  if (site !== undefined) return site === 'same-origin'
  const origin = request.headers.origin
  if (origin === undefined || origin === 'null') return false
  return origin === originOf(request, configured) || origin === originOf(request, null)
}

/** The path of `target` when it leads to our own origin, else `fallback`: never to another site. */
export function ownPath(target: string | null, origin: string, fallback: string): string {
  const url = target === null || target === '' ? null : URL.parse(target, origin)
  if (!url || url.origin !== origin) return fallback
  return url.pathname.replace(/^\/+/, '/') + url.search + url.hash
}
