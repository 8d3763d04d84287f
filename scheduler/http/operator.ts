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
const askWithinMs = 5_000

export interface Operator {
  id: string
}

interface User {
  id?: string
  roles?: { name: string }[]
}

function isForeign(request: IncomingMessage): boolean {
  const { origin } = request.headers
  if (!origin) return request.headers['sec-fetch-site'] === 'cross-site'
  return URL.parse(origin)?.host !== hostOf(request)
}

/** @throws PufaError `signage.not-signed-in`, `signage.not-allowed`, `signage.foreign-origin` */
export async function operatorOf(request: IncomingMessage, lake: LakeAccess): Promise<Operator> {
  const { authorization, cookie } = request.headers
  if (!authorization && !cookie) throw failSignage('signage.not-signed-in')
  if (!authorization && request.method !== 'GET' && isForeign(request)) throw failSignage('signage.foreign-origin')
  const response = await fetch(`${lake.apiHost}/v1/users/me`, {
    headers: authorization ? { authorization } : { cookie: cookie ?? '' },
    signal: AbortSignal.timeout(askWithinMs),
  })
  if (response.status === 401) throw failSignage('signage.not-signed-in')
  if (!response.ok) throw failSignage('signage.not-ready')
  const user = (await response.json()) as User
  if (!user.id) throw failSignage('signage.not-signed-in')
  if (!user.roles?.some(({ name }) => rolesAllowed.has(name))) throw failSignage('signage.not-allowed')
  return { id: user.id }
}
