/**
 * @file What the pages of accounts ask of who opens them, and how a form of theirs is acted on.
 *
 * Only a person's own session opens them, never a program's token. Every form is posted from a page of ours: the
 * gateway refuses what another site sends with a cookie. A fault is told on the page from which it came.
 */
import { failLake } from '../../contracts/errors/lake.ts'
import { PufaError } from '../../contracts/errors/registry.ts'
import type { Clock } from '../../contracts/part.ts'
import { roles } from '../access/party.ts'
import type { Accounts } from '../accounts/accounts.ts'
import type { Caller } from '../accounts/caller.ts'
import type { Message } from '../accounts/pages/frame.ts'
import { notAllowedPage } from '../accounts/pages/own.ts'
import type { County } from '../accounts/pages/words.ts'
import type { Rank } from '../accounts/people.ts'
import type { Exchange, Handler, Reply } from './exchange.ts'
import { faultOf, htmlReply, readForm, seeOther } from './form.ts'

export interface AccountParts {
  accounts: Accounts
  /** In the order in which lists name them. */
  counties(): County[]
  configuredOrigin: string | null
  clock: Clock
}

export type Session = Caller & { kind: 'session' }
export type Page = (exchange: Exchange, session: Session) => Reply | Promise<Reply>
/** Shows a page, with what went wrong or was done; `form` holds what was typed. */
export type View = (exchange: Exchange, session: Session, message: Message, form: URLSearchParams) => string
export type Act = (form: URLSearchParams, exchange: Exchange, session: Session) => Reply | Promise<Reply>

export const personal =
  (page: Page): Handler =>
  (exchange) => {
    const { caller, pathname } = exchange
    if (caller.kind === 'session') return page(exchange, caller)
    return seeOther(`/login?origin=${encodeURIComponent(pathname)}`)
  }

export const forAdministrators = (page: Page): Handler =>
  personal((exchange, session) =>
    session.account.role === 'administrator' ? page(exchange, session) : htmlReply(403, notAllowedPage()),
  )

export const acting =
  (act: Act, again: View): Page =>
  async (exchange, session) => {
    const form = await readForm(exchange.request)
    try {
      return await act(form, exchange, session)
    } catch (error) {
      if (!(error instanceof PufaError) || error.status >= 500) throw error
      return htmlReply(error.status, again(exchange, session, { fault: faultOf(error) }, form))
    }
  }

const DONE = {
  password: '密码改好了，在别处的登录都已结束。',
  sessions: '登录已结束。',
  changed: '已保存。',
  locked: '账号已停用，所有登录已退出。',
  unlocked: '账号已恢复。',
  token: '令牌已作废。',
} as const
export type Done = keyof typeof DONE

/** So that a page loaded again does nothing twice. */
export const doneAt = (path: string, what: Done) => seeOther(`${path}?done=${what}`)

export const showing =
  (view: View): Page =>
  (exchange, session) => {
    const what = exchange.query.get('done') ?? ''
    const message = Object.hasOwn(DONE, what) ? { done: DONE[what as Done] } : null
    return htmlReply(200, view(exchange, session, message, new URLSearchParams()))
  }

export const textOf = (form: URLSearchParams, name: string) => form.get(name) ?? ''

/** @throws PufaError `lake.account-refused` */
export function rankOf(form: URLSearchParams, counties: readonly County[]): Rank {
  const role = roles.find((one) => one === form.get('role'))
  const county = form.get('county') || null
  if (!role) throw failLake('lake.account-refused', { reason: '请选择角色' })
  if (county !== null && !counties.some(({ id }) => id === county))
    throw failLake('lake.account-refused', { reason: '没有这个县区，请刷新页面再选' })
  return { role, county }
}

/** @throws PufaError `lake.password-refused` */
export function newPasswordOf(form: URLSearchParams): string {
  const password = textOf(form, 'new')
  if (password.normalize('NFKC') !== textOf(form, 'again').normalize('NFKC'))
    throw failLake('lake.password-refused', { reason: '两遍输入的不一样，请再输一次。' })
  return password
}
