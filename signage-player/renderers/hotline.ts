/** @file The hotline: its number is the largest thing on the screen, the code to scan stands beside it. */
import type { HotlineItem } from '../../contracts/schedule/items.ts'
import { leastOf, sizeMin } from '../text/fitting.ts'
import type { Drawing, Frame, RendererTools } from './drawing.ts'
import { black, cinnabar, warmWhite, yellow } from './palette.ts'
import { drawQr, fill, qrSide, write } from './pen.ts'
import { strip } from './strip.ts'

export function drawHotline(item: HotlineItem, frame: Frame, tools: RendererTools): Drawing {
  const { width, height } = frame
  const margin = height < 72 ? 1 : Math.round(Math.min(width, height) * 0.06)
  /** A sign taller than wide has the code below the words. */
  const tall = height > width * 1.2
  const side = tall
    ? qrSide(item.qr, Math.min(width - 2 * margin, Math.floor(height * 0.4)))
    : width >= height * 1.6
      ? qrSide(item.qr, Math.min(height - 2 * margin, Math.floor(width * 0.4)))
      : 0
  const beside = side && !tall ? side + margin * 2 : 0
  const low = height - margin - (tall && side ? side + margin : 0)
  const column = width - 2 * margin - beside
  const hasHours = item.hours !== '' && height >= 72
  // On a sign that is taller than wide the width bounds the words, or they would come one by one.
  const words = Math.max(leastOf(frame), Math.round(Math.min(height * 0.17, column / 5)))
  // Hours stand whole where they can be read whole; else they come page by page.
  const whole = column / tools.measure(item.hours || '时')
  const small = Math.max(sizeMin, Math.floor(Math.min(height * 0.12, whole < sizeMin ? column / 6 : whole)))
  const gap = Math.max(1, Math.round(height * 0.04))
  const room = low - margin - words - gap - (hasHours ? small + gap : 0)
  // Figures are about three quarters of their em high, so the number may be larger than its row.
  const number = Math.floor(Math.min(column / tools.measure(item.number), room * 1.25))
  const spare = Math.max(0, room - Math.round(number * 0.74))
  const top = margin + Math.floor(spare / 3)
  const numberTop = top + words + gap + Math.floor(spare / 6)
  const head = strip(item.text, { x: margin, y: top, width: column, height: words }, tools, leastOf(frame))
  const foot = strip(item.hours, { x: margin, y: low - small, width: column, height: small }, tools)
  const numberX = margin + (column - tools.measure(item.number) * number) / 2
  return {
    draw(pen, { elapsedMs }) {
      fill(pen, black, 0, 0, width, height)
      head.draw(pen, warmWhite, elapsedMs)
      // `write` takes the em's top; the figures begin a little below it.
      write(pen, item.number, numberX, numberTop - Math.round(number * 0.14), number, yellow)
      if (hasHours) foot.draw(pen, warmWhite, elapsedMs)
      if (side && item.qr) {
        const rule = Math.max(1, Math.round(margin / 6))
        if (beside) fill(pen, cinnabar, width - beside, margin, rule, height - 2 * margin)
        const left = tall ? (width - side) / 2 : width - margin - side
        drawQr(pen, item.qr, left, tall ? low + margin / 2 : (height - side) / 2, side)
      }
    },
    changesIn: ({ elapsedMs }) =>
      Math.min(head.changesIn(elapsedMs), hasHours ? foot.changesIn(elapsedMs) : Infinity),
  }
}
