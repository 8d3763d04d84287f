/**
 * @file Assets in the browser's cache, under the hash of their bytes: what is needed to show them.
 *
 * How they come in and go is `stock.ts`, which is loaded with the first need.
 */
import { assetCacheName, assetPath, assetPrefix } from './paths.ts'

export interface AssetCache {
  /** Hashes of all assets at hand. */
  names(): Promise<readonly string[]>
  read(sha256: string): Promise<Blob | null>
  remove(sha256: string): Promise<void>
}

/** What is stored under a prefix, without it. */
export async function namesUnder(cache: Cache, prefix: string): Promise<string[]> {
  const paths = (await cache.keys()).map((request) => new URL(request.url).pathname)
  return paths.filter((path) => path.startsWith(prefix)).map((path) => path.slice(prefix.length))
}

/** @param cache `null` where the context is not secure: nothing with an asset is ever shown there */
export function assetCache(cache: Cache | null): AssetCache {
  return {
    names: async () => (cache ? namesUnder(cache, assetPrefix) : []),
    read: async (sha256) => (await cache?.match(assetPath(sha256)))?.blob() ?? null,
    async remove(sha256) {
      await cache?.delete(assetPath(sha256))
    },
  }
}

export async function openCache(caches: CacheStorage | null): Promise<Cache | null> {
  return caches && caches.open(assetCacheName)
}
