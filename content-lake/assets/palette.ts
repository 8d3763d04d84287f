/**
 * @file The palette of a picture, as Sanity keeps it with an image.
 *
 * Pure. Pixels are sorted into 4096 boxes of colour; each named swatch is the fullest box whose saturation
 * and lightness fit its name.
 */
export interface Swatch {
  _type: 'sanity.imagePaletteSwatch'
  background: string
  foreground: string
  title: string
  /** Share of the picture's pixels, in per cent. */
  population: number
}

type Name = 'vibrant' | 'lightVibrant' | 'darkVibrant' | 'muted' | 'lightMuted' | 'darkMuted'

/** Least and most saturation, then lightness, from 0 to 1. */
const RANGES: Readonly<Record<Name, readonly [number, number, number, number]>> = {
  vibrant: [0.35, 1, 0.3, 0.7],
  lightVibrant: [0.35, 1, 0.55, 1],
  darkVibrant: [0.35, 1, 0, 0.45],
  muted: [0, 0.4, 0.3, 0.7],
  lightMuted: [0, 0.4, 0.55, 1],
  darkMuted: [0, 0.4, 0, 0.45],
}

interface Box {
  count: number
  red: number
  green: number
  blue: number
}

/** @param rgb three bytes a pixel */
export function paletteOf(rgb: Uint8Array): Record<string, unknown> {
  const boxes = new Map<number, Box>()
  for (let at = 0; at + 2 < rgb.length; at += 3) {
    const [red = 0, green = 0, blue = 0] = rgb.subarray(at, at + 3)
    const key = ((red >> 4) << 8) | ((green >> 4) << 4) | (blue >> 4)
    const box = boxes.get(key) ?? { count: 0, red: 0, green: 0, blue: 0 }
    boxes.set(key, {
      count: box.count + 1,
      red: box.red + red,
      green: box.green + green,
      blue: box.blue + blue,
    })
  }
  const pixels = rgb.length / 3
  const fullest = [...boxes.values()].sort((a, b) => b.count - a.count)
  const palette: Record<string, unknown> = { _type: 'sanity.imagePalette' }
  const [dominant] = fullest
  if (dominant) palette['dominant'] = swatch(dominant, pixels)
  for (const [name, [saturationMin, saturationMax, lightnessMin, lightnessMax]] of Object.entries(RANGES)) {
    const fitting = fullest.find((box) => {
      const { saturation, lightness } = hueless(box)
      const isSaturated = saturation >= saturationMin && saturation <= saturationMax
      return isSaturated && lightness >= lightnessMin && lightness <= lightnessMax
    })
    if (fitting) palette[name] = swatch(fitting, pixels)
  }
  return palette
}

const mean = ({ count, red, green, blue }: Box) => [red / count, green / count, blue / count].map(Math.round)

function hueless(box: Box): { saturation: number; lightness: number } {
  const channels = mean(box).map((channel) => channel / 255)
  const most = Math.max(...channels)
  const least = Math.min(...channels)
  const lightness = (most + least) / 2
  const saturation = most === least ? 0 : (most - least) / (1 - Math.abs(2 * lightness - 1))
  return { saturation, lightness }
}

function swatch(box: Box, pixels: number): Swatch {
  const background = `#${mean(box)
    .map((channel) => channel.toString(16).padStart(2, '0'))
    .join('')}`
  const text = hueless(box).lightness > 0.55 ? '#000' : '#fff'
  const population = Math.round((box.count / pixels) * 10_000) / 100
  return { _type: 'sanity.imagePaletteSwatch', background, foreground: text, title: text, population }
}
