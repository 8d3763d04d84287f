/** @file The administrators' desk at `/accounts`: people, tokens of programs, and the two records. */
import { reviewStages } from '../../contracts/documents/review.ts'
import type { Account } from '../accounts/caller.ts'
import { linkMadePage, peoplePage, personPage } from '../accounts/pages/people.ts'
import { logPage, signInsPage } from '../accounts/pages/records.ts'
import { tokenMadePage, tokensPage } from '../accounts/pages/tokens.ts'
import type { Rank } from '../accounts/people.ts'
import { sessionKey } from '../accounts/sessions.ts'
import {
  acting,
  doneAt,
  forAdministrators,
  rankOf,
  showing,
  textOf,
  type Act,
  type AccountParts,
  type Done,
  type View,
} from './account-guards.ts'
import type { Exchange, Handler } from './exchange.ts'
import { htmlReply } from './form.ts'
import type { Route } from './router.ts'

const RECORDS_SHOWN = 300

/** What was ticked; a form that does not ask leaves every stage to a reviewer. */
const stagesOf = (form: URLSearchParams): Pick<Rank, 'stages'> =>
  form.has('stagesAsked')
    ? { stages: reviewStages.filter((stage) => form.getAll('stages').includes(stage)) }
    : {}

export function accountsDeskRoutes({ accounts, counties, clock }: AccountParts): Route[] {
  const { people, sessions, tokens, journal } = accounts
  const idOf = ({ params }: Exchange) => params['id'] ?? ''
  const personRankOf = (form: URLSearchParams): Rank => ({ ...rankOf(form, counties()), ...stagesOf(form) })

  const list: View = (_exchange, _session, message, form) =>
    peoplePage(people.all(), counties(), message, {
      name: textOf(form, 'name'),
      displayName: textOf(form, 'displayName'),
    })
  const person: View = (exchange, session, message, form) => {
    const found = people.find(idOf(exchange))
    if (!found) return list(exchange, session, message, form)
    const ownKey = found.id === session.account.id ? sessionKey(session.credential) : null
    return personPage(found, sessions.of(found.id), counties(), message, ownKey)
  }
  const tokenList: View = (_exchange, _session, message) =>
    tokensPage(tokens.made(), counties(), message, clock.now())
  const nameOf = (id: string) => (id === '<system>' ? '系统' : (accounts.find(id)?.displayName ?? id))

  const madeLink = (exchange: Exchange, secret: string) =>
    htmlReply(200, linkMadePage(people.ofLink(secret), `${exchange.origin}/accounts/link/${secret}`))
  const invite: Act = (form, exchange, { account }) => {
    const names = { name: textOf(form, 'name'), displayName: textOf(form, 'displayName') }
    return madeLink(exchange, people.invite({ ...personRankOf(form), ...names }, account))
  }
  const reset: Act = (_form, exchange, { account }) =>
    madeLink(exchange, people.reset(idOf(exchange), account))
  const makeToken: Act = (form, _exchange, { account }) => {
    const wish = {
      ...rankOf(form, counties()),
      title: textOf(form, 'title'),
      days: Number(form.get('days')),
    }
    return htmlReply(200, tokenMadePage(wish.title, tokens.make(wish, account)))
  }
  const endToken: Act = (_form, exchange, { account }) => {
    tokens.end(idOf(exchange), account)
    return doneAt('/accounts/tokens', 'token')
  }
  const changing = (what: Done, work: (id: string, by: Account, form: URLSearchParams) => void): Handler =>
    forAdministrators(
      acting((form, exchange, { account }) => {
        work(idOf(exchange), account, form)
        return doneAt(`/accounts/people/${idOf(exchange)}`, what)
      }, person),
    )
  const change = changing('changed', (id, by, form) =>
    people.change(id, { ...personRankOf(form), displayName: textOf(form, 'displayName') }, by),
  )
  const endSessions = changing('sessions', (id, by, form) => people.endSessions(id, form.get('key'), by))
  const signIns = () => htmlReply(200, signInsPage(journal.tries(RECORDS_SHOWN)))
  const log = () => htmlReply(200, logPage(journal.entries(RECORDS_SHOWN), nameOf, counties()))

  const paths: [method: string, path: string, handler: Handler][] = [
    ['GET', '', forAdministrators(showing(list))],
    ['POST', '/people', forAdministrators(acting(invite, list))],
    ['GET', '/people/:id', forAdministrators(showing(person))],
    ['POST', '/people/:id/change', change],
    ['POST', '/people/:id/lock', changing('locked', people.lock)],
    ['POST', '/people/:id/unlock', changing('unlocked', people.unlock)],
    ['POST', '/people/:id/sessions', endSessions],
    ['POST', '/people/:id/reset', forAdministrators(acting(reset, person))],
    ['GET', '/tokens', forAdministrators(showing(tokenList))],
    ['POST', '/tokens', forAdministrators(acting(makeToken, tokenList))],
    ['POST', '/tokens/:id/end', forAdministrators(acting(endToken, tokenList))],
    ['GET', '/sign-ins', forAdministrators(signIns)],
    ['GET', '/log', forAdministrators(log)],
  ]
  // Whoever is not signed in is sent to sign in, not answered 401: these are pages.
  return paths.map(([method, path, handler]): Route => [method, `/accounts${path}`, 'anyone', handler])
}
