/** @file Where the calendar stands, as its address says it. */
import { expect, test } from 'vitest'
import { dayNumber } from '../../contracts/schedule/zone.ts'
import { placeOf, stateOf, type Place } from '../../studio/tools/calendar/model/place.ts'

const instead: Place = { scope: { kind: 'all' }, span: 'week', day: dayNumber(2026, 11, 23) }

test('what is written is read back', () => {
  const place: Place = {
    scope: { kind: 'screen', id: 'screen-1' },
    span: 'month',
    day: dayNumber(2026, 12, 4),
  }
  expect(stateOf(place)).toEqual({ scope: 'screen:screen-1', span: 'month', day: '2026-12-04' })
  expect(placeOf(stateOf(place), instead)).toEqual(place)
})

test.each([
  ['an address without parts', {}, instead],
  [
    'screens only, as a link from elsewhere',
    { scope: 'group:a' },
    { ...instead, scope: { kind: 'group', id: 'a' } },
  ],
  ['what is no span and no day', { scope: 'all', span: 'year', day: '2026-02-30' }, instead],
])('%s', (_, state, place) => {
  expect(placeOf(state, instead)).toEqual(place)
})
