/**
 * @file A text as its reader takes it in, whatever signs it was typed with, and the way back to those signs.
 *
 * Pure. Full and half width, letters of either case and the compatibility forms of Unicode are one (NFKC, a
 * character at a time); signs that nobody sees are left out; so is blank space beside a Chinese character, and
 * other blank space is one space. A blocked wording is thus found however it was pulled apart.
 */

export interface NormalText {
  text: string
  /** For each UTF-16 unit of `text`, where in the original the character it came from begins and ends. */
  from: readonly number[]
  to: readonly number[]
  /** Units of `text` before which a line break of the original was left out, in order. */
  breaks: readonly number[]
}

const unseen = /^\p{Default_Ignorable_Code_Point}$/u
const blank = /^\s$/u
const han = /^\p{Script=Han}$/u

/** What needs no table: the common Chinese characters, small letters and digits stand for themselves. */
const isPlain = (unit: number): boolean =>
  (unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39)
const isHanUnit = (unit: number): boolean => unit >= 0x4e00 && unit <= 0x9fff

interface Gap {
  from: number
  to: number
  breaks: boolean
}

export function normalText(original: string): NormalText {
  const parts: string[] = []
  const from: number[] = []
  const to: number[] = []
  const breaks: number[] = []
  let gap: Gap | null = null
  let afterHan = false

  const put = (text: string, start: number, end: number) => {
    parts.push(text)
    for (let unit = 0; unit < text.length; unit += 1) {
      from.push(start)
      to.push(end)
    }
  }
  const close = (beforeHan: boolean) => {
    if (gap === null) return
    if (!afterHan && !beforeHan) put(' ', gap.from, gap.to)
    else if (gap.breaks) breaks.push(from.length)
    gap = null
  }
  const widen = (start: number, end: number, character: string) => {
    const breaksHere = character === '\n'
    gap =
      gap === null
        ? { from: start, to: end, breaks: breaksHere }
        : { from: gap.from, to: end, breaks: gap.breaks || breaksHere }
  }

  for (let at = 0; at < original.length;) {
    const unit = original.charCodeAt(at)
    if (isPlain(unit)) {
      const isHan = isHanUnit(unit)
      close(isHan)
      put(original.charAt(at), at, at + 1)
      afterHan = isHan
      at += 1
      continue
    }
    const character = String.fromCodePoint(original.codePointAt(at) ?? 0)
    const end = at + character.length
    if (blank.test(character)) widen(at, end, character)
    else if (!unseen.test(character)) {
      const isHan = han.test(character)
      close(isHan)
      put(character.normalize('NFKC').toLowerCase(), at, end)
      afterHan = isHan
    }
    at = end
  }
  return { text: parts.join(''), from, to, breaks }
}

/** A wording as it is looked for. */
export const normalWords = (words: string): string => normalText(words.trim()).text.trim()
