/** @file Orders: takeover, stop and withdrawal, and who has acknowledged them. */
import { failSignage } from '../../../contracts/errors/signage.ts'
import { reasonCharactersMax } from '../../../contracts/orders.ts'
import { readJson, sendJson } from '../answer.ts'
import { mustReachOrder, reachesOrder } from '../county.ts'
import { anyOperatorOf, watcherOf } from '../operator.ts'
import type { Route } from '../route.ts'

/** @throws PufaError `signage.bad-request` */
function reasonOf(body: unknown): string {
  const reason = (body as { reason?: unknown } | null)?.reason ?? ''
  if (typeof reason !== 'string' || reason.length > reasonCharactersMax)
    throw failSignage('signage.bad-request', { reason: `原因 reason 最多 ${reasonCharactersMax} 个字` })
  return reason.trim()
}

/** @throws PufaError `signage.bad-request` */
function beforeOf(text: string | null): number | null {
  if (text === null) return null
  if (!/^\d{1,15}$/.test(text)) throw failSignage('signage.bad-request', { reason: 'before 要写命令编号' })
  return Number(text)
}

export const ordersRoutes: readonly Route[] = [
  {
    method: 'POST',
    pattern: /^orders$/,
    async run({ request, response }, parts) {
      const operator = await anyOperatorOf(request, parts.lake, parts.origin)
      const order = await readJson(request)
      mustReachOrder(operator, order, parts.registry)
      sendJson(response, await parts.orders.place(order, operator.id))
    },
  },
  {
    method: 'POST',
    pattern: /^orders\/preview$/,
    async run({ request, response }, parts) {
      const operator = await anyOperatorOf(request, parts.lake, parts.origin)
      const order = await readJson(request)
      mustReachOrder(operator, order, parts.registry)
      sendJson(response, parts.orders.preview(order))
    },
  },
  {
    method: 'POST',
    pattern: /^orders\/(\d{1,15})\/end$/,
    async run({ request, response, id }, parts) {
      const operator = await anyOperatorOf(request, parts.lake, parts.origin)
      mustReachOrder(operator, parts.orders.report(Number(id)).order, parts.registry)
      const reason = reasonOf(await readJson(request))
      sendJson(response, await parts.orders.end(Number(id), operator.id, reason))
    },
  },
  {
    method: 'GET',
    pattern: /^orders$/,
    async run({ request, response, query }, parts) {
      const operator = await watcherOf(request, parts.lake, parts.origin)
      const orders = parts.orders.list(query.get('open') === '1', beforeOf(query.get('before')))
      sendJson(response, {
        orders: orders.filter(({ order }) => reachesOrder(operator, order, parts.registry)),
      })
    },
  },
  {
    method: 'GET',
    pattern: /^orders\/(\d{1,15})$/,
    async run({ request, response, id }, parts) {
      const operator = await watcherOf(request, parts.lake, parts.origin)
      const report = parts.orders.report(Number(id))
      mustReachOrder(operator, report.order, parts.registry)
      sendJson(response, report)
    },
  },
]
