/**
 * @file Breaks a text into lines by meaning.
 *
 * Pure: widths come from a measure function handed in. Fewest lines first; among those the breaks fall
 * after punctuation before they fall between words, inside a word only where a word is wider than the
 * line, and the lines are of even length.
 */
import { atoms, shatter, type Atom, type Seam, type Words } from './atoms.ts'
import { partition } from './partition.ts'

/** Width of a text in em, that is at a font size of 1. */
export type Measure = (text: string) => number

export interface TextTools {
  measure: Measure
  words: Words
}

const lineCost = 10
const seamCost: Readonly<Record<Seam, number>> = { stop: 0, pause: 0.05, word: 0.4, inside: 4 }
const atomsPerLineMax = 80

/**
 * @param widthEm width of a line in em
 * @returns lines without blanks at their ends; one line when the text is empty
 */
export function breakLines(text: string, widthEm: number, tools: TextTools): readonly string[] {
  const whole = text.trim()
  if (tools.measure(whole) <= widthEm) return [whole]
  const pieces: Atom[] = []
  for (const atom of atoms(whole, tools.words))
    if (tools.measure(atom.text.trim()) > widthEm) pieces.push(...shatter(atom))
    else pieces.push(atom)
  // Widths add up in Chinese type, so a line's width is a difference of running sums.
  const sums = [0]
  for (const piece of pieces) sums.push((sums.at(-1) ?? 0) + tools.measure(piece.text))
  const blank = pieces.map((piece) => tools.measure(piece.text) - tools.measure(piece.text.trimEnd()))
  const ends = partition(pieces.length, atomsPerLineMax, (from, to) => {
    const width = (sums[to] ?? 0) - (sums[from] ?? 0) - (blank[to - 1] ?? 0)
    const slack = 1 - width / widthEm
    if (slack < 0 && to - from > 1) return Infinity
    const seam = to === pieces.length ? 0 : seamCost[pieces[to - 1]?.seam ?? 'word']
    return lineCost + slack * slack + seam
  })
  const lineTo = (end: number, index: number) =>
    pieces.slice(ends[index - 1] ?? 0, end).map((piece) => piece.text)
  return ends.map((end, index) => lineTo(end, index).join('').trim()).filter((line) => line !== '')
}
