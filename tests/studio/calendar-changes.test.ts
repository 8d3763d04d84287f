/** @file What the mouse does to documents: moved, made, copied; and that the windows go where the box went. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ScheduleEventDocument } from '../../contracts/documents/index.ts'
import { compileEvent } from '../../contracts/schedule/from-documents.ts'
import { openSpans, type Span } from '../../contracts/schedule/windows.ts'
import { copyOf, copyPlan } from '../../studio/tools/calendar/change/copy-week.ts'
import { newEvent, type Asked } from '../../studio/tools/calendar/change/make.ts'
import { isOnce, shifted } from '../../studio/tools/calendar/change/shift.ts'

const zone = 'Asia/Shanghai'
const minuteMs = 60_000
const bounds = {
  from: Date.parse('2026-11-01T00:00:00+08:00'),
  until: Date.parse('2027-01-01T00:00:00+08:00'),
}
const noDays = { years: {}, legalDays: [], lunarMonths: [] }
const stamps = { _rev: 'r', _createdAt: '2026-01-01T00:00:00Z', _updatedAt: '2026-01-01T00:00:00Z' }

const asked: Asked = {
  title: '晚饭后的一小时',
  playlist: 'p',
  scope: { kind: 'group', id: 'g' },
  repeat: 'once',
  day: '2026-11-25',
  start: '19:00',
  end: '20:30',
  days: [1, 3],
  sentence: '每周一、三 18:30 起播 90 分钟',
  mode: 'normal',
  shareSecondsPerHour: 60,
  priority: 5,
  lastDay: '',
}

function made(change: Partial<Asked> = {}): ScheduleEventDocument {
  const event = newEvent({ ...asked, ...change }, 'event-1', 'k')
  if (!event.ok) throw new Error(event.problems.join())
  return { ...event.event, ...stamps }
}

const windows = (event: ScheduleEventDocument): Span[] => openSpans(compileEvent(event), noDays, zone, bounds)
const iso = (spans: readonly Span[]) =>
  spans.map(({ from, until }) =>
    [from, until].map((at) => new Date(at + 8 * 3_600_000).toISOString().slice(5, 16)).join('/'),
  )

describe('an event that is made', () => {
  it('once plays on that day alone, also over midnight', () => {
    expect(iso(windows(made()))).toEqual(['11-25T19:00/11-25T20:30'])
    expect(iso(windows(made({ start: '22:00', end: '06:00' })))).toEqual(['11-25T22:00/11-26T06:00'])
    expect(iso(windows(made({ start: '00:00', end: '24:00' })))).toEqual(['11-25T00:00/11-26T00:00'])
  })

  it('by a sentence plays as the sentence says', () => {
    expect(made({ repeat: 'sentence' })).toMatchObject({
      timing: 'cron',
      cron: '30 18 * * 1,3',
      durationMinutes: 90,
    })
  })

  it('on working days counts swapped days, so it asks the day filter and no weekdays', () => {
    expect(made({ repeat: 'weekdays' })).toMatchObject({
      dayFilter: 'workingDay',
      dayparts: [{ days: [1, 2, 3, 4, 5, 6, 7] }],
    })
  })

  it('aims at what was looked at, and belongs to the county of the account', () => {
    expect(made().targets).toEqual([
      { _type: 'screenSelector', _key: 'k', group: { _type: 'reference', _ref: 'g' } },
    ])
    const county = newEvent(asked, 'event-1', 'k', 'county-a')
    expect(county).toMatchObject({ event: { level: 'county', county: { _ref: 'county-a' } } })
  })

  it('refers to a playlist that was never published by a reference that may wait', () => {
    expect(made({ playlistIsDraft: true }).playlist).toMatchObject({
      _weak: true,
      _strengthenOnPublish: { type: 'playlist' },
    })
  })

  it('is refused with all that is wrong at once', () => {
    const wrong = newEvent({ ...asked, title: ' ', playlist: '', start: '25:00', priority: 11 }, 'e', 'k')
    expect(wrong.ok ? [] : wrong.problems).toHaveLength(4)
  })
})

describe('a box that is moved', () => {
  const times = fc.integer({ min: 0, max: 95 }).map((quarter) => quarter * 15)
  const clock = (minutes: number) =>
    `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

  it('of a single day takes its window along exactly, whatever the hour and over midnight', () => {
    fc.assert(
      fc.property(
        times,
        fc.integer({ min: 1, max: 95 }),
        fc.integer({ min: -700, max: 700 }),
        (start, length, quarters) => {
          const end = (start + length * 15) % 1_440
          const event = made({ start: clock(start), end: clock(end) })
          expect(isOnce(event)).toBe(true)
          const by = quarters * 15
          const moved = shifted(event, 0, { startMinutes: by, endMinutes: by })
          if (!moved.ok) throw new Error(moved.reason)
          const [before] = windows(event)
          expect(windows({ ...event, ...moved.changes })).toEqual([
            { from: (before?.from ?? 0) + by * minuteMs, until: (before?.until ?? 0) + by * minuteMs },
          ])
          expect(isOnce({ ...event, ...moved.changes })).toBe(true)
        },
      ),
    )
  })

  it('of an event that recurs moves all its windows by the same time', () => {
    const daily = made({ repeat: 'daily', lastDay: '2026-11-27' })
    const moved = shifted(daily, 0, { startMinutes: 60, endMinutes: 60 })
    expect(moved.ok && iso(windows({ ...daily, ...moved.changes }))).toEqual([
      '11-25T20:00/11-25T21:30',
      '11-26T20:00/11-26T21:30',
      '11-27T20:00/11-27T21:30',
    ])
  })

  it('to the next day takes the weekdays along', () => {
    const weekly = made({ repeat: 'chosen', days: [1, 7] })
    expect(shifted(weekly, 0, { startMinutes: 1_440, endMinutes: 1_440 })).toMatchObject({
      changes: { dayparts: [{ days: [1, 2], start: '19:00' }] },
    })
  })

  it.each([
    ['0 8 * * *', 90, '30 9 * * *'],
    ['0 8,12 * * 1,7', 24 * 60 - 60, '0 7,11 * * 1,2'],
    ['30 22 1,15 * *', 120, '30 0 2,16 * *'],
    ['*/30 9-17 * * *', 60, '0,30 10-18 * * *'],
  ])('of the rule %s by %i minutes writes %s', (cron, minutes, after) => {
    const event = { ...made({ repeat: 'sentence' }), cron }
    expect(shifted(event, null, { startMinutes: minutes, endMinutes: minutes })).toMatchObject({
      changes: { cron: after },
    })
  })

  it.each([
    ['0 8,23 * * *', 120, '一天播好几次'],
    ['0 8 31 * *', 1_440, '月底'],
  ])('where the rule %s cannot say it, says what to do instead', (cron, minutes, why) => {
    const event = { ...made({ repeat: 'sentence' }), cron }
    const moved = shifted(event, null, { startMinutes: minutes, endMinutes: minutes })
    expect(moved.ok ? '' : moved.reason).toContain(why)
  })

  it('made longer keeps its beginning; shorter than nothing is refused', () => {
    expect(shifted(made(), 0, { startMinutes: 0, endMinutes: 30 })).toMatchObject({
      changes: {
        dayparts: [{ start: '19:00', end: '21:00' }],
        firstDay: '2026-11-25',
        lastDay: '2026-11-25',
      },
    })
    expect(shifted(made(), 0, { startMinutes: 0, endMinutes: -90 }).ok).toBe(false)
  })

  it('that always plays moves by its dates, and without dates not at all', () => {
    const always = { ...made(), timing: 'always' as const, firstDay: '2026-11-25', lastDay: '2026-11-30' }
    expect(shifted(always, null, { startMinutes: 2_880, endMinutes: 2_880 })).toEqual({
      ok: true,
      changes: { firstDay: '2026-11-27', lastDay: '2026-12-02' },
    })
    const { firstDay: _first, lastDay: _last, ...endless } = always
    expect(shifted(endless, null, { startMinutes: 1_440, endMinutes: 1_440 }).ok).toBe(false)
  })
})

describe('a week that is copied', () => {
  const seen = (document: ScheduleEventDocument) => ({ document, draft: false, published: true })

  it('takes what belongs to it, and leaves what goes on anyway', () => {
    const night = { ...made({ day: '2026-11-29', start: '22:00', end: '06:00' }), _id: 'night' }
    const long = { ...made({ repeat: 'daily', lastDay: '2026-12-31' }), _id: 'long' }
    const endless = { ...made({ repeat: 'daily' }), _id: 'endless' }
    const plan = copyPlan([made(), night, long, endless].map(seen), '2026-11-23', 7)
    expect(plan.map(({ event, copied }) => [event._id, copied])).toEqual([
      ['event-1', true],
      ['night', true],
      ['long', false],
    ])
  })

  it('plays on the same weekdays a week later', () => {
    const copy = { ...copyOf(made({ start: '22:00', end: '06:00' }), 14, 'copy'), ...stamps }
    expect(copy._id).toBe('copy')
    expect(iso(windows(copy))).toEqual(['12-09T22:00/12-10T06:00'])
  })
})
