/** @file Sets a page of lines into a box: centred for slogans, ranged left for running text. */
import type { Fitted } from '../text/fitting.ts'
import type { Measure } from '../text/lines.ts'
import type { Pen } from './drawing.ts'
import { writeNumbered } from './pen.ts'

export interface Place {
  x: number
  y: number
  width: number
  height: number
}

export interface LineStyle {
  words: string
  numbers: string
  align: 'left' | 'center'
  vertical: 'top' | 'middle'
}

/** Height of so many lines. */
export function linesHeight(fitted: Pick<Fitted, 'size' | 'pitch'>, count: number): number {
  return count === 0 ? 0 : fitted.size + (count - 1) * fitted.pitch
}

export function setLines(
  pen: Pen,
  lines: readonly string[],
  fitted: Pick<Fitted, 'size' | 'pitch'>,
  place: Place,
  style: LineStyle,
  measure: Measure,
): void {
  const spare = Math.max(0, place.height - linesHeight(fitted, lines.length))
  const top = place.y + (style.vertical === 'middle' ? Math.floor(spare / 2) : 0)
  for (const [index, line] of lines.entries()) {
    const width = measure(line) * fitted.size
    const x = style.align === 'center' ? place.x + (place.width - width) / 2 : place.x
    writeNumbered(pen, line, Math.round(x), top + index * fitted.pitch, fitted.size, style, measure)
  }
}
