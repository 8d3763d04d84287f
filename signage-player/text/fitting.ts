/**
 * @file Chooses the size of a text and how it is spread over lines and pages.
 *
 * Pure. Sizes are whole LED pixels. A line that the writer parted by meaning stays whole where that
 * does not cost much size; nothing is drawn below `sizeMin`, more pages are made instead.
 */
import { breakLines, type TextTools } from './lines.ts'
import { partition } from './partition.ts'

export interface Box {
  width: number
  height: number
}

export interface Fitted {
  /** Height of a character in pixels. */
  size: number
  /** Distance from the top of a line to the top of the next. */
  pitch: number
  /** At least one page; each holds at least one line. */
  pages: readonly (readonly string[])[]
}

/** Smallest character on any screen. */
export const sizeMin = 16
/** Joining two lines, or breaking one, is worth it only for clearly larger characters. */
const joinedWorth = 0.8
const brokenWorth = 0.74

/** Line pitch: small characters need every row, large ones need air. */
export function pitchOf(size: number): number {
  return size + (size < 20 ? 0 : Math.round(size * 0.14))
}

function rowsIn(height: number, size: number): number {
  const pitch = pitchOf(size)
  return Math.max(1, Math.floor((height + pitch - size) / pitch))
}

/** The largest size in [min, max] that passes, or 0. */
function largest(min: number, max: number, passes: (size: number) => boolean): number {
  for (let size = Math.floor(max); size >= min; size--) if (passes(size)) return size
  return 0
}

function joinLines(lines: readonly string[], rows: number): readonly string[] {
  const per = Math.ceil(lines.length / rows)
  const joined: string[] = []
  for (let at = 0; at < lines.length; at += per) joined.push(lines.slice(at, at + per).join('　'))
  return joined
}

/** @returns all lines on one page at the best size, or `null` when that would be smaller than `min` */
export function fitOnePage(
  lines: readonly string[],
  box: Box,
  tools: TextTools,
  min: number,
  max: number,
): Fitted | null {
  const limit = Math.min(max, Math.max(min, box.height))
  const fits = (rows: readonly string[], size: number) =>
    rows.length <= rowsIn(box.height, size) && rows.every((row) => tools.measure(row) * size <= box.width)
  const candidates: { score: number; size: number; rows: readonly string[] }[] = []
  const offer = (rows: readonly string[], size: number, worth: number) => {
    if (size >= min) candidates.push({ score: size * worth, size, rows })
  }
  offer(lines, largest(min, limit, (size) => fits(lines, size)), 1)
  for (let rows = 1; rows < lines.length; rows++) {
    const joined = joinLines(lines, rows)
    offer(joined, largest(min, limit, (size) => fits(joined, size)), joinedWorth)
  }
  const broken = (size: number) => lines.flatMap((line) => breakLines(line, box.width / size, tools))
  const length = lines.reduce((sum, line) => sum + tools.measure(line), 0)
  const hasRoom = (size: number) => length * size <= box.width * rowsIn(box.height, size)
  const brokenSize = largest(min, limit, (size) => hasRoom(size) && fits(broken(size), size))
  if (brokenSize) offer(broken(brokenSize), brokenSize, brokenWorth)
  const [best] = candidates.sort((a, b) => b.score - a.score)
  return best ? { size: best.size, pitch: pitchOf(best.size), pages: [best.rows] } : null
}

const pageCost = 10
const tornParagraphCost = 2
const tornSentenceCost = 1

/** Spreads the lines of paragraphs over pages of `rows` lines; a page prefers to end with a paragraph. */
function paginate(paragraphs: readonly (readonly string[])[], rows: number): readonly (readonly string[])[] {
  const lines = paragraphs.flatMap((paragraph) =>
    paragraph.map((text, index) => ({ text, ends: index === paragraph.length - 1 })),
  )
  const ends = partition(lines.length, rows, (from, to) => {
    const slack = 1 - (to - from) / rows
    const last = lines[to - 1]
    const torn = !last || last.ends ? 0 : /[。！？；]$/u.test(last.text) ? tornSentenceCost : tornParagraphCost
    return pageCost + slack * slack + torn
  })
  return ends.map((end, index) => lines.slice(ends[index - 1] ?? 0, end).map((line) => line.text))
}

/**
 * Spreads paragraphs over at most `pagesMax` pages at the largest size from `max` down to `min`; where
 * even `min` needs more pages it takes them, since characters below the least size cannot be read.
 */
export function flow(
  paragraphs: readonly string[],
  box: Box,
  tools: TextTools,
  min: number,
  max: number,
  pagesMax: number,
): Fitted {
  const at = (size: number): Fitted => {
    const broken = paragraphs.map((paragraph) => breakLines(paragraph, box.width / size, tools))
    return { size, pitch: pitchOf(size), pages: paginate(broken, rowsIn(box.height, size)) }
  }
  for (let size = Math.floor(max); size > min; size--) {
    const fitted = at(size)
    if (fitted.pages.length <= pagesMax) return fitted
  }
  return at(min)
}
