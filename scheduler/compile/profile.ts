/** @file The sign as its player must drive it, from the screen's document. Pure. */
import type { HoursField, ScreenDocument } from '../../contracts/documents/index.ts'
import type { Hours, ScreenProfile } from '../../contracts/manifest.ts'
import { scheduledScreenOf } from '../../contracts/schedule/from-documents.ts'
import { remembering, type Reading } from './documents.ts'
import { regionsOf } from './regions.ts'

/** What assets may take on a box whose document names no size: small eMMC boxes have 8 GB in all. */
export const cacheBytesDefault = 2 * 1024 ** 3

const clockTime = /^(?:[01]\d|2[0-3]):[0-5]\d$/u

/** What cannot be read counts as not written: a screen must not go dark over a slip of the pen. */
function hoursOf(field: HoursField | undefined): Hours | null {
  const until = field?.until === '24:00' ? '00:00' : field?.until
  if (!field || !until || !clockTime.test(field.from) || !clockTime.test(until)) return null
  return { from: field.from, until }
}

const brightness = (percent = 100): number => Math.min(100, Math.max(1, Math.round(percent)))

function drivenBy({ lit, quiet, night }: ScreenDocument): Pick<ScreenProfile, 'lit' | 'quiet' | 'night'> {
  const [litHours, quietHours, nightHours] = [lit, quiet, night].map(hoursOf)
  return {
    ...(litHours ? { lit: litHours } : {}),
    ...(quietHours ? { quiet: quietHours } : {}),
    ...(nightHours
      ? { night: { hours: nightHours, brightnessPercent: brightness(night?.brightnessPercent) } }
      : {}),
  }
}
/** On lower signs a picture half of one item and half of the next is neither. */
const blendedHeight = 64

/** The same object for a screen of which nothing has changed, so that its texts are made once. */
export const profileOf = remembering((screen: ScreenDocument, read: Reading): ScreenProfile => {
  const { pitchMm, viewingDistanceM } = screen
  const transition = screen.transition ?? (screen.height < blendedHeight ? 'cut' : 'fade')
  return {
    ...scheduledScreenOf(screen),
    title: screen.title,
    countyTitle: read.get('county', screen.county)?.title ?? '',
    width: screen.width,
    height: screen.height,
    regionX: screen.regionX ?? 0,
    regionY: screen.regionY ?? 0,
    volumePercent: screen.volumePercent ?? 0,
    brightnessPercent: brightness(screen.brightnessPercent),
    cacheBytesMax: screen.cacheGigabytes
      ? Math.round(Math.max(0.1, screen.cacheGigabytes) * 1024 ** 3)
      : cacheBytesDefault,
    ...drivenBy(screen),
    ...regionsOf(screen, read),
    ...(transition === 'cut' ? {} : { transition }),
    ...(pitchMm ? { pitchMm } : {}),
    ...(viewingDistanceM ? { viewingDistanceM } : {}),
  }
})

/** Pictures and films are made for what the strip at the foot leaves. */
export function pictureSize({ width, height, ticker }: ScreenProfile): { width: number; height: number } {
  return { width, height: height - (ticker?.height ?? 0) }
}
