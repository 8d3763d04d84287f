import { describe, expect, it } from 'vitest'
import { overbooked } from '../../contracts/schedule/index.ts'
import { instantOfText, scheduleOf, screenOf, type Fragment } from '../support/schedules.ts'
import { table } from './table.ts'

const from = instantOfText('2026-03-02T00:00:00+08:00')

type Event = NonNullable<Fragment['events']>[number]

const share = (id: string, shareSecondsPerHour: number, more: Partial<Event> = {}): Event => ({
  id,
  mode: 'share',
  shareSecondsPerHour,
  ...more,
})
const daily = (start: string, end: string): Partial<Event> => ({
  when: { type: 'dayparts', dayparts: [{ days: [1, 2, 3, 4, 5, 6, 7], start, end }] },
})

function found(events: readonly Event[], days = 400, screen = screenOf()) {
  const trouble = overbooked(scheduleOf({ events }, table.calendar), screen, from, days)
  return (
    trouble && {
      at: new Date(trouble.at + 8 * 3_600_000).toISOString().slice(0, 16),
      seconds: trouble.seconds,
      events: trouble.events.map(({ id }) => id),
    }
  )
}

describe('share events that ask for more than an hour together', () => {
  it('are named with the first instant at which they do', () => {
    const events = [share('b', 2_000, daily('09:00', '11:00')), share('a', 1_601, daily('08:00', '10:00'))]
    expect(found(events)).toEqual({ at: '2026-03-02T09:00', seconds: 3_601, events: ['a', 'b'] })
  })

  it('are all named where several begin at one instant', () => {
    const events = ['a', 'b', 'c', 'd'].map((id) => share(id, 1_500, daily('08:00', '09:00')))
    expect(found(events)).toMatchObject({ seconds: 6_000, events: ['a', 'b', 'c', 'd'] })
  })

  it('may fill the hour to the second', () => {
    expect(found([share('a', 1_800), share('b', 1_800)])).toBeNull()
    expect(found([share('a', 1_800), share('b', 1_801)])).toMatchObject({ at: '2026-03-02T00:00' })
  })

  it('may follow one another: what ends makes room before what begins there', () => {
    expect(
      found([share('a', 3_600, daily('08:00', '09:00')), share('b', 3_600, daily('09:00', '10:00'))]),
    ).toBeNull()
  })

  it('are found a year ahead, on the one day on which they meet', () => {
    const events = [
      share('a', 2_000, { days: { type: 'legalDay', ids: ['constitution-day'] } }),
      share('b', 2_000, { when: { type: 'cron', cron: '0 8 4 12 *', durationMinutes: 60 } }),
    ]
    expect(found(events)).toMatchObject({ at: '2026-12-04T08:00' })
    expect(found(events, 100)).toBeNull()
  })

  it('are found where a window is under way at the first instant', () => {
    const events = [share('a', 2_000, daily('22:00', '06:00')), share('b', 2_000, daily('00:00', '01:00'))]
    expect(found(events)).toMatchObject({ at: '2026-03-02T00:00' })
  })

  it('count on their own screens, and only where their share means something', () => {
    const elsewhere = share('b', 3_600, { targets: [{ county: 'county-elsewhere' }] })
    expect(found([share('a', 3_600), elsewhere])).toBeNull()
    expect(found([share('a', 3_600), share('b', 0), share('c', 9_999)])).toBeNull()
    expect(found([share('a', 3_600), { id: 'b', shareSecondsPerHour: 3_600 }])).toBeNull()
  })
})
