/**
 * @file The calendar draws what plays: its boxes against the resolver in random timetables, its timetable
 * against the scheduler's for the demonstration's screens.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ScreenDocument } from '../../contracts/documents/index.ts'
import { resolve } from '../../contracts/schedule/index.ts'
import { targetsScreen } from '../../contracts/schedule/order.ts'
import { openSpans } from '../../contracts/schedule/windows.ts'
import { readContent } from '../../demonstration/content.ts'
import type { SignageDocument } from '../../scheduler/compile/documents.ts'
import { boxes, isLost, lostEverywhere, type Box } from '../../studio/tools/calendar/model/boxes.ts'
import { conflicts } from '../../studio/tools/calendar/model/conflicts.ts'
import { libraryOf, libraryTypes, type LibraryDocument } from '../../studio/tools/calendar/model/library.ts'
import { scheduleFor, timetableOf, type Timetable } from '../../studio/tools/calendar/model/timetable.ts'
import { situations, type Situation } from '../contract/random-schedules.ts'
import { table } from '../contract/table.ts'
import { compiled } from '../scheduler/compile-rig.ts'
import { eventOf, scheduleOf, screenOf } from '../support/schedules.ts'

const dayMs = 86_400_000
const all = { kind: 'all' } as const

function timetableFrom({ schedule, screen }: Omit<Situation, 'instant'>): Timetable {
  return {
    schedule,
    planned: schedule.events.map((event) => ({
      event,
      draft: false,
      fits: (each) => targetsScreen(event, each),
    })),
    screens: [screen],
  }
}

const holds = ({ from, until }: { from: number; until: number }, instant: number) =>
  from <= instant && instant < until

/** Whether the box says that its event may be on the screen at an instant. */
const saysPlays = (box: Box, instant: number) => !lostEverywhere(box).some((lost) => holds(lost, instant))

describe('boxes and the resolver', () => {
  it('agree at random instants of 1,000 random timetables, for there is one source', () => {
    fc.assert(
      fc.property(
        situations(table.calendar),
        fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
        ({ schedule, screen, instant }, part) => {
          const bounds = { from: instant - dayMs, until: instant + 2 * dayMs }
          const drawn = boxes(timetableFrom({ schedule, screen }), all, bounds)
          const at = Math.floor(instant + part * dayMs)
          const { event, from } = resolve(schedule, screen, at)
          // What plays was chosen when the play began.
          const chosen = Math.max(from, bounds.from)
          const open = drawn.filter((box) => holds(box, chosen) && box.times === 1)
          if (event) {
            const own = drawn.filter((box) => box.event.id === event.id && holds(box, chosen))
            expect(own.length).toBeGreaterThan(0)
            expect(own.some((box) => saysPlays(box, chosen))).toBe(true)
          } else
            for (const box of open)
              expect(box.lost.some((lost) => holds(lost, chosen)) || hasCaps(schedule, box)).toBe(true)
        },
      ),
      { numRuns: 1_000 },
    )
  }, 120_000)

  it('show every moment at which an event is open, and none besides', () => {
    fc.assert(
      fc.property(
        situations(table.calendar, ['Asia/Shanghai', 'Europe/Berlin']),
        ({ schedule, screen, instant }) => {
          const bounds = { from: instant, until: instant + 3 * dayMs }
          const drawn = boxes(timetableFrom({ schedule, screen }), all, bounds)
          for (const event of schedule.events) {
            const mine = drawn.filter((box) => box.event.id === event.id)
            const spans = targetsScreen(event, screen)
              ? openSpans(event, schedule.calendar, schedule.zone, bounds)
              : []
            for (const span of spans)
              for (const at of [span.from, span.until - 1])
                expect(mine.some((box) => holds(box, at))).toBe(true)
            for (const box of mine.filter(({ times }) => times === 1))
              expect(spans.some((span) => span.from <= box.from && box.until <= span.until)).toBe(true)
          }
        },
      ),
      { numRuns: 300 },
    )
  }, 120_000)
})

/** Its lines are held back by caps, so that the fallback fills the pauses. */
function hasCaps({ playlists }: Situation['schedule'], { event }: Box): boolean {
  const entries = playlists.find(({ id }) => id === event.playlist)?.entries ?? []
  return event.mode === 'share' || entries.some(({ maxPlaysPerHour }) => maxPlaysPerHour !== undefined)
}

describe('the timetable of the calendar', () => {
  const documents = readContent()
    .flatMap(({ documents: each }) => each)
    .map((document) => ({
      _rev: 'r',
      _createdAt: '2026-01-01T00:00:00Z',
      _updatedAt: '2026-01-01T00:00:00Z',
      ...document,
    }))
  const known: ReadonlySet<string> = new Set(libraryTypes)
  const library = libraryOf(
    {
      documents: documents.filter(({ _type }) => known.has(_type)) as unknown as LibraryDocument[],
      contents: documents as never[],
    },
    'drafts',
  )
  const map = new Map(documents.map((document) => [document._id, document as unknown as SignageDocument]))
  const timetable = timetableOf(library, '2026-11-22')
  const screens = documents.filter(({ _type }) => _type === 'screen') as unknown as ScreenDocument[]

  it.each(screens.map(({ _id, title }) => [title, _id]))(
    'has the events that the scheduler sends to %s',
    (_, id) => {
      const theirs = compiled(map, id, { today: '2026-11-22' }).schedule
      const screen = timetable.screens.find((each) => each.id === id)
      if (!screen) throw new Error('the screen is not there')
      const ours = scheduleFor(timetable, screen)
      const sorted = (events: typeof ours.events) => [...events].sort((a, b) => (a.id < b.id ? -1 : 1))
      expect(sorted(ours.events)).toEqual(sorted(theirs.events))
      expect(ours.events.length).toBeGreaterThan(5)
      expect(ours.calendar.years).toEqual(theirs.calendar.years)
      expect(ours.calendar.legalDays).toEqual(theirs.calendar.legalDays)
    },
  )

  it('takes a draft in place of what is published, and marks it', () => {
    const [event] = library.events
    if (!event) throw new Error('no events')
    const draft = { ...event.document, _id: `drafts.${event.document._id}`, title: '改过的' }
    const answer = { documents: [event.document, draft] as LibraryDocument[], contents: [] }
    expect(libraryOf(answer, 'drafts').events).toMatchObject([
      { document: { _id: event.document._id, title: '改过的' }, draft: true, published: true },
    ])
    expect(libraryOf(answer, 'published').events).toMatchObject([
      { document: { title: event.document.title }, draft: false },
    ])
  })
})

describe('what is lost', () => {
  const morning = Date.parse('2026-03-06T00:00:00+08:00')
  const bounds = { from: morning, until: morning + dayMs }
  const eight = {
    type: 'dayparts',
    dayparts: [{ days: [1, 2, 3, 4, 5, 6, 7], start: '08:00', end: '10:00' }],
  } as const

  const drawn = (...events: Parameters<typeof eventOf>[0][]) => {
    const schedule = scheduleOf(
      { events: events.map((event) => ({ when: eight, ...event })) },
      table.calendar,
    )
    const found = boxes(timetableFrom({ schedule, screen: screenOf() }), all, bounds)
    return { found, listed: conflicts(found, schedule.events) }
  }

  it('a box that is covered all the time is lost, and the list says by whom', () => {
    const { found, listed } = drawn({ id: 'low', priority: 1 }, { id: 'high', priority: 9, playlist: 'q' })
    expect(found.filter(isLost).map(({ event }) => event.id)).toEqual(['low'])
    expect(listed).toMatchObject([
      { event: { id: 'low' }, by: [{ id: 'high' }], whole: true, share: 1, screens: 1, of: 1 },
    ])
  })

  it('a box that is covered for an hour is pale for that hour only', () => {
    const nine = { type: 'dayparts', dayparts: [{ days: [5], start: '09:00', end: '11:00' }] } as const
    const { found, listed } = drawn(
      { id: 'low', priority: 1 },
      { id: 'high', priority: 9, playlist: 'q', when: nine },
    )
    const box = found.find(({ event }) => event.id === 'low')
    expect(
      box?.lost.map(({ from, until }) => [(from - morning) / 3_600_000, (until - morning) / 3_600_000]),
    ).toEqual([[9, 10]])
    expect(listed).toMatchObject([{ whole: false, share: 0.5 }])
  })

  it('an event that opens all day long is one box a day, which says how often', () => {
    const often = { type: 'cron', cron: '*/20 * * * *', durationMinutes: 2 } as const
    const { found } = drawn({ id: 'often', when: often })
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({ times: 72, wholeDays: true, open: 72 * 120_000 })
  })
})
