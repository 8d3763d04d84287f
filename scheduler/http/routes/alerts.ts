/** @file Alerts that last, and the log of incidents. */
import { failSignage } from '../../../contracts/errors/signage.ts'
import type { Incident } from '../../alerts/incidents.ts'
import { alertTitle } from '../../alerts/rules.ts'
import { sendJson } from '../answer.ts'
import { reaches } from '../county.ts'
import { anyOperatorOf, operatorOf } from '../operator.ts'
import { instantParameter } from '../parameters.ts'
import type { Route, RouteParts } from '../route.ts'

const incidentsMax = 1_000

function named({ registry }: RouteParts) {
  return (incident: Incident) => {
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
      const operator = await anyOperatorOf(request, parts.lake, parts.origin)
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
      const operator = await anyOperatorOf(request, parts.lake, parts.origin)
      const found = parts.incidents.list({
        screen: query.get('screen'),
        from: instantParameter('from', query.get('from'), null),
        to: instantParameter('to', query.get('to'), null),
        countMax: incidentsMax + 1,
      })
      sendJson(response, {
        incidents: found
          .slice(0, incidentsMax)
          .map(named(parts))
          .filter(({ county }) => reaches(operator, county?.id)),
        more: found.length > incidentsMax,
      })
    },
  },
]
