/**
 * @file The timetable of a screen as it would be if every draft were published. Pure.
 *
 * What no draft changes is taken as the scheduler made it for that screen, so that without drafts the answer
 * is the very same; only playlists with a draft are made here, line by line.
 */
import type { Item, Playlist, Schedule, ScheduledScreen } from '../../../../contracts/schedule/index.ts'
import type { Library } from './library.ts'
import { scheduleFor, timetableOf } from './timetable.ts'

/** As `GET /api/signage/schedule` answers. */
export interface Travelled {
  schedule: Schedule
  screen: ScheduledScreen
}

export interface Foreseen extends Travelled {
  /** Some playlist was made here: which of the newest it shows, and for how long, is not known exactly. */
  rough: boolean
}

/** Orders stand above what is planned, and no draft changes them. */
const isOrder = (id: string | undefined): boolean => id?.startsWith('order:') ?? false

function mergedPlaylists(own: Schedule, theirs: Schedule, drafts: ReadonlySet<string>) {
  const made = new Map(theirs.playlists.map((playlist) => [playlist.id, playlist]))
  const playlists: Playlist[] = theirs.playlists.filter(({ id }) => isOrder(id))
  const roughIds = new Set<string>()
  for (const playlist of own.playlists) {
    const known = drafts.has(playlist.id) ? undefined : made.get(playlist.id)
    if (!known) roughIds.add(playlist.id)
    playlists.push(known ?? playlist)
  }
  const items = new Map<string, Item>(own.items.map((item) => [item.id, item]))
  for (const item of theirs.items) items.set(item.id, item)
  return { playlists, items: [...items.values()], roughIds }
}

/**
 * @param library with drafts
 * @param travelled what the scheduler made for the screen; `null` where it did not answer
 * @returns `null` where the screen is not written to the end
 */
export function foreseen(
  library: Library,
  travelled: Travelled | null,
  screenId: string,
  firstDay: string,
): Foreseen | null {
  const timetable = timetableOf(library, firstDay)
  const screen = timetable.screens.find(({ id }) => id === screenId)
  if (!screen) return null
  const own = scheduleFor(timetable, screen)
  if (!travelled) return { schedule: own, screen, rough: true }
  const drafts = new Set(library.playlists.filter(({ draft }) => draft).map(({ document }) => document._id))
  const { playlists, items, roughIds } = mergedPlaylists(own, travelled.schedule, drafts)
  const { fallback } = travelled.screen
  const stopped = isOrder(fallback)
  const events = [
    ...travelled.schedule.events.filter(({ id }) => isOrder(id)),
    // No published takeover ends an operator's stop.
    ...own.events.filter(({ mode }) => !(stopped && mode === 'takeover')),
  ]
  return {
    schedule: { ...own, events, playlists, items },
    screen: stopped && fallback ? { ...screen, fallback } : screen,
    rough: events.some(({ playlist }) => roughIds.has(playlist)),
  }
}
