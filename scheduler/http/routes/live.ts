/** @file Broadcasts: their pieces for players, and for those in charge what is on and the switch. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { PufaError } from '../../../contracts/errors/registry.ts'
import { failSignage } from '../../../contracts/errors/signage.ts'
import type { LiveState } from '../../live/live.ts'
import type { Relayed } from '../../live/relay.ts'
import { sendJson } from '../answer.ts'
import { reaches } from '../county.ts'
import { anyOperatorOf, userOf, type User } from '../operator.ts'
import type { Call, Route, RouteParts } from '../route.ts'

function stateForm({ stream, stopped, orders }: LiveState) {
  const { _id: id, title, begins, ends, officerName, officerPhone } = stream
  return { id, title, begins, ends, officer: { name: officerName, phone: officerPhone }, stopped, orders }
}

function send(request: IncomingMessage, response: ServerResponse, { body, type }: Relayed): void {
  response.writeHead(200, {
    'content-type': type,
    'content-length': body.length,
    // What was stopped must not come back from a cache.
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'",
    'cross-origin-resource-policy': 'same-origin',
  })
  response.end(request.method === 'HEAD' ? undefined : body)
}

async function relay({ request, response, id }: Call, { live }: RouteParts): Promise<void> {
  const [stream = '', name = ''] = id.split('/')
  try {
    response.once('close', live.enter())
    send(request, response, await live.get(stream, name))
  } catch (error) {
    // A thousand screens meet the same fault: it is written down once, by the relay.
    if (!(error instanceof PufaError) || response.headersSent) throw error
    sendJson(response, error, error.status)
  }
}

/** @throws PufaError `signage.not-allowed` unless it is an operator whose broadcast it is, or the officer whom the document names */
function allowed(user: User, { officerAccount, county }: LiveState['stream']): void {
  const named =
    officerAccount !== undefined && officerAccount.trim() !== '' && user.account === officerAccount
  if (!(user.operator && reaches(user, county?._ref)) && !named) throw failSignage('signage.not-allowed')
}

function order(action: 'stop' | 'resume'): Route {
  return {
    method: 'POST',
    pattern: new RegExp(`^live/([\\w-]+)/${action}$`, 'u'),
    async run({ request, response, id }, { lake, origin, live }) {
      const user = await userOf(request, lake, origin)
      allowed(user, live.find(id))
      sendJson(response, stateForm(live.order(id, action, user)))
    },
  }
}

export const liveRoutes: readonly Route[] = [
  {
    method: 'GET',
    pattern: /^live$/,
    async run({ request, response }, { lake, origin, live }) {
      const operator = await anyOperatorOf(request, lake, origin)
      const own = live.all().filter(({ stream }) => reaches(operator, stream.county?._ref))
      sendJson(response, { streams: own.map(stateForm) })
    },
  },
  { method: 'GET', pattern: /^live\/([\w-]+\/(?:index|[0-9a-f]{32})\.(?:m3u8|seg|key))$/, run: relay },
  order('stop'),
  order('resume'),
]
