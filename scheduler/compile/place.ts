/** @file What of a screen decides how the items of a playlist look on it. Pure. */
import { leastPx } from '../../contracts/legibility.ts'
import type { ScreenProfile } from '../../contracts/manifest.ts'
import type { ItemContext } from './items.ts'
import { pictureSize } from './profile.ts'

export type Place = Pick<ItemContext, 'size' | 'characterPx' | 'sound' | 'county' | 'village' | 'today'>

/** @param today `YYYY-MM-DD` in the screen's zone */
export function placeOf(screen: ScreenProfile, today: string): Place {
  const { county, village } = screen
  return {
    size: pictureSize(screen),
    characterPx: leastPx(screen),
    sound: screen.volumePercent > 0,
    // A sign that is only tried out stands nowhere.
    ...(county === '' ? {} : { county }),
    ...(village === undefined ? {} : { village }),
    today,
  }
}
