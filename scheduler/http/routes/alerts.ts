/** @file Alerts that last, and the log of incidents. */
import { failSignage } from '../../../contracts/errors/signage.ts'
import type { IncidentView } from '../../../contracts/reports.ts'
import type { Incident } from '../../alerts/incidents.ts'
import { alertKinds, alertTitle } from '../../alerts/rules.ts'
import { sendJson } from '../answer.ts'
import { mustReach, reaches } from '../county.ts'
import { operatorOf, watcherOf } from '../operator.ts'
import { instantParameter, wholeParameter } from '../parameters.ts'
import type { Route, RouteParts } from '../route.ts'

const incidentsMax = 1_000

const kinds: readonly string[] = [...alertKinds, 'command', 'alert']

/** @throws PufaError `signage.bad-request` */
function kindParameter(given: string | null): string | null {
  if (given !== null && !kinds.includes(given))
    throw failSignage('signage.bad-request', { reason: `kind 只能写 ${kinds.join('、')}` })
  return given
}

function named({ registry }: RouteParts) {
  return (incident: Incident): IncidentView => {
    const view = registry.view(incident.screen)
    return {
      ...incident,
      kindTitle: incident.kind === 'command' ? '操作' : alertTitle(incident.kind),
      title: view?.title ?? incident.screen,
      county: view?.county ?? null,
    }
  }
}

export const alertsRoutes: readonly Route[] = [
  {
    method: 'GET',
    pattern: /^alerts$/,
    async run({ request, response }, parts) {
      const operator = await watcherOf(request, parts.lake, parts.origin)
      const alerts = parts.incidents.lasting().map(named(parts))
      sendJson(response, { alerts: alerts.filter(({ county }) => reaches(operator, county?.id)) })
    },
  },
  {
    method: 'POST',
    pattern: /^alerts\/test$/,
    async run({ request, response }, parts) {
      await operatorOf(request, parts.lake, parts.origin)
      const channels = parts.testAlerts()
      if (channels === 0) throw failSignage('signage.no-alert-channel')
      sendJson(response, { channels })
    },
  },
  {
    method: 'GET',
    pattern: /^incidents$/,
    async run({ request, response, query }, parts) {
      const operator = await watcherOf(request, parts.lake, parts.origin)
      const county = query.get('county') ?? operator.county
      mustReach(operator, county)
      const count = wholeParameter('count', query.get('count'), incidentsMax)
      const found = parts.incidents.list({
        screen: query.get('screen'),
        from: instantParameter('from', query.get('from'), null),
        to: instantParameter('to', query.get('to'), null),
        kind: kindParameter(query.get('kind')),
        screens: county === null ? null : parts.registry.within({ county }),
        before: wholeParameter('before', query.get('before'), Number.MAX_SAFE_INTEGER, null),
        countMax: count + 1,
      })
      sendJson(response, {
        incidents: found.slice(0, count).map(named(parts)),
        more: found.length > count,
      })
    },
  },
]
