/** @file The assets of an item, as one screen needs them. Pure but for the rendition that is asked for. */
import type { FileField, Picture } from '../../contracts/documents/index.ts'
import type { ItemContext } from './items.ts'

/** @returns sha256 of the picture as this screen needs it, `null` while it is not ready */
export function imageAsset(context: ItemContext, picture: Picture | undefined): string | null {
  const asset = context.read.get('sanity.imageAsset', picture?.asset)
  return (
    asset &&
    context.rendition({ assetId: asset._id, path: asset.path, mimeType: asset.mimeType, size: context.size })
  )
}

/** @returns the film as it goes to players, `null` while it is not ready */
export function fileSource(context: ItemContext, file: FileField | undefined) {
  const asset = context.read.get('sanity.fileAsset', file?.asset)
  const sha256 =
    asset && context.rendition({ assetId: asset._id, path: asset.path, mimeType: asset.mimeType, size: null })
  return asset && sha256 ? { asset: sha256, type: asset.mimeType } : null
}
