/**
 * @file One line of words in a strip: made somewhat smaller where it is too long, and where that is not
 * enough its parts take turns.
 *
 * Used above and below something larger: the hotline's number, the clock's time.
 */
import { flow, sizeMin, type Fitted } from '../text/fitting.ts'
import type { Pen, RendererTools } from './drawing.ts'
import { setLines, type Place } from './lines.ts'

const turnMs = 4_000
const smallerMost = 0.6

export interface Strip {
  draw(pen: Pen, colour: string, elapsedMs: number): void
  changesIn(elapsedMs: number): number
}

/**
 * @param place its height is the size that the characters have where they fit
 * @param least none is made smaller
 */
export function strip(text: string, place: Place, tools: RendererTools, least = sizeMin): Strip {
  const whole = Math.floor(place.width / tools.measure(text))
  const size =
    whole >= Math.max(least, place.height * smallerMost) ? Math.min(whole, place.height) : place.height
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
