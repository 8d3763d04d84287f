/** @file A new event from what was drawn and what was chosen in the dialog. Pure. */
import type { LocalDate, Reference, ScheduleEventDocument } from '../../../../contracts/documents/index.ts'
import { clockMs } from '../../../../contracts/schedule/windows.ts'
import { dayParts, parseLocal } from '../../../../contracts/schedule/zone.ts'
import { readCronSentence } from '../../../inputs/read-cron-sentence.ts'
import { referTo } from '../model/library.ts'
import { targetsOf, type Scope } from '../model/scope.ts'
import { shiftDay } from './shift.ts'

export type Repeat = 'once' | 'daily' | 'weekdays' | 'chosen' | 'sentence'

export const repeatWords: Record<Repeat, string> = {
  once: '只这一次',
  daily: '每天',
  weekdays: '工作日（算上调休）',
  chosen: '选定的星期几',
  sentence: '用一句话写',
}

/** What the dialog holds. */
export interface Asked {
  title: string
  playlist: string
  /** Left out: it has been published. */
  playlistIsDraft?: boolean
  scope: Scope
  repeat: Repeat
  /** First day of all. */
  day: LocalDate
  start: string
  /** At or before `start`: on the next day. */
  end: string
  /** ISO weekdays, for `chosen`. */
  days: readonly number[]
  sentence: string
  mode: 'normal' | 'share'
  shareSecondsPerHour: number
  priority: number
  lastDay: LocalDate | ''
}

export type NewEvent = Omit<ScheduleEventDocument, '_rev' | '_createdAt' | '_updatedAt'>
export type Made = { ok: true; event: NewEvent } | { ok: false; problems: readonly string[] }

type Timing = Pick<NewEvent, 'timing' | 'dayFilter'> &
  Partial<Pick<NewEvent, 'dayparts' | 'cron' | 'durationMinutes' | 'firstDay' | 'lastDay'>>

const everyDay = [1, 2, 3, 4, 5, 6, 7]

export function isoWeekdayOf(day: LocalDate): number {
  const local = parseLocal(day)
  return local ? ((dayParts(local.day).weekday + 6) % 7) + 1 : 1
}

function onceOf({ day, start, end }: Asked, key: string): Timing {
  // What runs over midnight needs the next day to count as well.
  const over = end <= start && end !== '24:00'
  return {
    timing: 'dayparts',
    dayparts: [{ _type: 'daypart', _key: key, days: [isoWeekdayOf(day)], start, end }],
    firstDay: day,
    lastDay: over ? shiftDay(day, 1) : day,
    dayFilter: 'any',
  }
}

function timingOf(asked: Asked, key: string): Timing | string {
  const { repeat, day, lastDay, start, end, days, sentence } = asked
  if (repeat === 'once') return onceOf(asked, key)
  const dates = { firstDay: day, ...(lastDay ? { lastDay } : {}) }
  if (repeat === 'sentence') {
    const read = readCronSentence(sentence)
    if (!read.ok) return read.reason
    if (read.minutes === null) return '请把每次播多久也写上，例如“每天 8:00 起播 2 小时”'
    return { timing: 'cron', cron: read.cron, durationMinutes: read.minutes, ...dates, dayFilter: 'any' }
  }
  const daypart = {
    _type: 'daypart',
    _key: key,
    days: repeat === 'chosen' ? days : everyDay,
    start,
    end,
  } as const
  return {
    timing: 'dayparts',
    dayparts: [daypart],
    ...dates,
    dayFilter: repeat === 'weekdays' ? 'workingDay' : 'any',
  }
}

const isWhole = (value: number, min: number, max: number) =>
  Number.isInteger(value) && value >= min && value <= max

function problemsOf(asked: Asked): string[] {
  const { title, playlist, repeat, start, end, days, day, lastDay, mode, shareSecondsPerHour, priority } =
    asked
  const clocks = repeat !== 'sentence'
  const checks: readonly (readonly [boolean, string])[] = [
    [title.trim() === '', '请写名称'],
    [title.trim().length > 40, '名称最多 40 个字'],
    [playlist === '', '请选择播放单'],
    [clocks && clockMs(start) === null, '开始时间要写成 08:00 这样'],
    [clocks && clockMs(end) === null, '结束时间要写成 10:00 这样'],
    [repeat === 'chosen' && days.length === 0, '请至少选一天'],
    [parseLocal(day) === null, '请选择哪一天开始'],
    [repeat !== 'once' && lastDay !== '' && lastDay < day, '最后一天不能早于第一天'],
    [mode === 'share' && !isWhole(shareSecondsPerHour, 1, 3600), '每小时插播几秒，请写 1 到 3600 之间的整数'],
    [!isWhole(priority, 0, 9), '优先级请写 0 到 9 之间的整数'],
  ]
  return checks.filter(([wrong]) => wrong).map(([, sentence]) => sentence)
}

/**
 * @param id of the document, without `drafts.`
 * @param county the one to which the account is bounded; left out: the whole prefecture
 */
export function newEvent(asked: Asked, id: string, key: string, county?: string): Made {
  const problems = problemsOf(asked)
  const timing = timingOf(asked, key)
  if (typeof timing === 'string') return { ok: false, problems: [...problems, timing] }
  if (problems.length > 0) return { ok: false, problems }
  const { scope, mode, priority, shareSecondsPerHour } = asked
  const reference = (_ref: string): Reference => ({ _type: 'reference', _ref })
  return {
    ok: true,
    event: {
      _id: id,
      _type: 'scheduleEvent',
      title: asked.title.trim(),
      playlist: referTo(asked.playlist, 'playlist', !asked.playlistIsDraft),
      targets: targetsOf(scope, key),
      ...timing,
      priority,
      mode,
      ...(mode === 'share' ? { shareSecondsPerHour } : {}),
      level: levelOf(scope, county),
      mandatory: false,
      ...(county ? { county: reference(county) } : {}),
    },
  }
}

function levelOf(scope: Scope, county: string | undefined): NewEvent['level'] {
  if (scope.kind === 'screen') return 'screen'
  return scope.kind === 'county' || county ? 'county' : 'prefecture'
}
