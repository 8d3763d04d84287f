/** @file Reports: their totals are those of the raw records, and they outlive content and records. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PlayRecord } from '../../contracts/messages.ts'
import { namesOf } from '../../scheduler/reports/names.ts'
import { partings } from '../../contracts/reports.ts'
import { reportOf, type Question } from '../../scheduler/reports/report.ts'
import { dropOldPlays } from '../../scheduler/store/retention.ts'
import { playStore } from '../../scheduler/store/plays.ts'
import { dayMs, monday } from './clock.ts'
import { chained, proofRig } from './proof-rig.ts'
import { county, event, ref, screen } from './samples.ts'

const everything: Question = {
  by: 'item',
  from: null,
  to: null,
  county: null,
  screen: null,
  campaign: null,
  tryOuts: false,
}

const campaign = (id: string, title: string) => ({
  ...county('x', title),
  _id: id,
  _type: 'signageCampaign' as const,
  purpose: '宣传',
  firstDay: '2026-01-01',
  lastDay: '2026-12-31',
})

/** Two counties with a screen each, an event with a campaign and one without. */
function rig() {
  const parts = proofRig()
  const names = namesOf(parts.database, () => undefined)
  names.learn([
    county('1', '甲县'),
    county('2', '乙县'),
    screen('screen-1', { title: '东广场' }),
    screen('screen-2', { title: '西广场', county: ref('county-2') }),
    campaign('campaign-1', '宪法宣传周'),
    event('event-1', { campaign: ref('campaign-1') }),
    event('event-2'),
  ])
  const plays = playStore(parts.database, parts.clock.now, names.about)
  const report = (more: Partial<Question> = {}) =>
    reportOf(parts.database, names.title, { ...everything, ...more })
  return { ...parts, names, plays, report }
}

describe('a report', () => {
  test.each([
    { by: 'item' as const, keys: ['slogan-1', 'clock-1'], titles: ['标语', '时钟'] },
    { by: 'screen' as const, keys: ['screen-1', 'screen-2'], titles: ['东广场', '西广场'] },
    { by: 'county' as const, keys: ['county-1', 'county-2'], titles: ['甲县', '乙县'] },
    { by: 'campaign' as const, keys: ['campaign-1', ''], titles: ['宪法宣传周', '不属于任何活动'] },
    { by: 'day' as const, keys: ['2026-03-02', '2026-03-03'], titles: ['2026-03-02', '2026-03-03'] },
    { by: 'kind' as const, keys: ['slogan', 'clock'], titles: ['标语', '时钟'] },
  ])(
    'by $by names its rows, days in order and all else by how long it was on',
    async ({ by, keys, titles }) => {
      const { plays, pair, report } = rig()
      plays.store(pair('screen-1'), 'screen-1', chained([{}, {}, {}]))
      const clock = { item: 'clock-1', title: '时钟', kind: 'clock', event: 'event-2' }
      const times = { from: monday + dayMs, until: monday + dayMs + 5_000 }
      plays.store(pair('screen-2'), 'screen-2', chained([{ ...clock, ...times }]))
      const { rows, total } = await report({ by })
      expect(rows.map(({ key, title }) => [key, title])).toEqual(
        keys.map((key, index) => [key, titles[index]]),
      )
      expect(rows.map((row) => [row.plays, row.seconds])).toEqual([
        [3, 24],
        [1, 5],
      ])
      expect(total).toMatchObject({ plays: 4, seconds: 29 })
    },
  )

  test('counts as hours of legal education what teaches law, and no clock', async () => {
    const { plays, pair, report } = rig()
    const hour = (kind: string, at: number) => ({ item: kind, kind, from: at, until: at + 3_600_000 })
    plays.store(
      pair(),
      'screen-1',
      chained([
        hour('slogan', monday),
        hour('clock', monday + 3_600_000),
        hour('notice', monday + 7_200_000),
      ]),
    )
    expect((await report()).total).toEqual({ plays: 3, seconds: 10_800, educationHours: 1 })
  })

  test('counts a play on the local day on which it began', async () => {
    const { plays, pair, report } = rig()
    const midnight = Date.parse('2026-03-03T00:00:00+08:00')
    const [late, first] = chained([
      { from: midnight - 1, until: midnight + 9_999 },
      { from: midnight, until: midnight + 1_000 },
    ])
    if (!late || !first) throw new Error('two were asked for')
    plays.store(pair(), 'screen-1', [late, first])
    expect((await report({ by: 'day' })).rows.map(({ key, seconds }) => [key, seconds])).toEqual([
      ['2026-03-02', 10],
      ['2026-03-03', 1],
    ])
    expect((await report({ from: '2026-03-03', to: '2026-03-03' })).total.plays).toBe(1)
    expect((await report({ from: '2026-03-02', to: '2026-03-02' })).total.plays).toBe(1)
    expect((await report({ from: '2026-03-04' })).total.plays).toBe(0)
    expect((await report({ to: '2026-03-01' })).total.plays).toBe(0)
  })

  test('a play that ends before it begins, or never, cannot drown the totals', async () => {
    const { plays, pair, report } = rig()
    plays.store(
      pair(),
      'screen-1',
      chained([{ from: monday, until: monday - 1 }, { until: 8.64e15 }, { from: 8e15, until: 8e15 + 1_000 }]),
    )
    expect((await report()).total).toMatchObject({ plays: 3, seconds: 86_401 })
  })

  test('leaves out what visitors tried out, and tells it when asked', async () => {
    const { plays, pair, tryOut, report } = rig()
    plays.store(pair(), 'screen-1', chained([{}]))
    plays.store(tryOut(), 'screen-1', chained([{ item: 'slogan-1', title: '改了名' }, {}]))
    const [own, tried] = [await report(), await report({ tryOuts: true })]
    expect([own.total.plays, tried.total.plays]).toEqual([1, 2])
    expect(own.rows[0]?.title).toBe('标语')
  })

  test('is the same after content and raw records are gone, for a screen may report weeks later', async () => {
    const { plays, pair, report, names, database, clock } = rig()
    const id = pair()
    const all = chained([{}, {}])
    plays.store(id, 'screen-1', all.slice(0, 1))
    const restarted = namesOf(database, () => undefined)
    const later = playStore(database, clock.now, restarted.about)
    later.store(id, 'screen-1', all.slice(1))
    clock.at += 2_000 * dayMs
    await dropOldPlays(database, clock.at)
    expect(later.ofScreen('screen-1', 5)).toEqual([])
    const { rows } = await report({ by: 'campaign' })
    expect(rows).toMatchObject([{ key: 'campaign-1', title: '宪法宣传周', plays: 2 }])
    expect((await report({ by: 'county', county: 'county-1' })).rows).toMatchObject([
      { title: '甲县', plays: 2 },
    ])
    expect(names.title('screen-1')).toBe('东广场')
  })

  test('lists gaps and broken links of its span and screens', async () => {
    const { plays, pair, report } = rig()
    const all = chained([{}, {}, {}, {}])
    plays.store(
      pair('screen-1'),
      'screen-1',
      all.filter(({ sequence }) => sequence !== 2),
    )
    plays.store(pair('screen-2'), 'screen-2', chained([{ from: monday + dayMs }], 1, 'a'.repeat(64)))
    expect(
      (await report()).faults
        .map(({ screen: at, title, kind, sequence, missing }) => [at, title, kind, sequence, missing])
        .sort(),
    ).toEqual([
      ['screen-1', '东广场', 'gap', 3, 1],
      ['screen-2', '西广场', 'broken', 1, 0],
    ])
    const only = async (more: Partial<Question>) => (await report(more)).faults.map(({ kind }) => kind)
    expect(await only({ screen: 'screen-1' })).toEqual(['gap'])
    expect(await only({ county: 'county-2' })).toEqual(['broken'])
    expect(await only({ to: '2026-03-02' })).toEqual(['gap'])
    expect(await only({ from: '2026-03-03' })).toEqual(['broken'])
  })
})

const randomPlay = fc.record({
  item: fc.constantFrom('slogan-1', 'slogan-2', 'clock-1'),
  kind: fc.constantFrom('slogan', 'clock'),
  event: fc.constantFrom('event-1', 'event-2', null),
  from: fc.integer({ min: monday, max: monday + 4 * dayMs }),
  length: fc.integer({ min: -1_000, max: 200_000 }),
})

test('whatever it is parted and bounded by, totals equal the raw records', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom('screen-1', 'screen-2'), randomPlay), { maxLength: 40 }),
      fc.constantFrom(...partings),
      fc.record({
        from: fc.constantFrom(null, '2026-03-02', '2026-03-04'),
        to: fc.constantFrom(null, '2026-03-04', '2026-03-09'),
        county: fc.constantFrom(null, 'county-2'),
        screen: fc.constantFrom(null, 'screen-1'),
        campaign: fc.constantFrom(null, 'campaign-1', ''),
      }),
      async (drawn, by, bounds) => {
        const { plays, pair, report, database } = rig()
        for (const id of ['screen-1', 'screen-2']) {
          const mine = drawn.filter(([at]) => at === id).map(([, play]) => play)
          const records = chained(mine.map(({ length, ...play }) => ({ ...play, until: play.from + length })))
          if (records.length > 0) plays.store(pair(id), id, records)
        }
        // The raw records are summed by other means than the program's.
        const raw = database.prepare('SELECT * FROM play').all() as unknown as (PlayRecord & {
          screen: string
          county: string
          campaign: string
          fromMs: number
          untilMs: number
        })[]
        const wanted = raw.filter((row) => {
          const day = new Date(row.fromMs + 8 * 3_600_000).toISOString().slice(0, 10)
          return (
            (bounds.from === null || day >= bounds.from) &&
            (bounds.to === null || day <= bounds.to) &&
            (bounds.county === null || row.screen === 'screen-2') &&
            (bounds.screen === null || row.screen === bounds.screen) &&
            (bounds.campaign === null || (row.event === 'event-1') === (bounds.campaign === 'campaign-1'))
          )
        })
        const ms = wanted.reduce((sum, row) => sum + Math.max(0, row.untilMs - row.fromMs), 0)
        const { rows, total } = await report({ by, ...bounds })
        expect(total.plays).toBe(wanted.length)
        expect(total.seconds).toBe(ms / 1_000)
        expect(rows.reduce((sum, row) => sum + row.plays, 0)).toBe(wanted.length)
        expect(Math.round(rows.reduce((sum, row) => sum + row.seconds * 1_000, 0))).toBe(ms)
      },
    ),
    { numRuns: 60 },
  )
})
