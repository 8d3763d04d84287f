/** @file Gives the keeper the browser's network and disk. Loaded with the first asset that is needed. */
import { openDownload } from '../assets/download.ts'
import { openKeeper, type KeeperWorld } from '../assets/keeper.ts'
import { openStock } from '../assets/stock.ts'
import { sha256 } from './world.ts'

type Given = 'cache' | 'fetchBytes' | 'sha256' | 'estimate'

export function openStoreroom(world: Omit<KeeperWorld, Given> & { cache: Cache | null }) {
  return openKeeper({
    ...world,
    cache: openStock(world.cache),
    fetchBytes: openDownload(),
    sha256,
    async estimate() {
      const { usage, quota } = (await navigator.storage?.estimate?.()) ?? {}
      return usage === undefined || quota === undefined ? null : { usage, quota }
    },
  })
}
