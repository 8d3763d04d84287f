/**
 * @file From a line that names a village or a round of painting to the pictures of its murals. Pure.
 *
 * In the order of the street. A mural whose picture is not made ready yet is left out until it is; one
 * picture alone is no gallery but still worth showing, none is nothing.
 */
import type { GalleryItem, Mural } from '../../../contracts/documents/index.ts'
import { gallerySeconds, readingSeconds } from '../../../contracts/schedule/index.ts'
import { imageAsset } from '../item-assets.ts'
import type { CompiledItem, ItemContext } from '../items.ts'

export const galleryPicturesMax = 12

const inStreet = (a: Mural, b: Mural): number =>
  (a.streetOrder ?? 0) - (b.streetOrder ?? 0) || (a._id < b._id ? -1 : 1)

/** @param id of the item, which is no document */
export function compileGallery(entry: GalleryItem, id: string, context: ItemContext): CompiledItem | null {
  const { read } = context
  const { village, campaign } = entry
  // A line that names neither would show whatever was painted anywhere.
  if (!village && !campaign) return null
  const murals = read
    .all('mural')
    .filter((mural) => !village || mural.village?._ref === village._ref)
    .filter((mural) => !campaign || mural.campaign?._ref === campaign._ref)
    .sort(inStreet)
    .slice(0, Math.min(galleryPicturesMax, Math.max(1, entry.count ?? galleryPicturesMax)))
  const pictures: { id: string; asset: string; caption: string }[] = []
  for (const mural of murals) {
    const asset = imageAsset(context, mural.picture)
    const of = read.get('village', mural.village)
    const caption = [of?.title, mural.banner].filter(Boolean).join(' · ')
    if (asset !== null) pictures.push({ id: mural._id, asset, caption })
  }
  if (pictures.length === 0) return null
  const title = read.get('village', village)?.title ?? read.get('muralCampaign', campaign)?.title ?? '墙画'
  const longest = Math.max(...pictures.map(({ caption }) => caption.length))
  const each = entry.secondsEach ?? Math.max(gallerySeconds, readingSeconds(longest))
  return {
    item: { id, kind: 'gallery', title, pictures, change: entry.change ?? 'fade' },
    seconds: each * pictures.length,
  }
}
