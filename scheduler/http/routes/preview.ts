/**
 * @file What is still being written, as screens would show it: for whoever is signed in, since what is looked
 * at comes with the question, and of the rest only what is published is read.
 */
import * as v from 'valibot'
import { failSignage } from '../../../contracts/errors/signage.ts'
import { assetPath } from '../../assets/renditions.ts'
import { previewAllowance } from '../../preview/allowance.ts'
import { previewOf, type PreviewParts } from '../../preview/preview.ts'
import { readJson, sendJson } from '../answer.ts'
import { userOf } from '../operator.ts'
import type { Route, RouteParts } from '../route.ts'

const shape = v.strictObject({
  document: v.unknown(),
  sign: v.optional(v.pipe(v.string(), v.maxLength(200))),
  show: v.optional(v.boolean()),
})

const loopback: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]'])
const allowances = new WeakMap<RouteParts, (person: string) => boolean>()

function mayAsk(person: string, parts: RouteParts): boolean {
  const may = allowances.get(parts) ?? previewAllowance(parts.now)
  allowances.set(parts, may)
  return may(person)
}

const partsOf = ({
  now,
  origin,
  documents,
  manifests,
  renditions,
  fonts,
  live,
  lake,
}: RouteParts): PreviewParts => ({
  ...{ now, origin, documents, renditions, fonts, assetPath },
  profiles: manifests.profiles,
  liveStopped: live.isStopped,
  // Files of a hosted lake lie on another host, of which the preview page asks nothing.
  filesHere: loopback.has(URL.parse(lake.assetHost)?.hostname ?? ''),
})

export const previewRoutes: readonly Route[] = [
  {
    method: 'POST',
    pattern: /^preview$/,
    async run({ request, response }, parts) {
      const { id, county } = await userOf(request, parts.lake, parts.origin)
      if (!mayAsk(id, parts)) throw failSignage('signage.too-often')
      const parsed = v.safeParse(shape, await readJson(request))
      if (!parsed.success)
        throw failSignage('signage.bad-request', { reason: '要写 document，可以写 sign 和 show' })
      const { document, sign, show } = parsed.output
      sendJson(response, previewOf({ document, sign, show }, county, partsOf(parts)))
    },
  },
]
