/**
 * @file The strip at the foot: lines that run from right to left without end, one after the other.
 *
 * It moves by a whole number of pixels with every frame of 60 a second and knows nothing of the items
 * above it, so a switch there leaves it as it is. What fits does not move. Its ground is black and a rule
 * parts it from the picture.
 */
import { pixelsPerFrame } from '../../contracts/legibility.ts'
import type { Measure } from '../text/lines.ts'
import type { Pen } from './drawing.ts'
import { black, cinnabar, warmWhite, yellow } from './palette.ts'
import { fill, writeNumbered } from './pen.ts'

export interface TickerStrip {
  /** @param top first row of the strip */
  draw(pen: Pen, top: number, steadyMs: number): void
  /** Whether it looks otherwise with every frame. */
  moves: boolean
}

const sizeMin = 16
const framesPerSecond = 60
const colours = { words: warmWhite, numbers: yellow } as const

interface Run {
  text: string
  /** From the beginning of the loop, in whole pixels. */
  at: number
  width: number
}

/** Two rows of rule and air above, one or more below: what is left is the character. */
export function tickerSize(height: number): number {
  return Math.max(Math.min(sizeMin, height), Math.floor(height * 0.78))
}

function runsOf(lines: readonly string[], size: number, gap: number, measure: Measure): Run[] {
  let at = 0
  return lines.map((text) => {
    const run = { text, at, width: Math.ceil(measure(text) * size) }
    at += run.width + gap
    return run
  })
}

export function tickerStrip(
  lines: readonly string[],
  { width, height }: { width: number; height: number },
  measure: Measure,
): TickerStrip {
  const size = tickerSize(height)
  const rule = Math.max(1, Math.floor(height / 24))
  const gap = size * 2
  const mark = Math.round(size / 4)
  const runs = runsOf(lines, size, gap, measure)
  const last = runs.at(-1)
  const length = last ? last.at + last.width : 0
  const moves = length > width
  // Where little is said, the loop is still longer than the strip: nothing is seen twice at once.
  const period = Math.max(length + gap, width + size)
  const pixels = pixelsPerFrame(size)
  return {
    moves,
    draw(pen, top, steadyMs) {
      fill(pen, black, 0, top, width, height)
      const row = top + rule + Math.floor((height - rule - size) / 2)
      const travelled = Math.floor((steadyMs * framesPerSecond) / 1_000) * pixels
      const start = moves ? -(travelled % period) : Math.floor((width - length) / 2)
      for (let loop = start; loop < (moves ? width : start + 1); loop += period)
        for (const run of runs) {
          const x = loop + run.at
          if (x >= width || x + run.width + gap <= 0) continue
          writeNumbered(pen, run.text, x, row, size, colours, measure)
          if (moves || run !== last) {
            const after = x + run.width + Math.floor((gap - mark) / 2)
            fill(pen, cinnabar, after, row + Math.floor((size - mark) / 2), mark, mark)
          }
        }
      fill(pen, cinnabar, 0, top, width, rule)
    },
  }
}
