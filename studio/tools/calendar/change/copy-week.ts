/**
 * @file The events of one week, as they would be copied to another: first a list, then drafts.
 *
 * Pure. Copied is what belongs to that week: events of a single day, and those whose first and last day both
 * lie in it. What has no first and last day is there in the other week anyway, and is not listed.
 */
import type { LocalDate, ScheduleEventDocument } from '../../../../contracts/documents/index.ts'
import type { Seen } from '../model/library.ts'
import type { NewEvent } from './make.ts'
import { shiftDay } from './shift.ts'

export interface CopyLine {
  event: ScheduleEventDocument
  copied: boolean
  /** What happens to it, or why it is left. */
  words: string
}

const weekDays = 7

export const hasDates = ({ firstDay, lastDay }: Partial<ScheduleEventDocument>): boolean =>
  firstDay !== undefined && lastDay !== undefined

/** Whether any of its days can lie in the week that begins on `monday`. */
function touches({ firstDay, lastDay }: Partial<ScheduleEventDocument>, monday: LocalDate): boolean {
  return (firstDay ?? '') <= shiftDay(monday, weekDays - 1) && (lastDay ?? '9999') >= monday
}

function lineOf({ document }: Seen<ScheduleEventDocument>, from: LocalDate, days: number): CopyLine {
  const { firstDay, lastDay, campaign } = document
  const left = (words: string): CopyLine => ({ event: document, copied: false, words })
  // The night of Sunday ends on Monday.
  if (!firstDay || !lastDay || firstDay < from || lastDay > shiftDay(from, weekDays))
    return left('跨过这一周，不复制')
  if (campaign) return left('属于专项宣传，只在它的日子里播，不复制')
  const [first, last] = [shiftDay(firstDay, days), shiftDay(lastDay, days)]
  return {
    event: document,
    copied: true,
    words: first === last ? `复制到 ${first}` : `复制到 ${first} 至 ${last}`,
  }
}

/** What would be done, those that are copied first; nothing is written. */
export function copyPlan(
  events: readonly Seen<ScheduleEventDocument>[],
  from: LocalDate,
  days: number,
): CopyLine[] {
  return events
    .filter(({ document }) => hasDates(document) && touches(document, from))
    .map((each) => lineOf(each, from, days))
    .sort((a, b) => Number(b.copied) - Number(a.copied))
}

/** @param id of the copy, without `drafts.` */
export function copyOf(event: ScheduleEventDocument, days: number, id: string): NewEvent {
  const { _rev, _createdAt, _updatedAt, firstDay, lastDay, ...rest } = event
  return {
    ...rest,
    _id: id,
    ...(firstDay ? { firstDay: shiftDay(firstDay, days) } : {}),
    ...(lastDay ? { lastDay: shiftDay(lastDay, days) } : {}),
  }
}
