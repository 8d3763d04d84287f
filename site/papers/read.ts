/**
 * @file What was typed, read as what its blank asks for. Pure.
 *
 * A text that cannot be read counts as not filled: the document shows a line there, a warning says why.
 */
import type { LocalDate } from '../../contracts/documents/base.ts'
import { readMoney } from './capitals.ts'
import { readDay } from './days.ts'
import { blanksOf, type Blank, type Paper, type Values } from './shape.ts'

export const typed = (values: Values, name: string): string => (values[name] ?? '').trim()

export const money = (values: Values, name: string): number | null => readMoney(typed(values, name))

export const day = (values: Values, name: string): LocalDate | null => readDay(typed(values, name))

const ascii = (text: string): string =>
  text.replace(/[０-９．％]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)).replace(/\s/g, '')

/** `12`, `12.5%` → 12.5; null beyond 1000 or finer than four decimals. */
export function percent(values: Values, name: string): number | null {
  const match = /^(\d{1,4}(?:\.\d{1,4})?)%?$/.exec(ascii(typed(values, name)))
  return match && Number(match[1]) <= 1000 ? Number(match[1]) : null
}

/** A whole number from 1 to 999. */
export function count(values: Values, name: string): number | null {
  const text = ascii(typed(values, name))
  return /^[1-9]\d{0,2}$/.test(text) ? Number(text) : null
}

/** False for a blank that does not matter after the choices made. */
export function matters({ when }: Blank, values: Values): boolean {
  return when === undefined || when.is.includes(typed(values, when.name))
}

/** True when something is typed and can be read as what the blank asks for. */
export function isFilled(blank: Blank, values: Values): boolean {
  const text = typed(values, blank.name)
  if (text === '') return false
  switch (blank.kind) {
    case 'money':
      return money(values, blank.name) !== null
    case 'date':
      return day(values, blank.name) !== null
    case 'percent':
      return percent(values, blank.name) !== null
    case 'count':
      return count(values, blank.name) !== null
    case 'choice':
      return blank.options.some(({ value }) => value === text)
    default:
      return true
  }
}

/**
 * Leaves out what was typed before another choice made it beside the point; a blank depends only on
 * choices that stand before it in the form.
 */
export function relevant(paper: Pick<Paper, 'groups'>, values: Values): Values {
  const kept: Record<string, string> = {}
  for (const blank of blanksOf(paper)) {
    const value = values[blank.name]
    if (value !== undefined && matters(blank, kept)) kept[blank.name] = value
  }
  return kept
}
