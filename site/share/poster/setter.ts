/** @file Sets words as outlines: one line, a block as large as its box allows, the word across a sample. */
import type { Glyphs, Weight } from './glyphs.ts'
import { fitText } from './lines.ts'
import { hues } from './ornament.ts'
import type { Box } from './sizes.ts'

export interface SetLine extends Box {
  text: string
}

export interface Look {
  weight: Weight
  fill: string
  sizeMax: number
  linesMax: number
  leading?: number
}

export interface Setter {
  /** Every line set so far, and where. */
  readonly lines: readonly SetLine[]
  widthOf(text: string, weight: Weight, em: number): number
  line(text: string, x: number, y: number, em: number, weight: Weight, fill: string): string
  block(text: string, box: Box, look: Look): string
  watermark(height: number): string
}

export const sampleWord = '样张'

/** @param glyphs of all that will be set */
export function createSetter(glyphs: Glyphs): Setter {
  const lines: SetLine[] = []

  const widthOf = (text: string, weight: Weight, em: number) =>
    [...text].reduce((sum, character) => sum + glyphs.of(character, weight).advance * em, 0)

  /** One line about (x, y). */
  function line(text: string, x: number, y: number, em: number, weight: Weight, fill: string): string {
    const width = widthOf(text, weight, em)
    lines.push({ text, x: x - width / 2, y: y - em / 2, width, height: em })
    let at = 0
    const marks = [...text].map((character) => {
      const { path, advance } = glyphs.of(character, weight)
      const mark = path === '' ? '' : `<path transform="translate(${Math.round(at)} 0)" d="${path}"/>`
      at += advance * 1000
      return mark
    })
    // The middle of a Chinese character is 0.38 em above the baseline.
    const scale = (em / 1000).toFixed(4)
    const origin = `translate(${(x - width / 2).toFixed(1)} ${(y + em * 0.38).toFixed(1)})`
    return `<g transform="${origin} scale(${scale} -${scale})" fill="${fill}">${marks.join('')}</g>`
  }

  /** As large as fits, in the middle of its box. */
  function block(text: string, box: Box, look: Look): string {
    const { weight, fill, sizeMax, linesMax, leading = 1.32 } = look
    const room = { ...box, sizeMax, sizeMin: 16, linesMax, leading }
    const fitted = fitText(text, room, (character) => glyphs.of(character, weight).advance)
    const pitch = fitted.size * leading
    const top = box.y + box.height / 2 - ((fitted.lines.length - 1) * pitch) / 2
    return fitted.lines
      .map((each, i) => line(each, box.x + box.width / 2, top + i * pitch, fitted.size, weight, fill))
      .join('')
  }

  /** Across the whole poster, the code included; light enough that the code is still read. */
  function watermark(height: number): string {
    const em = 150
    const word = [...sampleWord]
      .map(
        (character, i) =>
          `<path transform="translate(${i * 1000} 0)" d="${glyphs.of(character, 'heavy').path}"/>`,
      )
      .join('')
    const rows = Math.ceil(height / 330)
    const words = Array.from({ length: rows * 3 }, (_, i) => {
      const x = 40 + (i % 3) * 370 + (Math.floor(i / 3) % 2) * 90
      const y = 250 + Math.floor(i / 3) * 330
      return `<g transform="translate(${x} ${y}) rotate(-28) scale(${em / 1000} -${em / 1000})">${word}</g>`
    })
    return `<g fill="${hues.cinnabar}" fill-opacity="0.16">${words.join('')}</g>`
  }

  return { lines, widthOf, line, block, watermark }
}
