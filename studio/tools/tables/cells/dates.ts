/** @file Dates as people and Excel write them. Pure. */
import { dayText, parseLocal } from '../../../../contracts/schedule/zone.ts'
import { dayOfDate, isNumberCell, plainNumber, type Cell } from '../file/cell.ts'
import { halfWidth, right, textOf, withoutBlanks, wrong, type Read } from './reading.ts'

/** Days from 1899-12-30, from which Excel counts, to 1970-01-01. */
const excelEpoch = 25_569
/** 1982 to 2119: other five-digit numbers are no dates that anybody means. */
const [serialMin, serialMax] = [30_000, 80_000]

const asWritten = '请写成 2026-3-8 或 2026年3月8日 的样子'

function ofParts(year: string, month: string, day: string, shown: string): Read<string> {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return parseLocal(text) ? right(text) : wrong(`没有“${shown}”这一天，请核对年月日，${asWritten}`)
}

const forms: readonly RegExp[] = [
  /^(\d{4})[-/.．－—](\d{1,2})[-/.．－—](\d{1,2})(?:[T日]?\d{1,2}:.*)?$/u,
  /^(\d{4})年(\d{1,2})月(\d{1,2})[日号]?(?:\d{1,2}:.*)?$/u,
  /^(\d{4})(\d{2})(\d{2})$/u,
]

/** `2026-03-08`. A month without its day is refused: the first of the month would be invented. */
export function dateOf(cell: Cell): Read<string> {
  if (cell instanceof Date) return right(dayOfDate(cell))
  const read = textOf(cell)
  if (!read.ok) return read
  const text = halfWidth(withoutBlanks(isNumberCell(cell) ? plainNumber(cell.number) : read.value))
  const serial = /^(\d{5})(?:\.\d+)?$/u.exec(text)?.[1]
  if (serial && Number(serial) >= serialMin && Number(serial) <= serialMax)
    return right(dayText(Number(serial) - excelEpoch))
  for (const form of forms) {
    const [, year, month, day] = form.exec(text) ?? []
    if (year && month && day) return ofParts(year, month, day, read.value)
  }
  if (/^\d{4}(?:年|[-/.])\d{1,2}月?$/u.test(text)) return wrong(`只写了年和月，缺几号。${asWritten}`)
  return wrong(`“${read.value}”看不出是哪一天。${asWritten}`)
}
