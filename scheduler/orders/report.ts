/** @file What the console is told of an order: its screens, who has acknowledged, and the counts. */
import type { Order, OrderCounts, OrderedScreen, OrderReport } from '../../contracts/orders.ts'
import type { Instant } from '../../contracts/part.ts'
import { defaultZone } from '../../contracts/schedule/index.ts'
import type { Fleet } from '../fleet/status.ts'
import type { Manifests } from '../manifests/manifests.ts'
import type { PairingStore } from '../store/pairings.ts'
import type { ComplianceRow } from './compliance.ts'
import { localText } from '../compile/takeover.ts'

export interface ReportWorld {
  manifests: Pick<Manifests, 'get'>
  fleet: Pick<Fleet, 'get'>
  pairings: Pick<PairingStore, 'ofScreen'>
}

/** Of what is waited for, the most pressing first. */
const order: Readonly<Record<OrderedScreen['state'], number>> = {
  waiting: 0,
  offline: 1,
  unpaired: 2,
  acknowledged: 3,
}

/** `2026年12月4日 08:00` */
export function momentText(zone: string, instant: Instant): string {
  const text = localText(zone, instant)
  const [year, month, day] = text.slice(0, 10).split('-').map(Number)
  return `${year}年${month}月${day}日 ${text.slice(11, 16)}`
}

function noteOf(state: OrderedScreen['state'], mayShowUntil: Instant | null, zone: string): string {
  if (state === 'acknowledged') return ''
  if (state === 'unpaired') return '还没有播放器，配对后立即照办'
  if (state === 'waiting') return '在线，还没有回复'
  const back = '恢复联系后立即照办'
  return mayShowUntil === null
    ? `离线，在恢复联系以前可能一直照旧播放；${back}`
    : `离线，最迟到 ${momentText(zone, mayShowUntil)} 可能仍照旧播放；${back}`
}

function screenOf(row: ComplianceRow, { manifests, fleet, pairings }: ReportWorld): OrderedScreen {
  const { screen: id, revision, acknowledgedAt, mayShowUntil } = row
  const profile = manifests.get(id)?.head.screen
  const online = fleet.get(id)?.online ?? false
  const state =
    acknowledgedAt !== null
      ? 'acknowledged'
      : online
        ? 'waiting'
        : pairings.ofScreen(id)
          ? 'offline'
          : 'unpaired'
  return {
    id,
    title: profile?.title ?? '（已删除的屏幕）',
    county: profile?.countyTitle ?? '',
    online,
    state,
    revision,
    acknowledgedAt,
    mayShowUntil,
    note: noteOf(state, mayShowUntil, profile?.zone ?? defaultZone),
  }
}

export function countsOf(screens: readonly Pick<OrderedScreen, 'state'>[]): OrderCounts {
  const counts = { all: screens.length, acknowledged: 0, waiting: 0, offline: 0, unpaired: 0 }
  for (const { state } of screens) counts[state]++
  return counts
}

/** @param given the order, whether it is in force, and its screens as they are written down */
export function reportOf(
  given: { order: Order; inForce: boolean; rows: readonly ComplianceRow[] },
  world: ReportWorld,
): OrderReport {
  const screens = given.rows
    .map((row) => screenOf(row, world))
    .sort((a, b) => order[a.state] - order[b.state] || (a.id < b.id ? -1 : 1))
  return { order: given.order, inForce: given.inForce, counts: countsOf(screens), screens }
}
