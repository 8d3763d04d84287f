/**
 * @file Article numbers in both writings: `1079` and 第一千零七十九条, `120-1` and 第一百二十条之一. Pure.
 */

const digits = '零一二三四五六七八九'
const units: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }
const numerals = '零〇一二两三四五六七八九十百千'

/** 1–9999. */
export function chineseNumber(value: number): string {
  let text = ''
  let zeroPending = false
  for (const [unit, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / unit) % 10
    if (digit === 0) {
      zeroPending = text !== ''
      continue
    }
    text += (zeroPending ? '零' : '') + digits[digit] + name
    zeroPending = false
  }
  // 一十二 is written 十二 when it stands alone.
  return text.replace(/^一十/, '十')
}

/** @returns null when the text is no Chinese numeral */
export function parseChineseNumber(text: string): number | null {
  let sum = 0
  let digit = 0
  for (const character of text) {
    const unit = units[character]
    if (unit !== undefined) {
      sum += (digit || 1) * unit
      digit = 0
      continue
    }
    const value = digits.indexOf(character === '〇' ? '零' : character === '两' ? '二' : character)
    if (value === -1) return null
    digit = value
  }
  return text === '' ? null : sum + digit
}

/** `1079` → 第一千零七十九条 */
export function articleLabel(number: string): string {
  const [main = '', suffix] = number.split('-')
  const label = `第${/^\d{1,4}$/.test(main) ? chineseNumber(Number(main)) : main}条`
  return suffix === undefined ? label : `${label}之${chineseNumber(Number(suffix))}`
}

const article = `(\\d{1,4}|[${numerals}]+)`
/** 第…条 in either writing; without 第 only where no reader could mean a count of things (一条狗). */
const articlePattern = new RegExp(
  `(?:第${article}条|(\\d+)条|([${numerals}]*[百千][${numerals}]*)条)(?:之([${numerals}]+|\\d{1,2}))?`,
  'g',
)

/** Replaces every article number in the text by ` 1079 `, ready to be cut into words. */
export function withArabicArticles(text: string): string {
  return text.replace(articlePattern, (whole, first, second, third, suffix) => {
    // Longer figures are no article number. (No lookbehind: old phones cannot read it.)
    const number = (second ?? '').length > 4 ? null : toNumber(first ?? second ?? third)
    if (number === null) return whole
    return suffix === undefined ? ` ${number} ` : ` ${number}-${toNumber(suffix)} `
  })
}

/** Reads one article number in any writing. @returns null when it is none */
export function parseArticle(text: string): string | null {
  const plain = text.trim().replace(/[－—–]/g, '-')
  if (/^[1-9]\d{0,3}(?:-[1-9]\d?)?$/.test(plain)) return plain
  const read = withArabicArticles(/条/.test(plain) ? plain : `第${plain.replace(/^第/, '')}条`).trim()
  return /^[1-9]\d{0,3}(?:-[1-9]\d?)?$/.test(read) ? read : null
}

function toNumber(text: string): number | null {
  return /^\d+$/.test(text) ? Number(text) : parseChineseNumber(text)
}
