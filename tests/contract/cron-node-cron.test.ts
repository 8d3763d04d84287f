/**
 * @file The resolver and node-cron name the same next match, for every rule of our grammar and in zones with
 * daylight saving time, so that the server's nudge comes when the timetable changes.
 *
 * Known differences: in the hour that a clock repeats in autumn we mean the first occurrence, while node-cron
 * takes the first west and the second east of Greenwich; and in the hour in which Lord Howe's clock leaps by
 * half an hour, node-cron passes over minutes that are there.
 */
import fc from 'fast-check'
import { createTask } from 'node-cron'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { parseCron } from '../../contracts/schedule/index.ts'
import { nextMatch } from '../../contracts/schedule/windows.ts'
import { instantOfText } from '../support/schedules.ts'
import { long } from '../support/long.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => void vi.useRealTimers())

function nextByNodeCron(cron: string, zone: string, after: number): number | undefined {
  vi.setSystemTime(after)
  const task = createTask(cron, () => undefined, { timezone: zone })
  const [next] = task.getNextRuns(1)
  void task.destroy()
  return next?.getTime()
}

function nextByUs(cron: string, zone: string, after: number): number | null {
  const parsed = parseCron(cron)
  if (!parsed.ok) throw new Error(`${cron}: ${parsed.reason}`)
  return nextMatch(parsed.cron, zone, after)
}

/** Asked of the platform and not of the code under test. */
function isRepeated(zone: string, instant: number): boolean {
  const wall = (at: number) => new Date(at).toLocaleString('sv-SE', { timeZone: zone })
  return [-60, -30, 30, 60].some((shift) => wall(instant + shift * minuteMs) === wall(instant))
}

const wallMs = (zone: string, at: number) =>
  Date.parse(`${new Date(at).toLocaleString('sv-SE', { timeZone: zone }).replace(' ', 'T')}Z`)

/** Within an hour after the clock leapt by less than an hour. */
function isAfterShortLeap(zone: string, instant: number): boolean {
  const leap = wallMs(zone, instant) - wallMs(zone, instant - hourMs) - hourMs
  return leap > 0 && leap < hourMs
}

const zones = [
  'Asia/Shanghai',
  'Asia/Kathmandu',
  'America/New_York',
  'America/Santiago',
  'Europe/Berlin',
  'Africa/Cairo',
  'Australia/Lord_Howe',
]

/** Changes of the clock in 2026, in spring and autumn, of the zones above. */
const changes = [
  '2026-03-08T07:00:00Z',
  '2026-11-01T06:00:00Z',
  '2026-03-29T01:00:00Z',
  '2026-10-25T01:00:00Z',
  '2026-04-23T22:00:00Z',
  '2026-10-29T21:00:00Z',
  '2026-04-04T15:00:00Z',
  '2026-10-03T15:30:00Z',
  '2026-09-06T04:00:00Z',
  '2026-04-05T03:00:00Z',
].map(instantOfText)

function field(min: number, max: number): fc.Arbitrary<string> {
  const value = fc.integer({ min, max })
  const range = fc.tuple(value, value).map(([a, b]) => `${Math.min(a, b)}-${Math.max(a, b)}`)
  const step = fc.integer({ min: 1, max: Math.max(2, Math.floor(max / 2)) })
  const part = fc.oneof(
    value.map(String),
    range,
    fc.tuple(fc.oneof(fc.constant('*'), range), step).map(([over, by]) => `${over}/${by}`),
  )
  return fc.oneof(
    { weight: 2, arbitrary: fc.constant('*') },
    { weight: 3, arbitrary: fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(',')) },
  )
}

const expression = fc
  .tuple(
    field(0, 59),
    field(0, 23),
    fc.oneof(
      field(1, 31).map((day) => [day, '*'] as const),
      field(0, 7).map((weekday) => ['*', weekday] as const),
    ),
    field(1, 12),
  )
  .map(([minute, hour, [day, weekday], month]) => `${minute} ${hour} ${day} ${month} ${weekday}`)
  .filter((text) => parseCron(text).ok)

const instant = fc.oneof(
  fc
    .tuple(fc.constantFrom(...changes), fc.integer({ min: -26 * 3_600, max: 4 * 3_600 }))
    .map(([at, seconds]) => at + seconds * 1_000),
  fc.integer({ min: instantOfText('2024-01-01T00:00:00Z'), max: instantOfText('2031-12-31T00:00:00Z') }),
)

describe('the next match', () => {
  it(
    'is the same by node-cron, outside the repeated hour',
    () => {
      let compared = 0
      fc.assert(
        fc.property(expression, fc.constantFrom(...zones), instant, (cron, zone, after) => {
          const ours = nextByUs(cron, zone, after)
          if (ours === null) throw new Error('every rule of the grammar matches within four years')
          fc.pre(!isRepeated(zone, after) && !isRepeated(zone, ours) && !isAfterShortLeap(zone, ours))
          compared++
          expect(nextByNodeCron(cron, zone, after)).toBe(ours)
        }),
        { numRuns: long ? 20_000 : 1_000 },
      )
      expect(compared).toBeGreaterThan(900)
    },
    long ? 600_000 : 60_000,
  )

  it('differs in the repeated hour of Berlin: we mean the first occurrence, node-cron the second', () => {
    const after = instantOfText('2026-10-24T22:00:00Z')
    expect(nextByUs('30 2 * * *', 'Europe/Berlin', after)).toBe(instantOfText('2026-10-25T00:30:00Z'))
    expect(nextByNodeCron('30 2 * * *', 'Europe/Berlin', after)).toBe(instantOfText('2026-10-25T01:30:00Z'))
  })

  it('is the first occurrence by both in the repeated hour of New York', () => {
    const after = instantOfText('2026-11-01T04:00:00Z')
    const first = instantOfText('2026-11-01T05:30:00Z')
    expect(nextByUs('30 1 * * *', 'America/New_York', after)).toBe(first)
    expect(nextByNodeCron('30 1 * * *', 'America/New_York', after)).toBe(first)
  })

  it('skips a time that does not exist, by both', () => {
    const after = instantOfText('2026-03-08T05:00:00Z')
    const dayAfter = after + 25.5 * hourMs
    expect(nextByUs('30 2 * * *', 'America/New_York', after)).toBe(dayAfter)
    expect(nextByNodeCron('30 2 * * *', 'America/New_York', after)).toBe(dayAfter)
  })

  it('is found four years ahead by both, for 29 February', () => {
    const after = instantOfText('2024-02-29T00:00:00+08:00')
    const next = instantOfText('2028-02-29T00:00:00+08:00')
    expect(nextByUs('0 0 29 2 *', 'Asia/Shanghai', after)).toBe(next)
    expect(nextByNodeCron('0 0 29 2 *', 'Asia/Shanghai', after)).toBe(next)
  })
})
