/**
 * @file A small table of figures under its title, with the day of the figures and their source.
 *
 * Day and source are never left out: they stand at the foot, one after the other where both are too long
 * for it; on a low sign title, figures, day and source follow each other as pages.
 */
import type { BoardItem } from '../../contracts/schedule/items.ts'
import { leastOf, sizeMin } from '../text/fitting.ts'
import { pageAt, pageChangesIn, pageEnds } from '../text/reading.ts'
import { block, turnsIn } from './block.ts'
import { layRows, type Page } from './board-rows.ts'
import type { Drawing, Frame, RendererTools } from './drawing.ts'
import type { Place } from './lines.ts'
import { black, cinnabar, warmWhite, yellow } from './palette.ts'
import { fill } from './pen.ts'

const words = { words: warmWhite, numbers: warmWhite, align: 'center', vertical: 'middle' } as const
const heading = { words: yellow, numbers: yellow, align: 'center', vertical: 'middle' } as const
/** Lower signs have no room for a title that stays, and none for a foot. */
const headedHeight = 96
const footedHeight = 128

/** How long each part of a title stays that is too long for its line. */
const headTurnMs = 3_000

/** 2026-11-20 as 2026年11月20日. */
export function dayWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

export function drawBoard(item: BoardItem, frame: Frame, tools: RendererTools): Drawing {
  const { width, height, seconds } = frame
  const least = leastOf(frame)
  const short = Math.min(height, width * 1.2)
  const margin = height < 72 ? (height < 56 ? 0 : 1) : Math.round(Math.min(width, height) * 0.05)
  const edge = Math.max(margin, width < 160 ? 0 : 3)
  const inside: Place = { x: edge, y: margin, width: width - 2 * edge, height: height - 2 * margin }
  const headed = height >= headedHeight
  const footed = height >= footedHeight
  const headTall = headed ? Math.max(Math.round(least * 1.2), Math.round(short * 0.17)) : 0
  const footTall = footed ? Math.max(sizeMin, Math.round(short * 0.075)) : 0
  const gap = Math.max(2, Math.round(height * 0.02))
  const above = headed ? headTall + 2 * gap : 0
  const belowRows = footed ? footTall + gap : 0
  const body = { ...inside, y: inside.y + above, height: inside.height - above - belowRows }
  const facts = [`截至${dayWords(item.asOf)}`, item.source]

  const pagesOf = (text: string, style: typeof words | typeof heading): Page[] => {
    const laid = block(
      text,
      inside,
      { least, most: Math.round(short * (headed ? 0.26 : 0.45)) },
      style,
      tools,
    )
    const each = Math.ceil(text.length / laid.pages)
    return Array.from({ length: laid.pages }, (_, page) => ({
      words: [text.slice(page * each, (page + 1) * each)],
      draw: (pen) => laid.draw(pen, page / laid.pages),
    }))
  }
  const opening = headed ? [] : pagesOf(item.title, heading)
  const closing = footed ? [] : facts.flatMap((fact) => pagesOf(fact, words))
  const rows = layRows(item.rows, body, least, seconds, opening.length + closing.length, tools)
  const pages = [...opening, ...rows, ...closing]
  const ends = pageEnds(
    pages.map((page) => page.words),
    seconds,
  )
  const headPlace = { ...inside, height: headTall }
  const head = headed ? block(item.title, headPlace, { least, most: headTall }, heading, tools) : null
  const footPlace = { ...inside, y: inside.y + inside.height - footTall, height: footTall }
  const sizes = { least: sizeMin, most: footTall }
  const whole = facts.join('　')
  const isOneLine = tools.measure(whole) * sizeMin <= inside.width
  const feet = (isOneLine ? [whole] : facts).map((fact) => block(fact, footPlace, sizes, words, tools))
  const wholeMs = seconds * 1_000
  const eachMs = wholeMs / feet.length
  return {
    draw(pen, { elapsedMs }) {
      const index = pageAt(ends, elapsedMs)
      fill(pen, black, 0, 0, width, height)
      pages[index]?.draw(pen)
      const isRows = index >= opening.length && index < opening.length + rows.length
      if (head && isRows) {
        head.draw(pen, (Math.floor(elapsedMs / headTurnMs) % head.pages) / head.pages)
        const rule = Math.max(1, Math.round(gap / 3))
        fill(pen, cinnabar, inside.x, inside.y + headTall + gap - rule, inside.width, rule)
      }
      const turn = Math.min(feet.length - 1, Math.floor(elapsedMs / eachMs))
      if (footed) feet[turn]?.draw(pen, (elapsedMs - turn * eachMs) / eachMs)
    },
    changesIn({ elapsedMs }) {
      const pageTurns = pageChangesIn(ends, elapsedMs)
      const headTurns = head && head.pages > 1 ? headTurnMs - (elapsedMs % headTurnMs) : Infinity
      if (!footed) return Math.min(pageTurns, headTurns)
      const turn = Math.min(feet.length - 1, Math.floor(elapsedMs / eachMs))
      const toNext = turn < feet.length - 1 ? eachMs - (elapsedMs % eachMs) : Infinity
      const own = feet[turn] ? turnsIn([feet[turn]], elapsedMs - turn * eachMs, eachMs) : Infinity
      return Math.min(pageTurns, headTurns, toNext, own)
    },
  }
}
