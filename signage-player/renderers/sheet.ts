/**
 * @file The sheet that notices, lawyer talks and question cards are set on.
 *
 * A heading, running text and a foot. Where the height allows the heading stays and the text turns its
 * pages below it; on small screens heading, text and foot follow each other as pages. A QR code stands
 * on the right wherever it is large enough to scan, below on a sign that is taller than wide.
 */
import type { QrCode } from '../../contracts/schedule/items.ts'
import { fitOnePage, flow, leastOf, sizeMin, type Box, type Fitted } from '../text/fitting.ts'
import { pageAt, pageChangesIn, pageEnds, pagesIn } from '../text/reading.ts'
import type { Drawing, Frame, Pen, RendererTools } from './drawing.ts'
import { linesHeight, setLines, type Place } from './lines.ts'
import { black, cinnabar, warmWhite, yellow } from './palette.ts'
import { drawQr, fill, qrSide, seal, write } from './pen.ts'

export interface Sheet {
  /** One character on a seal before the heading. */
  mark: string
  heading: string
  paragraphs: readonly string[]
  foot: string
  qr?: QrCode
}

interface Page {
  lines: readonly string[]
  fitted: Fitted
  colour: string
  place: Place
  /** Whether the code stands beside it. */
  coded: boolean
}

interface Setting {
  pages: readonly Page[]
  /** What stays while the pages turn. */
  around(pen: Pen): void
}

interface Room {
  place: Place
  /** Width that is left beside the code; the whole width where there is none. */
  beside: number
  /** Size of running text. */
  base: number
  /** No message is smaller. */
  least: number
  seconds: number
}

/** A column of fewer characters cuts every sentence to pieces. */
const columnCharactersMin = 7

/** A comfortable character for running text. */
function comfortable({ width, height }: Frame, least: number): number {
  // On a sign that is taller than wide the width bounds the words.
  const size = Math.min(height / (height < 128 ? 4.8 : 7), (width * 0.88) / columnCharactersMin)
  return Math.max(least, Math.round(size))
}

function fitText(
  paragraphs: readonly string[],
  box: Box,
  base: number,
  least: number,
  pagesMax: number,
  tools: RendererTools,
): Fitted {
  const one = fitOnePage(paragraphs, box, tools, base, base * 1.8)
  return one ?? flow(paragraphs, box, tools, least, base, pagesMax)
}

function pagesOf(fitted: Fitted, colour: string, place: Place, coded: boolean): Page[] {
  return fitted.pages.map((lines) => ({ lines, fitted, colour, place, coded }))
}

/** Heading above, pages below; `null` where that would leave the text too little room. */
function standing(sheet: Sheet, room: Room, tools: RendererTools): Setting | null {
  const { base, least, seconds } = room
  const place = { ...room.place, width: room.beside }
  const indent = place.width >= 12 * base ? Math.round(base * 1.35) : 0
  const head = fitOnePage(
    [sheet.heading],
    { width: place.width - indent, height: base * 2.3 },
    tools,
    Math.max(least, Math.floor(base * 0.85)),
    base * 1.25,
  )
  const [lines] = head?.pages ?? []
  if (!head || !lines || place.width < columnCharactersMin * base) return null
  const headHeight = linesHeight(head, lines.length)
  const gap = Math.max(2, Math.round(base * 0.3))
  const rule = Math.max(1, Math.round(base / 16))
  const footSize = Math.max(sizeMin, Math.round(base * 0.62))
  const top = place.y + headHeight + gap * 2 + rule
  const below = place.y + place.height - top
  const footFits = sheet.foot !== '' && tools.measure(sheet.foot) * footSize <= place.width
  const footHeight = footFits && below - footSize - gap >= base * 2.2 ? footSize + gap : 0
  if (below - footHeight < base * 2 || headHeight > place.height * 0.45) return null
  const textPlace = { ...place, y: top, height: below - footHeight }
  const text = fitText(sheet.paragraphs, textPlace, base, least, pagesIn(seconds), tools)
  return {
    pages: pagesOf(text, warmWhite, textPlace, true),
    around(pen) {
      if (indent) seal(pen, sheet.mark, place.x, place.y, Math.round(head.size * 1.05), cinnabar)
      const headPlace = { ...place, x: place.x + indent, width: place.width - indent }
      const style = { words: yellow, numbers: yellow, align: 'left', vertical: 'top' } as const
      setLines(pen, lines, head, headPlace, style, tools.measure)
      fill(pen, cinnabar, place.x, place.y + headHeight + gap, place.width, rule)
      if (footHeight) write(pen, sheet.foot, place.x, place.y + place.height - footSize, footSize, warmWhite)
    },
  }
}

/** Heading, text and foot one after the other; the code stands beside the foot. */
function following(sheet: Sheet, room: Room, tools: RendererTools): Setting {
  const { place, base, least, seconds } = room
  const footPlace = { ...place, width: room.beside }
  const heading = fitText([sheet.heading], place, base, least, 2, tools)
  const foot =
    sheet.foot === '' ? null : fitText([sheet.foot], footPlace, Math.max(least, base * 0.7), least, 1, tools)
  const left = Math.max(1, pagesIn(seconds) - heading.pages.length - (foot?.pages.length ?? 0))
  const text = fitText(sheet.paragraphs, place, base, least, left, tools)
  const pages = [
    ...pagesOf(heading, yellow, place, false),
    ...pagesOf(text, warmWhite, place, false),
    ...(foot ? pagesOf(foot, warmWhite, footPlace, true) : []),
  ]
  return { pages, around: () => undefined }
}

export function drawSheet(sheet: Sheet, frame: Frame, tools: RendererTools): Drawing {
  const { width, height, seconds } = frame
  const tall = height > width * 1.2
  const margin = height < 72 ? (height < 56 ? 0 : 1) : Math.round(Math.min(width, height) * 0.05)
  const edge = Math.max(margin, width < 160 ? 0 : 3)
  const share = tall ? height * 0.3 : width * 0.36
  const side = qrSide(sheet.qr, Math.floor(Math.min(height - 2 * margin, width - 2 * margin, share)))
  const apart = side ? side + Math.max(margin, 4) : 0
  const low = height - 2 * margin - (tall ? apart : 0)
  const place = { x: edge, y: margin, width: width - 2 * edge, height: low }
  const beside = place.width - (tall ? 0 : apart)
  const least = leastOf(frame)
  const room = { place, beside, base: comfortable(frame, least), least, seconds }
  const { pages, around } = standing(sheet, room, tools) ?? following(sheet, room, tools)
  const ends = pageEnds(
    pages.map((page) => page.lines),
    seconds,
  )
  return {
    draw(pen, { elapsedMs }) {
      fill(pen, black, 0, 0, width, height)
      around(pen)
      const page = pages[pageAt(ends, elapsedMs)]
      if (!page) return
      if (side && sheet.qr && (page.coded || tall))
        drawQr(
          pen,
          sheet.qr,
          tall ? (width - side) / 2 : width - edge - side,
          tall ? height - margin - side : (height - side) / 2,
          side,
        )
      const style = { words: page.colour, numbers: yellow, align: 'left', vertical: 'middle' } as const
      setLines(pen, page.lines, page.fitted, page.place, style, tools.measure)
    },
    changesIn: ({ elapsedMs }) => pageChangesIn(ends, elapsedMs),
  }
}
