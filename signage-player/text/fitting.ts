/**
 * @file Chooses the size of a text and how it is spread over lines and pages.
 *
 * Pure. Sizes are whole LED pixels. A line that the writer parted by meaning stays whole where that
 * does not cost much size; nothing is drawn below `sizeMin`, more pages are made instead.
 */
import { characterPxMin } from '../../contracts/legibility.ts'
import { widestPiece } from './atoms.ts'
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
export const sizeMin = characterPxMin

/** Smallest character of a message on this one. */
export function leastOf(frame: { minCharacterPx?: number }): number {
  return frame.minCharacterPx ?? sizeMin
}

/** Other lines than the writer's are worth it only for clearly larger characters. */
const clauseWorth = 0.9
const joinedWorth = 0.8
const brokenWorth = 0.6

/** A line of fewer characters is no line. */
const charactersMin = 4

/** Line pitch: on the lowest screens small characters need every row, elsewhere lines need air. */
export function pitchOf(size: number, height: number): number {
  if (size < 20) return size + (height < 56 ? 0 : 2)
  return size + Math.round(size * 0.14)
}

function rowsIn(height: number, size: number): number {
  const pitch = pitchOf(size, height)
  return Math.max(1, Math.floor((height + pitch - size) / pitch))
}

/** The largest size in [min, max] that passes, or 0. */
function largest(min: number, max: number, passes: (size: number) => boolean): number {
  for (let size = Math.floor(max); size >= min; size--) if (passes(size)) return size
  return 0
}

/** One line out of several: what has no punctuation at its end gets a blank. */
export function joined(lines: readonly string[]): string {
  return lines
    .map((line) => (/[\p{L}\p{N}]$/u.test(line) ? `${line}　` : line))
    .join('')
    .trimEnd()
}

function joinLines(lines: readonly string[], rows: number): readonly string[] {
  const per = Math.ceil(lines.length / rows)
  return Array.from({ length: Math.ceil(lines.length / per) }, (_, row) =>
    joined(lines.slice(row * per, (row + 1) * per)),
  )
}

function linesAt(lines: readonly string[], box: Box, tools: TextTools, size: number): readonly string[] {
  return lines.flatMap((line) => breakLines(line, box.width / size, tools))
}

function fitter(box: Box, tools: TextTools, min: number, max: number) {
  const fits = (rows: readonly string[], size: number): boolean =>
    rows.length <= rowsIn(box.height, size) && rows.every((row) => tools.measure(row) * size <= box.width)
  const limit = Math.min(max, Math.max(min, box.height))
  return {
    limit,
    fits,
    /** Larger than this a word would be torn. */
    wordLimit: (lines: readonly string[]) =>
      Math.max(min, Math.min(limit, box.width / widestPiece(lines, tools))),
    /** Whether the lines, broken further but not into shreds, fit on one page. */
    breakable(lines: readonly string[], size: number): boolean {
      if (size > min && size * charactersMin > box.width) return false
      const length = lines.reduce((sum, line) => sum + tools.measure(line), 0)
      // Spares the work where the area alone is too small.
      return (
        length * size <= box.width * rowsIn(box.height, size) && fits(linesAt(lines, box, tools, size), size)
      )
    },
  }
}

/** @returns all lines on one page at the best size, or `null` when that would be smaller than `min` */
export function fitOnePage(
  lines: readonly string[],
  box: Box,
  tools: TextTools,
  min: number,
  max: number,
): Fitted | null {
  const { limit, wordLimit, fits, breakable } = fitter(box, tools, min, max)
  const candidates: { score: number; size: number; rows: readonly string[] }[] = []
  const offer = (rows: readonly string[], size: number, worth: number) => {
    if (size >= min) candidates.push({ score: size * worth, size, rows })
  }
  offer(
    lines,
    largest(min, limit, (size) => fits(lines, size)),
    1,
  )
  const clauses = lines.flatMap((line) => line.split(/(?<=[，。；：！？])/u))
  if (clauses.length > lines.length)
    offer(
      clauses,
      largest(min, limit, (size) => fits(clauses, size)),
      clauseWorth,
    )
  for (let rows = 1; rows < lines.length; rows++) {
    const fewer = joinLines(lines, rows)
    offer(
      fewer,
      largest(min, limit, (size) => fits(fewer, size)),
      joinedWorth,
    )
  }
  const brokenSize = largest(min, wordLimit(lines), (size) => breakable(lines, size))
  if (brokenSize) offer(linesAt(lines, box, tools, brokenSize), brokenSize, brokenWorth)
  const [best] = candidates.sort((a, b) => b.score - a.score)
  return best ? { size: best.size, pitch: pitchOf(best.size, box.height), pages: [best.rows] } : null
}

/** Every line on a page of its own, all at one size. */
export function fitOnePerPage(
  lines: readonly string[],
  box: Box,
  tools: TextTools,
  min: number,
  max: number,
): Fitted {
  const { limit, wordLimit, fits, breakable } = fitter(box, tools, min, max)
  const whole = largest(min, limit, (size) => lines.every((line) => fits([line], size)))
  const broken = largest(min, wordLimit(lines), (size) => lines.every((line) => breakable([line], size)))
  const size = (whole >= broken * brokenWorth ? whole : broken) || min
  return flow(lines, box, tools, size, size, lines.length, true)
}

const pageCost = 10
const tornParagraphCost = 2
const tornSentenceCost = 1

/** Spreads the lines of paragraphs over pages of `rows` lines; a page prefers to end with a paragraph. */
function paginate(
  paragraphs: readonly (readonly string[])[],
  rows: number,
  apart: boolean,
): readonly (readonly string[])[] {
  if (apart) return paragraphs.flatMap((paragraph) => paginate([paragraph], rows, false))
  const lines = paragraphs.flatMap((paragraph) =>
    paragraph.map((text, index) => ({ text, ends: index === paragraph.length - 1 })),
  )
  const ends = partition(lines.length, rows, (from, to) => {
    const slack = 1 - (to - from) / rows
    const last = lines[to - 1]
    const torn =
      !last || last.ends ? 0 : /[。！？；]$/u.test(last.text) ? tornSentenceCost : tornParagraphCost
    return pageCost + slack * slack + torn
  })
  return ends.map((end, index) => lines.slice(ends[index - 1] ?? 0, end).map((line) => line.text))
}

/**
 * Spreads paragraphs over at most `pagesMax` pages at the largest size from `max` down to `min`; where
 * even `min` needs more pages it takes them, since characters below the least size cannot be read.
 * @param apart no page holds lines of two paragraphs
 */
export function flow(
  paragraphs: readonly string[],
  box: Box,
  tools: TextTools,
  min: number,
  max: number,
  pagesMax: number,
  apart = false,
): Fitted {
  const at = (size: number): Fitted => {
    const broken = paragraphs.map((paragraph) => breakLines(paragraph, box.width / size, tools))
    return {
      size,
      pitch: pitchOf(size, box.height),
      pages: paginate(broken, rowsIn(box.height, size), apart),
    }
  }
  const most = Math.min(max, box.width / charactersMin, box.width / widestPiece(paragraphs, tools))
  for (let size = Math.floor(most); size > min; size--) {
    const fitted = at(size)
    if (fitted.pages.length <= pagesMax) return fitted
  }
  return at(min)
}
