/** @file Items, timetables and manifests for the player's tests, written short. */
import { createHash } from 'node:crypto'
import {
  manifestFormat,
  type Manifest,
  type ManifestAsset,
  type ScreenProfile,
} from '../../../contracts/manifest.ts'
import type { Item, Schedule, ScheduleEvent, SloganItem } from '../../../contracts/schedule/index.ts'

const dayMs = 86_400_000

export function slogan(id: string, lines: readonly string[], more: Partial<SloganItem> = {}): SloganItem {
  return {
    kind: 'slogan',
    id,
    title: lines.join(''),
    lines,
    layout: 'auto',
    tone: 'plain',
    signature: '',
    ...more,
  }
}

export interface Asset extends ManifestAsset {
  body: Buffer
}

export function asset(body: Buffer, type: string): Asset {
  const sha256 = createHash('sha256').update(body).digest('hex')
  return { sha256, bytes: body.length, type, url: `/files/${sha256}`, body }
}

export interface Programme {
  /** Item and seconds, in the order of the playlist. */
  plays: readonly (readonly [Item, number])[]
  /** Shown when no event is open; left out: the first of `plays`. */
  fallback?: readonly (readonly [Item, number])[]
  event?: Partial<ScheduleEvent>
}

export function scheduleOf({ plays, fallback, event }: Programme): Schedule {
  const spare = fallback ?? plays.slice(0, 1)
  const playlist = (id: string, entries: Programme['plays']) => ({
    id,
    title: id,
    entries: entries.map(([item, seconds], index) => ({ key: `${id}-${index}`, item: item.id, seconds })),
  })
  const items = new Map([...plays, ...spare].map(([item]) => [item.id, item]))
  const always: ScheduleEvent = {
    id: 'event',
    title: '全天',
    playlist: 'main',
    targets: [{}],
    when: { type: 'always' },
    days: { type: 'any' },
    priority: 0,
    mode: 'normal',
    level: 'screen',
    mandatory: false,
  }
  return {
    zone: 'Asia/Shanghai',
    events: [{ ...always, ...event }],
    playlists: [playlist('main', plays), playlist('spare', spare)],
    items: [...items.values()],
    calendar: { years: {}, legalDays: [], lunarMonths: [] },
    fallback: 'spare',
  }
}

export function screenOf(id: string, more: Partial<ScreenProfile> = {}): ScreenProfile {
  return {
    id,
    title: '村口屏',
    countyTitle: '景县',
    county: 'county-131127',
    groups: [],
    audiences: [],
    width: 192,
    height: 96,
    regionX: 0,
    regionY: 0,
    volumePercent: 0,
    brightnessPercent: 100,
    cacheBytesMax: 2 * 1024 ** 3,
    ...more,
  }
}

export function manifestOf(
  programme: Programme,
  more: { revision: number; screen: ScreenProfile; now: number; assets?: readonly Asset[]; leaseMs?: number },
): Manifest {
  return {
    format: manifestFormat,
    revision: more.revision,
    issuedAt: more.now,
    leaseUntil: more.now + (more.leaseMs ?? 45 * dayMs),
    screen: more.screen,
    schedule: scheduleOf(programme),
    assets: (more.assets ?? []).map(({ sha256, bytes, type, url }) => ({ sha256, bytes, type, url })),
  }
}
