/** @file Measures text with the browser's own type, and cuts it into words where the browser can. */
import { fontOf } from '../renderers/pen.ts'
import type { TextTools } from '../text/lines.ts'

const measuredSize = 100
const rememberedMax = 5_000

export function textTools(): TextTools {
  const pen = document.createElement('canvas').getContext('2d')
  const remembered = new Map<string, number>()
  let font = ''
  const segmenter = 'Segmenter' in Intl ? new Intl.Segmenter('zh-CN', { granularity: 'word' }) : null
  return {
    measure(text) {
      if (font !== fontOf(measuredSize)) {
        font = fontOf(measuredSize)
        remembered.clear()
      }
      const known = remembered.get(text)
      if (known !== undefined) return known
      if (!pen) return text.length
      pen.font = font
      const width = pen.measureText(text).width / measuredSize
      if (remembered.size >= rememberedMax) remembered.clear()
      remembered.set(text, width)
      return width
    },
    words: (text) =>
      segmenter ? Array.from(segmenter.segment(text), ({ segment }) => segment) : Array.from(text),
  }
}
