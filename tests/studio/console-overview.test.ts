/** @file What the console's overview says of screens, what its filter lets through, and where tiles stand. */
import { describe, expect, test } from 'vitest'
import { factsOf } from '../../studio/tools/console/facts.ts'
import { counted, everything, filtered, tileMap } from '../../studio/tools/console/overview.ts'
import { agoWords, lastingWords, markOf, momentWords, troublesOf } from '../../studio/tools/console/words.ts'
import { alert, countyView, noon, screenView } from './console-views.ts'

const health = {
  luminance: 90,
  asleep: false,
  cacheBytes: 1,
  cacheBytesMax: 2,
  clockTrusted: true,
  heapMb: null,
  upSeconds: 60,
  problems: [],
}

describe('a screen’s state', () => {
  test.each([
    ['plays', {}, '▶ 在播'],
    ['sleeps by its hours', { health: { ...health, asleep: true, luminance: null } }, '◐ 熄屏'],
    ['is off the line', { online: false }, '✕ 离线'],
    ['is tried out by a visitor and has no player', { pairedAt: null }, '▷ 试看'],
    ['has no player', { pairedAt: null, online: false }, '○ 未配对'],
    ['has an alert, though it plays: somebody must look', { alerts: [alert] }, '⚠ 告警'],
    ['has an alert and is off the line', { alerts: [alert], online: false }, '⚠ 告警'],
  ])('one that %s', (_, change, words) => {
    const { shape, word } = markOf(screenView(change))
    expect(`${shape} ${word}`).toBe(words)
  })

  test('what passes by itself is not told as a warning, and an alert is told in its own words', () => {
    expect(troublesOf(screenView())).toEqual([])
    expect(troublesOf(screenView({ assetsMissing: 2, behind: true }))).toEqual([
      '◔ 正在换上新的节目单',
      '◔ 还有 2 个图片或影片正在下载',
    ])
    expect(troublesOf(screenView({ alerts: [{ ...alert, note: '连续 3 次' }] }))).toEqual([
      '⚠ 画面全黑：连续 3 次',
    ])
    expect(troublesOf(screenView({ online: false }))[0]).toMatch(/^⚠ 离线/)
    expect(troublesOf(screenView({ online: false, pairedAt: null }))).toEqual([])
  })
})

describe('what is known of a screen', () => {
  const wrong = (change: Parameters<typeof screenView>[0]) =>
    factsOf(screenView(change), noon).flatMap((fact) => (fact.wrong ? [fact.label] : []))
  test('nothing is marked on a screen that is well', () => {
    expect(wrong({ health })).toEqual([])
  })
  test.each([
    [{ online: false }, ['联系']],
    [{ behind: true }, ['节目单']],
    [{ offsetMs: -3_000 }, ['时钟']],
    [{ health: { ...health, clockTrusted: false } }, ['时钟']],
    [{ assetsMissing: 1 }, ['素材']],
    [{ box: { at: noon, temperatureC: 78, uptimeSeconds: 9, diskFreeBytes: 9e9 } }, ['温度']],
    [{ problems: [{ kind: 'frozen', count: 3, note: '' }] }, ['一小时内的故障']],
  ])('%j is marked', (change, labels) => {
    expect(wrong(change)).toEqual(labels)
  })
  test('no line carries a revision or another number that says nothing to a clerk', () => {
    const revision = 1_795_354_947_797
    const told = factsOf(screenView({ revision, appliedRevision: revision - 1, behind: true }), noon)
    expect(told.map(({ text }) => text).join()).not.toMatch(/17953/)
  })
})

describe('the filter', () => {
  const screens = [
    screenView({ screen: 'a', title: '甲村口屏', groups: ['villages'] }),
    screenView({
      screen: 'b',
      title: '乙广场屏',
      online: false,
      county: { id: 'county-2', title: '乙县', tile: null },
    }),
    screenView({ screen: 'c', title: '丙广场屏', alerts: [alert] }),
    screenView({ screen: 'd', title: '丁广场屏', address: '车站' }),
  ]
  const ids = (change: Partial<typeof everything>) =>
    filtered(screens, { ...everything, ...change }).map(({ screen }) => screen)

  test('puts what needs somebody first: alerts, then those off the line', () => {
    expect(ids({}).slice(0, 2)).toEqual(['c', 'b'])
    expect(ids({}).slice(2).sort()).toEqual(['a', 'd'])
  })
  test.each([
    [{ county: 'county-2' }, ['b']],
    [{ group: 'villages' }, ['a']],
    [{ state: 'offline' as const }, ['b']],
    [{ words: '广场 车站' }, ['d']],
    [{ words: '乙县' }, ['b']],
    [{ words: '没有这样的' }, []],
  ])('%j', (change, expected) => {
    expect(ids(change)).toEqual(expected)
  })
  test('every screen is counted once', () => {
    const sums = counted(screens)
    expect(sums).toEqual([
      { state: 'alert', count: 1 },
      { state: 'offline', count: 1 },
      { state: 'playing', count: 2 },
    ])
  })
})

describe('the map of counties', () => {
  test('begins at the first cell that is used, and keeps the places to each other', () => {
    const { columns, tiles } = tileMap([
      countyView('a', { tile: { column: 2, row: 5 } }),
      countyView('b', { tile: { column: 4, row: 6 } }),
    ])
    expect(columns).toBe(3)
    expect(tiles.map(({ id, column, row }) => [id, column, row])).toEqual([
      ['a', 1, 1],
      ['b', 3, 2],
    ])
  })
  test('two counties on one cell, and one without a cell, are below the map and never one over the other', () => {
    const { tiles } = tileMap([
      countyView('a', { tile: { column: 0, row: 0 } }),
      countyView('b', { tile: { column: 0, row: 0 } }),
      countyView('c'),
    ])
    const cells = tiles.map(({ column, row }) => `${column},${row}`)
    expect(new Set(cells).size).toBe(3)
    expect(cells[0]).toBe('1,1')
  })
  test('a prefecture whose counties have no cells is a map too', () => {
    expect(tileMap(['a', 'b', 'c', 'd', 'e'].map((id) => countyView(id)))).toMatchObject({ columns: 4 })
    expect(tileMap([])).toEqual({ columns: 1, tiles: [] })
  })
})

test('times are said as a person says them', () => {
  expect(
    [1_000, 35_000, 720_000, 3 * 3_600_000, 50 * 3_600_000].map((ms) => agoWords(noon - ms, noon)),
  ).toEqual(['刚刚', '35 秒前', '12 分钟前', '3 小时前', '2 天前'])
  expect(agoWords(noon + 5_000, noon)).toBe('刚刚')
  expect([40_000, 300_000, 7_800_000, 273_600_000].map(lastingWords)).toEqual([
    '40 秒',
    '5 分钟',
    '2 小时 10 分钟',
    '3 天 4 小时',
  ])
  expect(momentWords(noon)).toBe('12月4日 12:00')
})
