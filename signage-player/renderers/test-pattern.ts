/**
 * @file The test pattern: shows a technician whether the processor maps every pixel one to one.
 *
 * A frame one pixel wide on the outermost pixels, corners marked, a grid every 16 pixels, colours full and
 * at half, a ramp of grey, one line that wanders over every column and row, and the screen's own name, id
 * and size. Where the picture is scaled or shifted, lines break, double or go missing.
 */
import { sizeMin } from '../text/fitting.ts'
import { breakLines } from '../text/lines.ts'
import type { Drawing, Frame, RendererTools } from './drawing.ts'
import { black } from './palette.ts'
import { fill, write } from './pen.ts'

const colours = [
  [255, 0, 0],
  [0, 255, 0],
  [0, 0, 255],
  [255, 255, 0],
  [0, 255, 255],
  [255, 0, 255],
  [255, 255, 255],
] as const
const gridEvery = 16
const gridColour = '#3A3A3A'
const frameColour = '#00FF66'
const white = '#FFFFFF'
const pixelsASecond = 30
const lineTurnMs = 3_000
const greysMax = 32

const rgb = (colour: readonly number[], share: number): string =>
  `rgb(${colour.map((part) => Math.round(part * share)).join(',')})`

export function drawTestPattern(frame: Frame, tools: RendererTools): Drawing {
  const { width, height, screen } = frame
  const size = Math.max(sizeMin, Math.round(Math.min(height * 0.1, width * 0.08)))
  const facts = [`${width}×${height}`, ...(screen ? [screen.title, screen.id] : [])].flatMap((fact) =>
    breakLines(fact, (width - 8) / size, tools),
  )
  const pitch = Math.round(size * 1.2)
  const linesAtOnce = Math.min(facts.length, Math.max(1, Math.floor((height * 0.42) / pitch)))
  const text = linesAtOnce * pitch
  const field = height - text - 4
  const bar = Math.floor(field * 0.4)
  const ramp = field - 2 * bar
  const greys = Math.min(greysMax, Math.floor((width - 4) / 2))
  return {
    draw(pen, { elapsedMs }) {
      fill(pen, black, 0, 0, width, height)
      for (const [index, colour] of colours.entries()) {
        const left = 2 + Math.floor((index * (width - 4)) / colours.length)
        const next = 2 + Math.floor(((index + 1) * (width - 4)) / colours.length)
        fill(pen, rgb(colour, 1), left, 2, next - left, bar)
        fill(pen, rgb(colour, 0.5), left, 2 + bar, next - left, bar)
      }
      for (let step = 0; step < greys; step++) {
        const left = 2 + Math.floor((step * (width - 4)) / greys)
        const next = 2 + Math.floor(((step + 1) * (width - 4)) / greys)
        fill(pen, rgb([255, 255, 255], step / (greys - 1)), left, 2 + 2 * bar, next - left, ramp)
      }
      for (let x = 0; x < width; x += gridEvery) fill(pen, gridColour, x, 0, 1, height)
      for (let y = 0; y < height; y += gridEvery) fill(pen, gridColour, 0, y, width, 1)
      const first = facts.length > linesAtOnce ? Math.floor(elapsedMs / lineTurnMs) : 0
      for (let line = 0; line < linesAtOnce; line++) {
        const fact = facts[(first + line) % facts.length] ?? ''
        const wide = tools.measure(fact) * size
        const top = height - 2 - text + line * pitch
        fill(pen, black, (width - wide) / 2 - 2, top, wide + 4, pitch)
        write(pen, fact, (width - wide) / 2, top + (pitch - size) / 2, size, white)
      }
      const way = Math.floor((elapsedMs * pixelsASecond) / 1_000)
      fill(pen, white, way % width, 0, 1, height)
      fill(pen, white, 0, way % height, width, 1)
      fill(pen, frameColour, 0, 0, width, 1)
      fill(pen, frameColour, 0, height - 1, width, 1)
      fill(pen, frameColour, 0, 0, 1, height)
      fill(pen, frameColour, width - 1, 0, 1, height)
      for (const x of [0, width - 1]) for (const y of [0, height - 1]) fill(pen, '#FF0000', x, y, 1, 1)
    },
    changesIn: () => 1_000 / pixelsASecond,
  }
}
