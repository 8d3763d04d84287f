/**
 * @file What becomes of every request of the Studio's pages.
 *
 * - The embedded App SDK asks `<project>.<our host>`, whatever the client factory says: sent home.
 * - Anything for a host that is neither ours nor the hosted lake's is refused before it leaves. The
 *   Studio has such calls built in (version checks, feedback) and takes a refusal well.
 * - Where people sign in at a hosted service, our own interfaces are shown its token; no other address is.
 * - Where streams are multiplexed, the event streams go there, and the probe by which the Studio would
 *   complain of HTTP/1.1 is answered here.
 */
import type { StreamOpener } from './multiplex.ts'

export interface FetchRules {
  /** Origin of the page. */
  origin: string
  projectId: string
  /** Base of the hosted lake, or null. */
  apiHost: string | null
  /** Of whoever is signed in at a hosted service; left out: our own cookie says who it is. */
  bearer?: () => string | null
  /** Null where HTTP/2 makes it needless. */
  streams: StreamOpener | null
}

type Fetch = typeof fetch

const listenPath = /^\/v[^/]+\/data\/(?:listen\/|live\/events\/)/u
/** Of the scheduler, and of the desk of review. */
const ownPath = /^\/api\//u
const pingPath = /^\/v[^/]+\/ping$/u

function addressOf(input: RequestInfo | URL, base: string): URL {
  return new URL(input instanceof Request ? input.url : input, base)
}

/** @returns the address to ask instead, or null when the request must not leave */
export function allowedAddress(asked: URL, rules: FetchRules): URL | null {
  const home = new URL(rules.origin)
  if (asked.origin === home.origin || asked.protocol === 'data:' || asked.protocol === 'blob:') return asked
  if (asked.host === `${rules.projectId}.${home.host}`) return new URL(asked.pathname + asked.search, home)
  if (rules.apiHost === null) return null
  const host = new URL(rules.apiHost).host
  return asked.host === host || asked.host.endsWith(`.${host}`) ? asked : null
}

/** A version check is told that the version asked about is the newest; anything else is told nothing. */
function refusal(asked: URL): Response {
  const version = /\/(?:\^|%5E)(\d+\.\d+\.\d+)/iu.exec(asked.pathname)?.[1]
  if (version) return Response.json({ packageVersion: version, latest: version })
  return Response.json({ message: 'No request leaves this host' }, { status: 404 })
}

/** Whoever names a token himself is left alone. */
function shown(input: RequestInfo | URL, init: RequestInit | undefined, token: string): RequestInit {
  const headers = new Headers(init?.headers ?? (input instanceof Request ? input.headers : undefined))
  if (!headers.has('authorization')) headers.set('authorization', `Bearer ${token}`)
  return { ...init, headers }
}

export function ruledFetch(real: Fetch, rules: FetchRules): Fetch {
  return (input, init) => {
    const asked = addressOf(input, rules.origin)
    const address = allowedAddress(asked, rules)
    if (!address) return Promise.resolve(refusal(asked))
    const home = address.origin === rules.origin
    if (rules.streams && home && pingPath.test(address.pathname)) return Promise.resolve(Response.json({}))
    if (rules.streams && home && listenPath.test(address.pathname)) {
      const headers = new Headers(init?.headers ?? (input instanceof Request ? input.headers : undefined))
      return rules.streams({
        path: address.pathname + address.search,
        url: asked.href,
        lastEventId: headers.get('last-event-id'),
        signal: init?.signal ?? (input instanceof Request ? input.signal : null),
      })
    }
    const token = home && ownPath.test(address.pathname) ? (rules.bearer?.() ?? null) : null
    if (token !== null) return real(input, shown(input, init, token))
    if (address === asked) return real(input, init)
    return real(input instanceof Request ? new Request(address, input) : address, init)
  }
}
