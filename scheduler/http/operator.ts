/**
 * @file Who is asking: the lake knows the accounts, so the request's own credentials are shown to it.
 *
 * A cookie counts only when the request comes from our own pages (CSRF): a foreign `Origin` is refused.
 */
import type { IncomingMessage } from 'node:http'
import { failSignage } from '../../contracts/errors/signage.ts'
import type { LakeAccess } from '../../contracts/part.ts'
import { hostOf } from './answer.ts'

const rolesAllowed: ReadonlySet<string> = new Set(['administrator', 'operator'])
/** Sees how the screens are, and orders nothing. */
const watching = 'viewer'
const askWithinMs = 5_000

export interface Operator {
  id: string
  /** Id of the county's document whose screens are in this operator's hands; null: all screens. */
  county: string | null
}

/** Anybody who is signed in. */
export interface User {
  id: string
  /** As the account's owner is called, and the name that is typed to sign in. */
  name: string
  account: string
  operator: boolean
  /** Sees every screen without being an operator. */
  watches: boolean
  county: string | null
}

interface Answer {
  id?: string
  name?: string
  email?: string
  county?: string | null
  roles?: { name: string }[]
}

/** A proxy may name another host than the browser did; the public address is then the one that counts. */
function isForeign(request: IncomingMessage, publicOrigin: string): boolean {
  const { origin } = request.headers
  if (!origin) return request.headers['sec-fetch-site'] === 'cross-site'
  const host = URL.parse(origin)?.host
  return host !== hostOf(request) && host !== URL.parse(publicOrigin)?.host
}

async function ask(lake: LakeAccess, headers: Record<string, string>): Promise<Response> {
  try {
    return await fetch(`${lake.apiHost}/v1/users/me`, { headers, signal: AbortSignal.timeout(askWithinMs) })
  } catch (error) {
    throw failSignage('signage.not-ready', {}, error)
  }
}

/**
 * @param publicOrigin address of the site as browsers name it
 * @throws PufaError `signage.not-signed-in`, `signage.foreign-origin`, `signage.not-ready`
 */
export async function userOf(
  request: IncomingMessage,
  lake: LakeAccess,
  publicOrigin: string,
): Promise<User> {
  const { authorization, cookie } = request.headers
  if (!authorization && !cookie) throw failSignage('signage.not-signed-in')
  if (!authorization && request.method !== 'GET' && isForeign(request, publicOrigin))
    throw failSignage('signage.foreign-origin')
  const response = await ask(lake, authorization ? { authorization } : { cookie: cookie ?? '' })
  if (response.status === 401) throw failSignage('signage.not-signed-in')
  if (!response.ok) throw failSignage('signage.not-ready')
  const { id, name = '', email = '', county = null, roles = [] } = (await response.json()) as Answer
  if (!id) throw failSignage('signage.not-signed-in')
  const operator = roles.some((role) => rolesAllowed.has(role.name))
  const watches = roles.some((role) => role.name === watching)
  return { id, name, account: email, county, operator, watches }
}

/**
 * An operator, of one county too: whoever asks must then look at what is in that one's hands.
 * @throws PufaError as `userOf`, and `signage.not-allowed`
 */
export async function anyOperatorOf(
  request: IncomingMessage,
  lake: LakeAccess,
  publicOrigin: string,
): Promise<Operator> {
  const { id, operator, county } = await userOf(request, lake, publicOrigin)
  if (!operator) throw failSignage('signage.not-allowed')
  return { id, county }
}

/** Who sees how the screens are; `commands` is whether that one may order anything too. */
export interface Watcher extends Operator {
  commands: boolean
}

/**
 * Whoever may see the screens: operators, and viewers, who are to see everything and change nothing.
 * @throws PufaError as `userOf`, and `signage.not-allowed`
 */
export async function watcherOf(
  request: IncomingMessage,
  lake: LakeAccess,
  publicOrigin: string,
): Promise<Watcher> {
  const { id, operator, watches, county } = await userOf(request, lake, publicOrigin)
  if (!operator && !watches) throw failSignage('signage.not-allowed')
  return { id, county, commands: operator }
}

/**
 * An operator of the whole prefecture, for what reaches beyond one county.
 * @throws PufaError as `anyOperatorOf`
 */
export async function operatorOf(
  request: IncomingMessage,
  lake: LakeAccess,
  publicOrigin: string,
): Promise<Pick<Operator, 'id'>> {
  const { id, county } = await anyOperatorOf(request, lake, publicOrigin)
  if (county !== null) throw failSignage('signage.not-allowed')
  return { id }
}
