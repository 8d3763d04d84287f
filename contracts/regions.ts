/**
 * @file How a picture is parted into the item that plays, the strip at its foot and the mark in its corner.
 *
 * Pure sizes in LED pixels, the same for the Studio's advice, the scheduler and the player.
 */

/** Characters of the strip are at least 16 high; with rule and air it takes this. */
export const tickerHeightMin = 20
/** Below this an item has no room for two lines, and a strip would take more than it gives. */
export const mainHeightMin = 40
export const tickerLinesMax = 40
export const tickerCharactersMax = 200

/** Smaller pictures have no room for a mark. */
export const cornerWidthMin = 192
export const cornerHeightMin = 96

const tickerShare = 0.1

interface Size {
  width: number
  height: number
}

/** @returns the strip's height, or `null` where the picture is too low for one */
export function tickerHeight({ width, height }: Size, wished?: number): number | null {
  const own = Math.max(tickerHeightMin, Math.round(wished ?? Math.min(width, height) * tickerShare))
  return height - own >= mainHeightMin ? own : null
}

export function hasCorner({ width, height }: Size): boolean {
  return width >= cornerWidthMin && height >= cornerHeightMin
}
