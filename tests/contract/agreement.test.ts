/**
 * @file However the timetable is asked, it gives one answer: at once or walked through, as it stands or as
 * it travelled, in whatever order its events are listed.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../../contracts/canonical.ts'
import {
  resolve,
  timeline,
  type Resolution,
  type Schedule,
  type ScheduledScreen,
} from '../../contracts/schedule/index.ts'
import { situations } from './random-schedules.ts'
import { table } from './table.ts'
import { long } from '../support/long.ts'

const { calendar } = table
const situation = situations(calendar)
const runs = { numRuns: long ? 10_000 : 500 }
const timeoutMs = long ? 1_800_000 : 120_000

const hourMs = 3_600_000

/** What a failure has to show, with instants that can be read. */
const brief = ({ item, event, playlist, entry, source, from, until }: Resolution) => ({
  item: item.id,
  event: event?.id,
  playlist: playlist?.id,
  key: entry?.key,
  source,
  from: new Date(from).toISOString(),
  until: new Date(until).toISOString(),
})

describe('the resolver agrees with itself', () => {
  it(
    'whole rounds that are skipped end where the walk from play to play arrives',
    () => {
      fc.assert(
        fc.property(
          situation,
          fc.double({ min: 0, max: 1, noNaN: true }),
          ({ schedule, screen, instant }, part) => {
            // Walks play by play from `instant` on, while `resolve` skips whole rounds to its own.
            const walked = timeline(schedule, screen, instant, instant + 6 * hourMs, 4_000)
            const play = walked[Math.min(walked.length - 1, Math.floor(part * walked.length))]
            if (!play) throw new Error('a screen is never blank')
            const inside = Math.min(play.until - 1, Math.floor(play.from + part * (play.until - play.from)))
            expect(brief(resolve(schedule, screen, inside))).toEqual(brief(play))
          },
        ),
        runs,
      )
    },
    timeoutMs,
  )

  it(
    'plays follow one another without gap or overlap, so a screen is never blank',
    () => {
      fc.assert(
        fc.property(situation, ({ schedule, screen, instant }) => {
          const [first, ...rest] = timeline(schedule, screen, instant, instant + 2 * hourMs, 500)
          if (!first) throw new Error('a screen is never blank')
          expect(first.from).toBeLessThanOrEqual(instant)
          expect(first.until).toBeGreaterThan(instant)
          let end = first.until
          for (const play of rest) {
            expect(play.from).toBe(end)
            expect(play.until).toBeGreaterThan(play.from)
            end = play.until
          }
        }),
        runs,
      )
    },
    timeoutMs,
  )

  it(
    'until is the very instant at which the next play begins',
    () => {
      fc.assert(
        fc.property(situation, ({ schedule, screen, instant }) => {
          const play = resolve(schedule, screen, instant)
          expect(brief(resolve(schedule, screen, play.from))).toEqual(brief(play))
          expect(brief(resolve(schedule, screen, play.until - 1))).toEqual(brief(play))
          expect(resolve(schedule, screen, play.until).from).toBe(play.until)
        }),
        runs,
      )
    },
    timeoutMs,
  )

  it(
    'an item is never shown outside its validity, to the second, whatever rank it has',
    () => {
      // Shanghai has one offset, so that limits can be compared as texts, without the code under test.
      const inShanghai = situations(calendar, ['Asia/Shanghai'])
      const wallText = (at: number) => new Date(at + 8 * hourMs).toISOString().slice(0, 19)
      fc.assert(
        fc.property(inShanghai, ({ schedule, screen, instant }) => {
          for (const { item, from, until } of timeline(schedule, screen, instant, instant + hourMs, 200)) {
            expect(wallText(from) >= (item.validFrom ?? '')).toBe(true)
            expect(wallText(until - 1) < (item.validUntil ?? '9')).toBe(true)
          }
        }),
        runs,
      )
    },
    timeoutMs,
  )

  it(
    'the timetable as it travels to a player answers as it does on the server',
    () => {
      fc.assert(
        fc.property(situation, ({ schedule, screen, instant }) => {
          const travelled = JSON.parse(canonicalJson({ schedule, screen })) as {
            schedule: Schedule
            screen: ScheduledScreen
          }
          expect(resolve(travelled.schedule, travelled.screen, instant)).toEqual(
            resolve(schedule, screen, instant),
          )
        }),
        runs,
      )
    },
    timeoutMs,
  )

  it(
    'the order in which events, playlists and items are listed changes nothing',
    () => {
      fc.assert(
        fc.property(
          situation.chain((given) =>
            fc.tuple(
              fc.constant(given),
              fc.shuffledSubarray([...given.schedule.events], { minLength: given.schedule.events.length }),
              fc.shuffledSubarray([...given.schedule.playlists], {
                minLength: given.schedule.playlists.length,
              }),
              fc.shuffledSubarray([...given.schedule.items], { minLength: given.schedule.items.length }),
            ),
          ),
          ([{ schedule, screen, instant }, events, playlists, items]) => {
            const shuffled = { ...schedule, events, playlists, items }
            expect(resolve(shuffled, screen, instant)).toEqual(resolve(schedule, screen, instant))
          },
        ),
        runs,
      )
    },
    timeoutMs,
  )
})
