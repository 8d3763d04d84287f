/** @file The timetable explained: what a screen plays at an instant, and in a span of time; by any timetable. */
import { failSignage } from '../../../contracts/errors/signage.ts'
import { isZone, resolve, timeline, type Resolution } from '../../../contracts/schedule/index.ts'
import { readJson, sendJson } from '../answer.ts'
import { instantParameter } from '../parameters.ts'
import { anyOperatorOf } from '../operator.ts'
import { postedJsonSchema, readPosted } from '../posted.ts'
import { manifestFor, type Route } from '../route.ts'

const timelineMsMax = 8 * 86_400_000
function publicForm({ item, event, playlist, why, from, until, source }: Resolution) {
  return {
    item: { id: item.id, kind: item.kind, title: item.title },
    event: event && { id: event.id, title: event.title },
    playlist: playlist && { id: playlist.id, title: playlist.title },
    source,
    why,
    from: new Date(from).toISOString(),
    until: new Date(until).toISOString(),
  }
}

export const timetableRoutes: readonly Route[] = [
  {
    method: 'GET',
    pattern: /^resolve$/,
    run({ response, query }, parts) {
      const { schedule, screen } = manifestFor(query.get('screen'), parts)
      sendJson(
        response,
        publicForm(resolve(schedule, screen, instantParameter('at', query.get('at'), parts.now()))),
      )
    },
  },
  {
    method: 'POST',
    pattern: /^resolve$/,
    async run({ request, response }, parts) {
      await anyOperatorOf(request, parts.lake, parts.origin)
      const posted = readPosted(await readJson(request))
      if ('problem' in posted) throw failSignage('signage.bad-request', { reason: posted.problem })
      const { schedule, screen, at } = posted
      for (const [path, zone] of Object.entries({
        'schedule.zone': schedule.zone,
        'screen.zone': screen.zone,
      }))
        if (zone !== undefined && !isZone(zone))
          throw failSignage('signage.bad-request', {
            reason: `${path}：没有“${zone}”这个时区，例如 Asia/Shanghai`,
          })
      sendJson(response, publicForm(resolve(schedule, screen, instantParameter('at', at, parts.now()))))
    },
  },
  {
    method: 'GET',
    pattern: /^schema$/,
    run({ response }) {
      sendJson(response, postedJsonSchema)
    },
  },
  {
    method: 'GET',
    pattern: /^timeline$/,
    run({ response, query }, parts) {
      const { schedule, screen } = manifestFor(query.get('screen'), parts)
      const from = instantParameter('from', query.get('from'), parts.now())
      const to = instantParameter('to', query.get('to'), from + 3_600_000)
      if (to <= from || to - from > timelineMsMax)
        throw failSignage('signage.bad-request', { reason: 'to 要晚于 from，且相差不超过 8 天' })
      sendJson(response, timeline(schedule, screen, from, to).map(publicForm))
    },
  },
]
