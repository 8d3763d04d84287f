/** @file The words for an LED screen: at most 24 characters, whole, or a title cut where one breathes. Pure. */
import type { ShareItem } from './item.ts'
import { breathsWithin } from './sentences.ts'
import { fitText } from './poster/lines.ts'

export const ledLengthMax = 24
/** Shorter pieces of a longer sentence say too little to stand alone. */
const ledLengthMin = 6

export const screenSize = { width: 320, height: 160 } as const

const bare = (text: string) => text.trim().replace(/[。，；]$/, '')
const length = (text: string) => [...text.replaceAll('\n', '')].length

/** @returns null where nothing fits without tearing a sentence */
export function ledWords({ screenWords }: ShareItem): string | null {
  const wordings = screenWords.map(bare).filter((words) => words !== '')
  const whole = wordings.find((words) => length(words) <= ledLengthMax)
  if (whole !== undefined) return whole
  // Only the title may be cut: half of an answer is often the rule without its exception.
  const piece = bare(breathsWithin((wordings.at(-1) ?? '').replaceAll('\n', '，'), ledLengthMax))
  return length(piece) < ledLengthMin ? null : piece
}

export interface Board {
  lines: readonly { text: string; x: number; y: number }[]
  size: number
}

/** Lines as a screen of 320 by 160 points shows them, above its line of signature. */
export function ledBoard(words: string): Board {
  const room = { width: 308, height: 126, sizeMax: 64, sizeMin: 16, linesMax: 3, leading: 1.22 }
  const isNarrow = (character: string) => /[\x20-\x7e]/.test(character)
  const { lines, size } = fitText(words, room, (character) => (isNarrow(character) ? 0.58 : 1))
  const pitch = size * room.leading
  const top = 66 - ((lines.length - 1) * pitch) / 2
  return {
    size,
    lines: lines.map((text, i) => ({ text, x: 160, y: Math.round(top + i * pitch + size * 0.36) })),
  }
}
