/** @file The calendar that travels: lunar months held against two almanacs, legal days, swapped days. */
import { getLunarDate } from 'chinese-days'
import { LunarDay, SolarDay } from 'tyme4ts'
import { describe, expect, test } from 'vitest'
import { dayPasses, legalDaysOn, lunarDay } from '../../contracts/schedule/calendar.ts'
import { leaseDaysMax, type Calendar } from '../../contracts/schedule/index.ts'
import { dayNumber, dayText, parseLocal, type DayNumber } from '../../contracts/schedule/zone.ts'
import { compileCalendar, lunarMonthsFrom } from '../../scheduler/compile/calendar.ts'
import { Reading, type SignageDocument } from '../../scheduler/compile/documents.ts'
import { legalDay, mapOf } from './samples.ts'

const first = dayNumber(2024, 1, 1)
const last = dayNumber(2030, 12, 31)
const days = Array.from({ length: last - first + 1 }, (_, index) => first + index)
const dayOf = (text: string): DayNumber => parseLocal(text)?.day ?? NaN

const calendarOn = (today: string, documents: readonly SignageDocument[] = []): Calendar =>
  compileCalendar(new Reading(mapOf(documents)), today)
const monthsOnly = (today: string): Calendar => ({
  years: {},
  legalDays: [],
  lunarMonths: lunarMonthsFrom(today),
})

function tymeDay(day: DayNumber) {
  const [year = 0, month = 0, date = 0] = dayText(day).split('-').map(Number)
  const lunar: LunarDay = SolarDay.fromYmd(year, month, date).getLunarDay()
  return {
    month: lunar.getLunarMonth().getMonth(),
    day: lunar.getDay(),
    leap: lunar.getLunarMonth().isLeap(),
  }
}

/** The same from a printed table, which shares no code with the computation. */
function tabledDay(day: DayNumber) {
  const { lunarMon, lunarDay: date, isLeap } = getLunarDate(dayText(day))
  return { month: lunarMon, day: date, leap: isLeap }
}

describe('lunar months, 2024 to 2030', () => {
  test('name every day as the almanac does, by the table of that day', () => {
    for (const day of days)
      expect([dayText(day), lunarDay(monthsOnly(dayText(day)), day)]).toEqual([dayText(day), tymeDay(day)])
  })

  test('agree with a second almanac, so that one library’s fault would show', () => {
    for (const day of days)
      expect([dayText(day), lunarDay(monthsOnly(dayText(day)), day)]).toEqual([dayText(day), tabledDay(day)])
  })

  test.each([
    '2024-02-10',
    '2025-01-29',
    '2026-02-17',
    '2027-02-06',
    '2028-01-26',
    '2029-02-13',
    '2030-02-03',
  ])('%s is the first day of the first month, as printed in the public calendar', (date) => {
    expect(lunarDay(monthsOnly(date), dayOf(date))).toEqual({ month: 1, day: 1, leap: false })
  })

  test.each([
    ['2025-07-25', 6],
    ['2028-06-23', 5],
  ])('%s begins the leap month after month %i', (date, month) => {
    expect(lunarMonthsFrom(date).find(({ start }) => start === date)).toEqual({
      start: date,
      month,
      leap: true,
    })
  })

  test('the table reaches past the longest lease from every day, for a player may be cut off that long', () => {
    for (const day of days) expect(lunarDay(monthsOnly(dayText(day)), day + leaseDaysMax)).not.toBeNull()
  })

  test('the table begins a month early, for a legal day of several days may have begun there', () => {
    for (const day of days) expect(lunarDay(monthsOnly(dayText(day)), day - 20)).toEqual(tymeDay(day - 20))
  })

  test('the table of a day is reckoned once for all screens, for reckoning is slow', () => {
    expect(lunarMonthsFrom('2026-03-02')).toBe(lunarMonthsFrom('2026-03-02'))
  })

  test('the table stays the same within a lunar month, so that manifests do not change every night', () => {
    expect(lunarMonthsFrom('2026-02-17')).toEqual(lunarMonthsFrom('2026-03-18'))
    expect(lunarMonthsFrom('2026-03-18')).not.toEqual(lunarMonthsFrom('2026-03-19'))
  })
})

describe('legal days', () => {
  const documents = [
    legalDay('xianfa', { rule: 'fixed', month: 12, day: 4, lengthDays: 7 }),
    legalDay('muqin', { rule: 'nthWeekday', month: 5, nth: 2, weekday: 7 }),
    legalDay('chongyang', { rule: 'lunar', month: 9, day: 9 }),
    legalDay('liuyue-liu', { rule: 'lunar', month: 6, day: 6 }),
  ]
  const on = (date: string) => legalDaysOn(calendarOn(date, documents), dayOf(date)).map(({ id }) => id)

  test.each([
    ['2026-12-03', [], 'not yet'],
    ['2026-12-04', ['xianfa'], 'its first day'],
    ['2026-12-10', ['xianfa'], 'its seventh day'],
    ['2026-12-11', [], 'its length is over'],
    ['2026-05-10', ['muqin'], 'the second Sunday of May'],
    ['2026-05-03', [], 'the first Sunday'],
    ['2025-10-29', ['chongyang'], 'the ninth of the ninth lunar month'],
    ['2026-10-18', ['chongyang'], 'the ninth of the ninth lunar month, eleven days earlier'],
    ['2025-06-30', ['liuyue-liu'], 'the sixth of the sixth month'],
    ['2025-07-30', [], 'the same day of the leap month does not count twice'],
  ])('%s: %j, %s', (date, ids) => {
    expect(on(date)).toEqual(ids)
  })

  test('a rule that lacks its day or weekday is left out, rather than fitting no day or every day', () => {
    const broken = [
      { ...legalDay('a', { rule: 'fixed' }), day: undefined },
      legalDay('b', { rule: 'nthWeekday', month: 5 }),
    ] as SignageDocument[]
    expect(calendarOn('2026-01-01', broken).legalDays).toEqual([])
  })
})

test('the editors’ table of swapped days travels by year, and decides over the weekday', () => {
  const table = {
    _id: 'calendarYear-2026',
    _type: 'calendarYear',
    _rev: 'r',
    _createdAt: '',
    _updatedAt: '',
    year: 2026,
    workingDays: ['2026-02-14'],
    restDays: ['2026-02-16'],
  } as const
  const calendar = calendarOn('2026-02-01', [table])
  expect(dayPasses({ type: 'workingDay' }, calendar, dayOf('2026-02-14'))).toBe(true)
  expect(dayPasses({ type: 'restDay' }, calendar, dayOf('2026-02-16'))).toBe(true)
  expect(dayPasses({ type: 'workingDay' }, calendarOn('2026-02-01'), dayOf('2026-02-14'))).toBe(false)
})

test('a market on the threes and eights falls on lunar days, not on dates of the wall calendar', () => {
  const calendar = calendarOn('2026-03-02')
  const isMarket = (date: string) => dayPasses({ type: 'marketDay', digits: [3, 8] }, calendar, dayOf(date))
  // 2026-03-02 is the 14th of the first month.
  expect(['2026-03-01', '2026-03-02', '2026-03-06', '2026-03-11'].map(isMarket)).toEqual([
    true,
    false,
    true,
    true,
  ])
})
