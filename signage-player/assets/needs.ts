/**
 * @file Which assets an item needs, and in what order they are wanted.
 *
 * Pure. Of a film only the first source that this browser can decode is ever fetched, and the picture that
 * stands for it until it is there.
 */
import type { ManifestAsset, ScreenProfile } from '../../contracts/manifest.ts'
import type { Instant } from '../../contracts/part.ts'
import type { ImageItem, Item, Schedule, VideoItem } from '../../contracts/schedule/index.ts'
import { turns } from '../../contracts/schedule/resolve.ts'

export type CanPlay = (type: string) => boolean

export function playableSource(item: VideoItem, canPlay: CanPlay): VideoItem['sources'][number] | null {
  return item.sources.find(({ type }) => canPlay(type)) ?? null
}

/** @returns sha256 of each asset without which the item cannot be shown; `null` when it never can be */
export function needsOf(item: Item, canPlay: CanPlay): readonly string[] | null {
  if (item.kind === 'image') return [item.asset]
  if (item.kind === 'gallery') return item.pictures.map(({ asset }) => asset)
  if (item.kind !== 'video') return []
  const source = playableSource(item, canPlay)
  return source ? [source.asset] : null
}

/** What stands for an item that cannot be shown. */
export const stillOf = (item: Item): ImageItem | undefined => (item.kind === 'video' ? item.still : undefined)

const lookAheadMs = 60 * 60_000

/** The manifest's assets that are needed: the font, then what plays soonest. */
export function wanted(
  schedule: Schedule,
  screen: ScreenProfile,
  assets: readonly ManifestAsset[],
  now: Instant,
  canPlay: CanPlay,
): readonly ManifestAsset[] {
  const soon = new Set<Item>()
  for (const turn of turns(schedule, screen, now)) {
    if (turn.from > now + lookAheadMs) break
    soon.add(turn.item)
  }
  const names = new Set(
    [...soon, ...schedule.items].flatMap((item) => [
      stillOf(item)?.asset ?? '',
      ...(needsOf(item, canPlay) ?? []),
    ]),
  )
  const bySha = new Map(assets.map((asset) => [asset.sha256, asset]))
  return [screen.font?.asset ?? '', ...names].flatMap((name) => bySha.get(name) ?? [])
}
