/** @file What a drawing tells of itself without a canvas: how large its letters are, when its pages turn. */
import type { Instant } from '../../contracts/part.ts'
import type { Drawing, Pen } from '../renderers/drawing.ts'

const turnsMax = 40
/** What changes more often is no page: it runs, counts, or is a film. */
const pageMsMin = 1_000

/**
 * @param seconds how long the item stays
 * @returns when each page comes, in ms from the begin; `[0]` where nothing turns or all moves
 */
export function turnsOf(drawing: Drawing, from: Instant, seconds: number): number[] {
  const turns = [0]
  for (let elapsedMs = 0; turns.length < turnsMax;) {
    const changesIn = drawing.changesIn({ elapsedMs, instant: from + elapsedMs })
    if (changesIn < pageMsMin) return [0]
    elapsedMs += Math.ceil(changesIn)
    if (elapsedMs >= seconds * 1_000) return turns
    turns.push(elapsedMs)
  }
  return turns
}

/** @returns em size in which most letters stand at this moment; `null` where no letter is drawn */
export function characterPxOf(drawing: Drawing, from: Instant, elapsedMs: number): number | null {
  const letters = new Map<number, number>()
  let font = ''
  const nothing = (): void => undefined
  const pen: Pen = {
    fillStyle: '',
    textBaseline: 'alphabetic',
    textAlign: 'left',
    globalAlpha: 1,
    fillRect: nothing,
    drawImage: nothing,
    get font() {
      return font
    },
    set font(next: string) {
      font = next
    },
    fillText(text: string) {
      const size = Number(/(\d+(?:\.\d+)?)px/u.exec(font)?.[1] ?? 0)
      if (size > 0) letters.set(size, (letters.get(size) ?? 0) + Array.from(text).length)
    },
  }
  drawing.draw(pen, { elapsedMs, instant: from + elapsedMs })
  const [most] = [...letters].sort(([a, many], [b, few]) => few - many || b - a)
  return most?.[0] ?? null
}
