/**
 * @file Puts the rules for requests in place. Imported first, for its effect, before any part of Sanity.
 *
 * Outside a browser it does nothing: schema tools load the configuration with a window but no fetch.
 */
import { ruledFetch } from './fetch.ts'
import { multiplexer } from './multiplex.ts'
import { hasDesk, inBrowser, studioSettings } from './settings.ts'
import { signedInToken } from './token.ts'

/** Where the lake takes many event streams over one socket. */
const streamsPath = '/socket/listen'

if (inBrowser) {
  const settings = studioSettings()
  const { projectId, apiHost } = settings
  const { origin, protocol } = window.location
  const plain = protocol === 'http:' && apiHost === null
  const connect = () => new WebSocket(origin.replace(/^http/u, 'ws') + streamsPath)
  window.fetch = ruledFetch(window.fetch.bind(window), {
    origin,
    projectId,
    apiHost,
    ...(hasDesk(settings) ? { bearer: () => signedInToken(projectId) } : {}),
    streams: plain ? multiplexer(connect) : null,
  })
}
