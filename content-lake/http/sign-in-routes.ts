/** @file Signing in and out by form: `GET`/`POST /login`, `GET`/`POST /logout`. */
import { failLake } from '../../contracts/errors/lake.ts'
import { PufaError } from '../../contracts/errors/registry.ts'
import type { Accounts } from '../accounts/accounts.ts'
import type { Fault } from '../accounts/pages/frame.ts'
import { signInPage, signOutPage } from '../accounts/pages/sign-in.ts'
import { sessionCookie } from './credentials.ts'
import type { Exchange, Handler, Reply } from './exchange.ts'
import { faultOf, htmlReply, readForm, seeOther } from './form.ts'
import { isFromOwnPage, ownPath } from './origin.ts'
import type { Route } from './router.ts'

const HOME = '/studio/'

export function signInRoutes(accounts: Accounts, configuredOrigin: string | null): Route[] {
  const show: Handler = ({ query, caller, origin }) => {
    const target = query.get('origin') ?? ''
    if (caller.kind === 'session') return seeOther(ownPath(target, origin, HOME), {})
    return htmlReply(200, signInPage({ name: '', origin: target, fault: null }))
  }
  const logOut: Handler = ({ request, caller }) => {
    accounts.signOut(caller)
    return seeOther('/login', { 'set-cookie': sessionCookie(null, request, configuredOrigin) })
  }
  return [
    ['GET', '/login', 'anyone', show],
    ['POST', '/login', 'anyone', (exchange) => signIn(exchange, accounts, configuredOrigin)],
    ['GET', '/logout', 'anyone', () => htmlReply(200, signOutPage())],
    ['POST', '/logout', 'anyone', logOut],
  ]
}

/** Another site's form must not sign a person in to an account of its own choosing. */
async function signIn(
  exchange: Exchange,
  accounts: Accounts,
  configuredOrigin: string | null,
): Promise<Reply> {
  const { request, origin } = exchange
  if (!isFromOwnPage(request, configuredOrigin)) throw failLake('lake.foreign-origin')
  const form = await readForm(request)
  const name = (form.get('user') ?? '').trim().slice(0, 64)
  const target = form.get('origin') ?? ''
  try {
    const secret = await accounts.signIn(
      name,
      form.get('password') ?? '',
      request.socket.remoteAddress ?? '',
      request.headers['user-agent'] ?? '',
    )
    const cookie = sessionCookie(secret, request, configuredOrigin)
    return seeOther(ownPath(target, origin, HOME), { 'set-cookie': cookie })
  } catch (error) {
    if (!(error instanceof PufaError)) throw error
    const wait = error.details['retryAfterSeconds']
    const headers = typeof wait === 'number' ? { 'retry-after': String(wait) } : {}
    return htmlReply(error.status, signInPage({ name, origin: target, fault: faultHere(error) }), headers)
  }
}

function faultHere(error: PufaError): Fault {
  if (error.code !== 'lake.not-signed-in') return faultOf(error)
  return { title: '账号或密码不正确', remedy: '请检查大小写和输入法后再试；连续五次不正确要等十五分钟。' }
}
