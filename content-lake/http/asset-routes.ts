/** @file Uploading assets, under the API. Serving them: assets/serve.ts. */
import { failLake } from '../../contracts/errors/lake.ts'
import { partyOf } from '../accounts/caller.ts'
import type { Receiver } from '../assets/upload.ts'
import { json, type Handler } from './exchange.ts'
import type { Route } from './router.ts'

export function assetRoutes({ receive }: Receiver, dataset: string): Route[] {
  const upload =
    (wantsImage: boolean): Handler =>
    async ({ request, params, query, caller }) => {
      if (params['dataset'] !== dataset) throw failLake('lake.unknown-dataset')
      const party = partyOf(caller)
      return json({ document: await receive(request, { wantsImage, query, party }) })
    }
  return [
    ['POST', 'assets/images/:dataset', 'writer', upload(true)],
    ['POST', 'assets/files/:dataset', 'writer', upload(false)],
  ]
}
