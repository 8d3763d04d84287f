/** @file Alerts provoked one by one: opened once, closed by themselves, and none that nobody can mend. */
import { describe, expect, test } from 'vitest'
import { alertRig, minute, second } from './alert-rig.ts'
import { deskRig } from './desk-rig.ts'
import { chained } from './proof-rig.ts'

describe('every kind of alert', () => {
  type Rig = ReturnType<typeof alertRig>
  const provoked: {
    kind: string
    bad: (at: Rig) => Promise<void>
    well: (at: Rig) => Promise<void>
  }[] = [
    {
      kind: 'silent',
      async bad({ pass, fleet }) {
        fleet.seen('screen-1', { online: false })
        await pass(11 * minute)
      },
      well: ({ pass, beats }) => pass(2 * minute, beats()),
    },
    {
      kind: 'black',
      bad: ({ pass, beats }) => pass(90 * second, beats({}, { luminance: 3 })),
      well: ({ pass, beats }) => pass(2 * minute, beats()),
    },
    {
      kind: 'clock',
      bad: ({ pass, beats }) => pass(2 * minute, beats({ offsetMs: 5_000 })),
      well: ({ pass, beats }) => pass(3 * minute, beats()),
    },
    {
      kind: 'cache',
      bad: ({ pass, beats }) => pass(16 * minute, beats({ assetsMissing: 2 })),
      well: ({ pass, beats }) => pass(2 * minute, beats()),
    },
    {
      kind: 'storage',
      bad: ({ pass, beats }) =>
        pass(30 * second, beats({}, { problems: [{ kind: 'storage-full', count: 1, note: '存不下' }] })),
      well: ({ pass, beats }) => pass(32 * minute, beats()),
    },
    {
      kind: 'behind',
      bad: ({ pass, beats }) => pass(6 * minute, beats({ revision: 4 })),
      well: ({ pass, beats }) => pass(minute, beats()),
    },
    {
      kind: 'problems',
      bad: ({ pass, beats }) =>
        pass(3 * minute, beats({}, { problems: [{ kind: 'film-stuck', count: 1, note: '' }] })),
      well: ({ pass, beats }) => pass(80 * minute, beats()),
    },
    {
      kind: 'proof',
      async bad({ pair, plays, pass, beats }) {
        plays.store(pair(), 'screen-1', chained([{}], 1, 'a'.repeat(64)))
        await pass(30 * second, beats())
      },
      well: ({ pass, beats }) => pass(24 * 60 * minute, beats()),
    },
    {
      kind: 'gap',
      async bad({ pairings, plays, pass, beats }) {
        const all = chained([{}, {}, {}, {}])
        const ends = all.filter(({ sequence }) => sequence === 1 || sequence === 4)
        plays.store(pairings.ofScreen('screen-1')?.id ?? NaN, 'screen-1', ends)
        await pass(30 * second, beats())
      },
      async well({ pairings, plays, pass, beats }) {
        plays.store(pairings.ofScreen('screen-1')?.id ?? NaN, 'screen-1', chained([{}, {}, {}, {}]))
        await pass(30 * second, beats())
      },
    },
    {
      kind: 'temperature',
      async bad({ desk, pass, beats }) {
        desk.boxes.report('screen-1', { temperatureC: 80, uptimeSeconds: 1, diskFreeBytes: 9e9 })
        await pass(30 * second, beats())
      },
      async well({ desk, pass, beats }) {
        desk.boxes.report('screen-1', { temperatureC: 50, uptimeSeconds: 1, diskFreeBytes: 9e9 })
        await pass(6 * minute, beats())
      },
    },
  ]

  test.each(provoked)(
    '$kind opens once, stands in the log, and closes by itself',
    async ({ kind, bad, well }) => {
      const at = alertRig()
      at.pair()
      await at.pass(minute, at.beats())
      expect(at.lasting()).toEqual([])
      await bad(at)
      expect(at.lasting()).toEqual([kind])
      expect(at.desk.registry.view('screen-1')?.alerts).toMatchObject([{ kind }])
      await bad(at)
      await well(at)
      expect(at.lasting()).toEqual([])
      const all = at.desk.incidents.list({ screen: 'screen-1', from: null, to: null, countMax: 50 })
      expect(all).toMatchObject([
        { kind, by: null, note: expect.stringMatching(/\p{Script=Han}/u) as string },
      ])
      expect(all[0]?.closedAt).toBeGreaterThan(all[0]?.openedAt ?? Infinity)
    },
  )
})

describe('no alert', () => {
  test('is made of a screen that never had a player of its own', async () => {
    const { pass, lasting, pairings } = alertRig()
    pairings.tryOut('screen-1')
    await pass(60 * minute)
    expect(lasting()).toEqual([])
  })

  test('is made of silence that is this server’s own: after a start screens have their minutes again', async () => {
    const first = alertRig()
    first.pair()
    first.fleet.seen('screen-1', { online: true })
    first.fleet.flush()
    first.database.close()
    const second = deskRig({ folder: first.folder })
    // Both clocks begin at the same moment: as if the screen were last heard long before this start.
    second.clock.at += 9 * minute
    await second.desk.look()
    expect(second.desk.incidents.lasting()).toEqual([])
    second.clock.at += 2 * minute
    await second.desk.look()
    expect(second.desk.incidents.lasting()).toHaveLength(1)
  })

  test('is made by night of a screen whose current is cut by its hours; in the morning it has its minutes', async () => {
    const { pass, pair, lasting, clock } = alertRig({ lit: { from: '06:00', until: '21:00' } })
    pair()
    clock.at = Date.parse('2026-03-02T21:00:00+08:00')
    await pass(9 * 60 * minute)
    expect(lasting()).toEqual([])
    await pass(11 * minute)
    expect(lasting()).toEqual(['silent'])
  })
})

test('alerts of a screen that is unpaired close, for nobody can mend them', async () => {
  const { pass, pair, lasting, pairings } = alertRig()
  pair()
  await pass(11 * minute)
  expect(lasting()).toEqual(['silent'])
  pairings.end('screen-1')
  await pass(30 * second)
  expect(lasting()).toEqual([])
})

test('an alert that lasts is known after a restart, and not opened a second time', async () => {
  const first = alertRig()
  first.pair()
  await first.pass(11 * minute)
  const [opened] = first.desk.incidents.lasting()
  first.database.close()
  const second = deskRig({ folder: first.folder })
  second.clock.at = first.clock.at + 60 * minute
  await second.desk.look()
  expect(second.desk.incidents.lasting().map(({ id }) => id)).toEqual([opened?.id])
})
