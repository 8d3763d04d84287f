/**
 * @file Puts assets into the browser's cache, and knows who needs them.
 *
 * Each player leaves the list of what it needs beside the assets, so that none evicts what another still
 * plays.
 */
import type { Instant } from '../../contracts/part.ts'
import { assetCache, namesUnder, type AssetCache } from './cache.ts'
import { assetPath, listPath, listPrefix } from './paths.ts'

export interface NeedList {
  at: Instant
  assets: readonly string[]
}

export interface AssetStock extends AssetCache {
  /** Bytes of one, without reading it; 0 when it is gone. */
  size(sha256: string): Promise<number>
  put(sha256: string, bytes: ArrayBuffer, type: string): Promise<void>
  leaveList(slot: string, list: NeedList): Promise<void>
  /** Those of all other players. */
  lists(slot: string): Promise<readonly NeedList[]>
}

/** @param cache `null` where the browser keeps none */
export function openStock(cache: Cache | null): AssetStock {
  const base = assetCache(cache)
  if (!cache)
    return {
      ...base,
      size: async () => 0,
      put: () => Promise.reject(new Error('this browser keeps no cache')),
      leaveList: async () => undefined,
      lists: async () => [],
    }
  return {
    ...base,
    async size(sha256) {
      const response = await cache.match(assetPath(sha256))
      return Number(response?.headers.get('content-length') ?? 0)
    },
    async put(sha256, bytes, type) {
      const headers = { 'content-type': type, 'content-length': String(bytes.byteLength) }
      await cache.put(assetPath(sha256), new Response(bytes, { headers }))
    },
    async leaveList(slot, list) {
      await cache.put(listPath(slot), new Response(JSON.stringify(list)))
    },
    async lists(slot) {
      const paths = (await namesUnder(cache, listPrefix)).map((name) => `${listPrefix}${name}`)
      const others = paths.filter((path) => path !== listPath(slot))
      const found = await Promise.all(others.map((path) => cache.match(path)))
      return Promise.all(
        found.flatMap((response) => (response ? [response.json() as Promise<NeedList>] : [])),
      )
    },
  }
}
