/**
 * @file Words in a box: as large as they fit, and where they do not fit at the least size they take turns.
 */
import { fitOnePage, flow } from '../text/fitting.ts'
import type { Pen, RendererTools } from './drawing.ts'
import { setLines, type LineStyle, type Place } from './lines.ts'

export interface Block {
  pages: number
  /** @param share of the time that the words have, 0–1 */
  draw(pen: Pen, share: number): void
}

export function block(
  text: string,
  place: Place,
  sizes: { least: number; most: number },
  style: LineStyle,
  tools: RendererTools,
): Block {
  const { least, most } = sizes
  const fitted =
    fitOnePage([text], place, tools, least, Math.max(least, most)) ??
    flow([text], place, tools, least, least, 1)
  const pages = fitted.pages.length
  return {
    pages,
    draw(pen, share) {
      const lines = fitted.pages[Math.min(pages - 1, Math.floor(share * pages))] ?? []
      setLines(pen, lines, fitted, place, style, tools.measure)
    },
  }
}

/** Milliseconds until one of these words turns its page. */
export function turnsIn(blocks: readonly Block[], elapsedMs: number, wholeMs: number): number {
  const next = ({ pages }: Block): number => {
    const each = wholeMs / pages
    const page = Math.floor(elapsedMs / each) + 1
    return page >= pages ? Infinity : page * each - elapsedMs
  }
  return Math.min(...blocks.map(next))
}
