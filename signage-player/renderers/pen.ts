/**
 * @file Strokes that all renderers share: text at whole pixels, seals, frets, QR codes.
 *
 * Letters are placed by their em box: a line of size 16 takes exactly the rows [top, top + 16).
 */
import type { QrCode } from '../../contracts/schedule/items.ts'
import type { Measure } from '../text/lines.ts'
import type { Pen } from './drawing.ts'
import { black, warmWhite } from './palette.ts'

/** System faces; a font that has come as an asset stands before them. */
const fontFamily = '"Noto Sans CJK SC","Source Han Sans SC","Noto Sans SC","Microsoft YaHei",sans-serif'

let delivered = ''

/** From here on all is written in this face, or in none; letters that it lacks come from the system's. */
export function writeWith(family: string): void {
  delivered = family && `"${family}",`
}

/** Small characters clog up in the heaviest weight. */
export function fontOf(size: number): string {
  return `${size >= 40 ? 900 : 700} ${size}px ${delivered}${fontFamily}`
}

/** Where the baseline lies in the em box of the faces above. */
const ascent = 0.88

export function fill(pen: Pen, colour: string, x: number, y: number, width: number, height: number): void {
  pen.fillStyle = colour
  pen.fillRect(Math.round(x), Math.round(y), Math.round(width), Math.round(height))
}

export function write(pen: Pen, text: string, x: number, top: number, size: number, colour: string): void {
  pen.font = fontOf(size)
  pen.textBaseline = 'alphabetic'
  pen.textAlign = 'left'
  pen.fillStyle = colour
  pen.fillText(text, Math.round(x), Math.round(top) + Math.round(size * ascent))
}

/** Writes with numbers in a colour of their own: they are what a passer-by takes along. */
export function writeNumbered(
  pen: Pen,
  text: string,
  x: number,
  top: number,
  size: number,
  colours: { words: string; numbers: string },
  measure: Measure,
): void {
  let at = x
  for (const run of text.split(/(\d[\d.,:%-]*)/u)) {
    if (run === '') continue
    write(pen, run, at, top, size, /^\d/u.test(run) ? colours.numbers : colours.words)
    at += measure(run) * size
  }
}

/** A character on a filled square, as a seal is set on a print. */
export function seal(pen: Pen, text: string, x: number, top: number, size: number, ground: string): void {
  fill(pen, ground, x, top, size, size)
  const inner = Math.max(12, Math.round(size * 0.76))
  const inset = Math.round((size - inner) / 2)
  write(pen, text, x + inset, top + inset, inner, warmWhite)
}

/** Square frets in the four corners, as on the border of a New Year print. */
export function frets(pen: Pen, width: number, height: number, colour: string): void {
  const unit = Math.max(2, Math.round(Math.min(width, height) / 80))
  const strokes = [
    [0, 0, 7, 1],
    [0, 0, 1, 7],
    [2, 2, 3, 1],
    [2, 2, 1, 3],
    [4, 2, 1, 3],
    [2, 4, 1, 1],
  ] as const
  for (const [x, y, w, h] of strokes)
    for (const right of [false, true])
      for (const low of [false, true]) {
        const left = right ? width - unit * (x + w + 1) : unit * (x + 1)
        const top = low ? height - unit * (y + h + 1) : unit * (y + 1)
        fill(pen, colour, left, top, unit * w, unit * h)
      }
}

/** Fewer pixels a module no phone reads across a street. */
const modulePixelsMin = 2

/** Modules across with the quiet zone: four on each side by the standard, two where only that fits. */
function modulesIn(qr: QrCode, room: number): number {
  const cells = qr.rows.length
  return (cells + 8) * modulePixelsMin <= room ? cells + 8 : cells + 4
}

/** @returns side in pixels of the code that fits into `room`, 0 where it would be too small to scan */
export function qrSide(qr: QrCode | undefined, room: number): number {
  if (!qr) return 0
  const modules = modulesIn(qr, room)
  const pixels = Math.floor(room / modules)
  return pixels >= modulePixelsMin ? pixels * modules : 0
}

/** Draws the code with its quiet zone; warm white, so that the field does not glare. */
export function drawQr(pen: Pen, qr: QrCode, x: number, y: number, side: number): void {
  const cells = qr.rows.length
  const modules = side % (cells + 8) === 0 ? cells + 8 : cells + 4
  const pixels = side / modules
  const quiet = ((modules - cells) / 2) * pixels
  fill(pen, warmWhite, x, y, side, side)
  for (const [row, line] of qr.rows.entries())
    for (let column = 0; column < cells; column++)
      if (line[column] === '1')
        fill(pen, black, x + quiet + column * pixels, y + quiet + row * pixels, pixels, pixels)
}
