/**
 * @file The quiet mark in the upper right corner: whom to call.
 *
 * It stands only where it covers nothing. Whether an item leaves that place free is found out beforehand,
 * by letting it draw all its moments on paper, so the mark is there for the whole of an item or not at
 * all. On pictures and films it has a dark plate of its own. A picture that says nothing is a dark screen at
 * rest and stays dark.
 */
import type { Instant } from '../../contracts/part.ts'
import { hasCorner } from '../../contracts/regions.ts'
import type { Measure } from '../text/lines.ts'
import type { Drawing, Frame, Pen } from './drawing.ts'
import { quiet, warmWhite } from './palette.ts'
import { fill, write } from './pen.ts'

export interface Mark {
  /** `plate`: something bright may lie beneath. */
  draw(pen: Pen, plate: boolean): void
  place: Place
}

interface Place {
  x: number
  y: number
  width: number
  height: number
}

export type Ground = 'free' | 'picture' | 'taken'

/** Wider than this share it would be no mark any more. */
const widthShareMax = 0.4
const plateColour = 'rgba(0, 0, 0, 0.6)'
const ascent = 0.88

/** @returns `null` where the picture is too small for a mark */
export function cornerMark(
  { number, text }: { number: string; text: string },
  { width, height }: { width: number; height: number },
  measure: Measure,
): Mark | null {
  if (!hasCorner({ width, height })) return null
  const size = Math.max(16, Math.round(height / 24))
  const gap = Math.round(size / 3)
  const numberWidth = Math.ceil(measure(number) * size)
  const textWidth = Math.ceil(measure(text) * size) + gap
  const whole = textWidth + numberWidth <= width * widthShareMax
  const inner = numberWidth + (whole ? textWidth : 0)
  const pad = Math.max(2, Math.round(size / 8))
  // Beside the fret that stands in the corner of slogans.
  const inset = 9 * Math.max(2, Math.round(Math.min(width, height) / 80))
  const place = { x: width - inset - inner - 2 * pad, y: pad, width: inner + 2 * pad, height: size + 2 * pad }
  return {
    place,
    draw(pen, plate) {
      const { x, y } = place
      if (plate) fill(pen, plateColour, x, y, place.width, place.height)
      if (whole) write(pen, text, x + pad, y + pad, size, quiet)
      write(pen, number, x + pad + (whole ? textWidth : 0), y + pad, size, warmWhite)
    },
  }
}

const probesMax = 64
const probeEveryMs = 500

interface Witness {
  pen: Pen
  found(): Ground
}

/** A pen without paper that notes what would be drawn in `place`. */
function witness(place: Place, measure: Measure): Witness {
  let ground: Ground = 'free'
  let says = false
  const meets = (x: number, y: number, width: number, height: number): boolean =>
    x < place.x + place.width && place.x < x + width && y < place.y + place.height && place.y < y + height
  const covers = (x: number, y: number, width: number, height: number): boolean =>
    x <= place.x && y <= place.y && x + width >= place.x + place.width && y + height >= place.y + place.height
  const state = { font: '', fillStyle: '', textBaseline: '', textAlign: '' }
  const pen = Object.assign(state, {
    fillRect(x: number, y: number, width: number, height: number) {
      // A field that lies under all of it is the ground it stands on.
      if (covers(x, y, width, height)) return
      says = true
      if (meets(x, y, width, height)) ground = 'taken'
    },
    fillText(text: string, x: number, y: number) {
      says = true
      const size = Number(/(\d+)px/u.exec(state.font)?.[1] ?? 0)
      if (meets(x, y - size * ascent, measure(text) * size, size)) ground = 'taken'
    },
    drawImage(_source: CanvasImageSource, ...box: readonly number[]) {
      says = true
      // With a part of the source named first, the place stands last.
      const [x = 0, y = 0, width = Infinity, height = Infinity] = box.slice(box.length > 4 ? 4 : 0)
      if (ground === 'free' && meets(x, y, width, height)) ground = 'picture'
    },
  })
  return { pen: pen as unknown as Pen, found: () => (says ? ground : 'taken') }
}

/** What an item draws where the mark would stand, at any moment of its play. */
export function groundAt(
  place: Place,
  drawing: Drawing,
  frame: Pick<Frame, 'seconds'>,
  instant: Instant,
  measure: Measure,
): Ground {
  const { pen, found } = witness(place, measure)
  let elapsedMs = 0
  try {
    for (let probe = 0; probe < probesMax && elapsedMs < frame.seconds * 1_000; probe++) {
      const moment = { elapsedMs, instant: instant + elapsedMs }
      drawing.draw(pen, moment)
      elapsedMs += Math.max(probeEveryMs, Math.ceil(drawing.changesIn(moment)))
    }
  } catch {
    // What needs more than a plain pen fills its picture in ways that cannot be foreseen.
    return 'taken'
  }
  return found()
}
