/** @file One message for all alerts that opened or closed within a minute. Pure. */
import type { Instant } from '../../contracts/part.ts'
import { wallClock } from '../../contracts/schedule/zone.ts'
import { alertTitle } from './rules.ts'

export interface AlertEvent {
  what: 'opened' | 'closed'
  /** Number of the incident. */
  incident: number
  kind: string
  screen: string
  title: string
  county: string
  countyTitle: string
  openedAt: Instant
  closedAt: Instant | null
  note: string
}

export interface AlertMessage {
  /** Another message has another id; one that is sent again has the same. */
  id: string
  at: Instant
  subject: string
  text: string
  events: readonly (AlertEvent & { kindTitle: string })[]
  /** Events beyond those listed. */
  leftOut: number
}

export interface MessageParts {
  id: string
  at: Instant
  zone: string
  /** How many screens of a county have players. */
  screensOf(county: string): number
}

const eventsMax = 200
const linesMax = 40

function timeText(zone: string, at: Instant): string {
  const minutes = Math.floor(wallClock(zone, at).ms / 60_000)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

const wordOf = ({ what }: AlertEvent) => (what === 'opened' ? '告警' : '恢复')

function groupBy(events: readonly AlertEvent[]): AlertEvent[][] {
  const groups = new Map<string, AlertEvent[]>()
  for (const event of events) {
    const key = `${event.what} ${event.kind} ${event.county}`
    const group = groups.get(key) ?? []
    group.push(event)
    groups.set(key, group)
  }
  return [...groups.values()]
}

/** Three or more of one kind in one county are one line: whoever reads it looks for one cause. */
function linesOf(group: readonly AlertEvent[], { zone, screensOf }: MessageParts): string[] {
  const [first] = group
  if (!first) return []
  const kind = alertTitle(first.kind)
  if (group.length < 3)
    return group.map((event) => {
      const at = timeText(zone, event.what === 'opened' ? event.openedAt : (event.closedAt ?? event.openedAt))
      return `${wordOf(event)} ${at} ${event.countyTitle} ${event.title}：${kind}（${event.note}）`
    })
  const all = group.length >= screensOf(first.county) ? '全部 ' : ' '
  const some = group.slice(0, 5).map(({ title }) => title)
  const more = group.length > some.length ? '等' : ''
  return [
    `${wordOf(first)} ${first.countyTitle}${all}${group.length} 块屏：${kind}（${some.join('、')}${more}）`,
  ]
}

/** @param events at least one, in the order in which they came */
export function messageOf(events: readonly AlertEvent[], parts: MessageParts): AlertMessage {
  const opened = events.filter(({ what }) => what === 'opened').length
  const closed = events.length - opened
  const counts = [opened > 0 ? `${opened} 处告警` : '', closed > 0 ? `${closed} 处恢复` : '']
  const lines = groupBy(events).flatMap((group) => linesOf(group, parts))
  const shown = lines.slice(0, linesMax)
  if (lines.length > linesMax) shown.push(`另有 ${lines.length - linesMax} 条，请到编辑台查看。`)
  return {
    id: parts.id,
    at: parts.at,
    subject: `普法屏：${counts.filter(Boolean).join('，')}`,
    text: shown.join('\n'),
    events: events.slice(0, eventsMax).map((event) => ({ ...event, kindTitle: alertTitle(event.kind) })),
    leftOut: Math.max(0, events.length - eventsMax),
  }
}
