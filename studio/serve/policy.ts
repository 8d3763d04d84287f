/** @file The headers of every answer under `/studio/`. Pure. */

export interface Policy {
  /** Host of the request, by which browsers that do not count sockets among 'self' find ours. */
  host: string | undefined
  /** Origins of a hosted lake; empty for the embedded one. */
  connectHosts: readonly string[]
}

/** What may stand in a policy; anything else in a Host header is left out. */
const plainHost = /^(?:[a-z0-9.-]+|\[[0-9a-f:]+\])(?::\d{1,5})?$/iu

/** No inline scripts, no foreign host; styles are inline because styled-components writes them so. */
export function contentSecurityPolicy({ host, connectHosts }: Policy): string {
  const hosted = connectHosts.filter((each) => URL.canParse(each)).map((each) => new URL(each).origin)
  // Who else is at a document is told over a socket, of ours or of the hosted lake's.
  const sockets = [
    ...(host && plainHost.test(host) ? [`ws://${host}`, `wss://${host}`] : []),
    ...hosted.map((each) => each.replace(/^http/u, 'ws')),
  ]
  const directives: Record<string, readonly string[]> = {
    'default-src': ["'self'"],
    'script-src': ["'self'"],
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'data:', 'blob:', ...hosted],
    'media-src': ["'self'", 'blob:', ...hosted],
    'font-src': ["'self'", 'data:'],
    'connect-src': ["'self'", ...sockets, ...hosted],
    'worker-src': ["'self'", 'blob:'],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    'frame-ancestors': ["'none'"],
  }
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ')
}

export function commonHeaders(policy: Policy): Record<string, string> {
  return {
    'content-security-policy': contentSecurityPolicy(policy),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=()',
  }
}
