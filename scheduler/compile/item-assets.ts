/** @file The picture of an item, as one screen needs it. Pure but for the rendition that is asked for. */
import type { Picture } from '../../contracts/documents/index.ts'
import type { ItemContext } from './items.ts'

/** @returns sha256 of the picture in the screen's size, `null` while there is none */
export function imageAsset(context: ItemContext, picture: Picture | undefined): string | null {
  const asset = context.read.get('sanity.imageAsset', picture?.asset)
  if (!asset) return null
  const { _id: assetId, path, mimeType } = asset
  return context.rendition({ assetId, path, mimeType, size: context.size, as: 'picture', sound: false })
}
