/** @file The time of day, large, with the date; it changes with the minute and never blinks. */
import type { ClockItem } from '../../contracts/schedule/items.ts'
import { leastOf, sizeMin } from '../text/fitting.ts'
import type { Drawing, Frame, RendererTools } from './drawing.ts'
import { black, quiet, warmWhite, yellow } from './palette.ts'
import { fill, write } from './pen.ts'
import { strip } from './strip.ts'

const minuteMs = 60_000

export function drawClock(item: ClockItem, frame: Frame, tools: RendererTools): Drawing {
  const { width, height } = frame
  // On a sign that is taller than wide the width bounds the words.
  const short = Math.min(height, width * 1.2)
  const margin = Math.max(1, Math.round(height * 0.05))
  const dateSize = Math.max(leastOf(frame), Math.round(short * 0.16))
  const signSize = Math.max(sizeMin, Math.round(short * 0.085))
  const signed = height >= 128 && item.signature !== ''
  const gap = Math.round(height * 0.06)
  const room = height - 2 * margin - dateSize - gap - (signed ? signSize + gap : 0)
  const size = Math.floor(Math.min((width - 2 * margin) / tools.measure('00:00'), room * 1.3))
  const tall = Math.round(size * 0.74)
  const timeTop = margin + Math.max(0, Math.floor((room - tall) / 2))
  const dateTop = margin + room + Math.floor(gap / 2)
  const line = { x: 1, width: width - 2 }
  const timeOf = new Intl.DateTimeFormat('zh-CN', {
    timeZone: frame.zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const dateOf = new Intl.DateTimeFormat('zh-CN', {
    timeZone: frame.zone,
    month: 'long',
    day: 'numeric',
    weekday: 'long',
  })
  const sign = strip(item.signature, { ...line, y: height - margin - signSize, height: signSize }, tools)
  return {
    draw(pen, { elapsedMs, instant }) {
      const time = timeOf.format(instant)
      // 11月22日星期日: the weekday may stand apart where the line is too short for both.
      const dateText = dateOf.format(instant).replace('日', '日 ')
      fill(pen, black, 0, 0, width, height)
      write(
        pen,
        time,
        (width - tools.measure(time) * size) / 2,
        timeTop - Math.round(size * 0.14),
        size,
        yellow,
      )
      strip(dateText, { ...line, y: dateTop, height: dateSize }, tools, leastOf(frame)).draw(
        pen,
        warmWhite,
        elapsedMs,
      )
      if (signed) sign.draw(pen, quiet, elapsedMs)
    },
    changesIn: ({ elapsedMs, instant }) =>
      Math.min(minuteMs - (instant % minuteMs), 4_000 - (elapsedMs % 4_000)),
  }
}
