/** @file The change of the key that signs manifests. */
import { sendJson } from '../answer.ts'
import { operatorOf } from '../operator.ts'
import type { Route } from '../route.ts'

export const keyRoutes: readonly Route[] = [
  {
    method: 'POST',
    pattern: /^key\/rotate$/,
    async run({ request, response }, parts) {
      await operatorOf(request, parts.lake, parts.origin)
      sendJson(response, { keyId: parts.rotateKey(), screens: parts.manifests.size() })
    },
  },
]
