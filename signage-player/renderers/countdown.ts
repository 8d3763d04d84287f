/**
 * @file How many days are left: the number is the largest thing on the screen.
 *
 * Days are counted by the calendar of the screen's zone, so the number changes at its midnight. From the
 * day itself on there is nothing to count, and the name of the day stands alone. On a ribbon the words
 * stand beside the number, elsewhere above and below it.
 */
import type { CountdownItem } from '../../contracts/schedule/items.ts'
import { parseLocal, wallClock } from '../../contracts/schedule/zone.ts'
import { leastOf } from '../text/fitting.ts'
import { block, turnsIn, type Block } from './block.ts'
import type { Drawing, Frame, Pen, RendererTools } from './drawing.ts'
import { black, cinnabar, warmWhite, yellow } from './palette.ts'
import { fill, write } from './pen.ts'
import type { Place } from './lines.ts'

const dayMs = 86_400_000
/** Figures are about three quarters of their em high, and begin a little below its top. */
const figureTall = 0.74
const figureTop = 0.14
const ribbon = 4
const style = { words: warmWhite, numbers: yellow, align: 'center', vertical: 'middle' } as const

interface Setting {
  blocks: readonly Block[]
  /** Where the number and its unit stand; `null` once there is nothing to count. */
  figure: Place | null
}

/** The number with 天 beside it, as large as the place allows. */
function drawFigure(pen: Pen, days: number, place: Place, least: number, tools: RendererTools): void {
  const number = String(days)
  const unitOf = (size: number): number => Math.max(least, Math.round(size * 0.4))
  let size = Math.floor((place.height - 2) / figureTall)
  while (size > least && tools.measure(number) * size + unitOf(size) * 1.2 > place.width) size--
  const unit = unitOf(size)
  const wide = tools.measure(number) * size
  const left = place.x + Math.max(0, Math.round((place.width - wide - unit * 1.2) / 2))
  const tall = Math.round(size * figureTall)
  const top = place.y + Math.max(0, Math.round((place.height - tall) / 2))
  write(pen, number, left, top - Math.round(size * figureTop), size, yellow)
  // Both stand on one line.
  write(pen, '天', left + wide + unit * 0.2, top + tall - Math.round(unit * 0.9), unit, warmWhite)
}

export function drawCountdown(item: CountdownItem, frame: Frame, tools: RendererTools): Drawing {
  const { width, height, zone } = frame
  const { title, note } = item
  const least = leastOf(frame)
  const margin = height < 72 ? (height < 56 ? 0 : 2) : Math.round(Math.min(width, height) * 0.06)
  const inside: Place = { x: margin, y: margin, width: width - 2 * margin, height: height - 2 * margin }
  const first = parseLocal(item.day)?.day ?? 0
  const gap = Math.max(2, Math.round(height * 0.045))
  const wide = width >= ribbon * height
  const portrait = height > width * 1.2

  const counting = (): Setting => {
    if (wide) {
      const text = `距${title}还有`
      const words = { ...inside, width: Math.floor(inside.width * 0.6) }
      const figure = { ...inside, x: words.x + words.width, width: inside.width - words.width }
      const notes = note && height >= 6 * least ? note : ''
      const above = { ...words, height: notes ? Math.floor(words.height * 0.6) : words.height }
      const below = { ...words, y: words.y + above.height, height: words.height - above.height }
      const blocks = [block(text, above, { least, most: above.height * 0.7 }, style, tools)]
      if (notes) blocks.push(block(notes, below, { least, most: below.height * 0.7 }, style, tools))
      return { blocks, figure }
    }
    const tall = Math.max(
      least,
      Math.round(portrait ? height * 0.24 : Math.min(height * 0.25, inside.width / 4)),
    )
    const noteTall = note && height >= 5 * least ? Math.max(least, Math.round(tall * 0.6)) : 0
    const head = { ...inside, height: tall }
    const foot = { ...inside, y: inside.y + inside.height - noteTall, height: noteTall }
    const most = Math.round(height * 0.18)
    const long = `距${title}还有`
    // The name of the day whole is worth more than the two words after it.
    const text = tools.measure(long) * least <= inside.width ? long : `距${title}`
    const blocks = [block(text, head, { least, most }, style, tools)]
    if (noteTall) blocks.push(block(note, foot, { least, most: Math.round(most * 0.6) }, style, tools))
    const top = head.y + head.height + gap
    const figure = { ...inside, y: top, height: foot.y - (noteTall ? gap : 0) - top }
    return { blocks, figure: noteTall ? figure : { ...figure, height: inside.y + inside.height - top } }
  }
  const arrived = (): Setting => {
    const head = { ...inside, height: inside.height - noteTall - (noteTall ? gap : 0) }
    const foot = { ...inside, y: noteTop, height: noteTall }
    const blocks = [
      block(`今天是${title}`, head, { least, most: height * (wide ? 0.62 : 0.4) }, style, tools),
    ]
    if (noteTall) blocks.push(block(note, foot, { least, most: noteTall * 0.7 }, style, tools))
    return { blocks, figure: null }
  }
  const noteTall = note && height >= 5 * least ? Math.max(least, Math.round(height * 0.2)) : 0
  const noteTop = inside.y + inside.height - noteTall
  const ruleWide = Math.round(Math.min(inside.width * 0.5, height))
  const before = counting()
  const after = arrived()
  const wholeMs = frame.seconds * 1_000
  const daysLeft = (instant: number): number => first - wallClock(zone, instant).day
  return {
    draw(pen, { elapsedMs, instant }) {
      const days = daysLeft(instant)
      const { blocks, figure } = days > 0 ? before : after
      fill(pen, black, 0, 0, width, height)
      for (const words of blocks) words.draw(pen, elapsedMs / wholeMs)
      if (figure) drawFigure(pen, days, figure, least, tools)
      else if (blocks.length > 1) {
        const rule = Math.max(1, Math.round(gap / 4))
        fill(pen, cinnabar, (width - ruleWide) / 2, noteTop - gap / 2, ruleWide, rule)
      }
    },
    changesIn: ({ elapsedMs, instant }) =>
      Math.min(
        dayMs - wallClock(zone, instant).ms,
        turnsIn((daysLeft(instant) > 0 ? before : after).blocks, elapsedMs, wholeMs),
      ),
  }
}
