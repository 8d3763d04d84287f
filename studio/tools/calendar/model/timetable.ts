/**
 * @file The library as timetables: one for each screen, in the shape that the resolver reads.
 *
 * Pure. Events, campaigns and calendar by the rule that the scheduler uses (contracts/schedule). A line of a
 * playlist stands for one item here, with the dates of what it shows: which picture of "the newest" it will
 * be, and the exact seconds, only the scheduler knows, who makes the items for each screen.
 */
import type { PlaylistDocument } from '../../../../contracts/documents/index.ts'
import {
  clockSeconds,
  countdownSeconds,
  defaultZone,
  gallerySeconds,
  pictureSeconds,
  readingSeconds,
  testPatternSeconds,
} from '../../../../contracts/schedule/defaults.ts'
import {
  calendarOf,
  campaignFits,
  compileEvent,
  scheduledScreenOf,
} from '../../../../contracts/schedule/from-documents.ts'
import { lunarMonthsFrom } from '../../../../contracts/schedule/lunar.ts'
import { targetsScreen } from '../../../../contracts/schedule/order.ts'
import type {
  Calendar,
  Item,
  Playlist,
  Schedule,
  ScheduledScreen,
  ScheduleEvent,
} from '../../../../contracts/schedule/index.ts'
import { isWhole, type Library } from './library.ts'

type Line = PlaylistDocument['items'][number]

/** Lunar months of the longest span that is looked at, and the length of a legal day before it. */
const lunarMonths = 8

const lineWords: Record<Exclude<Line['_type'], 'contentItem'>, string> = {
  latestItem: '最新内容',
  hotlineItem: '法律服务热线',
  clockItem: '时钟',
  galleryItem: '墙画画廊',
  countdownItem: '倒计时',
  testPatternItem: '测试图',
}

const usualSeconds: Record<Line['_type'], number> = {
  contentItem: pictureSeconds,
  latestItem: pictureSeconds,
  hotlineItem: pictureSeconds,
  clockItem: clockSeconds,
  galleryItem: gallerySeconds,
  countdownItem: countdownSeconds,
  testPatternItem: testPatternSeconds,
}

function limit(validFrom: string | undefined, validUntil: string | undefined) {
  return { ...(validFrom ? { validFrom } : {}), ...(validUntil ? { validUntil } : {}) }
}

interface MadeLine {
  item: Item
  seconds: number
}

/** @returns `null` where the line shows something that is not published */
function lineOf(line: Line, playlist: string, { contents }: Library): MadeLine | null {
  const asked = 'seconds' in line ? line.seconds : undefined
  const shape = { kind: 'clock', signature: '' } as const
  if (line._type !== 'contentItem')
    return {
      item: { ...shape, id: `${playlist}:${line._key}`, title: lineWords[line._type] },
      seconds: asked ?? usualSeconds[line._type],
    }
  const content = contents.get(line.content?._ref ?? '')
  if (!content) return null
  const { text, title, validFrom, validUntil, begins, ends } = content
  return {
    item: {
      ...shape,
      id: content._id,
      title: title ?? text?.replace(/\n/gu, ' ') ?? '',
      ...limit(validFrom ?? begins, validUntil ?? ends),
    },
    seconds: asked ?? (text ? readingSeconds(text.length) : usualSeconds.contentItem),
  }
}

function playlistsOf(library: Library): { playlists: Playlist[]; items: Item[] } {
  const items = new Map<string, Item>()
  const playlists = library.playlists.map(({ document }): Playlist => {
    const made = (document.items ?? []).flatMap((line) => {
      const each = lineOf(line, document._id, library)
      if (!each) return []
      items.set(each.item.id, each.item)
      const { maxPlaysPerHour } = line
      const seconds = Math.max(1, Math.round(each.seconds))
      return [
        { key: line._key, item: each.item.id, seconds, ...(maxPlaysPerHour ? { maxPlaysPerHour } : {}) },
      ]
    })
    return { id: document._id, title: document.title ?? '（还没有名称）', entries: made }
  })
  return { playlists, items: [...items.values()] }
}

/** An event with what ties it to its document. */
export interface Planned {
  event: ScheduleEvent
  draft: boolean
  /** Whether a campaign narrows its screens. */
  fits: (screen: ScheduledScreen) => boolean
}

export interface Timetable {
  schedule: Schedule
  planned: readonly Planned[]
  screens: readonly ScheduledScreen[]
}

export function calendarFor(library: Library, firstDay: string): Calendar {
  return calendarOf(library.calendarYears, library.legalDays, lunarMonthsFrom(firstDay, lunarMonths))
}

/**
 * @param firstDay `2026-12-01`, the first of the days that are looked at, half a year at most
 */
export function timetableOf(library: Library, firstDay: string): Timetable {
  const campaigns = new Map(library.campaigns.map(({ document }) => [document._id, document]))
  const planned = library.events.flatMap(({ document, draft }): Planned[] => {
    const campaign = campaigns.get(document.campaign?._ref ?? '') ?? null
    // An event whose campaign cannot be read knows neither its days nor its screens.
    if (!isWhole(document) || (document.campaign && !campaign)) return []
    const event = compileEvent({ ...document, title: document.title ?? '（还没有名称）' }, campaign)
    return [
      { event, draft, fits: (screen) => targetsScreen(event, screen) && campaignFits(campaign, screen) },
    ]
  })
  const schedule: Schedule = {
    zone: defaultZone,
    events: planned.map(({ event }) => event),
    ...playlistsOf(library),
    calendar: calendarFor(library, firstDay),
    fallback: library.fallback,
  }
  return { schedule, planned, screens: library.screens.map(scheduledScreenOf) }
}

/** The timetable of one screen: without the events whose campaign does not reach it. */
export function scheduleFor({ schedule, planned }: Timetable, screen: ScheduledScreen): Schedule {
  return { ...schedule, events: planned.filter(({ fits }) => fits(screen)).map(({ event }) => event) }
}
