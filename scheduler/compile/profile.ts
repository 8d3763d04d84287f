/** @file The sign as its player must drive it, from the screen's document. Pure. */
import type { Reference, ScreenDocument } from '../../contracts/documents/index.ts'
import type { ScreenProfile } from '../../contracts/manifest.ts'
import { isZone } from '../../contracts/schedule/index.ts'
import type { Reading } from './documents.ts'

/** What assets may take on a box whose document names no size: small eMMC boxes have 8 GB in all. */
export const cacheBytesDefault = 2 * 1024 ** 3

const idOf = (reference: Reference): string => reference._ref

export function profileOf(screen: ScreenDocument, read: Reading): ScreenProfile {
  const { township, village, zone, pitchMm, viewingDistanceM, fallback } = screen
  return {
    id: screen._id,
    title: screen.title,
    county: screen.county._ref,
    countyTitle: read.get('county', screen.county)?.title ?? '',
    groups: (screen.groups ?? []).map(idOf),
    audiences: (screen.audiences ?? []).map(idOf),
    width: screen.width,
    height: screen.height,
    regionX: screen.regionX ?? 0,
    regionY: screen.regionY ?? 0,
    volumePercent: screen.volumePercent ?? 0,
    brightnessPercent: 100,
    cacheBytesMax: cacheBytesDefault,
    ...(zone && isZone(zone) ? { zone } : {}),
    ...(township ? { township: township._ref } : {}),
    ...(village ? { village: village._ref } : {}),
    ...(fallback ? { fallback: fallback._ref } : {}),
    ...(pitchMm ? { pitchMm } : {}),
    ...(viewingDistanceM ? { viewingDistanceM } : {}),
  }
}
