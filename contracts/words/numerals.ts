/** @file Article numbers as people write them in a sentence: 1079, １０７９, 一千零七十九, 一〇七九. Pure. */

const digits = '零一二三四五六七八九'
const units: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1_000 }

const digitOf = (character: string) => digits.indexOf(character.replace('〇', '零').replace('两', '二'))

/** 一〇七九, digit after digit. */
function spelt(text: string): number | null {
  const values = [...text].map(digitOf)
  return values.some((value) => value < 0) ? null : Number(values.join(''))
}

function counted(text: string): number | null {
  let total = 0
  let digit: number | null = null
  for (const character of text) {
    const unit = units[character]
    if (unit !== undefined) {
      total += (digit ?? 1) * unit
      digit = null
      continue
    }
    const value = digitOf(character)
    if (value < 0 || (digit !== null && digit !== 0)) return null
    digit = value
  }
  return total + (digit ?? 0)
}

/** @returns 1 to 9999, or null when the text gives no such number */
export function numeralOf(text: string): number | null {
  const plain = text.normalize('NFKC').trim()
  const number = /^\d+$/.test(plain) ? Number(plain) : /[十百千]/.test(plain) ? counted(plain) : spelt(plain)
  return number !== null && number >= 1 && number <= 9_999 ? number : null
}

/** `1079`, or `120-1` for 第一百二十条之一: as documents keep article numbers. */
export function articleNumberOf(main: string, inserted?: string): string | null {
  const number = numeralOf(main)
  if (number === null) return null
  const further = inserted === undefined ? null : numeralOf(inserted)
  return further === null ? String(number) : `${number}-${further}`
}

/** 第 1079 条, 第 120 条之一 → as a sentence names it. */
export function articleWords(number: string): string {
  const [main = '', inserted] = number.split('-')
  return inserted === undefined ? `第 ${main} 条` : `第 ${main} 条之 ${inserted}`
}
