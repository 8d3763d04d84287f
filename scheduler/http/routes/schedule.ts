/** @file The timetable of a screen as its player has it, for whoever plans what comes next. */
import { sendJson } from '../answer.ts'
import { userOf } from '../operator.ts'
import { manifestFor, type Route } from '../route.ts'

export const scheduleRoutes: readonly Route[] = [
  {
    method: 'GET',
    pattern: /^schedule$/,
    async run({ request, response, query }, parts) {
      await userOf(request, parts.lake, parts.origin)
      const { schedule, screen } = manifestFor(query.get('screen'), parts)
      sendJson(response, { schedule, screen })
    },
  },
]
