/**
 * @file The lunar months around a year, as the table that the contract's calendar rules take. Pure.
 */
import { LunarMonth as TymeMonth } from 'tyme4ts'
import type { LunarMonth } from '../../contracts/schedule/shape.ts'

/** @returns every lunar month from the last ones of `year` - 1 to the first ones of `year` + 2 */
export function lunarMonthsAround(year: number): readonly LunarMonth[] {
  const months: LunarMonth[] = []
  let month = TymeMonth.fromYm(year - 1, 10)
  while (month.getYear() < year + 2) {
    const first = month.getFirstJulianDay().getSolarDay()
    const pad = (value: number) => String(value).padStart(2, '0')
    months.push({
      start: `${first.getYear()}-${pad(first.getMonth())}-${pad(first.getDay())}`,
      month: month.getMonth(),
      leap: month.isLeap(),
    })
    month = month.next(1)
  }
  return months
}
