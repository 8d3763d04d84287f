/**
 * @file One last day as a file for the phone's own calendar (RFC 5545): an all-day event, with a reminder
 * at nine in the morning seven days and one day before.
 *
 * Pure: made on the phone, sent nowhere. The page's day stands in for the clock, so that the same day
 * entered twice is the same event.
 */
import type { LocalDate } from '../../contracts/documents/base.ts'
import { dayText, parseLocal } from '../../contracts/schedule/zone.ts'

export interface CalendarEntry {
  title: string
  lastDay: LocalDate
  note: string
  /** The page's day. */
  today: LocalDate
}

const compact = (date: LocalDate) => date.replaceAll('-', '')

/** @throws TypeError when the last day is no date */
export function calendarFile({ title, lastDay, note, today }: CalendarEntry): string {
  const day = parseLocal(lastDay)?.day
  if (day === undefined) throw new TypeError(`not a date: ${lastDay}`)
  const summary = escaped(`最后一天：${title}`)
  const reminder = (trigger: string) => [
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `TRIGGER:${trigger}`,
    `DESCRIPTION:${summary}`,
    'END:VALARM',
  ]
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//pufa//deadlines//ZH',
    'BEGIN:VEVENT',
    `UID:${compact(lastDay)}-${fingerprint(title)}@deadlines.pufa`,
    `DTSTAMP:${compact(today)}T000000Z`,
    `DTSTART;VALUE=DATE:${compact(lastDay)}`,
    `DTEND;VALUE=DATE:${compact(dayText(day + 1))}`,
    `SUMMARY:${summary}`,
    `DESCRIPTION:${escaped(note)}`,
    'TRANSP:TRANSPARENT',
    ...reminder('-P6DT15H'),
    ...reminder('-PT15H'),
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

/** WeChat's own browser saves no files; there the day is to be noted down by hand. */
export function canSaveFiles(userAgent: string): boolean {
  return !/MicroMessenger/i.test(userAgent)
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n')
}

/** Lines of at most 75 octets, cut between characters; 24 Chinese characters are 72. */
function folded(line: string): string {
  const octets = (character: string) => new TextEncoder().encode(character).length
  let text = ''
  let width = 0
  for (const character of line) {
    const size = octets(character)
    if (width + size > 74) {
      text += '\r\n '
      width = 1
    }
    text += character
    width += size
  }
  return text
}

function fingerprint(text: string): string {
  let sum = 0
  for (const character of text) sum = (Math.imul(sum, 31) + (character.codePointAt(0) ?? 0)) >>> 0
  return sum.toString(36)
}
