/** @file Orders as an operator gives and follows them: the range, the phrase to type, who has obeyed. Pure. */
import type { Order, OrderCounts, OrderedScreen } from '../../../contracts/orders.ts'
import type { Instant } from '../../../contracts/part.ts'
import type { Selector } from '../../../contracts/schedule/shape.ts'
import { clockWords, momentWords } from './words.ts'

export interface Range {
  by: 'all' | 'county' | 'group' | 'screen'
  /** Of counties, groups or screens; nothing where `by` is `all`. */
  ids: readonly string[]
}

export const rangeTitles: Readonly<Record<Range['by'], string>> = {
  all: '全部屏幕',
  county: '按县区',
  group: '按屏幕组',
  screen: '逐块选',
}

/** @returns nothing while no screen is chosen */
export function targetsOf({ by, ids }: Range): Selector[] | null {
  if (by === 'all') return [{}]
  return ids.length === 0 ? null : ids.map((id) => ({ [by]: id }))
}

/**
 * What must be typed before an order goes out. It names how many screens it reaches; within one county a
 * stop asks for the word alone, for seconds count there and the slip of a hand reaches no other county.
 */
export function phraseFor(kind: 'stop' | 'notice' | 'withdraw', screens: number, counties: number): string {
  if (kind === 'notice') return `${screens}立即播出`
  if (kind === 'withdraw') return '撤下'
  return counties > 1 ? `${screens}停播` : '停播'
}

/** Spaces and full-width figures, as input methods write them, make no difference. */
export const phraseFits = (typed: string, phrase: string): boolean =>
  typed.normalize('NFKC').replace(/[\s“”「」"]/gu, '') === phrase

/** Minutes, in the order of a list. */
export const noticeMinutes: readonly number[] = [10, 30, 60, 120, 240, 480, 1_440, 2_880, 4_320]
export const stopMinutes: readonly number[] = [0, 10, 30, 60, 120, 480, 1_440]
/** Long enough to walk to the window and look; a screen goes on by itself after it. */
export const drillMinutes = 2

export function minutesWords(minutes: number): string {
  if (minutes === 0) return '直到有人恢复'
  return minutes < 60 ? `${minutes} 分钟` : `${minutes / 60} 小时`
}

export const untilText = (now: Instant, minutes: number): string =>
  new Date(now + minutes * 60_000).toISOString()

/** Drills are told from what was meant by these words, which stand in the log for good. */
export const drillReason = '演练'

const kindTitles: Readonly<Record<Order['kind'], string>> = {
  stop: '停播',
  notice: '临时通知',
  urgent: '紧急通知',
  withdraw: '撤下内容',
  end: '恢复',
}

/** @param titleOf of a document; its id where none is known */
export function orderTitle(order: Order, titleOf: (id: string) => string): string {
  const drill = order.reason.startsWith(drillReason) && order.kind === 'stop' ? '演练：' : ''
  switch (order.kind) {
    case 'notice':
      return `临时通知：${order.title}`
    case 'urgent':
      return `紧急通知：${order.text}`
    case 'withdraw':
      return `撤下：${order.ids.map(titleOf).join('、')}`
    case 'end':
      return `恢复（结束第 ${order.order} 号命令）`
    default:
      return drill + kindTitles[order.kind]
  }
}

/** `▶ 生效中，到 12月4日 08:30` */
export function standingOf(
  order: Order,
  inForce: boolean,
  now: Instant,
): { shape: string; word: string; tone: 'critical' | 'default' | 'positive' } {
  if (order.kind === 'end') return { shape: '✓', word: `${momentWords(order.at)} 下达`, tone: 'positive' }
  if (inForce) {
    const until = 'until' in order && order.until !== undefined ? order.until : null
    const end = until === null ? '直到有人恢复' : `到 ${endWords(until, now)}`
    return { shape: '▶', word: `生效中，${end}`, tone: 'critical' }
  }
  return { shape: '■', word: order.endedBy === null ? '到时间自己结束了' : '已结束', tone: 'default' }
}

const dayMs = 86_400_000
const endWords = (until: Instant, now: Instant) =>
  until - now < dayMs / 2 ? clockWords(until) : momentWords(until)

export interface Progress {
  done: number
  all: number
  /** Whole per cent; 100 only when all have. */
  percent: number
  words: string
  complete: boolean
}

/** Screens without a player show nothing, so nothing is waited for there. */
export function progressOf({ all, acknowledged, unpaired, waiting, offline }: OrderCounts): Progress {
  const expected = all - unpaired
  const complete = acknowledged === expected
  const percent = expected === 0 ? 100 : Math.floor((acknowledged / expected) * 100)
  const rest = [
    waiting > 0 ? `${waiting} 块在线、还没有回复` : '',
    offline > 0 ? `${offline} 块离线` : '',
    unpaired > 0 ? `另有 ${unpaired} 块没有播放器` : '',
  ].filter(Boolean)
  const words =
    expected === 0 && all === 0
      ? '没有一块屏需要照办'
      : [`${acknowledged} / ${expected} 块已执行`, ...rest].join('，')
  return { done: acknowledged, all: expected, percent, words, complete }
}

const order = ['waiting', 'offline', 'acknowledged', 'unpaired'] as const

/** Those who are waited for stand first, those who show nothing last. */
export const byPressing = (screens: readonly OrderedScreen[]): OrderedScreen[] =>
  [...screens].sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state))

export const complianceMarks: Readonly<
  Record<
    OrderedScreen['state'],
    { shape: string; word: string; tone: 'positive' | 'caution' | 'critical' | 'default' }
  >
> = {
  acknowledged: { shape: '✓', word: '已执行', tone: 'positive' },
  waiting: { shape: '◔', word: '等待回复', tone: 'caution' },
  offline: { shape: '✕', word: '离线', tone: 'critical' },
  unpaired: { shape: '○', word: '未配对', tone: 'default' },
}
