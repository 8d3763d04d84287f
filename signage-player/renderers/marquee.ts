/**
 * @file A line that runs from right to left.
 *
 * It stands still first, so that its beginning can be read, and then moves by the same whole number of
 * pixels with every frame of 60 a second. A frame comes some tenths of a millisecond early or late, which
 * must not be seen: the line goes one step from where it is, and only where the clock has gone clearly
 * further, or not yet so far, it follows the clock. So it is never more than a step from where any other
 * screen of its group has it. Each frame reaches the window in one stroke and cannot tear.
 */
import { marqueePx, pixelsPerFrame, stillSeconds } from '../../contracts/legibility.ts'
import { joined, leastOf } from '../text/fitting.ts'
import type { Drawing, Frame, RendererTools } from './drawing.ts'
import type { Place } from './lines.ts'
import { fill, writeNumbered } from './pen.ts'

export const stillMs = stillSeconds * 1_000
const framesPerSecond = 60
/** Further than this share of a frame off the clock, it follows the clock. */
const slack = 0.75

/**
 * @param last frames that it had moved when it was drawn last
 * @returns frames that it has moved
 */
export function stepped(elapsedMs: number, last: number): number {
  const due = (Math.max(0, elapsedMs - stillMs) * framesPerSecond) / 1_000
  return Math.abs(due - last - 1) > slack ? Math.round(due) : last + 1
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
  const size = marqueePx(place.width, place.height, leastOf(frame))
  const length = Math.ceil(tools.measure(text) * size)
  if (length <= place.width) return null
  const period = length + Math.max(size * 3, Math.floor(place.width / 2))
  const top = place.y + Math.floor((place.height - size) / 2)
  const pixels = pixelsPerFrame(size)
  let frames = 0
  return {
    draw(pen, { elapsedMs }) {
      fill(pen, colours.ground, 0, 0, frame.width, frame.height)
      frames = stepped(elapsedMs, frames)
      const shift = (frames * pixels) % period
      for (let x = place.x - shift; x < frame.width; x += period)
        if (x + length > 0) writeNumbered(pen, text, x, top, size, colours, tools.measure)
    },
    changesIn: ({ elapsedMs }) => Math.max(0, stillMs - elapsedMs),
  }
}
