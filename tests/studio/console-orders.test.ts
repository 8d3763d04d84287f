/** @file Orders in the console: the range, the phrase to type, who has obeyed, and a template's words. */
import { describe, expect, test } from 'vitest'
import type { Order } from '../../contracts/orders.ts'
import { resultSums, resultWords, screenCommands } from '../../studio/tools/console/commands.ts'
import { comingDays, momentOf, readDay, readWords, valueOfMoment } from '../../studio/tools/console/days.ts'
import {
  orderTitle,
  phraseFits,
  phraseFor,
  progressOf,
  standingOf,
  targetsOf,
} from '../../studio/tools/console/orders.ts'
import { searchWords } from '../../studio/tools/console/picking.ts'
import { filledBy, problemOf, type Template } from '../../studio/tools/console/templates.ts'
import { noon } from './console-views.ts'

describe('the range', () => {
  test('all screens is one empty selector; nothing chosen is no range at all, and never all screens', () => {
    expect(targetsOf({ by: 'all', ids: [] })).toEqual([{}])
    for (const by of ['county', 'group', 'screen'] as const) expect(targetsOf({ by, ids: [] })).toBeNull()
    expect(targetsOf({ by: 'county', ids: ['a', 'b'] })).toEqual([{ county: 'a' }, { county: 'b' }])
  })
})

describe('the phrase to type', () => {
  test('names the number of screens, and for a stop only where it reaches beyond one county', () => {
    expect(phraseFor('notice', 3, 1)).toBe('3立即播出')
    expect(phraseFor('stop', 13, 11)).toBe('13停播')
    expect(phraseFor('stop', 3, 1)).toBe('停播')
    expect(phraseFor('withdraw', 3, 2)).toBe('撤下')
  })
  test.each([
    ['13停播', true],
    [' 13 停播 ', true],
    ['１３停播', true],
    ['“13停播”', true],
    ['停播', false],
    ['12停播', false],
    ['113停播', false],
    ['', false],
  ])('%j → %s', (typed, fits) => {
    expect(phraseFits(typed, '13停播')).toBe(fits)
  })
})

describe('who has obeyed', () => {
  const counts = { all: 13, acknowledged: 4, waiting: 1, offline: 2, unpaired: 6 }
  test('is said of the screens that have a player; the others are named beside them', () => {
    expect(progressOf(counts)).toMatchObject({
      done: 4,
      all: 7,
      complete: false,
      words: '4 / 7 块已执行，1 块在线、还没有回复，2 块离线，另有 6 块没有播放器',
    })
  })
  test('is a whole only when all have: 999 of 1000 are not a hundred per cent', () => {
    const almost = { all: 1_000, acknowledged: 999, waiting: 1, offline: 0, unpaired: 0 }
    expect(progressOf(almost)).toMatchObject({ percent: 99, complete: false })
    expect(progressOf({ ...almost, acknowledged: 1_000, waiting: 0 })).toMatchObject({
      percent: 100,
      complete: true,
    })
  })
  test('an order without a screen to obey it is complete, and says so', () => {
    expect(progressOf({ all: 0, acknowledged: 0, waiting: 0, offline: 0, unpaired: 0 })).toMatchObject({
      complete: true,
      words: '没有一块屏需要照办',
    })
  })
})

describe('an order in words', () => {
  const stamp = { id: 4, at: noon, rank: noon, by: 'p-1', reason: '', endedBy: null }
  const stop: Order = { ...stamp, kind: 'stop', targets: [{}] }
  const titleOf = (id: string) => `“${id}”`
  test('a drill is told from a stop in earnest', () => {
    expect(orderTitle(stop, titleOf)).toBe('停播')
    expect(orderTitle({ ...stop, reason: '演练' }, titleOf)).toBe('演练：停播')
  })
  test('a withdrawal names what was taken away, an end what it ends', () => {
    expect(orderTitle({ ...stamp, kind: 'withdraw', ids: ['a', 'b'] }, titleOf)).toBe('撤下：“a”、“b”')
    expect(orderTitle({ ...stamp, kind: 'end', order: 3 }, titleOf)).toBe('恢复（结束第 3 号命令）')
  })
  test('whether it holds, and until when', () => {
    expect(standingOf(stop, true, noon).word).toBe('生效中，直到有人恢复')
    expect(standingOf({ ...stop, until: noon + 600_000 }, true, noon).word).toBe('生效中，到 12:10:00')
    expect(standingOf(stop, false, noon).word).toBe('到时间自己结束了')
    expect(standingOf({ ...stop, endedBy: 5 }, false, noon).word).toBe('已结束')
  })
})

describe('a template', () => {
  const template: Template = {
    _id: 'template-1',
    title: '办事大厅临时调整',
    text: '{地点}于{时间}起暂停办理。',
    tone: 'plain',
    fields: [
      { _type: 'noticeField', name: '地点', label: '哪个大厅', kind: 'text', maxLength: 6 },
      { _type: 'noticeField', name: '时间', label: '几点', kind: 'time' },
    ],
  }
  test('shows gaps for what is not filled in, and is not scolded for them', () => {
    const values = { 地点: '一楼' }
    const filled = filledBy(template, values)
    expect(filled.words).toBe('一楼于＿＿起暂停办理。')
    expect(filled.problems).not.toEqual([])
    expect(problemOf(filled, '时间', values)).toBeNull()
  })
  test('says at the field what is wrong with what was written there', () => {
    const values = { 地点: '示例县政务服务大厅', 时间: '08:30' }
    expect(problemOf(filledBy(template, values), '地点', values)).toMatch(/最多 6 个字/)
  })
  test('filled, is word for word what goes to the screens; values of another template do not hinder it', () => {
    const values = { 地点: '一楼', 时间: '2026-12-04T08:30', 人数: '30' }
    expect(filledBy(template, values)).toEqual({ words: '一楼于12月4日 08:30起暂停办理。', problems: [] })
  })
})

test('what is darkening or slow to mend is asked about before it is sent', () => {
  expect(screenCommands.filter(({ ask }) => ask).map(({ command }) => command.name)).toEqual([
    'sleep',
    'clear-cache',
  ])
})

test('a player’s answer is told with its reason', () => {
  expect(resultWords('熄屏', { screen: 'a', ok: true, note: '' })).toBe('熄屏：已执行')
  expect(resultWords('熄屏', { screen: 'a', ok: false, note: '屏幕不在线，没有执行' })).toBe(
    '熄屏：屏幕不在线，没有执行',
  )
  const one = { screen: 'a', ok: true, note: '' }
  expect(resultSums([one, one])).toBe('✓ 2 块屏都已执行')
  expect(resultSums([one, { ...one, ok: false }])).toMatch(/^◔ 1 \/ 2/)
})

test('a search finds words within words, and a star that somebody types finds nothing more', () => {
  expect(searchWords(' 反诈  宣传 ')).toBe('*反诈* *宣传*')
  expect(searchWords('*')).toBe('**')
  expect(searchWords('')).toBe('')
})

describe('days', () => {
  test.each([
    ['2026-12-04', '2026-12-04'],
    ['2026年12月4日', '2026-12-04'],
    ['20261204', '2026-12-04'],
    ['2026/1/5', '2026-01-05'],
    ['12-4', '2026-12-04'],
    ['１２月４日', '2026-12-04'],
    ['2026-02-30', null],
    ['2026-13-01', null],
    ['13-1', null],
    ['4', null],
    ['明天', null],
    ['', null],
  ])('%j is read as %s', (typed, day) => {
    expect(readDay(typed, noon)).toBe(day)
  })
  test('what was read is said with its weekday, so that a slip shows', () => {
    expect(readWords('2026-12-04')).toBe('2026年12月4日 星期五')
  })
  test('coming days begin with today and cross the year', () => {
    const days = comingDays(noon, 31)
    expect(days[0]).toEqual({ day: '2026-12-04', words: '今天，2026年12月4日 星期五' })
    expect(days.at(-1)?.day).toBe('2027-01-03')
  })
  test('a time stands alone or behind a day; a day alone fills no blank', () => {
    expect(valueOfMoment({ day: '', time: '08:30' })).toBe('08:30')
    expect(valueOfMoment({ day: '2026-12-04', time: '08:30' })).toBe('2026-12-04T08:30')
    expect(valueOfMoment({ day: '2026-12-04', time: '' })).toBe('')
    for (const value of ['', '08:30', '2026-12-04T08:30']) expect(valueOfMoment(momentOf(value))).toBe(value)
  })
})
