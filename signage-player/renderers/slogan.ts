/**
 * @file Slogans: one message a frame, on one page, on several pages, or as a marquee.
 *
 * Lines stay as the writer parted them where they fit; numbers have a colour of their own; the
 * signature line appears where the height allows.
 */
import type { SloganItem } from '../../contracts/schedule/items.ts'
import { fitOnePage, fitOnePerPage, flow, leastOf, sizeMin, type Box, type Fitted } from '../text/fitting.ts'
import { pageAt, pageChangesIn, pageEnds, pagesIn } from '../text/reading.ts'
import type { Drawing, Frame, Pen, RendererTools } from './drawing.ts'
import { setLines, type Place } from './lines.ts'
import { marquee } from './marquee.ts'
import { black, deepRed, gold, messageColour, quiet, warmWhite, yellow } from './palette.ts'
import { fill, frets, write } from './pen.ts'

/** From this height on there is room for a signature and an ornament. */
const ornateHeight = 128

/** Below this an `auto` slogan is turned into pages rather than made smaller. */
function legible(frame: Frame): number {
  const { width, height } = frame
  const size = Math.round(Math.min(height / 5.6, width / 6))
  return Math.max(leastOf(frame), height < 72 ? 0 : Math.max(20, size))
}

interface Style {
  ground: string
  words: string
  numbers: string
  ornament: string
}

function styleOf(item: SloganItem): Style {
  if (item.tone === 'solemn') return { ground: deepRed, words: gold, numbers: warmWhite, ornament: gold }
  const words = messageColour(item.id)
  return { ground: black, words, numbers: words === yellow ? warmWhite : yellow, ornament: quiet }
}

function layOut(item: SloganItem, box: Box, frame: Frame, tools: RendererTools): Fitted {
  const [least, comfortable, pagesMax] = [leastOf(frame), legible(frame), pagesIn(frame.seconds)]
  const lines = item.lines.map((line) => line.trim()).filter((line) => line !== '')
  const max = Math.floor(box.height * 0.72)
  const whole = lines.length > 0 ? lines : [item.title]
  const pages = item.layout === 'pages'
  const set = pages
    ? fitOnePerPage(whole, box, tools, least, max)
    : fitOnePage(whole, box, tools, comfortable, max)
  if (set && set.pages.length <= pagesMax) return set
  return flow(whole, box, tools, least, comfortable * 1.3, pagesMax)
}

function signature(pen: Pen, text: string, place: Place, colour: string, tools: RendererTools): void {
  const size = place.height
  const width = tools.measure(text) * size
  write(pen, text, place.x + (place.width - width) / 2, place.y, size, colour)
}

export function drawSlogan(item: SloganItem, frame: Frame, tools: RendererTools): Drawing {
  const { width, height } = frame
  const style = styleOf(item)
  const ornate = height >= ornateHeight && width >= height
  const margin = ornate ? Math.round(height * 0.09) : width >= 160 ? Math.round(height * 0.04) : 0
  const line = Math.max(sizeMin, Math.round(height * 0.085))
  const signed = ornate && item.signature !== '' && tools.measure(item.signature) * line <= width - 4 * margin
  const foot = signed ? line + Math.round(margin * 0.6) : 0
  const place: Place = { x: margin, y: margin, width: width - 2 * margin, height: height - 2 * margin - foot }
  const footPlace: Place = { x: 0, y: height - margin - line + Math.round(margin * 0.3), width, height: line }
  const around = (pen: Pen) => {
    if (ornate) frets(pen, width, height, style.ornament)
    if (signed) signature(pen, item.signature, footPlace, style.ornament, tools)
  }
  if (item.layout === 'marquee' || (item.layout === 'auto' && height < 40)) {
    const moving = marquee(item.lines, place, frame, style, tools)
    if (moving) return { ...moving, draw: (pen, moment) => (moving.draw(pen, moment), around(pen)) }
  }
  const fitted = layOut(item, place, frame, tools)
  const ends = pageEnds(fitted.pages, frame.seconds)
  return {
    draw(pen, { elapsedMs }) {
      fill(pen, style.ground, 0, 0, width, height)
      const lines = fitted.pages[pageAt(ends, elapsedMs)] ?? []
      setLines(pen, lines, fitted, place, { ...style, align: 'center', vertical: 'middle' }, tools.measure)
      around(pen)
    },
    changesIn: ({ elapsedMs }) => pageChangesIn(ends, elapsedMs),
  }
}
