/** @file What screens could not be given, what is being made, and what editors should put right. */
import { defaultZone } from '../../../contracts/schedule/index.ts'
import { dayText, wallClock } from '../../../contracts/schedule/zone.ts'
import { gateOf } from '../../assets/gate.ts'
import { captionWarnings } from '../../compile/caption-warnings.ts'
import { filledPlaylists, warningsOf } from '../../compile/warnings.ts'
import { weightWarnings } from '../../compile/weight-warnings.ts'
import { sendJson } from '../answer.ts'
import { operatorOf } from '../operator.ts'
import type { Route } from '../route.ts'

export const gateRoutes: readonly Route[] = [
  {
    method: 'GET',
    pattern: /^gate$/,
    async run({ request, response }, parts) {
      await operatorOf(request, parts.lake, parts.origin)
      const { renditions } = parts
      sendJson(response, {
        refused: gateOf(parts.documents(), parts.manifests.profiles(), renditions),
        making: renditions.progress(),
        waiting: renditions.waiting(),
      })
    },
  },
  {
    method: 'GET',
    pattern: /^warnings$/,
    async run({ request, response }, parts) {
      await operatorOf(request, parts.lake, parts.origin)
      const { manifests, renditions } = parts
      const documents = parts.documents()
      const screens = manifests.profiles()
      const warnings = warningsOf({
        documents,
        screens,
        filled: filledPlaylists(screens.flatMap(({ id }) => manifests.get(id)?.parts ?? [])),
        today: dayText(wallClock(defaultZone, parts.now()).day),
      })
      const ofFiles = captionWarnings(documents, renditions)
      sendJson(response, { warnings: [...warnings, ...ofFiles, ...weightWarnings(manifests.overweight())] })
    },
  },
]
