/** @file Orders: takeover, stop and withdrawal, and who has acknowledged them. */
import { failSignage } from '../../../contracts/errors/signage.ts'
import { reasonCharactersMax } from '../../../contracts/orders.ts'
import { readJson, sendJson } from '../answer.ts'
import { operatorOf } from '../operator.ts'
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
      const operator = await operatorOf(request, parts.lake, parts.origin)
      sendJson(response, await parts.orders.place(await readJson(request), operator.id))
    },
  },
  {
    method: 'POST',
    pattern: /^orders\/preview$/,
    async run({ request, response }, parts) {
      await operatorOf(request, parts.lake, parts.origin)
      sendJson(response, parts.orders.preview(await readJson(request)))
    },
  },
  {
    method: 'POST',
    pattern: /^orders\/(\d{1,15})\/end$/,
    async run({ request, response, id }, parts) {
      const operator = await operatorOf(request, parts.lake, parts.origin)
      const reason = reasonOf(await readJson(request))
      sendJson(response, await parts.orders.end(Number(id), operator.id, reason))
    },
  },
  {
    method: 'GET',
    pattern: /^orders$/,
    async run({ request, response, query }, parts) {
      await operatorOf(request, parts.lake, parts.origin)
      const orders = parts.orders.list(query.get('open') === '1', beforeOf(query.get('before')))
      sendJson(response, { orders })
    },
  },
  {
    method: 'GET',
    pattern: /^orders\/(\d{1,15})$/,
    async run({ request, response, id }, parts) {
      await operatorOf(request, parts.lake, parts.origin)
      sendJson(response, parts.orders.report(Number(id)))
    },
  },
]
