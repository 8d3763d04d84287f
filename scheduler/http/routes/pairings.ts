/** @file Pairing by code, and by the demonstration’s key. */
import { failSignage } from '../../../contracts/errors/signage.ts'
import { readJson, sendJson } from '../answer.ts'
import { mustReachScreens } from '../county.ts'
import { anyOperatorOf } from '../operator.ts'
import { field, type Route, type RouteParts } from '../route.ts'

function demoOf(parts: RouteParts, key: string | null) {
  if (!parts.demo || key !== parts.demo.key) throw failSignage('signage.not-allowed')
  return parts.demo
}

export const pairingsRoutes: readonly Route[] = [
  {
    method: 'GET',
    pattern: /^pairings$/,
    async run({ request, response }, parts) {
      await anyOperatorOf(request, parts.lake, parts.origin)
      sendJson(response, { waiting: parts.waitingPlayers() })
    },
  },
  {
    method: 'POST',
    pattern: /^pairings\/approve$/,
    async run({ request, response }, parts) {
      const operator = await anyOperatorOf(request, parts.lake, parts.origin)
      const body = await readJson(request)
      if (operator.county !== null) mustReachScreens(operator, [field(body, 'screen')], parts.registry)
      sendJson(
        response,
        parts.approve(field(body, 'code').replace(/\s/g, ''), field(body, 'screen'), operator.id),
      )
    },
  },
  {
    method: 'GET',
    pattern: /^demo-screens$/,
    run({ response, query }, parts) {
      sendJson(response, demoOf(parts, query.get('key')).screens())
    },
  },
  {
    method: 'POST',
    pattern: /^demo-pairing$/,
    async run({ request, response }, parts) {
      const body = await readJson(request)
      sendJson(response, demoOf(parts, field(body, 'key')).pair(field(body, 'screen')))
    },
  },
]
