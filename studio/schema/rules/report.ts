/**
 * @file Rules on answering readers who report an error, and by when it is due. Pure.
 *
 * Enquiries are answered within five working days. Days are counted by Monday to Friday: a preview
 * cannot look into the tables of swapped days, so the lists say how the day was found.
 */
import type { ReportState } from '../../../contracts/documents/index.ts'
import type { Instant } from '../../../contracts/part.ts'
import { dayParts, wallClock, type DayNumber } from '../../../contracts/schedule/zone.ts'
import { bureauZone } from '../standing.ts'
import type { Verdict } from './text.ts'

export const replyWorkingDays = 5

interface Settled {
  state?: ReportState
  answer?: string
}

const isSettled = ({ state }: Settled) => state !== undefined && state !== 'received'

/** Who reported reads the answer: a state without one would tell them nothing. */
export function answeredWhenSettled(report: unknown): Verdict {
  const { state, answer } = (report ?? {}) as Settled
  return !isSettled({ ...(state ? { state } : {}) }) || Boolean(answer?.trim()) || '请写给读者的答复'
}

/** The reader sees the day. */
export function datedWhenSettled(report: unknown, answeredOn: string | undefined): Verdict {
  return !isSettled((report ?? {}) as Settled) || Boolean(answeredOn) || '请选择答复日期'
}

/** An answer that is written while the state still says that nobody has looked would not be found. */
export function settledWhenAnswered(report: unknown): Verdict {
  const { state, answer } = (report ?? {}) as Settled
  return state !== 'received' || !answer?.trim() || '答复写好了，请把处理结果改为“已更正”或“已说明”'
}

/** @returns the last of so many working days after a day, Monday to Friday; that day itself is not counted */
export function workingDaysAfter(day: DayNumber, count: number): DayNumber {
  let last = day
  for (let left = count; left > 0;) {
    last++
    const { weekday } = dayParts(last)
    if (weekday !== 0 && weekday !== 6) left--
  }
  return last
}

/** By when a report is to be answered, by mark and word: `◔ 最迟 11月27日答复`. */
export function dueWords(receivedAt: string | undefined, at: Instant): string {
  const received = Date.parse(receivedAt ?? '')
  if (Number.isNaN(received)) return ''
  const due = workingDaysAfter(wallClock(bureauZone, received).day, replyWorkingDays)
  const { month, date } = dayParts(due)
  const today = wallClock(bureauZone, at).day
  if (today > due) return `⚠ 已过期，应在 ${month}月${date}日前答复`
  return today === due ? `◔ 今天（${month}月${date}日）是最后一天` : `◔ 最迟 ${month}月${date}日答复`
}

/** The path of a page of this site; null for anything that could lead elsewhere. */
export function ownPath(path: string | undefined): string | null {
  return path && /^\/(?![/\\])[^\\\s]*$/u.test(path) ? path : null
}
