/** @file From a video document to the item that a screen of one size, muted or not, can show. Pure. */
import type { FileField, Video } from '../../contracts/documents/index.ts'
import type { VideoItem } from '../../contracts/schedule/index.ts'
import type { CompiledItem, ItemContext } from './items.ts'

const assetOf = ({ read }: ItemContext, file: FileField | undefined) =>
  read.get('sanity.fileAsset', file?.asset)

function source(context: ItemContext, file: FileField | undefined): VideoItem['sources'][number] | null {
  const asset = assetOf(context, file)
  if (!asset) return null
  const { _id: assetId, path, mimeType } = asset
  const { size, sound = false } = context
  const sha256 = context.rendition({ assetId, path, mimeType, size, as: 'film', sound })
  const container = context.film?.(assetId)?.container ?? (mimeType === 'video/webm' ? 'webm' : 'mp4')
  return sha256 ? { asset: sha256, type: `video/${container}` } : null
}

/** A frame of the film itself, where the editor gave no picture. */
function ownPoster(context: ItemContext, file: FileField): string | null {
  const asset = assetOf(context, file)
  if (!asset) return null
  const { _id: assetId, path, mimeType } = asset
  return context.rendition({ assetId, path, mimeType, size: context.size, as: 'poster', sound: false })
}

/** Speech that can be heard must also be readable: whether the document leaves that open. */
export const lacksCaptions = ({ captions, silent }: Video): boolean =>
  silent !== true && (captions ?? []).length === 0

/** @param poster of the editor's own picture; `null`: there is none, or none yet */
export function filmItem(document: Video, context: ItemContext, poster: string | null): CompiledItem | null {
  const { _id: id, title, genre, mp4, webm, captions = [] } = document
  const sources = [source(context, mp4), source(context, webm)].filter((each) => each !== null)
  if (sources.length === 0) return null
  const known = context.film?.(mp4.asset._ref) ?? context.film?.(webm?.asset._ref ?? '')
  if (context.sound && known?.sound && lacksCaptions(document)) return null
  const still = poster ?? (document.poster ? null : ownPoster(context, mp4))
  return {
    item: {
      id,
      kind: 'video',
      title,
      genre,
      sources,
      captions: captions.map(({ from, to, text }) => ({ from, to, text })),
      ...(still ? { poster: still } : {}),
    },
    // What was measured counts before what was typed: a film is never cut off, and never ends in a still.
    seconds: Math.ceil(known?.seconds ?? document.seconds),
  }
}
