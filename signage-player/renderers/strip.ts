/**
 * @file One line of words in a strip; where it is too long for the width its parts take turns.
 *
 * Used above and below something larger: the hotline's number, the clock's time.
 */
import { flow, type Fitted } from '../text/fitting.ts'
import type { Pen, RendererTools } from './drawing.ts'
import { setLines, type Place } from './lines.ts'

const turnMs = 4_000

export interface Strip {
  draw(pen: Pen, colour: string, elapsedMs: number): void
  changesIn(elapsedMs: number): number
}

/** @param place its height is the size of the characters */
export function strip(text: string, place: Place, tools: RendererTools): Strip {
  const size = place.height
  const fitted: Fitted = flow([text], { width: place.width, height: size }, tools, size, size, 1)
  const pageOf = (elapsedMs: number) => Math.floor(elapsedMs / turnMs) % fitted.pages.length
  return {
    draw(pen, colour, elapsedMs) {
      const lines = fitted.pages[pageOf(elapsedMs)] ?? []
      const style = { words: colour, numbers: colour, align: 'center', vertical: 'middle' } as const
      setLines(pen, lines, fitted, place, style, tools.measure)
    },
    changesIn: (elapsedMs) => (fitted.pages.length > 1 ? turnMs - (elapsedMs % turnMs) : Infinity),
  }
}
