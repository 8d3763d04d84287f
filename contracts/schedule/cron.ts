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

export type CronParse = { ok: true; cron: Cron } | { ok: false; reason: string }

interface Field {
  name: string
  min: number
  max: number
}

const fields: readonly Field[] = [
  { name: '分钟', min: 0, max: 59 },
  { name: '小时', min: 0, max: 23 },
  { name: '日期', min: 1, max: 31 },
  { name: '月份', min: 1, max: 12 },
  { name: '星期', min: 0, max: 7 },
]

const partPattern = /^(?:(\*)|(\d{1,2})(?:-(\d{1,2}))?)(?:\/(\d{1,2}))?$/

function parsePart(part: string, field: Field): readonly number[] | string {
  const match = partPattern.exec(part)
  if (!match) return `${field.name}“${part}”看不懂，只能用数字、*、逗号、短横线和斜线`
  const from = match[1] ? field.min : Number(match[2])
  // A step over a single number is read differently by different engines.
  if (match[4] && !match[1] && !match[3]) return `${field.name}“${part}”里斜线前要写 * 或一个范围，例如 0-59/${match[4]}`
  const to = match[1] ? field.max : Number(match[3] ?? match[2])
  const step = Number(match[4] ?? 1)
  if (from < field.min || to > field.max) return `${field.name}要在 ${field.min} 到 ${field.max} 之间，写的是“${part}”`
  if (to < from) return `${field.name}“${part}”前后颠倒了，小的写在前面`
  if (step < 1) return `${field.name}“${part}”的间隔至少是 1`
  const values: number[] = []
  for (let value = from; value <= to; value += step) values.push(value)
  return values
}

/** @returns the parsed fields, or one Chinese sentence that says what is wrong and how to mend it */
export function parseCron(text: string): CronParse {
  const refuse = (reason: string): CronParse => ({ ok: false, reason })
  if (text.length > 200) return refuse('时间规则太长，请拆成几条排期')
  const parts = text.trim().split(/\s+/)
  if (text.trim().startsWith('@')) return refuse('不支持 @daily 这类写法，请写五段，例如 0 8 * * * 表示每天 8:00')
  if (parts.length !== 5) return refuse('要写五段：分 时 日 月 星期，用空格隔开，例如 0 8 * * * 表示每天 8:00')
  if (/[LW#?]/i.test(text)) return refuse('不支持 L、W、#、? 和英文名称，请用数字写明')
  const values: number[][] = []
  for (const [index, field] of fields.entries()) {
    const set = new Set<number>()
    for (const part of (parts[index] ?? '').split(',')) {
      const parsed = parsePart(part, field)
      if (typeof parsed === 'string') return refuse(parsed)
      for (const value of parsed) set.add(index === 4 ? value % 7 : value)
    }
    values.push([...set].sort((a, b) => a - b))
  }
  const [minutes = [], hours = [], days = [], months = [], weekdays = []] = values
  if (days.length < 31 && weekdays.length < 7)
    return refuse('“日期”和“星期”只能限定一个：不同系统对同时限定的理解不一样。请拆成两条排期')
  if (!months.some((month) => (days[0] ?? 1) <= longestMonth(month)))
    return refuse('这一天在所选月份里从来没有，例如 2 月 30 日')
  return { ok: true, cron: { minutes, hours, days, months, weekdays } }
}

function longestMonth(month: number): number {
  if (month === 2) return 29
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** @param weekday 0 = Sunday … 6 = Saturday. "Monthly on the 31st" means only months that have one. */
export function cronDayMatches(cron: Cron, day: { month: number; date: number; weekday: number }): boolean {
  return cron.months.includes(day.month) && cron.days.includes(day.date) && cron.weekdays.includes(day.weekday)
}
