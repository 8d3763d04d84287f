/** @file From an event document to the timetable's event. */
import { expect, test } from 'vitest'
import { compileEvent, dayAfter } from '../../scheduler/compile/events.ts'
import { event, ref } from './samples.ts'

test('the Studio asks for the last day inclusive, the timetable’s end is exclusive: the day after', () => {
  const compiled = compileEvent(event('e', { firstDay: '2026-12-01', lastDay: '2026-12-07' }))
  expect(compiled).toMatchObject({ validFrom: '2026-12-01', validUntil: '2026-12-08' })
})

test.each([
  ['2026-12-31', '2027-01-01', 'a year ends'],
  ['2028-02-28', '2028-02-29', 'a leap year has the day'],
  ['2026-02-28', '2026-03-01', 'another year has not'],
])('the day after %s is %s: %s', (day, next) => {
  expect(dayAfter(day)).toBe(next)
})

test('an event without days is not limited, rather than limited to nothing', () => {
  const compiled = compileEvent(event('e'))
  expect(compiled).not.toHaveProperty('validFrom')
  expect(compiled).not.toHaveProperty('validUntil')
})

test.each([
  { name: 'always', document: { timing: 'always' as const }, when: { type: 'always' } },
  {
    name: 'dayparts without the editor’s keys',
    document: {
      timing: 'dayparts' as const,
      dayparts: [{ _type: 'daypart' as const, _key: 'd', days: [1, 2], start: '08:00', end: '10:00' }],
    },
    when: { type: 'dayparts', dayparts: [{ days: [1, 2], start: '08:00', end: '10:00' }] },
  },
  {
    name: 'cron with its length',
    document: { timing: 'cron' as const, cron: '0 8 * * *', durationMinutes: 30 },
    when: { type: 'cron', cron: '0 8 * * *', durationMinutes: 30 },
  },
])('timing: $name', ({ document, when }) => {
  expect(compileEvent(event('e', document)).when).toEqual(when)
})

test('timing: cron without a length opens no window, rather than one without an end', () => {
  expect(compileEvent(event('e', { timing: 'cron', cron: '0 8 * * *' })).when).toMatchObject({
    durationMinutes: 0,
  })
})

test.each([
  { document: { dayFilter: 'workingDay' as const }, days: { type: 'workingDay' } },
  { document: { dayFilter: 'legalDay' as const }, days: { type: 'legalDay' } },
  { document: { dayFilter: 'legalDay' as const, legalDays: [] }, days: { type: 'legalDay' } },
  {
    document: { dayFilter: 'legalDay' as const, legalDays: [ref('legal-day-xianfa')] },
    days: { type: 'legalDay', ids: ['legal-day-xianfa'] },
  },
  {
    document: { dayFilter: 'marketDay' as const, marketDays: [3, 8] },
    days: { type: 'marketDay', digits: [3, 8] },
  },
])('day filter $document.dayFilter becomes $days', ({ document, days }) => {
  expect(compileEvent(event('e', document)).days).toEqual(days)
})

test('fields of one selector stay together, and selectors stay apart: AND inside, OR between', () => {
  const targets = [{ county: 'county-1', audience: 'audience-old' }, { screen: 'screen-9' }, {}]
  expect(compileEvent(event('e', { targets })).targets).toEqual(targets)
})

test('only a takeover carries when it was ordered, because the newest of two takeovers plays', () => {
  expect(compileEvent(event('e', { mode: 'takeover' }))).toMatchObject({ issuedAt: '2026-01-01T00:00:00Z' })
  expect(compileEvent(event('e'))).not.toHaveProperty('issuedAt')
})

test('a share event carries its seconds an hour', () => {
  expect(compileEvent(event('e', { mode: 'share', shareSecondsPerHour: 600 }))).toMatchObject({
    mode: 'share',
    shareSecondsPerHour: 600,
  })
})
