/** @file Type without a browser: Chinese characters are one em wide, the others half. */
import type { TextTools } from '../../../signage-player/text/lines.ts'

const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' })

function widthOf(char: string): number {
  return (char.codePointAt(0) ?? 0) < 0x2000 ? 0.5 : 1
}

export const tools: TextTools = {
  measure: (text) => Array.from(text).reduce((sum, char) => sum + widthOf(char), 0),
  words: (text) => Array.from(segmenter.segment(text), ({ segment }) => segment),
}
