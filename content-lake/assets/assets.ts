/** @file Pictures and files of the lake: its upload, its serving, its cache, its export and its sweep, put together. */
import path from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import type { Clock, Log } from '../../contracts/part.ts'
import { assetRoutes } from '../http/asset-routes.ts'
import { exportRoutes } from '../http/export-routes.ts'
import type { Route } from '../http/router.ts'
import { uploadRoutes } from '../http/upload-routes.ts'
import type { withDefaults } from '../settings.ts'
import type { Committer } from '../store/commit.ts'
import { randomSecret } from '../store/random.ts'
import type { Store } from '../store/store.ts'
import { AssetMentions } from '../upkeep/asset-mentions.ts'
import { createSweep, keepSweeping, type Sweep } from '../upkeep/asset-sweep.ts'
import { DiskCache } from './disk-cache.ts'
import { ExportKeys } from './export-keys.ts'
import { realDisk, type Disk } from './incoming.ts'
import { Orphans } from './orphans.ts'
import { partsKeptMs } from './parts/bounds.ts'
import { Parts } from './parts/parts.ts'
import { createAssetServer } from './serve.ts'
import { Turns } from './turns.ts'
import { createReceiver, prepareAssetFolder } from './upload.ts'

export interface Assets {
  /** Under `/v…/`. */
  api: Route[]
  /** Whole paths. */
  pages: Route[]
  sweep: Sweep
  cacheBytes(): number
  /** Ends a sweep that runs. */
  close(): Promise<void>
}

export function openAssets(parts: {
  limits: ReturnType<typeof withDefaults>
  database: DatabaseSync
  store: Store
  committer: Committer
  clock: Clock
  log: Log
  disk: Disk | undefined
}): Assets {
  const { limits, database, store, committer, clock, log } = parts
  const { dataFolder, projectId, dataset } = limits
  const { documents } = store
  const place = { folder: path.join(dataFolder, 'assets'), projectId, dataset }
  prepareAssetFolder(place.folder)
  const turns = new Turns()
  const orphans = new Orphans(database)
  const mentions = new AssetMentions(database)
  const { assetGraceDays: graceDays } = limits
  const { folder } = place
  const sweep = createSweep({ folder, graceDays, documents, committer, orphans, mentions, turns, clock, log })
  const cache = new DiskCache(path.join(dataFolder, 'cache', 'images'), limits.imageCacheBytesMax, log)
  const exportKeys = new ExportKeys(randomSecret(), clock)
  const servesOthers = limits.corsOrigins.length > 0
  const serve = createAssetServer({ ...place, documents, cache, exportKeys, servesOthers })
  const disk = parts.disk ?? realDisk
  const bounds = { bytesMax: limits.uploadBytesMax, imageBytesMax: limits.imageUploadBytesMax }
  const receiver = createReceiver(
    { ...place, ...bounds, turns, disk, wanted: (id) => orphans.forget(id) },
    store,
  )
  const unfinished = new Parts({
    ...{ folder, ...bounds, disk, documents, receiver, clock, log },
    accountBytesMax: limits.unfinishedBytesMax,
    keptMs: partsKeptMs,
  })
  const stopSweeping = keepSweeping(sweep, log)
  return {
    api: [
      ...assetRoutes(receiver, dataset),
      ...uploadRoutes(unfinished, dataset),
      ...exportRoutes(documents, exportKeys, dataset),
    ],
    pages: [
      ['GET', '/images/:project/:dataset/:file', 'anyone', serve],
      ['GET', '/files/:project/:dataset/:file', 'anyone', serve],
    ],
    sweep,
    cacheBytes: () => cache.bytes,
    async close() {
      unfinished.close()
      await stopSweeping()
    },
  }
}
