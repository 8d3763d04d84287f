/** @file How screens are spoken of: state by word, shape and tone, and times as a person says them. Pure. */
import { dayParts, timeText, wallClock } from '../../../contracts/schedule/zone.ts'
import type { Instant } from '../../../contracts/part.ts'
import { bureauZone } from '../../schema/standing.ts'
import type { ScreenView } from './shapes.ts'

export type ScreenState = 'alert' | 'offline' | 'playing' | 'asleep' | 'tryOut' | 'unpaired'
export type Tone = 'positive' | 'caution' | 'critical' | 'primary' | 'default'

export interface Mark {
  state: ScreenState
  shape: string
  word: string
  tone: Tone
}

/** In the order in which they need somebody. */
export const screenMarks: Readonly<Record<ScreenState, Omit<Mark, 'state'>>> = {
  alert: { shape: '⚠', word: '告警', tone: 'critical' },
  offline: { shape: '✕', word: '离线', tone: 'caution' },
  playing: { shape: '▶', word: '在播', tone: 'positive' },
  asleep: { shape: '◐', word: '熄屏', tone: 'default' },
  tryOut: { shape: '▷', word: '试看', tone: 'primary' },
  unpaired: { shape: '○', word: '未配对', tone: 'default' },
}

export const screenStates = Object.keys(screenMarks) as readonly ScreenState[]

function stateOf({ alerts, online, pairedAt, health }: ScreenView): ScreenState {
  if (alerts.length > 0) return 'alert'
  if (pairedAt === null) return online ? 'tryOut' : 'unpaired'
  if (!online) return 'offline'
  return health?.asleep ? 'asleep' : 'playing'
}

export function markOf(view: ScreenView): Mark {
  const state = stateOf(view)
  return { state, ...screenMarks[state] }
}

/** What is wrong with it, each in a sentence with its shape: `⚠` needs somebody, `◔` passes by itself. */
export function troublesOf(view: ScreenView): string[] {
  const { alerts, online, pairedAt, behind, assetsMissing } = view
  const told = alerts.map(({ title, note }) => `⚠ ${note ? `${title}：${note}` : title}`)
  if (pairedAt !== null && !online && alerts.length === 0) told.push('⚠ 离线，请检查电源和网络')
  if (online && behind) told.push('◔ 正在换上新的节目单')
  if (online && assetsMissing > 0) told.push(`◔ 还有 ${assetsMissing} 个图片或影片正在下载`)
  return told
}

const minuteMs = 60_000

/** `刚刚`, `35 秒前`, `12 分钟前`, `3 小时前`, `2 天前` */
export function agoWords(at: Instant, now: Instant): string {
  const ms = Math.max(0, now - at)
  if (ms < 5_000) return '刚刚'
  if (ms < minuteMs) return `${Math.floor(ms / 1_000)} 秒前`
  if (ms < 120 * minuteMs) return `${Math.floor(ms / minuteMs)} 分钟前`
  if (ms < 48 * 60 * minuteMs) return `${Math.floor(ms / (60 * minuteMs))} 小时前`
  return `${Math.floor(ms / (1_440 * minuteMs))} 天前`
}

export const seenWords = (at: Instant | null, now: Instant): string =>
  at === null ? '还没有连上过' : `${agoWords(at, now)}联系过`

/** `40 秒`, `5 分钟`, `2 小时 10 分钟`, `3 天 4 小时` */
export function lastingWords(ms: number): string {
  const minutes = Math.floor(Math.max(0, ms) / minuteMs)
  if (minutes < 1) return `${Math.max(1, Math.round(ms / 1_000))} 秒`
  if (minutes < 60) return `${minutes} 分钟`
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (hours < 48) return rest ? `${hours} 小时 ${rest} 分钟` : `${hours} 小时`
  return hours % 24 ? `${Math.floor(hours / 24)} 天 ${hours % 24} 小时` : `${hours / 24} 天`
}

/** `08:00:05`, by the bureau's wall clock. */
export const clockWords = (at: Instant): string =>
  new Date(wallClock(bureauZone, at).ms).toISOString().slice(11, 19)

/** `12月4日 08:00`, by the bureau's wall clock. */
export function momentWords(at: Instant): string {
  const { month, date } = dayParts(wallClock(bureauZone, at).day)
  return `${month}月${date}日 ${timeText(wallClock(bureauZone, at).ms)}`
}

/** `1.2 吉` is what nobody says: sizes are told in 兆 and 吉字节. */
export function bytesWords(bytes: number): string {
  if (bytes < 1e9) return `${Math.round(bytes / 1e6)} 兆`
  return `${(bytes / 1e9).toFixed(1)} 吉`
}
