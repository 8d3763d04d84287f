/**
 * @file Assets in the browser's cache, under the hash of their bytes.
 *
 * Each player also leaves the list of what it needs, so that none evicts what another still plays.
 */
import type { Instant } from '../../contracts/part.ts'
import { assetCacheName, assetPath, assetPrefix, listPath, listPrefix } from './paths.ts'

export interface NeedList {
  at: Instant
  assets: readonly string[]
}

export interface AssetCache {
  /** Hashes of all assets at hand. */
  names(): Promise<readonly string[]>
  read(sha256: string): Promise<Blob | null>
  /** Bytes of one, without reading it; 0 when it is gone. */
  size(sha256: string): Promise<number>
  put(sha256: string, bytes: ArrayBuffer, type: string): Promise<void>
  remove(sha256: string): Promise<void>
  leaveList(slot: string, list: NeedList): Promise<void>
  /** Those of all other players. */
  lists(slot: string): Promise<readonly NeedList[]>
}

/** Where there is no cache nothing with an asset is ever shown. */
const noCache: AssetCache = {
  names: async () => [],
  read: async () => null,
  size: async () => 0,
  put: () => Promise.reject(new Error('this browser keeps no cache')),
  remove: async () => undefined,
  leaveList: async () => undefined,
  lists: async () => [],
}

/** @param caches `null` where the context is not secure */
export async function openAssetCache(caches: CacheStorage | null): Promise<AssetCache> {
  if (!caches) return noCache
  const cache = await caches.open(assetCacheName)
  const namesUnder = async (prefix: string) => {
    const requests = await cache.keys()
    const paths = requests.map((request) => new URL(request.url).pathname)
    return paths.filter((path) => path.startsWith(prefix)).map((path) => path.slice(prefix.length))
  }
  return {
    names: () => namesUnder(assetPrefix),
    async read(sha256) {
      const response = await cache.match(assetPath(sha256))
      return response ? response.blob() : null
    },
    async size(sha256) {
      const response = await cache.match(assetPath(sha256))
      return Number(response?.headers.get('content-length') ?? 0)
    },
    async put(sha256, bytes, type) {
      const headers = { 'content-type': type, 'content-length': String(bytes.byteLength) }
      await cache.put(assetPath(sha256), new Response(bytes, { headers }))
    },
    async remove(sha256) {
      await cache.delete(assetPath(sha256))
    },
    async leaveList(slot, list) {
      await cache.put(listPath(slot), new Response(JSON.stringify(list)))
    },
    async lists(slot) {
      const paths = (await namesUnder(listPrefix)).map((name) => `${listPrefix}${name}`)
      const others = paths.filter((path) => path !== listPath(slot))
      const found = await Promise.all(others.map((path) => cache.match(path)))
      return Promise.all(
        found.flatMap((response) => (response ? [response.json() as Promise<NeedList>] : [])),
      )
    },
  }
}
