/** @file Events, ranks and conflicts in plain words. Pure. */
import type { Level, ScheduleEvent, When } from '../../../../contracts/schedule/index.ts'
import type { Span } from '../../../../contracts/schedule/windows.ts'
import { dayParts, timeText, wallClock } from '../../../../contracts/schedule/zone.ts'
import { whenText } from '../../../../contracts/schedule/why.ts'
import { cronSentence } from '../../../inputs/cron-sentence.ts'
import type { Lost } from './boxes.ts'
import type { Conflict } from './conflicts.ts'

export const modeWords: Record<ScheduleEvent['mode'], string> = {
  normal: '正常轮播',
  share: '插播',
  takeover: '独占',
}

/** Shapes, so that nothing hangs on colour alone. */
export const modeMarks: Record<ScheduleEvent['mode'], string> = { normal: '▶', share: '◆', takeover: '■' }

export const levelWords: Record<Level, string> = { screen: '本屏', county: '县级', prefecture: '市级' }

/** `市级必播`, `优先级 5`, `每小时 60 秒` */
export function rankWords({ mode, mandatory, level, priority, shareSecondsPerHour }: ScheduleEvent): string {
  if (mode === 'takeover') return '最先'
  if (mode === 'share') return `每小时 ${shareSecondsPerHour ?? 0} 秒`
  return mandatory ? `${levelWords[level]}必播` : `优先级 ${priority}`
}

/** `每天 8:00 起播 2 小时`; a rule that cannot be read says so. */
export function whenWords(when: When): string {
  if (when.type !== 'cron') return whenText(when)
  return cronSentence(when.cron, when.durationMinutes) ?? '时间规则看不懂，不会播'
}

/** The resolver's sentence with its rule said in words. */
export function inWords(why: string): string {
  return why.replace(
    /按规则 (\S+ \S+ \S+ \S+ \S+) 起播，每次 (\d+) 分钟/gu,
    (text, cron: string, minutes: string) => cronSentence(cron, Number(minutes)) ?? text,
  )
}

const name = ({ title }: ScheduleEvent) => `“${title}”`

/** Why the first of two comes before the second, by the order of ranks (docs/decisions/0003). */
export function rankReason(winner: ScheduleEvent, loser: ScheduleEvent): string {
  if (winner.mode === 'takeover')
    return loser.mode === 'takeover'
      ? `两个都是独占，${name(winner)}更晚发布，新的在前`
      : `${name(winner)}独占屏幕，别的全部让位`
  if (winner.mandatory && !loser.mandatory)
    return `${name(winner)}是${levelWords[winner.level]}必播，排在所有优先级前面`
  if (winner.mandatory && winner.level !== loser.level)
    return `都是必播，${name(winner)}是${levelWords[winner.level]}的，排在${levelWords[loser.level]}前面`
  return `${name(winner)}优先级 ${winner.priority}，比它的 ${loser.priority} 高`
}

const standingReasons: Record<Exclude<Lost['standing'], 'covered' | 'silenced'>, string> = {
  empty: '它的播放单里没有一条能播的内容，请打开播放单看一看',
  fills: '前面的排期播够了次数空出来时，由它补上',
}

export function lostReason(
  standing: Lost['standing'],
  loser: ScheduleEvent,
  by: readonly ScheduleEvent[],
): string {
  if (standing === 'empty' || standing === 'fills') return standingReasons[standing]
  return by.map((winner) => rankReason(winner, loser)).join('；')
}

/** `让位给“反诈两小时”`, `播放单是空的` */
export function lostWords(standing: Lost['standing'], by: readonly ScheduleEvent[]): string {
  if (standing === 'empty') return '没有能播的内容'
  if (standing === 'fills') return `只在${by.map(name).join('、')}空出来时补上`
  return `被${by.map(name).join('、')}盖住`
}

const two = (value: number) => String(value).padStart(2, '0')
const weekdays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六']

export function clockWords(zone: string, instant: number, asEnd = false): string {
  const { ms } = wallClock(zone, instant)
  const text = timeText(ms)
  return asEnd && text === '00:00' ? '24:00' : text
}

/** `08:00:12` */
export const secondsWords = (zone: string, instant: number): string =>
  `${clockWords(zone, instant)}:${two(Math.floor(wallClock(zone, instant).ms / 1_000) % 60)}`

/** Seconds only where there are some. */
export const momentWords = (zone: string, instant: number): string =>
  wallClock(zone, instant).ms % 60_000 < 1_000 ? clockWords(zone, instant) : secondsWords(zone, instant)

export function dayWords(zone: string, instant: number): string {
  const { month, date, weekday } = dayParts(wallClock(zone, instant).day)
  return `${month}月${date}日 ${weekdays[weekday]}`
}

/** `12月4日 周五 08:00–10:00`, over days `12月4日 周五 22:00 – 12月5日 周六 06:00` */
export function spanWords(zone: string, { from, until }: Span): string {
  const sameDay = wallClock(zone, from).day === wallClock(zone, until - 1).day
  return sameDay
    ? `${dayWords(zone, from)} ${clockWords(zone, from)}–${clockWords(zone, until, true)}`
    : `${dayWords(zone, from)} ${clockWords(zone, from)} – ${dayWords(zone, until - 1)} ${clockWords(zone, until, true)}`
}

/** `全部 13 块屏`, `13 块屏中的 2 块` */
export const screensWords = ({ screens, of }: Pick<Conflict, 'screens' | 'of'>): string =>
  screens === of ? (of === 1 ? '' : `全部 ${of} 块屏`) : `${of} 块屏中的 ${screens} 块`
