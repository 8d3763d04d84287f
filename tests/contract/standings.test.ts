/** @file How events stand, as the calendar draws it, is what the resolver answers. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { resolve } from '../../contracts/schedule/index.ts'
import { stretches, type Stretch } from '../../contracts/schedule/standings.ts'
import { joinSpans, openSpans, openSpansByDaypart } from '../../contracts/schedule/windows.ts'
import { eventOf, scheduleOf, screenOf } from '../support/schedules.ts'
import { situations } from './random-schedules.ts'
import { table } from './table.ts'

const dayMs = 86_400_000
const situation = situations(table.calendar)
const part = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true })
const runs = { numRuns: 1_000 }
const timeoutMs = 120_000
const onScreen = ['plays', 'shares', 'fills']

/** The stretch in which a play that is on at `instant` began. */
function stretchAt(found: readonly Stretch[], instant: number): Stretch {
  const stretch = found.find(({ from, until }) => from <= instant && instant < until)
  if (!stretch) throw new Error('the stretches have a gap')
  return stretch
}

it(
  'whatever plays at a random instant stands on the screen by the calendar’s reckoning, in 1,000 timetables',
  () => {
    fc.assert(
      fc.property(situation, part, ({ schedule, screen, instant }, share) => {
        const within = { from: instant - dayMs, until: instant + 2 * dayMs }
        const at = Math.floor(instant + share * dayMs)
        const { event, source, from } = resolve(schedule, screen, at)
        const { events, fallback } = stretchAt(
          stretches(schedule, screen, within),
          Math.max(from, within.from),
        )
        if (event) {
          const drawn = events.find((each) => each.event.id === event.id)
          expect(onScreen).toContain(drawn?.standing)
          expect(source === 'share').toBe(drawn?.standing === 'shares')
        } else expect(fallback).toBe(true)
      }),
      runs,
    )
  },
  timeoutMs,
)

it(
  'the stretches follow one another without gap, and name exactly the events whose windows are open',
  () => {
    fc.assert(
      fc.property(situation, ({ schedule, screen, instant }) => {
        const within = { from: instant, until: instant + 3 * dayMs }
        const found = stretches(schedule, screen, within)
        expect(found[0]?.from).toBe(within.from)
        expect(found.at(-1)?.until).toBe(within.until)
        for (const [index, { until }] of found.slice(0, -1).entries())
          expect(found[index + 1]?.from).toBe(until)
        for (const event of schedule.events) {
          const drawn = found.filter(({ events }) => events.some((each) => each.event === event))
          const aimed = event.targets.some(({ county }) => county === undefined || county === screen.county)
          const open = aimed ? openSpans(event, schedule.calendar, schedule.zone, within) : []
          expect(joinSpans(drawn)).toEqual(open)
        }
      }),
      runs,
    )
  },
  timeoutMs,
)

it('the windows of the dayparts make up the windows of the event, so a box can be told which it is', () => {
  fc.assert(
    fc.property(situation, ({ schedule, instant }) => {
      const within = { from: instant - dayMs, until: instant + 6 * dayMs }
      for (const event of schedule.events) {
        const told = openSpansByDaypart(event, schedule.calendar, schedule.zone, within)
        const together = joinSpans(told.flatMap(({ spans }) => spans))
        expect(together).toEqual(openSpans(event, schedule.calendar, schedule.zone, within))
      }
    }),
    runs,
  )
})

const morning = Date.parse('2026-03-06T00:00:00Z')
const standings = (events: Parameters<typeof eventOf>[0][], playlists: Record<string, string[]> = {}) =>
  stretches(scheduleOf({ events, playlists }, table.calendar), screenOf(), {
    from: morning,
    until: morning + 3_600_000,
  })[0]?.events.map(({ event, standing, by }) => [event.id, standing, by.map(({ id }) => id).join()])

it('a lower priority is covered, and is told by whom', () => {
  expect(
    standings([
      { id: 'low', priority: 1 },
      { id: 'high', priority: 7, playlist: 'q' },
    ]),
  ).toEqual([
    ['high', 'plays', ''],
    ['low', 'covered', 'high'],
  ])
})

it('equal ranks take turns, so neither is covered', () => {
  expect(standings([{ id: 'a' }, { id: 'b', playlist: 'q' }])).toEqual([
    ['a', 'plays', ''],
    ['b', 'plays', ''],
  ])
})

it('an event whose lines are all capped leaves its pauses to the next, which fills them', () => {
  const events = [
    { id: 'low' },
    { id: 'rare', priority: 9, playlist: 'q' },
    { id: 'last', priority: 0, playlist: 'f' },
  ]
  expect(standings(events, { q: ['q1:60:2'] })).toEqual([
    ['rare', 'plays', ''],
    ['low', 'fills', 'rare'],
    ['last', 'covered', 'low'],
  ])
})

it('a takeover silences shares, and an event without anything to show covers nobody', () => {
  const events = [
    { id: 'share', mode: 'share' as const, shareSecondsPerHour: 60 },
    { id: 'now', mode: 'takeover' as const, playlist: 'q', issuedAt: '2026-03-01T00:00:00Z' },
  ]
  expect(standings(events)).toEqual([
    ['now', 'plays', ''],
    ['share', 'silenced', 'now'],
  ])
  expect(standings([{ id: 'hollow', priority: 9, playlist: 'gone' }, { id: 'low' }])).toEqual([
    ['hollow', 'empty', ''],
    ['low', 'plays', ''],
  ])
})
