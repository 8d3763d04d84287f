/** @file What the fields of a schedule event, a legal day, a notice or a span of days must agree on. Pure. */
import type { Json } from '../contracts/canonical.ts'
import { parseCron } from '../contracts/schedule/index.ts'
import type { DemoDocument } from './content.ts'

const isPresent = (value: Json | undefined) => value !== undefined

function eventProblems(event: DemoDocument): string[] {
  const problems: string[] = []
  const { timing, cron, durationMinutes, dayparts, dayFilter, marketDays, legalDays, mode } = event
  const agree = (agrees: boolean, problem: string) => {
    if (!agrees) problems.push(problem)
  }
  agree(isPresent(cron) === (timing === 'cron'), 'cron 应当在而且只在 timing 为 cron 时填写')
  agree(
    isPresent(durationMinutes) === (timing === 'cron'),
    'durationMinutes 应当在而且只在 timing 为 cron 时填写',
  )
  agree(isPresent(dayparts) === (timing === 'dayparts'), 'dayparts 应当在而且只在 timing 为 dayparts 时填写')
  agree(isPresent(marketDays) === (dayFilter === 'marketDay'), 'marketDays 应当在而且只在大集日填写')
  agree(!isPresent(legalDays) || dayFilter === 'legalDay', 'legalDays 只在普法日填写')
  agree(
    isPresent(event['shareSecondsPerHour']) === (mode === 'share'),
    'shareSecondsPerHour 应当在而且只在 mode 为 share 时填写',
  )
  const parsed = typeof cron === 'string' ? parseCron(cron) : null
  if (parsed?.ok === false) problems.push(`cron ${parsed.reason}`)
  return problems
}

function legalDayProblems({ rule, day, nth, weekday }: DemoDocument): string[] {
  const isWeekdayRule = rule === 'nthWeekday'
  const agrees =
    isPresent(day) !== isWeekdayRule &&
    isPresent(nth) === isWeekdayRule &&
    isPresent(weekday) === isWeekdayRule
  return agrees ? [] : ['rule 与 day、nth、weekday 不相符']
}

/** The earlier and the later field of types that hold a span; equal ends are right only for whole days. */
const spans: Readonly<Record<string, readonly [string, string, 'days' | 'instants']>> = {
  scheduleEvent: ['firstDay', 'lastDay', 'days'],
  signageCampaign: ['firstDay', 'lastDay', 'days'],
  activity: ['startsAt', 'endsAt', 'instants'],
  notice: ['validFrom', 'validUntil', 'instants'],
  slogan: ['validFrom', 'validUntil', 'instants'],
}

function spanProblems(document: DemoDocument): string[] {
  const [first, last, unit] = spans[document._type] ?? []
  if (first === undefined || last === undefined) return []
  const from = document[first]
  const to = document[last]
  if (typeof from !== 'string' || typeof to !== 'string') return []
  return from < to || (unit === 'days' && from === to) ? [] : [`${last} 早于 ${first}`]
}

/** @returns Chinese clauses; none for types without times */
export function timetableProblems(document: DemoDocument): string[] {
  const own =
    document._type === 'scheduleEvent'
      ? eventProblems(document)
      : document._type === 'legalDay'
        ? legalDayProblems(document)
        : []
  return [...own, ...spanProblems(document)]
}
