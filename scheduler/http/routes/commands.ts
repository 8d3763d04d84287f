/** @file Orders to one screen or to many. */
import { failSignage } from '../../../contracts/errors/signage.ts'
import { commandOf, targetsOf } from '../../fleet/command-words.ts'
import { readJson, sendJson } from '../answer.ts'
import { mustReachScreens, screenOperator } from '../county.ts'
import { anyOperatorOf } from '../operator.ts'
import type { Route } from '../route.ts'

/** Pictures are large, so they are not asked of a whole prefecture at once. */
const screenshotsMax = 100

export const commandsRoutes: readonly Route[] = [
  {
    method: 'POST',
    pattern: /^screens\/([\w-]+)\/commands$/,
    async run(call, parts) {
      const operator = await screenOperator(call, parts)
      const { request, response, id } = call
      const command = commandOf(await readJson(request))
      sendJson(response, { results: await parts.commands.order([id], command, operator.id) })
    },
  },
  {
    method: 'POST',
    pattern: /^commands$/,
    async run({ request, response }, { lake, origin, registry, commands }) {
      const operator = await anyOperatorOf(request, lake, origin)
      const body = await readJson(request)
      const command = commandOf(body)
      const targets = targetsOf(body)
      const screens = 'screens' in targets ? targets.screens : registry.within(targets)
      const unknown = screens.find((screen) => !registry.has(screen))
      if (unknown !== undefined) throw failSignage('signage.unknown-screen', { screen: unknown })
      if (operator.county !== null) mustReachScreens(operator, screens, registry)
      if (command.name === 'screenshot' && screens.length > screenshotsMax)
        throw failSignage('signage.bad-request', { reason: `一次最多给 ${screenshotsMax} 块屏截图` })
      sendJson(response, { results: await commands.order(screens, command, operator.id) })
    },
  },
]
