/** @file What stands over a day: rest day, working weekend, legal days, and years without a table. Pure. */
import {
  isWorkingDay,
  legalDaysOn,
  lunarDay,
  yearsWithoutTable,
} from '../../../../contracts/schedule/calendar.ts'
import type { Calendar } from '../../../../contracts/schedule/index.ts'
import { dayParts, dayText, type DayNumber } from '../../../../contracts/schedule/zone.ts'

export interface DayHead {
  /** `班`: a weekend on which people work; `休`: a weekday on which they rest; otherwise nothing. */
  swap: '班' | '休' | null
  rest: boolean
  legalDays: readonly string[]
  /** `廿三`, or `腊月` on the first of a month; empty where no table reaches. */
  lunar: string
}

const ones = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十']
const months = ['正', '二', '三', '四', '五', '六', '七', '八', '九', '十', '冬', '腊']

export function lunarText(calendar: Calendar, day: DayNumber): string {
  const lunar = lunarDay(calendar, day)
  if (!lunar) return ''
  if (lunar.day === 1) return `${lunar.leap ? '闰' : ''}${months[lunar.month - 1] ?? ''}月`
  if (lunar.day <= 10) return `初${ones[lunar.day]}`
  if (lunar.day === 20) return '二十'
  if (lunar.day === 30) return '三十'
  return `${lunar.day < 20 ? '十' : '廿'}${ones[lunar.day % 10]}`
}

export function headOf(calendar: Calendar, day: DayNumber): DayHead {
  const { year, weekday } = dayParts(day)
  const table = calendar.years[String(year)]
  const text = dayText(day)
  const working = isWorkingDay(calendar, day)
  const weekend = weekday === 0 || weekday === 6
  const swapped = table?.workingDays.includes(text) || table?.restDays.includes(text)
  return {
    swap: !swapped || working !== weekend ? null : working ? '班' : '休',
    rest: !working,
    legalDays: legalDaysOn(calendar, day).map(({ title }) => title),
    lunar: lunarText(calendar, day),
  }
}

/** One sentence, or nothing where every year that is looked at has its table. */
export function tableWarning(calendar: Calendar, from: DayNumber, to: DayNumber): string | null {
  const missing = yearsWithoutTable(calendar, from, to)
  return missing.length === 0
    ? null
    : `${missing.join('、')} 年还没有调休安排，工作日只按周一至周五算。请在“内容”里的“调休安排”补上这一年。`
}
