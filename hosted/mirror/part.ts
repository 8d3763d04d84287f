/**
 * @file The mirror's lake as a part: it answers the programs of this process and nobody else.
 *
 * To all others it is as if there were no lake here, except that who they are is answered as the service answers
 * it, since the other parts ask the lake that they know.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { PufaError } from '../../contracts/errors/registry.ts'
import { failHosted } from '../../contracts/errors/hosted.ts'
import type { Log, Part } from '../../contracts/part.ts'
import { bearerOf, sendJson } from '../http/answer.ts'
import type { Identities } from '../service/identity.ts'

const mePath = /^\/v[^/]+\/users\/me\/?$/

function pathOf(request: IncomingMessage): string {
  return URL.parse(request.url ?? '/', 'http://localhost')?.pathname ?? '/'
}

function refuse(response: ServerResponse): void {
  sendJson(response, failHosted('hosted.unknown-endpoint'), 404)
}

/** @param tokens of the programs of this process */
export function mirrorPart(parts: {
  lake: Part
  tokens: ReadonlySet<string>
  identities: Identities
  log: Log
}): Part {
  const { lake, tokens, identities, log } = parts

  async function whoIs(token: string, response: ServerResponse): Promise<void> {
    try {
      const identity = await identities.of(token)
      if (identity) sendJson(response, identity.told)
      else sendJson(response, failHosted('hosted.not-signed-in'), 401)
    } catch (error) {
      const known = error instanceof PufaError ? error : failHosted('hosted.failed', {}, error)
      if (known.code === 'hosted.failed') log.error({ error: String(error) }, 'nobody could be told who asks')
      sendJson(response, known, known.status)
    }
  }

  return {
    name: 'mirror',
    owns: lake.owns,
    handle(request, response) {
      const token = bearerOf(request)
      if (token !== null && tokens.has(token)) return lake.handle(request, response)
      request.resume()
      if (token !== null && request.method === 'GET' && mePath.test(pathOf(request)))
        return void whoIs(token, response)
      refuse(response)
    },
    ...(lake.start ? { start: () => lake.start?.() ?? Promise.resolve() } : {}),
    faults: () => lake.faults?.() ?? [],
    metrics: () => lake.metrics?.() ?? {},
    close: () => lake.close(),
  }
}
