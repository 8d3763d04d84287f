/**
 * @file A list of entries as RSS 2.0. Pure.
 *
 * The same entries give the same bytes at any time: the feed's own date is that of its latest entry. While
 * the bureau has set no public address, links are paths from the root of the site, which readers resolve
 * against the feed's own address; an invented host would lead them astray.
 */
import type { LocalDate, Timestamp } from '../../contracts/documents/base.ts'
import { instantOf, parseLocal } from '../../contracts/schedule/zone.ts'
import type { FeedEntry, FeedKind } from '../content/feeds.ts'
import { xmlText } from './xml.ts'

export interface FeedChannel {
  title: string
  description: string
  /** Path of the page that the feed belongs to. */
  path: string
  /** Path of the feed itself. */
  feedPath: string
  /** Null while the bureau has set no public address. */
  origin: string | null
  zone: string
}

const kindNames: Readonly<Record<FeedKind, string>> = {
  newsItem: '普法动态',
  typicalCase: '以案释法',
  activity: '普法活动',
  legalQuestion: '问法律',
}
const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const minuteMs = 60_000

/** `2026-11-18` → `Wed, 18 Nov 2026 00:00:00 +0800`: the day's first minute in the bureau's zone. */
export function feedDate(published: LocalDate | Timestamp, zone: string): string | null {
  const local = /^\d{4}-\d{2}-\d{2}$/.test(published) ? parseLocal(published) : null
  const instant = local ? instantOf(zone, local.day, 0).instant : Date.parse(published)
  if (Number.isNaN(instant)) return null
  const wall = local ? Date.parse(`${published}T00:00:00Z`) : instant
  const at = new Date(wall)
  const two = (value: number) => String(value).padStart(2, '0')
  const offset = Math.round((wall - instant) / minuteMs)
  const size = Math.abs(offset)
  const sign = offset < 0 ? '-' : '+'
  const clock = [at.getUTCHours(), at.getUTCMinutes(), at.getUTCSeconds()].map(two).join(':')
  return (
    `${weekdays[at.getUTCDay()]}, ${two(at.getUTCDate())} ${months[at.getUTCMonth()]} ${at.getUTCFullYear()} ` +
    `${clock} ${sign}${two(Math.floor(size / 60))}${two(size % 60)}`
  )
}

export function rss(channel: FeedChannel, entries: readonly FeedEntry[]): string {
  const { origin, zone } = channel
  const at = (path: string) => xmlText((origin ?? '') + path)
  const latest = entries[0] ? feedDate(entries[0].published, zone) : null
  const items = entries.map((entry) => {
    const date = feedDate(entry.published, zone)
    return [
      '<item>',
      `<title>${xmlText(entry.title)}</title>`,
      `<link>${at(entry.path)}</link>`,
      `<guid isPermaLink="false">${xmlText(entry.id)}</guid>`,
      `<category>${kindNames[entry.kind]}</category>`,
      `<description>${xmlText(entry.summary)}</description>`,
      date === null ? '' : `<pubDate>${date}</pubDate>`,
      '</item>',
    ].join('')
  })
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>',
    `<title>${xmlText(channel.title)}</title>`,
    `<link>${at(channel.path)}</link>`,
    `<description>${xmlText(channel.description)}</description>`,
    '<language>zh-cn</language>',
    latest === null ? '' : `<lastBuildDate>${latest}</lastBuildDate>`,
    `<atom:link rel="self" type="application/rss+xml" href="${at(channel.feedPath)}"/>`,
    ...items,
    '</channel></rss>\n',
  ].join('')
}
