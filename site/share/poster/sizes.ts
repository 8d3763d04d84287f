/** @file The three shapes of a poster, and where each part of it stands, in units of 1/1080 of the width. Pure. */

export const posterSizes = ['a4', 'tall', 'square'] as const
export type PosterSize = (typeof posterSizes)[number]

export interface Box {
  x: number
  y: number
  width: number
  height: number
}

export interface Plan {
  /** Height in units; the width is always 1080. */
  height: number
  /** Of the picture file. A4 at 200 dots an inch. */
  pixels: { width: number; height: number }
  masthead: Box
  panel: Box
  headline: Box & { sizeMax: number }
  sentence: Box & { sizeMax: number }
  call: Box
  qr: Box
  address: Box
  foot: Box
}

export const unitsWide = 1080

export const plans: Readonly<Record<PosterSize, Plan>> = {
  a4: {
    height: 1527,
    pixels: { width: 1654, height: 2339 },
    masthead: { x: 120, y: 56, width: 840, height: 50 },
    panel: { x: 72, y: 122, width: 936, height: 570 },
    headline: { x: 78, y: 740, width: 924, height: 204, sizeMax: 96 },
    sentence: { x: 84, y: 988, width: 912, height: 130, sizeMax: 42 },
    call: { x: 72, y: 1140, width: 646, height: 254 },
    qr: { x: 751, y: 1143, width: 248, height: 248 },
    address: { x: 84, y: 1410, width: 912, height: 32 },
    foot: { x: 120, y: 1448, width: 840, height: 26 },
  },
  tall: {
    height: 1440,
    pixels: { width: 1080, height: 1440 },
    masthead: { x: 120, y: 54, width: 840, height: 46 },
    panel: { x: 72, y: 114, width: 936, height: 536 },
    headline: { x: 78, y: 694, width: 924, height: 182, sizeMax: 90 },
    sentence: { x: 84, y: 918, width: 912, height: 126, sizeMax: 42 },
    call: { x: 72, y: 1062, width: 650, height: 246 },
    qr: { x: 757, y: 1064, width: 242, height: 242 },
    address: { x: 84, y: 1324, width: 912, height: 32 },
    foot: { x: 120, y: 1362, width: 840, height: 26 },
  },
  square: {
    height: 1080,
    pixels: { width: 1080, height: 1080 },
    masthead: { x: 120, y: 50, width: 840, height: 42 },
    panel: { x: 72, y: 104, width: 936, height: 342 },
    headline: { x: 78, y: 484, width: 924, height: 126, sizeMax: 78 },
    sentence: { x: 84, y: 644, width: 912, height: 92, sizeMax: 36 },
    call: { x: 72, y: 748, width: 690, height: 200 },
    qr: { x: 800, y: 748, width: 200, height: 200 },
    address: { x: 84, y: 962, width: 912, height: 28 },
    foot: { x: 120, y: 998, width: 840, height: 22 },
  },
}

export const isPosterSize = (text: string): text is PosterSize =>
  (posterSizes as readonly string[]).includes(text)
