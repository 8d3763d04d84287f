/**
 * @file Cuts a text into pieces that a line break must not part.
 *
 * Pure. A piece is a word with the punctuation that belongs to it: closing marks stay with the word
 * before, opening marks with the word after, so no line can begin with 、 or end with 《. Numbers keep
 * their 第 and their measure word (第1079条, 12月4日), short titles in 《》 stay whole, and what dictionaries
 * cut off is given back: a single character before a mark, the 人 of 未成年人, the 典 of 民法典.
 */

/** Cuts running Chinese text into words; `Intl.Segmenter` in a browser. */
export type Words = (text: string) => readonly string[]

/** What stands at the end of a piece: how good a place it is to break after it. */
export type Seam = 'stop' | 'pause' | 'word' | 'inside'

export interface Atom {
  text: string
  seam: Seam
}

const closing = /^[，。、；：？！）》」』】〕〉”’…—～·％‰℃,.;:?!)\]}%]/u
const opening = /[（《「『【〔〈“‘([{]$/u
const stopEnd = /[。！？；!?;][”’」』）)]*\s*$/u
const pauseEnd = /(?:[，、：,:][”’」』）)]*\s*|\s)$/u
/** Runs that are one word whatever a dictionary says. */
const wholeRuns =
  /《[^》]{1,10}》|\d+月\d+日|(?:第\s?)?[\d.,/:-]*\d(?:\s?[条款项章编年月日号元岁天时分人万亿倍%％]|个月|小时|周岁|工作日)?|第[一二三四五六七八九十百千]+[条款项章编]|[村居]委会|[酒醉]驾|家暴|反诈|二维码|[A-Za-z][\w.@/-]*/gu

function seamOf(text: string): Seam {
  if (stopEnd.test(text)) return 'stop'
  return pauseEnd.test(text) ? 'pause' : 'word'
}

/** Joins marks to the words they belong to. */
function glue(pieces: readonly string[]): string[] {
  const glued: string[] = []
  for (const piece of pieces) {
    const before = glued.at(-1)
    if (before !== undefined && (closing.test(piece) || opening.test(before) || /^\s+$/u.test(piece)))
      glued[glued.length - 1] = before + piece
    else glued.push(piece)
  }
  return glued
}

const leftOver = /^(?:\p{Script=Han}[，。、；：？！]$|[人日局处所证工费权典委院](?!\p{Script=Han}))/u

/** Gives a single character back to the word that it was cut off from. */
function mend(pieces: readonly string[]): string[] {
  const mended: string[] = []
  for (const piece of pieces) {
    const before = mended.at(-1)
    if (before && leftOver.test(piece) && /\p{Script=Han}{2}$/u.test(before))
      mended[mended.length - 1] = before + piece
    else mended.push(piece)
  }
  return mended
}

/** @returns the pieces in order; joined together they are the text again */
export function atoms(text: string, words: Words): readonly Atom[] {
  const pieces: string[] = []
  let at = 0
  for (const run of text.matchAll(wholeRuns)) {
    if (run.index > at) pieces.push(...words(text.slice(at, run.index)))
    pieces.push(run[0])
    at = run.index + run[0].length
  }
  if (at < text.length) pieces.push(...words(text.slice(at)))
  return mend(glue(pieces)).map((piece) => ({ text: piece, seam: seamOf(piece) }))
}

/** Width in em of the piece that no break may part; the whole text where it is one piece. */
export function widestPiece(
  lines: readonly string[],
  tools: { measure(text: string): number; words: Words },
) {
  const pieces = lines.flatMap((line) => atoms(line, tools.words))
  return Math.max(...pieces.map(({ text }) => tools.measure(text.trim())))
}

/** Cuts a piece that is wider than a whole line, still keeping punctuation off the line's beginning. */
export function shatter(atom: Atom): readonly Atom[] {
  const pieces = glue(Array.from(atom.text))
  return pieces.map((text, index) => ({ text, seam: index === pieces.length - 1 ? atom.seam : 'inside' }))
}
