/**
 * @file Small shapes that many pages show, with the GROQ projections that make them.
 *
 * GROQ answers `null` for what a document leaves out, and for references to what is not published;
 * `present` takes the latter out of lists.
 */

export interface Link {
  title: string
  slug: string
}

/** Fields of a projection. */
export const link = `title, "slug": slug.current`

export interface PictureView {
  /** Path of the original below the lake's origin, without a leading slash. */
  path: string
  width: number
  height: number
  alt: string
  caption: string | null
  crop: { top: number; bottom: number; left: number; right: number } | null
}

export const picture = `{
  "path": asset->path,
  "width": asset->metadata.dimensions.width,
  "height": asset->metadata.dimensions.height,
  alt, caption, crop
}`

/** The picture, when its file is really there. */
export function pictureOrNull(view: PictureView | null): PictureView | null {
  return view && typeof view.path === 'string' && view.width > 0 && view.height > 0 ? view : null
}

export function present<Entry>(list: readonly (Entry | null)[] | null | undefined): Entry[] {
  return (list ?? []).filter((entry): entry is Entry => entry !== null && entry !== undefined)
}
