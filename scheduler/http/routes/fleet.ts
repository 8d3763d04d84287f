/** @file The fleet: every screen with what is known of it, on the map, in groups, and its box. */
import { failSignage } from '../../../contracts/errors/signage.ts'
import { readJson, sendJson } from '../answer.ts'
import { reaches, screenOperator, screenWatcher } from '../county.ts'
import { watcherOf } from '../operator.ts'
import type { Route } from '../route.ts'

const authorizationPattern = /^Bearer ([\w-]{20,100})$/
/** A picture that is as fresh as this is not asked for again. */
const pictureFreshMs = 3_000

export const fleetRoutes: readonly Route[] = [
  {
    method: 'GET',
    pattern: /^screens$/,
    async run({ request, response }, parts) {
      const operator = await watcherOf(request, parts.lake, parts.origin)
      const screens = parts.registry.all().filter(({ county }) => reaches(operator, county.id))
      sendJson(response, { screens })
    },
  },
  {
    method: 'GET',
    pattern: /^screens\/([\w-]+)$/,
    async run(call, parts) {
      await screenWatcher(call, parts)
      const { response, id } = call
      const view = parts.registry.view(id)
      if (!view) throw failSignage('signage.unknown-screen', { screen: id })
      sendJson(response, { ...view, boxKey: parts.boxes.hasKey(id) })
    },
  },
  {
    method: 'GET',
    pattern: /^map$/,
    async run({ request, response }, parts) {
      const operator = await watcherOf(request, parts.lake, parts.origin)
      sendJson(response, { counties: parts.counties().filter(({ id }) => reaches(operator, id)) })
    },
  },
  {
    method: 'GET',
    pattern: /^groups$/,
    async run({ request, response }, parts) {
      const operator = await watcherOf(request, parts.lake, parts.origin)
      const isOwn = (screen: string) => reaches(operator, parts.registry.view(screen)?.county.id)
      sendJson(response, { groups: parts.groups().filter(({ screens }) => screens.every(isOwn)) })
    },
  },
  {
    method: 'GET',
    pattern: /^screens\/([\w-]+)\/screenshot$/,
    async run(call, parts) {
      const { commands } = await screenWatcher(call, parts)
      const { request, response, query, id } = call
      const age = parts.now() - (parts.pictures.takenAt(id) ?? 0)
      const asked = commands && query.get('last') !== '1' && !(age >= 0 && age < pictureFreshMs)
      const { note } = asked ? await parts.commands.screenshot(id) : { note: '' }
      const picture = parts.pictures.get(id)
      if (!picture) throw failSignage('signage.no-picture', { screen: id, reason: note })
      response.writeHead(200, {
        'content-type': picture.mime,
        'content-length': picture.bytes.length,
        'last-modified': new Date(picture.takenAt).toUTCString(),
        'x-pufa-taken-at': new Date(picture.takenAt).toISOString(),
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'",
      })
      response.end(request.method === 'HEAD' ? undefined : picture.bytes)
    },
  },
  {
    method: 'POST',
    pattern: /^screens\/([\w-]+)\/box-key$/,
    async run(call, parts) {
      const { id: by } = await screenOperator(call, parts)
      const { response, id } = call
      sendJson(response, { screen: id, key: parts.boxes.makeKey(id, by) })
    },
  },
  {
    method: 'POST',
    pattern: /^screens\/([\w-]+)\/box-key\/end$/,
    async run(call, parts) {
      await screenOperator(call, parts)
      const { response, id } = call
      if (!parts.boxes.endKey(id)) throw failSignage('signage.box-key-unknown')
      sendJson(response, { screen: id })
    },
  },
  {
    method: 'POST',
    pattern: /^box\/([\w-]+)$/,
    async run({ request, response, id }, { boxes }) {
      const key = authorizationPattern.exec(request.headers.authorization ?? '')?.[1]
      if (!key) throw failSignage('signage.box-key-unknown')
      boxes.admit(id, key)
      boxes.report(id, await readJson(request))
      sendJson(response, { screen: id })
    },
  },
]
