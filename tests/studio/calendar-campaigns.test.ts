/** @file Campaigns from templates fall on the right days of their year; days are named and stepped. */
import { describe, expect, it } from 'vitest'
import type { LegalDayDocument } from '../../contracts/documents/index.ts'
import { dayNumber } from '../../contracts/schedule/zone.ts'
import { campaignPlan, legalDayIn } from '../../studio/tools/calendar/change/campaign.ts'
import { daysWords, readDay, shownDays, stepDay } from '../../studio/tools/calendar/model/days.ts'
import { headOf, tableWarning } from '../../studio/tools/calendar/model/heads.ts'
import { libraryOf, type LibraryDocument } from '../../studio/tools/calendar/model/library.ts'
import { calendarFor } from '../../studio/tools/calendar/model/timetable.ts'

const stamps = { _rev: 'r', _createdAt: '2026-01-01T00:00:00Z', _updatedAt: '2026-01-01T00:00:00Z' }
const oneEvent = {
  _id: 'event-1',
  _type: 'scheduleEvent',
  ...stamps,
  title: '排期',
  timing: 'always',
  mode: 'normal',
  playlist: { _type: 'reference', _ref: 'p' },
}

describe('a campaign from a template', () => {
  const legal = (change: Partial<LegalDayDocument>): LegalDayDocument => ({
    _id: 'legal-a',
    _type: 'legalDay',
    ...stamps,
    title: '示例普法日',
    rule: 'fixed',
    month: 12,
    day: 4,
    lengthDays: 1,
    basis: 'custom' as never,
    ...change,
  })
  let count = 0
  const id = () => `new-${count++}`
  const library = (...documents: unknown[]) =>
    libraryOf({ documents: documents as LibraryDocument[], contents: [] }, 'drafts')

  it.each([
    [legal({}), 2027, '2027-12-04', '2027-12-04'],
    [
      legal({ rule: 'nthWeekday', month: 5, nth: 3, weekday: 7, lengthDays: 7 }),
      2027,
      '2027-05-16',
      '2027-05-22',
    ],
    [legal({ rule: 'lunar', month: 12, day: 16, lengthDays: 30 }), 2027, '2027-01-23', '2027-02-21'],
  ])('falls on the days of its rule', (document, year, first, last) => {
    expect(legalDayIn(year, document)).toEqual({ first, last })
  })

  it('makes campaign, playlist and events that play only on its days', () => {
    const programme = {
      _id: 'p',
      _type: 'playlist',
      ...stamps,
      title: '节目',
      items: [{ _key: 'a', _type: 'clockItem' }],
    }
    const event = { ...oneEvent, legalDays: [{ _ref: 'legal-a' }] }
    const plan = campaignPlan(
      { kind: 'legalDay', id: 'legal-a' },
      2027,
      library(legal({}), programme, event),
      id,
    )
    expect(plan?.documents.map(({ _type }) => _type)).toEqual([
      'signageCampaign',
      'playlist',
      'scheduleEvent',
      'scheduleEvent',
    ])
    expect(plan?.documents[1]).toMatchObject({ items: programme.items })
    const campaign = plan?.documents[0]
    for (const each of plan?.documents.slice(2) ?? [])
      expect(each).toMatchObject({
        campaign: { _ref: campaign?._id, _weak: true },
        firstDay: '2027-12-04',
        lastDay: '2027-12-04',
      })
  })

  it('taken from an earlier campaign moves all its days together', () => {
    const old = {
      _id: 'c',
      _type: 'signageCampaign',
      ...stamps,
      title: '2026年宣传周',
      purpose: '',
      firstDay: '2026-12-01',
      lastDay: '2026-12-07',
    }
    const event = {
      ...oneEvent,
      title: '2026年早场',
      campaign: { _type: 'reference', _ref: 'c' },
      firstDay: '2026-12-02',
      lastDay: '2026-12-03',
    }
    const plan = campaignPlan({ kind: 'campaign', id: 'c' }, 2028, library(old, event), id)
    expect(plan).toMatchObject({ title: '2028年宣传周', firstDay: '2028-12-01', lastDay: '2028-12-07' })
    expect(plan?.documents[1]).toMatchObject({
      title: '2028年早场',
      firstDay: '2028-12-02',
      lastDay: '2028-12-03',
    })
  })
})

describe('days', () => {
  const library = libraryOf(
    {
      documents: [
        {
          _id: 'calendarYear-2026',
          _type: 'calendarYear',
          ...stamps,
          year: 2026,
          workingDays: ['2026-02-14'],
          restDays: ['2026-02-16'],
        },
      ] as LibraryDocument[],
      contents: [],
    },
    'drafts',
  )
  const calendar = calendarFor(library, '2026-02-01')

  it('say when a weekend is worked and a weekday is free', () => {
    expect(headOf(calendar, dayNumber(2026, 2, 14))).toMatchObject({ swap: '班', rest: false, lunar: '廿七' })
    expect(headOf(calendar, dayNumber(2026, 2, 16))).toMatchObject({ swap: '休', rest: true })
    expect(headOf(calendar, dayNumber(2026, 2, 17))).toMatchObject({ swap: null, rest: false, lunar: '正月' })
    expect(headOf(calendar, dayNumber(2026, 2, 21))).toMatchObject({ swap: null, rest: true })
  })

  it('warn of a year without a table, for working days would be wrong', () => {
    expect(tableWarning(calendar, dayNumber(2026, 12, 28), dayNumber(2027, 1, 3))).toContain('2027')
    expect(tableWarning(calendar, dayNumber(2026, 2, 1), dayNumber(2026, 2, 7))).toBeNull()
  })

  it('are shown from Monday, a month in six weeks, and stepped without falling out of short months', () => {
    expect(shownDays('week', dayNumber(2026, 11, 22))).toEqual({
      first: dayNumber(2026, 11, 16),
      end: dayNumber(2026, 11, 23),
    })
    expect(shownDays('month', dayNumber(2026, 11, 22)).first).toBe(dayNumber(2026, 10, 26))
    expect(stepDay('month', dayNumber(2026, 1, 31), 1)).toBe(dayNumber(2026, 2, 28))
    expect(daysWords('week', dayNumber(2026, 12, 1))).toBe('2026年11月30日–12月6日')
  })

  it.each([
    ['2026/12/4', '2026-12-04'],
    ['2026年12月4日', '2026-12-04'],
    ['2026-2-30', null],
    ['12月4日', null],
  ])('are read as a clerk writes them: %s', (text, day) => expect(readDay(text)).toBe(day))
})
