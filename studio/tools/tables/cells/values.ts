/** @file Readers of texts, numbers, choices and lists. Pure; rules on the values are the schema's. */
import type { Cell } from '../file/cell.ts'
import { codeOf, halfWidth, right, textOf, trimmed, withoutBlanks, wrong, type Read } from './reading.ts'

export type Reader = (cell: Cell) => Read<unknown>

/** Lines stay where the person broke them. */
export const plain: Reader = (cell) => textOf(cell)

/** `张　三` is how lists make names equally long; the name is 张三. Latin names keep their blank. */
export function nameOf(cell: Cell): Read<string> {
  const read = textOf(cell)
  return read.ok ? right(read.value.replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '')) : read
}

export const code: Reader = codeOf

/** Dashes and brackets of every kind become those that the rule for telephones knows. */
export function phoneOf(cell: Cell): Read<string> {
  const read = textOf(cell)
  if (!read.ok) return read
  const text = halfWidth(withoutBlanks(read.value)).replace(/[－—–﹣]/gu, '-')
  return right(text.replace(/^[(（](\d{3,4})[)）]-?/u, '$1-').replace(/(?<=\d)(?:分机|#)(?=\d)/u, '转'))
}

/** @param units words that people put behind the number, for example 像素 */
export function numberWith(units = ''): Reader {
  const unit = units ? new RegExp(`(?:${units})$`, 'iu') : null
  return (cell) => {
    const read = textOf(cell)
    if (!read.ok) return read
    const text = halfWidth(withoutBlanks(read.value)).replaceAll(',', '')
    const digits = unit ? text.replace(unit, '') : text
    return /^-?\d{1,9}(?:\.\d{1,8})?$/u.test(digits)
      ? right(Number(digits))
      : wrong(`“${read.value}”不是一个数。请只写数字`)
  }
}

/** `2012`, `2012年`, or a whole date, of which the year is taken. */
export function yearOf(cell: Cell): Read<number> {
  const read = textOf(cell)
  if (!read.ok) return read
  const year = /^(\d{4})(?:年度?|[-/.年].*)?$/u.exec(halfWidth(withoutBlanks(read.value)))?.[1]
  return year ? right(Number(year)) : wrong(`“${read.value}”看不出是哪一年。请写四位数的年份，例如 2012`)
}

/**
 * One of the words that the Studio's own form offers.
 * @param words value → word
 * @param others further words that lists use → value
 */
export function oneOf<Value extends string>(
  words: Readonly<Record<Value, string>>,
  others: Readonly<Record<string, Value>> = {},
): Reader {
  const known = new Map<string, Value>(Object.entries(others))
  for (const [value, word] of Object.entries(words) as [Value, string][]) known.set(word, value)
  const all = (Object.values(words) as string[]).join('、')
  return (cell) => {
    const read = textOf(cell)
    if (!read.ok) return read
    const value = known.get(withoutBlanks(read.value))
    return value === undefined
      ? wrong(`没有“${read.value}”这一类。请写下面几个里的一个：${all}`)
      : right(value)
  }
}

/** Parts of a cell that holds several. */
export const partsOf = (text: string): string[] =>
  text
    .split(/[、,，;；/\n]+/u)
    .map(trimmed)
    .filter((part) => part !== '')

export function listOf(cell: Cell): Read<readonly string[]> {
  const read = textOf(cell)
  return read.ok ? right([...new Set(partsOf(read.value))]) : read
}

const chinese = '十一二三四五六七八九'
const none = /^(?:无|没有|不逢集|—|-|\/)$/u

/** Last digits of the lunar days of a market: `逢三、八`, `三八`, `3,8`, `逢十`. */
export function marketDaysOf(cell: Cell): Read<readonly number[]> {
  const read = textOf(cell)
  if (!read.ok) return read
  const text = halfWidth(withoutBlanks(read.value)).replace(/[逢集日农历每月初的、,，;；/.和与]/gu, '')
  if (none.test(withoutBlanks(read.value))) return right([])
  const digits = [...text].map((one) => (/^\d$/u.test(one) ? Number(one) : chinese.indexOf(one)))
  return digits.length === 0 || digits.includes(-1) || /1[0-9]|2[0-9]/u.test(text)
    ? wrong(`“${read.value}”看不出逢几的集。请写成“三、八”或“逢五、逢十”的样子，没有集就空着`)
    : right([...new Set(digits)].sort((a, b) => a - b))
}
