/**
 * @file How far a content's pictures and films are for the screens: for whoever is signed in, since a form
 * asks it and it tells sizes and states alone.
 */
import { failSignage } from '../../../contracts/errors/signage.ts'
import { renditionAssetsMax } from '../../../contracts/rendition-state.ts'
import { renditionsTold } from '../../assets/told.ts'
import { sendJson } from '../answer.ts'
import { userOf } from '../operator.ts'
import type { Route } from '../route.ts'

const assetId = /^(?:file-[0-9a-f]{40}-[a-z0-9]{1,8}|image-[0-9a-f]{40}-\d{1,6}x\d{1,6}-[a-z0-9]{1,8})$/u

export const renditionsRoutes: readonly Route[] = [
  {
    method: 'GET',
    pattern: /^renditions$/,
    async run({ request, response, query }, parts) {
      const { county } = await userOf(request, parts.lake, parts.origin)
      const assets = query.getAll('asset')
      const as = query.get('as')
      if (as !== 'film' && as !== 'picture')
        throw failSignage('signage.bad-request', { reason: 'as 要写 film 或 picture' })
      if (assets.length < 1 || assets.length > renditionAssetsMax || !assets.every((id) => assetId.test(id)))
        throw failSignage('signage.bad-request', {
          reason: `asset 要写 1 到 ${renditionAssetsMax} 个文件的编号`,
        })
      const screens = parts.manifests.profiles()
      // Whoever works for one county is told of its own screens.
      const own = county === null ? screens : screens.filter((screen) => screen.county === county)
      sendJson(response, renditionsTold(assets, as, own, parts.renditions))
    },
  },
]
