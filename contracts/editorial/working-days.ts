/**
 * @file Time limits that are counted in working days, by the bureau's own table of swapped days (调休).
 *
 * Pure. The day on which something came in is not counted (民法典第二百零一条：开始的当日不计入). A year
 * without a table is counted by Monday to Friday, and the answer names that year, so that it can be said.
 */
import type { LocalDate } from '../documents/base.ts'
import { isWorkingDay, yearsWithoutTable } from '../schedule/calendar.ts'
import type { Calendar } from '../schedule/shape.ts'
import { dayText, type DayNumber } from '../schedule/zone.ts'

/** A table that calls every day a day of rest must not hold the search up for ever. */
const searchDaysMax = 400

/** @returns the last of so many working days after a day, which itself is not counted */
export function workingDaysAfter(calendar: Calendar, day: DayNumber, count: number): DayNumber {
  let last = day
  let left = count
  while (left > 0 && last - day < searchDaysMax) {
    last++
    if (isWorkingDay(calendar, last)) left--
  }
  return last
}

/** How many working days there are after `from`, up to `to` and with it; none where `to` is not later. */
export function workingDaysBetween(calendar: Calendar, from: DayNumber, to: DayNumber): number {
  let count = 0
  const end = Math.min(to, from + searchDaysMax)
  for (let day = from + 1; day <= end; day++) if (isWorkingDay(calendar, day)) count++
  return count
}

export interface ReplyClock {
  dueOn: LocalDate
  /** `late` from the day after the last one on, working day or not. */
  state: 'open' | 'today' | 'late'
  /** With `open`: working days left, without today · with `late`: days since the last one. */
  days: number
  /** Years that were counted by Monday to Friday for want of a table. */
  untabled: readonly number[]
}

/** @param received day on which it came in */
export function replyClock(
  calendar: Calendar,
  received: DayNumber,
  workingDays: number,
  today: DayNumber,
): ReplyClock {
  const due = workingDaysAfter(calendar, received, workingDays)
  const shared = { dueOn: dayText(due), untabled: yearsWithoutTable(calendar, received, due) }
  if (today > due) return { ...shared, state: 'late', days: today - due }
  if (today === due) return { ...shared, state: 'today', days: 0 }
  return { ...shared, state: 'open', days: workingDaysBetween(calendar, today, due) }
}

/** By shape and word, never by colour alone: `◔ 剩 2 个工作日`, `⚠ 超 1 天`. */
export function clockWords({ state, days }: Pick<ReplyClock, 'state' | 'days'>): string {
  if (state === 'late') return `⚠ 超 ${days} 天`
  if (state === 'today') return '◕ 今天到期'
  // The last day can be a day off only where the table changed; then nothing but today is left.
  return days === 0 ? '◕ 今天到期' : `◔ 剩 ${days} 个工作日`
}
