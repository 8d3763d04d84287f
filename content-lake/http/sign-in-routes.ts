/** @file Signing in and out by form: `GET`/`POST /login`, `GET`/`POST /logout`. */
import { failLake } from '../../contracts/errors/lake.ts'
import { PufaError } from '../../contracts/errors/registry.ts'
import type { Accounts } from '../accounts/accounts.ts'
import { PAGE_HEADERS, signInPage, signOutPage, type Fault } from '../accounts/sign-in-page.ts'
import { sessionCookie } from './credentials.ts'
import type { Exchange, Handler, Reply } from './exchange.ts'
import { isFromOwnPage, ownPath } from './origin.ts'
import { readBody } from './read.ts'
import type { Route } from './router.ts'

const FORM_BYTES_MAX = 16 * 1024
const HOME = '/studio/'

export function signInRoutes(accounts: Accounts, configuredOrigin: string | null): Route[] {
  const show: Handler = ({ query, caller, origin }) => {
    const target = query.get('origin') ?? ''
    if (caller.kind === 'session') return seeOther(ownPath(target, origin, HOME), {})
    return html(200, signInPage({ name: '', origin: target, fault: null }))
  }
  const logOut: Handler = ({ request, caller }) => {
    accounts.signOut(caller)
    return seeOther('/login', { 'set-cookie': sessionCookie(null, request, configuredOrigin) })
  }
  return [
    ['GET', '/login', 'anyone', show],
    ['POST', '/login', 'anyone', (exchange) => signIn(exchange, accounts, configuredOrigin)],
    ['GET', '/logout', 'anyone', () => html(200, signOutPage())],
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
  const form = new URLSearchParams((await readBody(request, FORM_BYTES_MAX)).toString())
  const name = (form.get('user') ?? '').trim().slice(0, 64)
  const target = form.get('origin') ?? ''
  try {
    const secret = await accounts.signIn(name, form.get('password') ?? '', request.socket.remoteAddress ?? '')
    const cookie = sessionCookie(secret, request, configuredOrigin)
    return seeOther(ownPath(target, origin, HOME), { 'set-cookie': cookie })
  } catch (error) {
    if (!(error instanceof PufaError)) throw error
    const wait = error.details['retryAfterSeconds']
    const headers = typeof wait === 'number' ? { 'retry-after': String(wait) } : {}
    return html(error.status, signInPage({ name, origin: target, fault: faultOf(error) }), headers)
  }
}

function faultOf(error: PufaError): Fault {
  const wait = error.details['retryAfterSeconds']
  if (typeof wait === 'number')
    return {
      title: '登录失败次数过多',
      remedy: `请过 ${Math.ceil(wait / 60)} 分钟再试。忘记密码，请联系本单位的运维人员重设。`,
    }
  if (error.code !== 'lake.not-signed-in') return { title: error.message, remedy: `${error.remedy}。` }
  return { title: '账号或密码不正确', remedy: '请检查大小写和输入法后再试；连续五次不正确要等十五分钟。' }
}

const html = (status: number, text: string, headers: Record<string, string> = {}): Reply => ({
  kind: 'text',
  status,
  type: 'text/html; charset=utf-8',
  text,
  headers: { ...PAGE_HEADERS, ...headers },
})

const seeOther = (location: string, headers: Record<string, string>): Reply => ({
  kind: 'text',
  status: 303,
  type: 'text/plain; charset=utf-8',
  text: '',
  headers: { location, ...headers },
})
