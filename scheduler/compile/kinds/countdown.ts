/**
 * @file From a line that counts the days to the item with its day. Pure.
 *
 * A legal day is a rule; the item carries the day on which it next begins, or on which it began where it
 * still lasts. The manifest is made anew at every midnight, so after the day the item is of the next one.
 */
import type { CountdownItem, LegalDayDocument } from '../../../contracts/documents/index.ts'
import { legalDaysOn } from '../../../contracts/schedule/calendar.ts'
import { countdownSeconds, readingSeconds } from '../../../contracts/schedule/index.ts'
import { dayText, parseLocal } from '../../../contracts/schedule/zone.ts'
import { lunarMonthsFrom, ruleOf } from '../calendar.ts'
import type { CompiledItem, ItemContext } from '../items.ts'

const daysBeforeDefault = 30
/** Lunar dates come again after at most thirteen months; a leap year has one day more. */
const daysAhead = 390
const lunarMonthsAhead = 16

/**
 * @param today wall-clock date of the screen
 * @returns first day of the occurrence that is on or comes next, `null` where the rule names no day
 */
export function nextBegin(document: LegalDayDocument, today: string): string | null {
  const rule = ruleOf(document)
  const from = parseLocal(today)
  if (!rule || !from) return null
  const lengthDays = document.lengthDays ?? 1
  const lunarMonths = rule.type === 'lunar' ? lunarMonthsFrom(today, lunarMonthsAhead) : []
  const one = { id: document._id, title: document.title, rule, lengthDays: 1 }
  const calendar = { years: {}, legalDays: [one], lunarMonths }
  for (let day = from.day - lengthDays + 1; day <= from.day + daysAhead; day++)
    if (legalDaysOn(calendar, day).length > 0) return dayText(day)
  return null
}

/** @param id of the item, which is no document */
export function compileCountdown(
  entry: CountdownItem,
  id: string,
  { read, today }: ItemContext,
): CompiledItem | null {
  const legalDay = read.get('legalDay', entry.legalDay)
  const title = entry.title ?? legalDay?.title ?? ''
  const day = legalDay ? nextBegin(legalDay, today) : (entry.day ?? null)
  const first = day === null ? null : parseLocal(day)
  if (!title || !day || !first) return null
  const lengthDays = legalDay?.lengthDays ?? 1
  const begins = first.day - (entry.daysBefore ?? daysBeforeDefault)
  const note = entry.note ?? ''
  return {
    item: {
      id,
      kind: 'countdown',
      title,
      day: dayText(first.day),
      note,
      validFrom: `${dayText(begins)}T00:00`,
      validUntil: `${dayText(first.day + lengthDays)}T00:00`,
    },
    seconds: Math.max(countdownSeconds, readingSeconds(title.length + note.length)),
  }
}
