/** @file What a screen has played, and the end of a pairing. */
import { failSignage } from '../../../contracts/errors/signage.ts'
import { sendJson } from '../answer.ts'
import { screenOperator, screenWatcher } from '../county.ts'
import type { Route } from '../route.ts'

const playsMax = 500

export const screensRoutes: readonly Route[] = [
  {
    method: 'GET',
    pattern: /^screens\/([\w-]+)\/plays$/,
    async run(call, parts) {
      await screenWatcher(call, parts)
      const { response, id } = call
      sendJson(response, { plays: parts.plays.ofScreen(id, playsMax) })
    },
  },
  {
    method: 'POST',
    pattern: /^screens\/([\w-]+)\/unpair$/,
    async run(call, parts) {
      await screenOperator(call, parts)
      const { response, id } = call
      if (!parts.unpair(id, '管理员解除了配对')) throw failSignage('signage.not-paired', { screen: id })
      sendJson(response, { screen: id })
    },
  },
]
