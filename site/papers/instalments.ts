/**
 * @file The plan of a repayment by instalments: equal payments at equal distances, the rest at the end.
 *
 * Pure. The sum of a plan is the debt, to the fen. A month too short for the day pays on its last day.
 */
import type { LocalDate } from '../../contracts/documents/base.ts'
import { addMonths } from './days.ts'
import { day, money, typed } from './read.ts'
import type { Values } from './shape.ts'

export interface Instalment {
  on: LocalDate
  fen: number
}

/** Ten years of months; a longer plan is a slip of the pen. */
export const instalmentsMax = 120

const distances: Readonly<Record<string, number>> = { month: 1, quarter: 3, year: 12 }

/** How many payments it takes; null while a blank is open. */
export function paymentsOf(values: Values): number | null {
  const total = money(values, 'total')
  const each = money(values, 'each')
  if (total === null || each === null || total === 0 || each === 0) return null
  return Math.ceil(total / each)
}

/** @returns null while a blank is open or the plan has more than `instalmentsMax` payments */
export function instalments(values: Values): readonly Instalment[] | null {
  const total = money(values, 'total')
  const each = money(values, 'each')
  const first = day(values, 'firstOn')
  const months = distances[typed(values, 'every')]
  const payments = paymentsOf(values)
  if (total === null || each === null || first === null || months === undefined) return null
  if (payments === null || payments > instalmentsMax) return null
  return Array.from({ length: payments }, (_, index) => ({
    on: addMonths(first, index * months),
    fen: index < payments - 1 ? each : total - each * (payments - 1),
  }))
}
