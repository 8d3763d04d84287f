/** @file Proof of play as it is asked for, and made ready for charts. Pure. */
import { dayParts, dayText, parseLocal, wallClock } from '../../../contracts/schedule/zone.ts'
import type { Instant } from '../../../contracts/part.ts'
import { bureauZone } from '../../schema/standing.ts'
import type { Parting, Report, ChainFault, ReportLine } from './shapes.ts'

export const partingTitles: Readonly<Record<Parting, string>> = {
  item: '内容',
  screen: '屏幕',
  county: '县区',
  campaign: '专项宣传',
  day: '日期',
  kind: '类型',
}

export type Period = 'today' | 'week' | 'month' | 'thisMonth' | 'thisYear' | 'own'

export const periodTitles: Readonly<Record<Period, string>> = {
  today: '今天',
  week: '最近 7 天',
  month: '最近 30 天',
  thisMonth: '本月',
  thisYear: '今年',
  own: '自己选日期',
}

/** Both days belong to it. */
export interface Span {
  from: string
  to: string
}

/** @returns null for the period that somebody chooses */
export function spanOf(period: Period, now: Instant): Span | null {
  const { day } = wallClock(bureauZone, now)
  const { year, month } = dayParts(day)
  const to = dayText(day)
  switch (period) {
    case 'today':
      return { from: to, to }
    case 'week':
      return { from: dayText(day - 6), to }
    case 'month':
      return { from: dayText(day - 29), to }
    case 'thisMonth':
      return { from: `${year}-${String(month).padStart(2, '0')}-01`, to }
    case 'thisYear':
      return { from: `${year}-01-01`, to }
    case 'own':
      return null
  }
}

export interface Question extends Span {
  by: Parting
  /** Ids; empty: all. */
  county: string
  screen: string
  campaign: string
}

/** @returns what is wrong with the days, or null */
export function spanProblem({ from, to }: Span): string | null {
  if (!from || !to) return '请选开始和结束的日期'
  return to < from ? '结束的日期不能早于开始的日期' : null
}

export function reportQuery({ by, from, to, county, screen, campaign }: Question): URLSearchParams {
  const query = new URLSearchParams({ by, from, to })
  for (const [name, value] of Object.entries({ county, screen, campaign })) if (value) query.set(name, value)
  return query
}

export interface Bar {
  label: string
  seconds: number
}

/** Bars as one chart draws them: in the unit in which the highest is a figure that a person says. */
export interface Scaled {
  unit: string
  values: readonly number[]
}

export function scaled(bars: readonly Bar[]): Scaled {
  const most = Math.max(0, ...bars.map(({ seconds }) => seconds))
  const [unit, size] = most < 120 ? ['秒', 1] : most < 7_200 ? ['分钟', 60] : ['小时', 3_600]
  return { unit: String(unit), values: bars.map(({ seconds }) => seconds / Number(size)) }
}

/** A chart with more days than this shows months. */
const daysMax = 92

const dayOf = (text: string) => parseLocal(`${text}T00:00`)?.day ?? 0

/** A bar for every day of the span, also for days on which nothing was shown; in a long span for every month. */
export function dayBars(rows: readonly ReportLine[], { from, to }: Span): Bar[] {
  const taught = new Map(rows.map(({ key, educationHours }) => [key, educationHours * 3_600]))
  const [first, last] = [dayOf(from), dayOf(to)]
  if (last - first < daysMax)
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => {
      const day = first + index
      const { month, date } = dayParts(day)
      return { label: `${month}/${date}`, seconds: taught.get(dayText(day)) ?? 0 }
    })
  const months = new Map<string, number>()
  for (let day = first; day <= last; day++) {
    const { year, month } = dayParts(day)
    const key = `${year}/${month}`
    months.set(key, (months.get(key) ?? 0) + (taught.get(dayText(day)) ?? 0))
  }
  return [...months].map(([label, seconds]) => ({ label, seconds }))
}

const barsMax = 10

/** The rows that were on longest. */
export function topBars(rows: readonly ReportLine[]): Bar[] {
  return [...rows]
    .filter(({ seconds }) => seconds > 0)
    .sort((a, b) => b.seconds - a.seconds)
    .slice(0, barsMax)
    .map(({ title, seconds }) => ({ label: title.replaceAll('\n', ' '), seconds }))
}

/** A label of at most so many letters. */
export function shortened(label: string, letters: number): string {
  const all = [...label]
  return all.length > letters ? `${all.slice(0, Math.max(1, letters - 1)).join('')}…` : label
}

/** `3 小时 20 分`, `45 秒` */
export function durationWords(seconds: number): string {
  if (seconds < 60) return `${Math.round(seconds)} 秒`
  const minutes = Math.round(seconds / 60)
  if (minutes < 60) return `${minutes} 分`
  return `${Math.floor(minutes / 60).toLocaleString('zh-CN')} 小时${minutes % 60 ? ` ${minutes % 60} 分` : ''}`
}

export const countWords = (count: number): string => count.toLocaleString('zh-CN')

const faultTitles: Readonly<Record<ChainFault['kind'], string>> = {
  gap: '播放记录有缺',
  broken: '前后两条对不上',
  conflict: '同一个编号有两条不同的记录',
}

export function faultWords({
  kind,
  missing,
  sequence,
}: Pick<ChainFault, 'kind' | 'missing' | 'sequence'>): string {
  if (kind !== 'gap') return `${faultTitles[kind]}（第 ${sequence} 条）`
  return missing > 0 ? `少了 ${missing} 条播放记录（在第 ${sequence} 条之前）` : faultTitles[kind]
}

/** What a chart says to whoever does not see it. */
export function chartWords(what: string, bars: readonly Bar[]): string {
  const most = bars.reduce<Bar | null>((best, bar) => (bar.seconds > (best?.seconds ?? 0) ? bar : best), null)
  if (!most) return `${what}：没有播放`
  return `${what}：共 ${bars.length} 项，最多的是 ${most.label}，${durationWords(most.seconds)}`
}

export const isEmpty = ({ total }: Report): boolean => total.plays === 0
