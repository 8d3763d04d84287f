/** @file The log of incidents as it is asked for and told. Pure. */
import type { Instant } from '../../../contracts/part.ts'
import type { IncidentView } from './shapes.ts'
import { lastingWords } from './words.ts'

export interface LogFilter {
  /** Empty: all. `alert`: all that are no commands. */
  kind: string
  county: string
  screen: string
  /** Whole days of the bureau's clock; empty: without limit. */
  from: string
  to: string
}

export const wholeLog: LogFilter = { kind: '', county: '', screen: '', from: '', to: '' }

export const logKinds: Readonly<Record<string, string>> = {
  '': '告警和操作',
  alert: '全部告警',
  command: '值班人员的操作',
  silent: '失去联系',
  black: '画面全黑',
  clock: '时钟不准',
  cache: '素材下载不下来',
  storage: '存储空间不足',
  behind: '没有换上新节目单',
  problems: '故障频繁',
  proof: '播放记录对不上',
  gap: '播放记录缺失',
  temperature: '温度过高',
}

/** The bureau's offset, which China has had without change since 1991. */
const offset = '+08:00'
const dayMs = 86_400_000

/** @param before the last incident that is known already; null: from the newest on */
export function logQuery(filter: LogFilter, count: number, before: number | null): URLSearchParams {
  const query = new URLSearchParams({ count: String(count) })
  for (const name of ['kind', 'county', 'screen'] as const) if (filter[name]) query.set(name, filter[name])
  if (filter.from) query.set('from', `${filter.from}T00:00:00${offset}`)
  // The day that is named belongs to the span, and the scheduler's end does not.
  if (filter.to) query.set('to', new Date(Date.parse(`${filter.to}T00:00:00${offset}`) + dayMs).toISOString())
  if (before !== null) query.set('before', String(before))
  return query
}

export interface IncidentWords {
  shape: string
  word: string
  tone: 'critical' | 'positive' | 'default'
}

/** `◔` lasts, `✓` is over, `▸` an operator's doing. */
export function incidentWords({ kind, openedAt, closedAt }: IncidentView, now: Instant): IncidentWords {
  if (kind === 'command') return { shape: '▸', word: '操作', tone: 'default' }
  if (closedAt === null)
    return { shape: '⚠', word: `已持续 ${lastingWords(now - openedAt)}`, tone: 'critical' }
  return { shape: '✓', word: `已解除，持续 ${lastingWords(closedAt - openedAt)}`, tone: 'positive' }
}
