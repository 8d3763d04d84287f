/** @file Reports and the log as the console asks for them and draws them. */
import { describe, expect, test } from 'vitest'
import { incidentWords, logQuery, wholeLog } from '../../studio/tools/console/incidents.ts'
import {
  chartWords,
  dayBars,
  durationWords,
  faultWords,
  reportQuery,
  scaled,
  shortened,
  spanOf,
  spanProblem,
  topBars,
} from '../../studio/tools/console/report.ts'
import type { IncidentView, ReportLine } from '../../studio/tools/console/shapes.ts'
import { tabOf } from '../../studio/tools/console/tabs.ts'
import { noon } from './console-views.ts'

const line = (key: string, seconds: number, educationHours = seconds / 3_600): ReportLine => ({
  key,
  title: key,
  plays: 1,
  seconds,
  educationHours,
})

describe('the span of a report', () => {
  test.each([
    ['today', '2026-12-04', '2026-12-04'],
    ['week', '2026-11-28', '2026-12-04'],
    ['month', '2026-11-05', '2026-12-04'],
    ['thisMonth', '2026-12-01', '2026-12-04'],
    ['thisYear', '2026-01-01', '2026-12-04'],
  ] as const)('%s', (period, from, to) => {
    expect(spanOf(period, noon)).toEqual({ from, to })
  })
  test('goes by the bureau’s day, which has begun when Greenwich still has the day before', () => {
    expect(spanOf('today', Date.parse('2026-12-03T16:00:01Z'))).toEqual({
      from: '2026-12-04',
      to: '2026-12-04',
    })
  })
  test('days the wrong way round, or missing, are told and not sent', () => {
    expect(spanProblem({ from: '2026-12-04', to: '2026-12-03' })).toMatch(/不能早于/)
    expect(spanProblem({ from: '', to: '2026-12-03' })).toMatch(/请选/)
    expect(spanProblem({ from: '2026-12-03', to: '2026-12-03' })).toBeNull()
  })
  test('what is not narrowed is not asked about', () => {
    const question = {
      by: 'day',
      from: '2026-12-01',
      to: '2026-12-04',
      county: '',
      screen: 's',
      campaign: '',
    } as const
    expect(String(reportQuery(question))).toBe('by=day&from=2026-12-01&to=2026-12-04&screen=s')
  })
})

describe('the chart of days', () => {
  test('has a bar for every day, also for those on which nothing was shown', () => {
    const bars = dayBars([line('2026-12-02', 7_200)], { from: '2026-12-01', to: '2026-12-03' })
    expect(bars).toEqual([
      { label: '12/1', seconds: 0 },
      { label: '12/2', seconds: 7_200 },
      { label: '12/3', seconds: 0 },
    ])
  })
  test('of a year has a bar for every month, and its bars add up to the same', () => {
    const rows = [line('2026-01-31', 3_600), line('2026-02-01', 3_600), line('2026-02-28', 7_200)]
    const bars = dayBars(rows, { from: '2026-01-01', to: '2026-12-31' })
    expect(bars).toHaveLength(12)
    expect(bars.map(({ seconds }) => seconds).slice(0, 3)).toEqual([3_600, 10_800, 0])
  })
})

test('the longest are drawn, the longest first, and what was never on is not', () => {
  const rows = Array.from({ length: 14 }, (_, index) => line(`row-${index}`, index * 10))
  const bars = topBars(rows)
  expect(bars).toHaveLength(10)
  expect(bars[0]).toEqual({ label: 'row-13', seconds: 130 })
  expect(topBars([line('none', 0)])).toEqual([])
})

test.each([
  [50, '秒', 50],
  [600, '分钟', 10],
  [36_000, '小时', 10],
])('a chart whose highest bar is %d seconds is drawn in %s', (seconds, unit, value) => {
  expect(scaled([{ label: '', seconds }])).toEqual({ unit, values: [value] })
})

test('a chart says its highest bar to whoever does not see it', () => {
  expect(chartWords('每天', [{ label: '12/1', seconds: 60 }])).toBe('每天：共 1 项，最多的是 12/1，1 分')
  expect(chartWords('每天', [{ label: '12/1', seconds: 0 }])).toBe('每天：没有播放')
})

test('long names are cut for the axis by letters and not in the middle of one', () => {
  expect(shortened('𠮷野家的普法标语', 4)).toBe('𠮷野家…')
  expect(shortened('短', 4)).toBe('短')
})

test('durations and faults are words', () => {
  expect([45, 600, 5_400, 7_200].map(durationWords)).toEqual(['45 秒', '10 分', '1 小时 30 分', '2 小时'])
  const fault = { screen: 's', title: 't', sequence: 9, missing: 2, day: '2026-12-04' }
  expect(faultWords({ ...fault, kind: 'gap' })).toBe('少了 2 条播放记录（在第 9 条之前）')
  expect(faultWords({ ...fault, kind: 'broken' })).toMatch(/对不上/)
})

describe('the log of incidents', () => {
  test('the day that is named last belongs to the span', () => {
    const query = logQuery({ ...wholeLog, from: '2026-12-01', to: '2026-12-04', kind: 'alert' }, 100, null)
    expect(query.get('from')).toBe('2026-12-01T00:00:00+08:00')
    expect(query.get('to')).toBe('2026-12-04T16:00:00.000Z')
    expect(query.get('kind')).toBe('alert')
    expect(query.has('county')).toBe(false)
  })
  test('a further page begins after the last that is known', () => {
    expect(logQuery(wholeLog, 100, 42).get('before')).toBe('42')
  })
  test('what lasts, what is over and what somebody did are told apart', () => {
    const incident: IncidentView = {
      id: 1,
      screen: 's',
      kind: 'silent',
      kindTitle: '失去联系',
      title: 't',
      county: null,
      openedAt: noon - 600_000,
      closedAt: null,
      note: '',
      by: null,
    }
    expect(incidentWords(incident, noon)).toMatchObject({ shape: '⚠', word: '已持续 10 分钟' })
    expect(incidentWords({ ...incident, closedAt: noon - 300_000 }, noon)).toMatchObject({
      shape: '✓',
      word: '已解除，持续 5 分钟',
    })
    expect(incidentWords({ ...incident, kind: 'command', closedAt: noon }, noon)).toMatchObject({
      word: '操作',
    })
  })
})

test('an address that names no tab leads to the overview', () => {
  expect([undefined, 'nowhere', 'reports'].map(tabOf)).toEqual(['screens', 'screens', 'reports'])
})
