/**
 * @file Slips of the pen that any paper may hold: what cannot be read, impossible numbers, dates in the
 * wrong order. Pure.
 */
import type { LocalDate } from '../../../contracts/documents/base.ts'
import { chineseDate } from '../../words/dates.ts'
import { capitals } from '../capitals.ts'
import { day, isFilled, matters, money, percent, typed } from '../read.ts'
import { blanksOf, type Blank, type Group, type Values, type Warning } from '../shape.ts'
import { warn } from './order.ts'

/** Above ten million yuan a slip of a digit is likelier than the amount. */
const fenToCountAgain = 1_000_000_000
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checkDigits = '10X98765432'

/** The check digit of a resident's identity number (GB 11643) finds one wrong digit or two swapped ones. */
export function isIdNumber(text: string): boolean {
  const id = text.trim().toUpperCase()
  if (!/^\d{17}[\dX]$/.test(id)) return false
  const sum = weights.reduce((total, weight, index) => total + weight * Number(id[index]), 0)
  return checkDigits[sum % 11] === id[17]
}

function slipsOf(blank: Blank, values: Values): Warning[] {
  const text = typed(values, blank.name)
  if (text === '') return []
  const { name, label } = blank
  if (!isFilled(blank, values)) {
    if (blank.kind === 'money') return [warn('stop', name, `“${label}”只写数字，例如12300或者12300.50。`)]
    if (blank.kind === 'percent') return [warn('stop', name, `“${label}”只写数字，例如6代表百分之六。`)]
    if (blank.kind === 'count') return [warn('stop', name, `“${label}”写1到999之间的整数。`)]
    if (blank.kind === 'date') return [warn('stop', name, `“${label}”没有这一天，请写成2026-3-15这样。`)]
    return []
  }
  if (blank.kind === 'money') return amountSlips(name, label, money(values, name) ?? 0)
  if (blank.kind === 'percent' && (percent(values, name) ?? 0) > 100)
    return [warn('care', name, `“${label}”超过百分之一百，请看看小数点。`)]
  if (blank.kind !== 'choice' && blank.kind !== 'count' && blank.kind !== 'date' && blank.kind !== 'percent')
    return blank.format === 'id' && !isIdNumber(text)
      ? [warn('care', name, `“${label}”不像一个正确的号码：应有18位，请照着证件再抄一遍。`)]
      : []
  return []
}

function amountSlips(name: string, label: string, fen: number): Warning[] {
  if (fen === 0) return [warn('stop', name, `“${label}”是零，这样的文书没有意义。`)]
  if (fen < 100) return [warn('care', name, `“${label}”不到一元，请看看小数点。`)]
  if (fen > fenToCountAgain) return [warn('care', name, `“${label}”是${capitals(fen)}，请再数一遍位数。`)]
  return []
}

/** What every paper asks of its blanks. */
export function slips(groups: readonly Group[], values: Values): Warning[] {
  return blanksOf({ groups })
    .filter((blank) => matters(blank, values))
    .reduce<Warning[]>((all, blank) => [...all, ...slipsOf(blank, values)], [])
}

/** The labels of what is required, matters after the choices made, and is not filled. */
export function missing(groups: readonly Group[], values: Values): Blank[] {
  return blanksOf({ groups }).filter(
    (blank) => blank.required === true && matters(blank, values) && !isFilled(blank, values),
  )
}

/** A warning when the later of two days comes before the earlier one. */
export function inOrder(values: Values, earlier: string, later: string, text: string): Warning[] {
  const first = day(values, earlier)
  const second = day(values, later)
  return first && second && second < first ? [warn('stop', later, text)] : []
}

/** A warning when a thing that has happened is dated after today. */
export function notInFuture(values: Values, name: string, label: string, today: LocalDate): Warning[] {
  const date = day(values, name)
  if (!date || date <= today) return []
  return [
    warn(
      'care',
      name,
      `${label}写的是${chineseDate(date)}，还没有到。日期要写真实的那一天，不倒签也不预签。`,
    ),
  ]
}
