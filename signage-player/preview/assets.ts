/** @file The files of a preview, fetched once from this origin; the latest few are kept. */
import type { PreviewAsset } from '../../contracts/preview.ts'

const keptMax = 40

export interface PreviewAssets {
  know(assets: readonly PreviewAsset[]): void
  /** @throws Error where the asset was never told of */
  address(asset: string): string
  read(asset: string): Promise<Blob | null>
}

async function fetchBlob(url: string): Promise<Blob | null> {
  const response = await fetch(url, { credentials: 'same-origin' })
  return response.ok ? response.blob() : null
}

export function previewAssets(): PreviewAssets {
  const addresses = new Map<string, string>()
  const kept = new Map<string, Promise<Blob | null>>()
  const address = (asset: string): string => {
    const url = addresses.get(asset)
    if (url === undefined) throw new Error(`${asset} is not among the assets`)
    return url
  }
  return {
    know(assets) {
      // Paths only: whatever is told, nothing is asked of another host.
      for (const { asset, url } of assets) if (/^\/(?!\/)/u.test(url)) addresses.set(asset, url)
    },
    address,
    read(asset) {
      const found = kept.get(asset) ?? fetchBlob(address(asset))
      kept.delete(asset)
      kept.set(asset, found)
      found.then(
        (blob) => blob ?? kept.delete(asset),
        () => kept.delete(asset),
      )
      for (const oldest of kept.keys()) if (kept.size > keptMax) kept.delete(oldest)
      return found
    },
  }
}
