/** @file Whoever asks: what that one may do with screens. */
import { sendJson } from '../answer.ts'
import { watcherOf } from '../operator.ts'
import type { Route } from '../route.ts'

export const meRoutes: readonly Route[] = [
  {
    method: 'GET',
    pattern: /^me$/,
    async run({ request, response }, { lake, origin, documents }) {
      const { id, county, commands } = await watcherOf(request, lake, origin)
      const document = county === null ? undefined : documents().get(county)
      const title = document?._type === 'county' ? document.title : ''
      sendJson(response, { id, commands, county: county === null ? null : { id: county, title } })
    },
  },
]
