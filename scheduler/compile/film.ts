/** @file From a video document to the item that a screen of one size, muted or not, can show. Pure. */
import type { FileField, Video } from '../../contracts/documents/index.ts'
import type { VideoItem } from '../../contracts/schedule/index.ts'
import type { WebVtt } from '../../contracts/webvtt.ts'
import type { SignageDocument } from './documents.ts'
import type { CompiledItem, ItemContext } from './items.ts'
import type { CaptionFile } from './renditions.ts'

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

/**
 * The captions of a film: those of its file, where that can be read; else those that were typed.
 * @param file what was found in its file, `null` where it has none or that is not read yet
 */
export function captionsOf({ captions = [] }: Video, file: WebVtt | null): VideoItem['captions'] {
  return file && 'cues' in file ? file.cues : captions.map(({ from, to, text }) => ({ from, to, text }))
}

/** Speech that can be heard must also be readable: whether the document leaves that open. */
export const lacksCaptions = (document: Video, file: WebVtt | null): boolean =>
  document.silent !== true && captionsOf(document, file).length === 0

/** @returns where the film's captions lie, `null` where it has no such file */
export function captionFileOf(
  { captionFile }: Video,
  find: (id: string) => SignageDocument | undefined | null,
): CaptionFile | null {
  const asset = captionFile?.asset && find(captionFile.asset._ref)
  return asset?._type === 'sanity.fileAsset' ? { assetId: asset._id, path: asset.path } : null
}

/** @param poster of the editor's own picture; `null`: there is none, or none yet */
export function filmItem(document: Video, context: ItemContext, poster: string | null): CompiledItem | null {
  const { _id: id, title, genre, mp4, webm } = document
  const where = captionFileOf(document, (id) => context.read.get('sanity.fileAsset', id))
  const file = where && (context.captions?.(where) ?? null)
  const sources = [source(context, mp4), source(context, webm)].filter((each) => each !== null)
  if (sources.length === 0) return null
  const known = context.film?.(mp4.asset._ref) ?? context.film?.(webm?.asset._ref ?? '')
  if (context.sound && known?.sound && lacksCaptions(document, file)) return null
  const still = poster ?? (document.poster ? null : ownPoster(context, mp4))
  return {
    item: {
      id,
      kind: 'video',
      title,
      genre,
      sources,
      captions: captionsOf(document, file),
      ...(still ? { still: { id, kind: 'image', title: `${title}（封面）`, asset: still } } : {}),
    },
    // What was measured counts before what was typed: a film is never cut off, and never ends in a still.
    seconds: Math.ceil(known?.seconds ?? document.seconds),
  }
}
