/**
 * @file Finds out who makes a request, and refuses unsafe ones that another site made in a person's name.
 *
 * A bearer token goes before a cookie. Only a cookie needs the check of origin: no other site can make a
 * browser send a token.
 */
import { sessionCookieName } from '../../contracts/session.ts'
import type { IncomingMessage } from 'node:http'
import { failLake } from '../../contracts/errors/lake.ts'
import type { Accounts } from '../accounts/accounts.ts'
import { ANONYMOUS, type Caller } from '../accounts/caller.ts'
import { isAllowedOrigin } from './cors.ts'
import { isFromOwnPage, isSecure } from './origin.ts'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])
const COOKIE_SECONDS = 7 * 24 * 3600

export function callerOf(request: IncomingMessage, accounts: Accounts): Caller {
  const [, bearer] = /^Bearer\s+(\S+)$/i.exec(request.headers.authorization ?? '') ?? []
  if (bearer !== undefined) return accounts.ofToken(bearer)
  const [, session] =
    new RegExp(`(?:^|;\\s*)${sessionCookieName}=([\\w-]+)`).exec(request.headers.cookie ?? '') ?? []
  return session === undefined ? ANONYMOUS : accounts.ofSession(session)
}

/** @throws PufaError `lake.foreign-origin` */
export function refuseForeign(
  request: IncomingMessage,
  caller: Caller,
  configured: string | null,
  corsOrigins: readonly string[],
): void {
  if (SAFE.has(request.method ?? '') || caller.kind !== 'session') return
  if (isAllowedOrigin(request.headers.origin, corsOrigins)) return
  if (!isFromOwnPage(request, configured)) throw failLake('lake.foreign-origin')
}

/** @param secret null to take the cookie back */
export function sessionCookie(
  secret: string | null,
  request: IncomingMessage,
  configured: string | null,
): string {
  const isOverTls = isSecure(request) || configured?.startsWith('https:') === true
  return [
    `${sessionCookieName}=${secret ?? ''}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Lax',
    `Max-Age=${secret === null ? 0 : COOKIE_SECONDS}`,
    ...(isOverTls ? ['Secure'] : []),
  ].join('; ')
}
