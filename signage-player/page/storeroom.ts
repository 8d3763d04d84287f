/** @file Gives the keeper the browser's network and disk. Loaded with the first asset that is needed. */
import { openDownload } from '../assets/download.ts'
import { openKeeper, type KeeperWorld } from '../assets/keeper.ts'
import { sha256 } from './world.ts'

type Given = 'fetchBytes' | 'sha256' | 'random' | 'estimate'

export function openStoreroom(world: Omit<KeeperWorld, Given>) {
  return openKeeper({
    ...world,
    fetchBytes: openDownload(),
    sha256,
    random: Math.random,
    async estimate() {
      const { usage, quota } = (await navigator.storage?.estimate?.()) ?? {}
      return usage === undefined || quota === undefined ? null : { usage, quota }
    },
  })
}
