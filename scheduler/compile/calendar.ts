/** @file The calendar tables of a manifest: swapped days, legal days, lunar months. Pure but for a bounded cache. */
import { calendarOf } from '../../contracts/schedule/from-documents.ts'
import type { Calendar } from '../../contracts/schedule/index.ts'
import { lunarMonthsFrom } from '../../contracts/schedule/lunar.ts'
import type { Reading } from './documents.ts'

export { ruleOf } from '../../contracts/schedule/from-documents.ts'
export { lunarMonthsFrom } from '../../contracts/schedule/lunar.ts'

/** @param today wall-clock date of the screen */
export function compileCalendar(read: Reading, today: string): Calendar {
  return calendarOf(read.all('calendarYear'), read.all('legalDay'), lunarMonthsFrom(today))
}
