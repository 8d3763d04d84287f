/**
 * @file Chinese numerals of statutes ⇄ Arabic, from 1 to 9999. Pure.
 *
 * Statutes write every unit and every place: 一百一十 and not 百十, 一千零七 and not 一千七. Other spellings
 * are refused with the proper one, because a misread number would put an article in the wrong place.
 */

const digits = '零一二三四五六七八九'
const units = [
  { name: '千', value: 1_000 },
  { name: '百', value: 100 },
  { name: '十', value: 10 },
] as const

/** `1079` → `一千零七十九`. Below twenty the leading 一 of 十 is left out, as statutes do: 十二. */
export function toChinese(number: number): string {
  if (!Number.isInteger(number) || number < 1 || number > 9_999)
    throw new RangeError(`${number} is no article number`)
  let text = ''
  let rest = number
  let skipped = false
  for (const { name, value } of units) {
    const count = Math.floor(rest / value)
    rest -= count * value
    if (count === 0) skipped = text !== ''
    else {
      text += `${skipped ? '零' : ''}${digits[count] ?? ''}${name}`
      skipped = false
    }
  }
  if (rest > 0) text += `${skipped ? '零' : ''}${digits[rest] ?? ''}`
  return number < 20 && number >= 10 ? text.slice(1) : text
}

/** The number that the characters give, however they are spelt, or `null` when they give none. */
function valueOf(text: string): number | null {
  let total = 0
  let digit: number | null = null
  for (const character of text) {
    const unit = units.find(({ name }) => name === character)
    if (unit) {
      total += (digit ?? 1) * unit.value
      digit = null
      continue
    }
    const value = digits.indexOf(character)
    if (value < 0 || (digit !== null && digit !== 0)) return null
    digit = value
  }
  return total + (digit ?? 0)
}

export type NumeralParse = { ok: true; number: number } | { ok: false; reason: string }

/** @param text Chinese or Arabic digits, full-width ones too */
export function parseNumeral(text: string): NumeralParse {
  const plain = text.normalize('NFKC')
  if (/^[1-9]\d{0,3}$/.test(plain)) return { ok: true, number: Number(plain) }
  const number = valueOf(text)
  if (number === null || number < 1 || number > 9_999) return { ok: false, reason: `“${text}”不是数字` }
  const proper = toChinese(number)
  return text === proper
    ? { ok: true, number }
    : { ok: false, reason: `数字“${text}”的写法不规范，是不是“${proper}”？` }
}

export interface ArticleNumber {
  main: number
  /** 0 where there is none: 之一 is 1. */
  inserted: number
}

const labelPattern = /^第(.+?)条(?:之(.+))?$/

/** @param label 第一千零七十九条, 第一百二十条之一 */
export function parseArticleLabel(
  label: string,
): { ok: true; number: ArticleNumber } | { ok: false; reason: string } {
  const match = labelPattern.exec(label)
  if (!match) return { ok: false, reason: `“${label}”不是条号` }
  const main = parseNumeral(match[1] ?? '')
  if (!main.ok) return main
  if (match[2] === undefined) return { ok: true, number: { main: main.number, inserted: 0 } }
  const inserted = parseNumeral(match[2])
  return inserted.ok ? { ok: true, number: { main: main.number, inserted: inserted.number } } : inserted
}

/** `1079`, `120-1` */
export function numberText({ main, inserted }: ArticleNumber): string {
  return inserted === 0 ? String(main) : `${main}-${inserted}`
}

/** 第一百二十条之一 */
export function articleLabel({ main, inserted }: ArticleNumber): string {
  return `第${toChinese(main)}条${inserted === 0 ? '' : `之${toChinese(inserted)}`}`
}

/** Whether `next` may stand right after `before`: 120 → 121 or 120-1, 120-1 → 121 or 120-2. */
export function follows(before: ArticleNumber, next: ArticleNumber): boolean {
  if (next.main === before.main) return next.inserted === before.inserted + 1
  return next.main === before.main + 1 && next.inserted === 0
}
