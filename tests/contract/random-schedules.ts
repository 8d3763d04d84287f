/**
 * @file Random timetables near random instants, in zones with and without daylight saving time.
 *
 * Limits and windows lie close to the instant, so that most timetables change while they are looked at.
 */
import fc from 'fast-check'
import type {
  Calendar,
  DayFilter,
  Schedule,
  ScheduledScreen,
  ScheduleEvent,
  When,
} from '../../contracts/schedule/index.ts'
import { eventOf, scheduleOf, screenOf, type Fragment } from '../support/schedules.ts'

export interface Situation {
  schedule: Schedule
  screen: ScheduledScreen
  instant: number
}

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs

/** Instants around which the zone's clock changes stand beside an ordinary day. */
const instantsNear: Readonly<Record<string, readonly string[]>> = {
  'Asia/Shanghai': ['2026-03-06T12:00:00Z', '2026-02-14T16:00:00Z', '2026-12-31T16:00:00Z'],
  'America/New_York': ['2026-03-08T07:00:00Z', '2026-11-01T06:00:00Z'],
  'Europe/Berlin': ['2026-03-29T01:00:00Z', '2026-10-25T01:00:00Z'],
  'Australia/Lord_Howe': ['2026-04-04T15:00:00Z', '2026-10-03T15:30:00Z'],
  'Africa/Cairo': ['2026-04-23T22:00:00Z', '2026-10-29T21:00:00Z'],
  'America/Havana': ['2026-03-08T05:00:00Z', '2026-11-01T05:00:00Z'],
}

const two = (value: number) => String(value).padStart(2, '0')
/** Reads the instant as if the zone were UTC, which is near enough to a limit that means something. */
const localText = (instant: number) => new Date(instant).toISOString().slice(0, 19)

const time = fc
  .tuple(fc.nat({ max: 23 }), fc.constantFrom(0, 0, 15, 30, 59))
  .map(([h, m]) => `${two(h)}:${two(m)}`)
const days = fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 3 })
const minutes = fc.constantFrom('0', '30', '*/20', '5,50', '10-40/15')
const hours = fc.constantFrom('*', '1', '2', '*/3', '8-18', '0,23')
const cronDays = fc.constantFrom('* * *', '* * 1-5', '* * 7', '1,15,29 * *', '*/2 * *', '* 3,11 *')

const when: fc.Arbitrary<When> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<When>({ type: 'always' }) },
  fc.record({
    type: fc.constant('dayparts' as const),
    dayparts: fc.array(fc.record({ days, start: time, end: time }), { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    type: fc.constant('cron' as const),
    cron: fc.tuple(minutes, hours, cronDays).map((parts) => parts.join(' ')),
    durationMinutes: fc.constantFrom(1, 20, 45, 60, 600, 1_440, 3_000),
  }),
)

const dayFilter: fc.Arbitrary<DayFilter> = fc.oneof(
  { weight: 8, arbitrary: fc.constant<DayFilter>({ type: 'any' }) },
  fc.constantFrom<DayFilter>({ type: 'workingDay' }, { type: 'restDay' }, { type: 'legalDay' }),
  fc.subarray([0, 3, 5, 8]).map((digits): DayFilter => ({ type: 'marketDay', digits })),
)

const playlistIds = ['p', 'q', 'r'] as const

function eventNear(instant: number, id: string): fc.Arbitrary<ScheduleEvent> {
  const limit = (min: number, max: number) =>
    fc.integer({ min: min * 3_600, max: max * 3_600 }).map((s) => localText(instant + s * 1_000))
  return fc
    .record(
      {
        playlist: fc.constantFrom(...playlistIds, ...playlistIds, 'gone'),
        when,
        days: dayFilter,
        priority: fc.nat({ max: 2 }),
        mode: fc.constantFrom<ScheduleEvent['mode']>(
          'normal',
          'normal',
          'normal',
          'share',
          'share',
          'takeover',
        ),
        shareSecondsPerHour: fc.constantFrom(1, 40, 60, 600, 1_777, 3_600),
        level: fc.constantFrom<ScheduleEvent['level']>('screen', 'county', 'prefecture'),
        mandatory: fc.boolean(),
        issuedAt: fc.nat({ max: 5 }).map((s) => new Date(instant - s * 1_000).toISOString()),
        targets: fc.constantFrom([{}], [{}], [{ county: 'county-jing' }], [{ county: 'county-anping' }]),
        validFrom: limit(-90, 10),
        validUntil: limit(-10, 90),
      },
      {
        requiredKeys: [
          'playlist',
          'when',
          'days',
          'priority',
          'mode',
          'shareSecondsPerHour',
          'level',
          'mandatory',
          'targets',
        ],
      },
    )
    .map((fragment) => eventOf({ id, ...fragment }))
}

/** Few caps, since an item of seconds that may play once an hour leaves the hour to the others. */
const cap = fc.oneof(
  { weight: 7, arbitrary: fc.constant('') },
  { weight: 2, arbitrary: fc.constantFrom(':1', ':2', ':7', ':60') },
)

function playlistsNear(): fc.Arbitrary<NonNullable<Fragment['playlists']>> {
  const entry = fc
    .tuple(fc.nat({ max: 7 }), fc.constantFrom(1, 7, 10, 60, 600, 3_601), cap)
    .map(([item, seconds, most]) => `item-${item}:${seconds}${most}`)
  const entries = fc.oneof(
    { weight: 9, arbitrary: fc.array(entry, { minLength: 1, maxLength: 4 }) },
    { weight: 1, arbitrary: fc.constant([]) },
  )
  return fc.record({ p: entries, q: entries, r: entries, f: entries })
}

function itemsNear(instant: number): fc.Arbitrary<NonNullable<Fragment['items']>> {
  const limit = fc.integer({ min: -40_000, max: 40_000 }).map((s) => localText(instant + s * 1_000))
  const limits = fc.record({ validFrom: limit, validUntil: limit }, { requiredKeys: [] })
  return fc.dictionary(
    fc.nat({ max: 5 }).map((item) => `item-${item}`),
    limits,
    { maxKeys: 3 },
  )
}

/**
 * @param calendar tables that cover the instants
 * @param zones where the screens stand
 */
export function situations(
  calendar: Calendar,
  zones: readonly string[] = Object.keys(instantsNear),
): fc.Arbitrary<Situation> {
  return fc
    .constantFrom(...zones.flatMap((zone) => (instantsNear[zone] ?? []).map((text) => ({ zone, text }))))
    .chain(({ zone, text }) => {
      const near = Date.parse(text)
      return fc.tuple(
        fc.constant(zone),
        fc.integer({ min: -dayMs, max: dayMs }).map((ms) => near + ms),
        playlistsNear(),
        itemsNear(near),
        fc
          .nat({ max: 6 })
          .chain((count) =>
            fc.tuple(...Array.from({ length: count }, (_, index) => eventNear(near, `event-${index}`))),
          ),
      )
    })
    .map(([zone, instant, playlists, items, events]) => ({
      schedule: scheduleOf({ zone, playlists, items, events, missing: ['item-5'] }, calendar),
      screen: screenOf(),
      instant,
    }))
}
