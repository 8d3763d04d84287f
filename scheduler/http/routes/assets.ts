/** @file Pictures and films by their hash, for players. */
import { failSignage } from '../../../contracts/errors/signage.ts'
import type { ManifestAsset } from '../../../contracts/manifest.ts'
import { sendAsset } from '../asset.ts'
import type { Route } from '../route.ts'

export const assetsRoutes: readonly Route[] = [
  {
    method: 'GET',
    pattern: /^assets\/([0-9a-f]{64})$/,
    run({ request, response, id }, { renditions }) {
      const file = renditions.open(id)
      if (!file) throw failSignage('signage.unknown-endpoint', { asset: id })
      sendAsset(request, response, file, id satisfies ManifestAsset['sha256'])
    },
  },
]
