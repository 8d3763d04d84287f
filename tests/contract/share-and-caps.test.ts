/** @file What share events and caps promise, over whole days and over midnight, and that remembering changes nothing. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { timeline, type Resolution } from '../../contracts/schedule/index.ts'
import { turnAt } from '../../contracts/schedule/resolve.ts'
import { scheduleOf, screenOf } from '../support/schedules.ts'
import { situations } from './random-schedules.ts'
import { table } from './table.ts'
import { long } from '../support/long.ts'

const { calendar } = table
const hourMs = 3_600_000
const runs = { numRuns: long ? 2_000 : 80 }
const timeoutMs = long ? 1_800_000 : 120_000
const midnight = Date.parse('2026-03-02T00:00:00+08:00')

const secondsOf = (plays: readonly Resolution[]) =>
  plays.reduce((sum, { from, until }) => sum + (until - from) / 1_000, 0)

/** A share event of entries of these lengths beside an ordinary list, over whole days of Shanghai. */
const shares = fc.record({
  lengths: fc.array(fc.integer({ min: 5, max: 60 }), { minLength: 1, maxLength: 5 }),
  ordinary: fc.array(fc.integer({ min: 5, max: 30 }), { minLength: 1, maxLength: 3 }),
  secondsPerHour: fc.integer({ min: 1, max: 1_800 }),
  day: fc.nat({ max: 400 }),
  days: fc.integer({ min: 1, max: 3 }),
})
type Shares = typeof shares extends fc.Arbitrary<infer Value> ? Value : never

function sharePlays({ lengths, ordinary, secondsPerHour, day, days }: Shares): Resolution[] {
  const schedule = scheduleOf(
    {
      playlists: {
        p: ordinary.map((seconds, index) => `p${index}:${seconds}`),
        s: lengths.map((seconds, index) => `s${index}:${seconds}`),
      },
      events: [
        { id: 'ordinary' },
        { id: 'share', playlist: 's', mode: 'share', shareSecondsPerHour: secondsPerHour },
      ],
    },
    calendar,
  )
  const from = midnight + day * 24 * hourMs
  const plays = timeline(schedule, screenOf(), from, from + days * 24 * hourMs, 100_000)
  return plays.filter(({ source }) => source === 'share')
}

describe('a share event', () => {
  it(
    'has its seconds over whole days: one round may be begun, and midnight may cut what is due then',
    () => {
      fc.assert(
        fc.property(shares, (given) => {
          const { lengths, ordinary, secondsPerHour, days } = given
          const round = lengths.reduce((sum, seconds) => sum + seconds, 0)
          const longest = Math.max(...lengths)
          const waiting = (Math.max(...ordinary) * secondsPerHour) / 3_600 + longest
          const seconds = secondsOf(sharePlays(given))
          const promised = secondsPerHour * 24 * days
          expect(seconds).toBeLessThanOrEqual(promised + round)
          expect(seconds).toBeGreaterThanOrEqual(promised - round - days * (waiting + longest))
        }),
        runs,
      )
    },
    timeoutMs,
  )

  it(
    'is spread evenly: two plays lie as far apart as the first is long, by the share of the hour',
    () => {
      fc.assert(
        fc.property(shares, (given) => {
          const { lengths, ordinary, secondsPerHour } = given
          const late = Math.max(...ordinary) + Math.max(...lengths)
          const plays = sharePlays({ ...given, days: 1 })
          for (const [index, play] of plays.slice(1).entries()) {
            const before = plays[index]
            const length = lengths[Number(before?.item.id.slice(1))] ?? NaN
            const distance = (play.from - (before?.from ?? NaN)) / 1_000
            const spread = (length * 3_600) / secondsPerHour
            expect(distance).toBeGreaterThanOrEqual(Math.max(length, spread - late))
            expect(distance).toBeLessThanOrEqual(spread + late)
          }
        }),
        runs,
      )
    },
    timeoutMs,
  )

  it(
    'plays its entries in turn, from one day to the next too, however small its share',
    () => {
      fc.assert(
        fc.property(shares, (given) => {
          const sparse = { ...given, secondsPerHour: (given.secondsPerHour % 20) + 1, days: 3 }
          const order = sharePlays(sparse).map(({ item }) => Number(item.id.slice(1)))
          const expected = order.map((_, index) => ((order[0] ?? 0) + index) % sparse.lengths.length)
          expect(order).toEqual(expected)
        }),
        runs,
      )
    },
    timeoutMs,
  )
})

describe('a cap', () => {
  const tooNear = (plays: readonly Resolution[]) => {
    const begun = new Map<string, number>()
    const found: string[] = []
    for (const { item, playlist, entry, from } of plays) {
      const cap = playlist?.entries.find(({ key }) => key === entry?.key)?.maxPlaysPerHour
      const last = begun.get(item.id)
      if (cap !== undefined && last !== undefined && from - last < hourMs / cap)
        found.push(`${item.id} at ${new Date(from).toISOString()} ${(from - last) / 1_000} s after the last`)
      begun.set(item.id, from)
    }
    return found
  }

  it(
    'keeps its distance to every earlier play of the item, in any zone and timetable',
    () => {
      fc.assert(
        fc.property(situations(calendar), ({ schedule, screen, instant }) => {
          expect(tooNear(timeline(schedule, screen, instant, instant + 4 * hourMs))).toEqual([])
        }),
        runs,
      )
    },
    timeoutMs,
  )

  it(
    'keeps its distance over midnight, although the walk begins anew there',
    () => {
      const near = situations(calendar, ['Asia/Shanghai'])
      fc.assert(
        fc.property(near, fc.constantFrom(-1, 0, 1), ({ schedule, screen }, day) => {
          const at = Date.parse('2026-03-06T00:00:00+08:00') + day * 24 * hourMs
          expect(tooNear(timeline(schedule, screen, at - 2 * hourMs, at + 2 * hourMs, 20_000))).toEqual([])
        }),
        runs,
      )
    },
    timeoutMs,
  )
})

it(
  'who asks the same timetable again and again is told the same, also when the clock jumps back',
  () => {
    const steps = fc.array(fc.integer({ min: -2 * hourMs, max: 3 * hourMs }), { minLength: 2, maxLength: 6 })
    fc.assert(
      fc.property(situations(calendar), steps, ({ schedule, screen, instant }, jumps) => {
        let at = instant
        for (const jump of [0, 1, ...jumps]) {
          at += jump
          expect(turnAt(schedule, screen, at)).toEqual(turnAt({ ...schedule }, screen, at))
          // As a player asks: what comes after this one?
          at = turnAt(schedule, screen, at).until
          expect(turnAt(schedule, screen, at)).toEqual(turnAt({ ...schedule }, screen, at))
        }
      }),
      runs,
    )
  },
  timeoutMs,
)
