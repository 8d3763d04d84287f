/**
 * @file The assets at hand: what is needed to show them, and nothing of how they come in.
 *
 * Nothing is handed out whose bytes do not have the hash under which it is kept: each asset is looked at
 * once in a page's life before it is shown. What is damaged or gone is taken off the shelf, so that its
 * item is skipped, and the keeper fetches it again. The keeper is loaded with the first need.
 */
import type { ManifestAsset } from '../../contracts/manifest.ts'
import type { AssetCache } from './cache.ts'

export interface Needs {
  /** The most urgent first. */
  assets: readonly ManifestAsset[]
  /** Those without which the fallback cannot play: never given up. */
  essential: readonly ManifestAsset[]
  /** What all assets together may take. */
  bytesMax: number
}

export interface ShelfWorld {
  cache: AssetCache
  /** Lower-case hex. */
  sha256(bytes: ArrayBuffer): Promise<string>
  /** An asset has come in, or turned out to be gone. */
  changed(): void
  report(where: string, error: unknown): void
  openKeeper(shelf: Shelf): Promise<AssetKeeper>
}

/** What the keeper shares with the shelf. */
export interface Shelf {
  /** Hashes of the assets at hand. */
  present: Set<string>
  read(sha256: string): Promise<Blob | null>
}

/** Brings in what is needed. */
export interface AssetKeeper {
  need(needs: Needs): void
  /** Something is missing that was at hand. */
  lost(): void
  /** The network is back: what failed is tried at once. */
  hurry(): void
  /** Throws all away and fetches again what is needed. */
  clear(): Promise<void>
  /** Bytes of the assets at hand, but for what only other players of this browser need. */
  bytes(): number
}

export interface Assets extends Omit<AssetKeeper, 'lost'> {
  has(sha256: string): boolean
  missing(): number
  /** The bytes, looked at; `null` when they are gone or damaged. */
  read(sha256: string): Promise<Blob | null>
  /** It could not be shown: it is looked at again. */
  doubt(sha256: string): void
}

/** Of larger ones only the length is looked at: a hash needs all bytes in memory at once. */
const hashedBytesMax = 256 * 1024 * 1024

export async function openShelf(world: ShelfWorld): Promise<Assets> {
  const { cache, report } = world
  const present = new Set(await cache.names())
  const checked = new Set<string>()
  let needs: Needs = { assets: [], essential: [], bytesMax: 0 }
  let keeper: AssetKeeper | null = null
  let opening: Promise<void> | null = null

  const isSound = async (sha256: string, blob: Blob): Promise<boolean> => {
    const bytes = needs.assets.find((asset) => asset.sha256 === sha256)?.bytes ?? blob.size
    if (blob.size !== bytes) return false
    return bytes > hashedBytesMax || (await world.sha256(await blob.arrayBuffer())) === sha256
  }
  const read = async (sha256: string): Promise<Blob | null> => {
    const blob = await cache.read(sha256)
    if (blob && (checked.has(sha256) || (await isSound(sha256, blob)))) {
      checked.add(sha256)
      return blob
    }
    if (!present.delete(sha256)) return null
    report('asset-damaged', sha256)
    await cache.remove(sha256)
    world.changed()
    keeper?.lost()
    return null
  }
  const load = (): void => {
    opening ??= world.openKeeper({ present, read }).then(
      (opened) => {
        keeper = opened
        opened.need(needs)
      },
      (error: unknown) => {
        opening = null
        report('keeper', error)
      },
    )
  }
  return {
    need(next) {
      needs = next
      if (keeper) keeper.need(next)
      else load()
    },
    has: (sha256) => present.has(sha256),
    missing: () => needs.assets.filter((asset) => !present.has(asset.sha256)).length,
    read,
    doubt(sha256) {
      checked.delete(sha256)
      read(sha256).catch((error: unknown) => report('recheck', error))
    },
    hurry() {
      if (keeper) keeper.hurry()
      else if (needs.assets.length > 0) load()
    },
    clear: async () => {
      checked.clear()
      await keeper?.clear()
    },
    bytes: () => keeper?.bytes() ?? 0,
  }
}
