/**
 * @file The cron grammar of schedule events, and whether a wall-clock minute matches.
 *
 * Pure. Five fields: minute, hour, day of month, month, weekday. Numbers, `*`, lists, ranges and steps;
 * 7 is Sunday as 0 is. What engines disagree on is refused: day of month and weekday both restricted,
 * L, W, #, ?, names and @nicknames. node-cron names the same next minute (property test).
 * Rule: docs/decisions/0003-schedule-rule.md
 */

/** Sorted, distinct values. `weekdays` are 0 = Sunday … 6 = Saturday. */
export interface Cron {
  minutes: readonly number[]
  hours: readonly number[]
  days: readonly number[]
  months: readonly number[]
  weekdays: readonly number[]
}

export type CronField = 'minute' | 'hour' | 'day' | 'month' | 'weekday'

/** What is wrong; `cron-words.ts` says it in a sentence. */
export type CronRefusal =
  | { code: 'too-long' | 'nickname' | 'not-five-fields' | 'engine-dialect' | 'two-day-fields' | 'never' }
  | {
      code: 'unreadable' | 'step-over-one' | 'out-of-bounds' | 'upside-down' | 'step-below-one'
      field: CronField
      part: string
    }

export interface CronBounds {
  field: CronField
  min: number
  max: number
}

export const cronFields: readonly CronBounds[] = [
  { field: 'minute', min: 0, max: 59 },
  { field: 'hour', min: 0, max: 23 },
  { field: 'day', min: 1, max: 31 },
  { field: 'month', min: 1, max: 12 },
  { field: 'weekday', min: 0, max: 7 },
]

const partPattern = /^(?:(\*)|(\d{1,2})(?:-(\d{1,2}))?)(?:\/(\d{1,2}))?$/

function readPart(part: string, { field, min, max }: CronBounds): readonly number[] | CronRefusal {
  const match = partPattern.exec(part)
  if (!match) return { code: 'unreadable', field, part }
  const from = match[1] ? min : Number(match[2])
  // A step over a single number is read differently by different engines.
  if (match[4] && !match[1] && !match[3]) return { code: 'step-over-one', field, part }
  const to = match[1] ? max : Number(match[3] ?? match[2])
  const step = Number(match[4] ?? 1)
  if (from < min || to > max) return { code: 'out-of-bounds', field, part }
  if (to < from) return { code: 'upside-down', field, part }
  if (step < 1) return { code: 'step-below-one', field, part }
  const values: number[] = []
  for (let value = from; value <= to; value += step) values.push(value)
  return values
}

/** @returns the fields read, or what is wrong with the text; `parseCron` says that in words */
export function readCron(text: string): Cron | CronRefusal {
  if (text.length > 200) return { code: 'too-long' }
  if (text.trim().startsWith('@')) return { code: 'nickname' }
  const parts = text.trim().split(/\s+/)
  if (parts.length !== 5) return { code: 'not-five-fields' }
  if (/[LW#?]/i.test(text)) return { code: 'engine-dialect' }
  const values: number[][] = []
  for (const [index, bounds] of cronFields.entries()) {
    const set = new Set<number>()
    for (const part of (parts[index] ?? '').split(',')) {
      const read = readPart(part, bounds)
      if ('code' in read) return read
      for (const value of read) set.add(bounds.field === 'weekday' ? value % 7 : value)
    }
    values.push([...set].sort((a, b) => a - b))
  }
  const [minutes = [], hours = [], days = [], months = [], weekdays = []] = values
  if (days.length < 31 && weekdays.length < 7) return { code: 'two-day-fields' }
  if (!months.some((month) => (days[0] ?? 1) <= longestMonth(month))) return { code: 'never' }
  return { minutes, hours, days, months, weekdays }
}

function longestMonth(month: number): number {
  if (month === 2) return 29
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** @param weekday 0 = Sunday … 6 = Saturday. "Monthly on the 31st" means only months that have one. */
export function cronDayMatches(cron: Cron, day: { month: number; date: number; weekday: number }): boolean {
  return (
    cron.months.includes(day.month) && cron.days.includes(day.date) && cron.weekdays.includes(day.weekday)
  )
}
