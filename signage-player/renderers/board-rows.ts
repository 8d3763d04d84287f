/**
 * @file The rows of an indicator board, laid out on as few pages as can be read.
 *
 * In lines where name and figure fit side by side, on a ribbon in two columns of lines; else as cards, the
 * figure below its name.
 */
import type { BoardItem } from '../../contracts/schedule/items.ts'
import { pagesIn } from '../text/reading.ts'
import { block } from './block.ts'
import type { Pen, RendererTools } from './drawing.ts'
import type { Place } from './lines.ts'
import { cinnabar, warmWhite, yellow } from './palette.ts'
import { fill, write } from './pen.ts'

type Row = BoardItem['rows'][number]

export interface Page {
  /** What is read on it, for its share of the time. */
  words: readonly string[]
  draw(pen: Pen): void
}

const centred = { words: warmWhite, numbers: yellow, align: 'center', vertical: 'middle' } as const
/** Figures are larger than words. */
const figureShare = 1.25
const lineShare = 1.5
/** Where the baseline lies in the em box. */
const ascent = 0.88
/** A name over its figure: heights in parts of the name's size. */
const nameLine = 1.25
const cardLines = 3.4

/** Spreads all over as many pages as they need, as evenly as can be. */
function evenly<Of>(all: readonly Of[], most: number): Of[][] {
  const pages = Math.max(1, Math.ceil(all.length / Math.max(1, most)))
  const from = (page: number): number => Math.ceil((page * all.length) / pages)
  return Array.from({ length: pages }, (_, page) => all.slice(from(page), from(page + 1)))
}

const wordsIn = ({ label, value, unit }: Row): string => `${label}${value}${unit}`

/** Width in em of a name and its figure side by side. */
function lineWidth(rows: readonly Row[], tools: RendererTools): number {
  const { measure } = tools
  const widths = rows.map(
    ({ label, value, unit }) => measure(label) + 1 + measure(value) * figureShare + 0.2 + measure(unit),
  )
  return Math.max(...widths)
}

function drawLine(pen: Pen, row: Row, place: Place, size: number, tools: RendererTools): void {
  const { label, value, unit } = row
  const figure = Math.round(size * figureShare)
  const top = place.y + (place.height - size) / 2
  const unitLeft = place.x + place.width - tools.measure(unit) * size
  const valueLeft = unitLeft - (unit ? size * 0.2 : 0) - tools.measure(value) * figure
  write(pen, label, place.x, top, size, warmWhite)
  // Figures stand on the line of the words.
  write(pen, value, valueLeft, top - (figure - size) * ascent, figure, yellow)
  write(pen, unit, unitLeft, top, size, warmWhite)
}

/** `null` where some row is too long for a line at the least size. */
function lines(
  rows: readonly Row[],
  place: Place,
  least: number,
  pagesMax: number,
  tools: RendererTools,
): Page[] | null {
  const widest = lineWidth(rows, tools)
  const half = Math.floor(place.width * 0.47)
  const columns = place.width >= 5 * place.height && half >= widest * least ? 2 : 1
  const column = columns === 2 ? half : place.width
  const gap = place.width - 2 * half
  const roomy = Math.floor(column / widest)
  if (roomy < least) return null
  const perPage = (size: number): number => columns * Math.floor(place.height / (size * lineShare))
  const pagesAt = (size: number): number => Math.ceil(rows.length / Math.max(1, perPage(size)))
  const most = Math.min(roomy, Math.floor(place.height / lineShare))
  let size = most
  while (size > least && pagesAt(size) > 1) size--
  // One page of the least size is worse to read than two of a comfortable one.
  const comfortable = Math.min(most, Math.max(least, Math.round(place.height / 6)))
  if (size < comfortable && pagesAt(comfortable) <= pagesMax) size = comfortable
  if (perPage(size) < 1) return null
  return evenly(rows, perPage(size)).map((shown) => {
    const down = Math.ceil(shown.length / columns)
    const line = Math.min(Math.floor(place.height / down), Math.round(size * 2.2))
    const top = place.y + Math.floor((place.height - line * down) / 2)
    return {
      words: shown.map(wordsIn),
      draw(pen) {
        for (const [index, row] of shown.entries()) {
          const across = Math.floor(index / down)
          const y = top + (index % down) * line
          const x = place.x + across * (column + gap)
          drawLine(pen, row, { x, y, width: column, height: line }, size, tools)
          if (index % down > 0 && line > size * 1.6) fill(pen, cinnabar, x, y, column, 1)
        }
      },
    }
  })
}

function drawCard(row: Row, place: Place, least: number, tools: RendererTools): (pen: Pen) => void {
  const { label, value, unit } = row
  const nameTall = Math.max(least, Math.floor(place.height * 0.38))
  const name = block(label, { ...place, height: nameTall }, { least, most: nameTall * 0.8 }, centred, tools)
  const room = place.height - nameTall
  const small = (size: number): number => Math.max(least, Math.round(size * 0.5))
  const wide = (size: number): number =>
    tools.measure(value) * size + (unit ? tools.measure(unit) + 0.2 : 0) * small(size)
  let size = room
  while (size > least && wide(size) > place.width) size--
  const left = place.x + Math.max(0, Math.round((place.width - wide(size)) / 2))
  const top = place.y + nameTall + Math.round((room - size) / 2)
  const unitLeft = left + tools.measure(value) * size + small(size) * 0.2
  return (pen) => {
    name.draw(pen, 0)
    write(pen, value, left, top, size, yellow)
    write(pen, unit, unitLeft, top + (size - small(size)) * ascent, small(size), warmWhite)
  }
}

function cards(
  rows: readonly Row[],
  place: Place,
  least: number,
  pagesMax: number,
  tools: RendererTools,
): Page[] {
  const longest = Math.max(...rows.map(({ label }) => tools.measure(label)))
  const size = Math.max(least, Math.min(Math.floor(place.width / longest), Math.round(place.height / 8)))
  const comfortable = Math.floor(place.height / (size * nameLine * cardLines))
  const most = Math.floor(place.height / (least * cardLines))
  const enough = Math.ceil(rows.length / pagesMax)
  const isOnePage = rows.length * least * nameLine * cardLines <= place.height
  const perPage = isOnePage ? rows.length : Math.max(1, Math.min(most, Math.max(comfortable, enough)))
  return evenly(rows, perPage).map((shown) => {
    const isAlone = shown.length === 1 && place.height > place.width
    const height = Math.floor((place.height * (isAlone ? 0.7 : 1)) / shown.length)
    const top = place.y + Math.floor((place.height - height * shown.length) / 2)
    const gap = shown.length > 1 ? Math.round(height * 0.1) : 0
    const drawn = shown.map((row, index) =>
      drawCard(row, { ...place, y: top + index * height, height: height - gap }, least, tools),
    )
    return { words: shown.map(wordsIn), draw: (pen) => drawn.forEach((draw) => draw(pen)) }
  })
}

/** @param spare pages that are needed for other things */
export function layRows(
  rows: readonly Row[],
  place: Place,
  least: number,
  seconds: number,
  spare: number,
  tools: RendererTools,
): Page[] {
  const pagesMax = Math.max(1, pagesIn(seconds) - spare)
  const portrait = place.height > place.width * 1.1
  const asLines = portrait ? null : lines(rows, place, least, pagesMax, tools)
  return asLines ?? cards(rows, place, least, pagesMax, tools)
}
