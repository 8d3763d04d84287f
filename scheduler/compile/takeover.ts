/**
 * @file A takeover as a part of manifests: one event, one playlist, and what it shows. Pure.
 *
 * The event ends by the screen's own clock, so it ends without a network too. What it shows stands alone: an
 * order is not to be read between a running line and a mark.
 */
import type { Instant } from '../../contracts/part.ts'
import type { ManifestPart } from '../../contracts/manifest.ts'
import { readingSeconds, type Item, type ScheduleEvent } from '../../contracts/schedule/index.ts'
import { dayText, wallClock } from '../../contracts/schedule/zone.ts'
import type { TakeoverInForce } from '../../contracts/orders.ts'

const stopNameSeconds = 10
const stopClockSeconds = 50
/** How far a screen's clock may be behind ours and yet show new words at once. */
const clockSlackMs = 2_000
/** Stands on a stopped screen while the bureau has no name in the settings. */
const nameless = '请稍候'
export const takeoverTitles = { stop: '停播', notice: '临时通知', urgent: '紧急通知' } as const

/** Id of the event and the playlist of an order. */
export const takeoverId = (order: number): string => `order:${order}`

/** An instant as the wall clock of a zone, to the second that has begun. */
export function localText(zone: string, instant: Instant): string {
  const { day, ms } = wallClock(zone, Math.ceil(instant / 1_000) * 1_000)
  return `${dayText(day)}T${new Date(ms).toISOString().slice(11, 19)}`
}

export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

interface Shown {
  item: Item
  seconds: number
}

function shownBy({ order, until }: TakeoverInForce, zone: string, bureau: string): Shown[] {
  const id = takeoverId(order.id)
  const alone = true
  const limit = until === null ? {} : { validUntil: localText(zone, until) }
  const card = { layout: 'auto', signature: bureau, kind: 'slogan', ...limit, alone } as const
  if (order.kind === 'stop') {
    const name = bureau || nameless
    return [
      { item: { ...card, id, title: name, lines: [name], tone: 'plain' }, seconds: stopNameSeconds },
      {
        item: { id: `${id}:clock`, kind: 'clock', title: '时钟', signature: bureau, ...limit, alone },
        seconds: stopClockSeconds,
      },
    ]
  }
  const lines = linesOf(order.text)
  const heading = order.kind === 'notice' ? order.title : takeoverTitles.urgent
  const seconds = readingSeconds([heading, ...lines].join('').length)
  if (order.kind === 'notice' && order.tone === 'plain') {
    const validUntil = localText(zone, until ?? order.until)
    return [
      {
        item: { id, kind: 'notice', title: heading, text: order.text, issuer: bureau, validUntil, alone },
        seconds,
      },
    ]
  }
  return [{ item: { ...card, id, title: heading, lines: [heading, ...lines], tone: 'solemn' }, seconds }]
}

/**
 * @param zone of the screens that this part is for
 * @param bureau name of the bureau, which answers for every word on a screen
 */
export function takeoverPart(takeover: TakeoverInForce, zone: string, bureau: string): ManifestPart {
  const { order, until } = takeover
  const id = takeoverId(order.id)
  const title =
    order.kind === 'notice' ? `${takeoverTitles.notice}：${order.title}` : takeoverTitles[order.kind]
  const shown = shownBy(takeover, zone, bureau)
  const event: ScheduleEvent = {
    id,
    title,
    playlist: id,
    targets: order.targets,
    when: { type: 'always' },
    days: { type: 'any' },
    priority: 9,
    mode: 'takeover',
    level: 'prefecture',
    mandatory: true,
    issuedAt: new Date(order.rank).toISOString(),
    // The loop starts here, so that words are read from their first page. A stop asks no clock.
    ...(order.kind === 'stop' ? {} : { validFrom: localText(zone, order.at - clockSlackMs) }),
    ...(until === null ? {} : { validUntil: localText(zone, until) }),
  }
  const entries = shown.map(({ item, seconds }) => ({ key: item.id, item: item.id, seconds }))
  return {
    events: [event],
    playlists: [{ id, title, entries }],
    items: shown.map(({ item }) => item),
  }
}
