/**
 * @file A line that runs from right to left.
 *
 * It stands still first, so that its beginning can be read, and then moves by the same whole number of
 * pixels with every frame of 60 a second, whatever frames the browser drops.
 */
import { joined } from '../text/fitting.ts'
import type { Drawing, Frame, RendererTools } from './drawing.ts'
import type { Place } from './lines.ts'
import { fill, writeNumbered } from './pen.ts'

export const stillMs = 2_500
const framesPerSecond = 60
const charactersPerSecond = 4

/** Whole pixels a frame at which about four characters a second pass. */
export function pixelsPerFrame(size: number): number {
  return Math.max(1, Math.round((size * charactersPerSecond) / framesPerSecond))
}

/** How far the line has moved, in whole pixels. */
export function travelled(elapsedMs: number, pixels: number): number {
  return Math.floor((Math.max(0, elapsedMs - stillMs) * framesPerSecond) / 1_000) * pixels
}

/** @returns `null` where the text fits and need not move */
export function marquee(
  lines: readonly string[],
  place: Place,
  frame: Frame,
  colours: { ground: string; words: string; numbers: string },
  tools: RendererTools,
): Drawing | null {
  const text = joined(lines)
  const size = Math.max(
    Math.min(16, frame.height),
    Math.floor(place.height * (place.height < 40 ? 0.9 : 0.66)),
  )
  const length = Math.ceil(tools.measure(text) * size)
  if (length <= place.width) return null
  const period = length + Math.max(size * 3, Math.floor(place.width / 2))
  const top = place.y + Math.floor((place.height - size) / 2)
  const pixels = pixelsPerFrame(size)
  return {
    draw(pen, { elapsedMs }) {
      fill(pen, colours.ground, 0, 0, frame.width, frame.height)
      const shift = travelled(elapsedMs, pixels) % period
      for (let x = place.x - shift; x < frame.width; x += period)
        if (x + length > 0) writeNumbered(pen, text, x, top, size, colours, tools.measure)
    },
    changesIn: ({ elapsedMs }) => Math.max(0, stillMs - elapsedMs),
  }
}
