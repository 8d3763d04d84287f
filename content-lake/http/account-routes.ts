/** @file A person's own page at `/account`, and the links by which a password is set. */
import { failLake } from '../../contracts/errors/lake.ts'
import { PufaError } from '../../contracts/errors/registry.ts'
import { linkVoidPage, ownPage, setPasswordPage } from '../accounts/pages/own.ts'
import { sessionKey } from '../accounts/sessions.ts'
import {
  acting,
  doneAt,
  newPasswordOf,
  personal,
  showing,
  textOf,
  type AccountParts,
  type View,
} from './account-guards.ts'
import type { Handler } from './exchange.ts'
import { faultOf, htmlReply, readForm, seeOther } from './form.ts'
import { isFromOwnPage } from './origin.ts'
import type { Route } from './router.ts'

export function accountRoutes(parts: AccountParts): Route[] {
  const { accounts, counties } = parts
  const { people, sessions } = accounts
  const own: View = (_exchange, { account, credential }, message) =>
    ownPage(account, sessions.of(account.id), counties(), sessionKey(credential), message)
  const setPassword = acting(async (form, { request }, { account, credential }) => {
    const fresh = newPasswordOf(form)
    await accounts.confirm(account, textOf(form, 'old'), request.socket.remoteAddress ?? '')
    await people.setPassword(account.id, fresh, credential)
    return doneAt('/account', 'password')
  }, own)
  const endSessions = acting((form, _exchange, { account, credential }) => {
    people.endSessions(account.id, form.get('key'), account, credential)
    return doneAt('/account', 'sessions')
  }, own)
  return [
    ['GET', '/account', 'anyone', personal(showing(own))],
    ['POST', '/account/password', 'anyone', personal(setPassword)],
    ['POST', '/account/sessions', 'anyone', personal(endSessions)],
    ...linkRoutes(parts),
  ]
}

/** Whoever holds the link is the person: it opens without signing in, and works once. */
function linkRoutes({ accounts: { people }, configuredOrigin }: AccountParts): Route[] {
  const show: Handler = ({ params }) => {
    const secret = params['secret'] ?? ''
    try {
      return htmlReply(200, setPasswordPage(people.ofLink(secret), secret, null))
    } catch (error) {
      if (error instanceof PufaError && error.code === 'lake.link-void') return htmlReply(410, linkVoidPage())
      throw error
    }
  }
  const accept: Handler = async ({ params, request }) => {
    if (!isFromOwnPage(request, configuredOrigin)) throw failLake('lake.foreign-origin')
    const secret = params['secret'] ?? ''
    const form = await readForm(request)
    try {
      await people.acceptLink(secret, newPasswordOf(form))
      return seeOther('/login')
    } catch (error) {
      if (!(error instanceof PufaError) || error.status >= 500) throw error
      if (error.code === 'lake.link-void') return htmlReply(410, linkVoidPage())
      const message = { fault: faultOf(error) }
      return htmlReply(error.status, setPasswordPage(people.ofLink(secret), secret, message))
    }
  }
  return [
    ['GET', '/accounts/link/:secret', 'anyone', show],
    ['POST', '/accounts/link/:secret', 'anyone', accept],
  ]
}
