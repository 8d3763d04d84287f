/** @file The frame that a screen gives an item: one rule for what plays and for what is previewed. Pure. */
import { leastPx } from '../../contracts/legibility.ts'
import type { ScreenProfile } from '../../contracts/manifest.ts'
import type { Item } from '../../contracts/schedule/index.ts'
import type { Frame } from '../renderers/drawing.ts'

/**
 * @param seconds how long the item stays
 * @param zone IANA name, where the screen names none of its own
 */
export function frameFor(screen: ScreenProfile, item: Item, seconds: number, zone: string): Frame {
  const { id, title, width, height, ticker } = screen
  const alone = item.alone || item.kind === 'testPattern'
  return {
    width,
    // The strip at the foot takes its rows from all but orders and what shows the panel itself.
    ...(alone ? { height, alone } : { height: height - (ticker?.height ?? 0) }),
    minCharacterPx: leastPx(screen),
    screen: { id, title },
    zone: screen.zone ?? zone,
    seconds,
  }
}
