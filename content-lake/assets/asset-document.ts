/**
 * @file The document of an asset, from what is known of its file.
 *
 * Pure. Ids and names as Sanity's clients take them apart: `image-<sha1>-<w>x<h>-<ext>`, `file-<sha1>-<ext>`.
 * `url` is given the reader's own origin whenever it is read (http/asset-address.ts).
 */
import { NEUTRAL_ORIGIN } from '../http/asset-address.ts'
import type { FileKind } from './sniff.ts'

export interface ImageFacts {
  /** Pixels, after EXIF orientation. */
  width: number
  height: number
  hasAlpha: boolean
  isOpaque: boolean
  /** A tiny preview as data URL; null for SVG. */
  lqip: string | null
  palette: Record<string, unknown> | null
}

export interface UploadFacts {
  sha1: string
  /** What approvals are bound to; the name on disk is Sanity's. */
  sha256: string
  bytes: number
  kind: FileKind
  image: ImageFacts | null
  /** From the address: `filename`, `title`, `label`, `description`, `creditLine`, `source…`. */
  query: URLSearchParams
}

/** What part of the asset's path follows the dataset, and its name on disk. */
export const assetFileName = ({ sha1, kind, image }: UploadFacts) =>
  image ? `${sha1}-${image.width}x${image.height}.${kind.extension}` : `${sha1}.${kind.extension}`

/** The id that an asset of this file name has; null for a name that is none of ours. */
export function assetIdOf(fileName: string): string | null {
  const [, sha1, size, extension] = /^([0-9a-f]{40})(?:-(\d+x\d+))?\.([a-z0-9]{1,8})$/.exec(fileName) ?? []
  if (sha1 === undefined) return null
  return size === undefined ? `file-${sha1}-${extension}` : `image-${sha1}-${size}-${extension}`
}

export function assetDocument(
  facts: UploadFacts,
  place: { projectId: string; dataset: string; uploadId: string },
): Record<string, unknown> & { _id: string; _type: string } {
  const { sha1, sha256, bytes, kind, image, query } = facts
  const fileName = assetFileName(facts)
  const path = `${image ? 'images' : 'files'}/${place.projectId}/${place.dataset}/${fileName}`
  const text = (name: string) => query.get(name)?.slice(0, 2000) || undefined
  const sourceId = text('sourceId')
  const document = {
    _id: assetIdOf(fileName) ?? '',
    _type: image ? 'sanity.imageAsset' : 'sanity.fileAsset',
    originalFilename: text('filename')?.slice(0, 255),
    title: text('title'),
    label: text('label'),
    description: text('description'),
    altText: text('altText'),
    creditLine: text('creditLine'),
    source: sourceId && { id: sourceId, name: text('sourceName'), url: text('sourceUrl') },
    assetId: sha1,
    sha1hash: sha1,
    sha256,
    uploadId: place.uploadId,
    size: bytes,
    extension: kind.extension,
    mimeType: kind.mimeType,
    path,
    url: `${NEUTRAL_ORIGIN}/${path}`,
    ...(image ? { metadata: imageMetadata(image) } : {}),
  }
  return withoutUndefined(document)
}

function imageMetadata({ width, height, hasAlpha, isOpaque, lqip, palette }: ImageFacts) {
  return withoutUndefined({
    _type: 'sanity.imageMetadata',
    dimensions: { _type: 'sanity.imageDimensions', width, height, aspectRatio: width / height },
    hasAlpha,
    isOpaque,
    lqip: lqip ?? undefined,
    palette: palette ?? undefined,
  })
}

const withoutUndefined = <T extends object>(value: T): T => JSON.parse(JSON.stringify(value)) as T
