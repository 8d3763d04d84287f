/** @file Who has acknowledged an order, who is waited for, and until when those may go on as before. */
import { describe, expect, test } from 'vitest'
import { dayMs, monday } from './clock.ts'
import { everywhere, hourMs, inCounty, iso, ordersRig } from './orders-rig.ts'
import { settings, slogan } from './samples.ts'

const stop = { kind: 'stop', targets: everywhere, confirm: '3' }

describe('a screen acknowledges', () => {
  test('when it plays by the revision that brought the order, and keeps the time of that', async () => {
    const { desk, applies, clock } = await ordersRig()
    applies('screen-1')
    const { order } = await desk.place(stop, 'me')
    clock.at += 300
    applies('screen-1')
    const { screens, counts } = desk.report(order.id)
    expect(screens.find(({ id }) => id === 'screen-1')).toMatchObject({
      state: 'acknowledged',
      acknowledgedAt: monday + 300,
      note: '',
    })
    expect(counts).toMatchObject({ all: 3, acknowledged: 1 })
  })

  test('with any later revision, since that carries the order too', async () => {
    const { desk, applies, change, clock } = await ordersRig()
    const { order } = await desk.place(stop, 'me')
    clock.at += 1_000
    await change(slogan('slogan-1', '换'))
    applies('screen-1')
    expect(desk.report(order.id).counts.acknowledged).toBe(1)
  })

  test('not with an earlier revision, which it played by before the order', async () => {
    const { desk, manifests, fleet } = await ordersRig()
    const before = manifests.get('screen-1')?.head.revision ?? 0
    const { order } = await desk.place(stop, 'me')
    fleet.seen('screen-1', { online: true, appliedRevision: before })
    desk.applied('screen-1', before)
    expect(desk.report(order.id).screens[0]).toMatchObject({ id: 'screen-1', state: 'waiting' })
  })

  test('not with a revision that was never made here, as after a restored backup', async () => {
    const { desk, clock } = await ordersRig()
    const { order } = await desk.place(stop, 'me')
    desk.applied('screen-1', clock.now() + 1_000)
    expect(desk.report(order.id).counts.acknowledged).toBe(0)
  })

  test('each open order that its revision carries, and the ends of orders too', async () => {
    const { desk, applies } = await ordersRig()
    const first = await desk.place(stop, 'me')
    const second = await desk.end(first.order.id, 'me', '')
    applies('screen-2')
    expect([first, second].map(({ order }) => desk.report(order.id).counts.acknowledged)).toEqual([1, 1])
    expect(second.counts.all).toBe(3)
  })

  test('for good: what was written down stands after a crash, also while its manifest moves on', async () => {
    const { desk, applies, restart } = await ordersRig()
    const { order } = await desk.place(stop, 'me')
    applies('screen-1')
    desk.report(order.id)
    const again = await restart()
    expect(again.desk.report(order.id).counts).toMatchObject({ all: 3, acknowledged: 1 })
  })
})

test('an order whose screens were not made yet when the program was killed is waited for after the restart', async () => {
  const { desk, database, restart } = await ordersRig()
  const { order } = await desk.place(stop, 'me')
  database.exec('UPDATE orderScreen SET revision = NULL')
  const again = await restart()
  expect(again.desk.report(order.id).screens.every(({ revision }) => revision !== null)).toBe(true)
  again.applies('screen-1')
  expect(again.desk.report(order.id).counts.acknowledged).toBe(1)
})

test('a manifest that could not be made counts for nobody, and for all once it is made', async () => {
  const { desk, applies, database, change } = await ordersRig()
  for (const id of ['screen-1', 'screen-1b', 'screen-2']) applies(id)
  database.exec("CREATE TRIGGER full BEFORE INSERT ON revision BEGIN SELECT RAISE(ABORT, 'disk full'); END")
  const { order, counts } = await desk.place(stop, 'me')
  expect(counts).toMatchObject({ waiting: 3, acknowledged: 0 })
  database.exec('DROP TRIGGER full')
  await change(slogan('slogan-evergreen', '换'))
  applies('screen-1')
  expect(desk.report(order.id).counts).toMatchObject({ waiting: 2, acknowledged: 1 })
})

describe('who has not acknowledged', () => {
  test('is told apart: in contact, out of contact, and without a player', async () => {
    const { desk, applies, leaves, pairings } = await ordersRig()
    for (const id of ['screen-1', 'screen-2']) {
      pairings.pair(id, 'me')
      applies(id)
    }
    leaves('screen-2')
    const { screens, counts } = await desk.place(stop, 'me')
    expect(screens.map(({ id, state }) => [id, state])).toEqual([
      ['screen-1', 'waiting'],
      ['screen-2', 'offline'],
      ['screen-1b', 'unpaired'],
    ])
    expect(counts).toEqual({ all: 3, acknowledged: 0, waiting: 1, offline: 1, unpaired: 1 })
  })

  test('may go on until its lease ends, and the list says so', async () => {
    const { desk, pairings } = await ordersRig()
    pairings.pair('screen-2', 'me')
    const { screens } = await desk.place(stop, 'me')
    const { mayShowUntil, note } = screens.find(({ id }) => id === 'screen-2') ?? {}
    expect(mayShowUntil).toBe(monday + 10 * dayMs)
    expect(note).toContain('2026年3月12日 08:00')
  })

  test('may go on with a withdrawn item until that ends by itself', async () => {
    const { desk, change } = await ordersRig()
    await change(slogan('slogan-1', '标语1', { validUntil: '2026-03-03T08:00' }))
    const { screens } = await desk.place({ kind: 'withdraw', ids: ['slogan-1'] }, 'me')
    expect(screens.map(({ mayShowUntil }) => mayShowUntil)).toEqual([monday + dayMs, monday + dayMs])
  })

  test('may go on without end with an item of the fallback, which plays when the lease is over', async () => {
    const { desk } = await ordersRig()
    const { screens } = await desk.place({ kind: 'withdraw', ids: ['slogan-evergreen'] }, 'me')
    expect(screens.map(({ mayShowUntil }) => mayShowUntil)).toEqual([null, null, null])
  })

  test('goes on with an ended notice until the notice ends there by itself', async () => {
    const { desk } = await ordersRig()
    const until = monday + 70 * hourMs
    const body = { kind: 'notice', targets: inCounty('2'), template: 'template-closed', until: iso(until) }
    const { order } = await desk.place({ ...body, fields: { 地点: '县大厅', 时间: '14:30' } }, 'me')
    const { screens } = await desk.end(order.id, 'me', '')
    expect(screens.map(({ mayShowUntil }) => mayShowUntil)).toEqual([monday + dayMs])
  })

  test('stays stopped after the end of a stop was ordered, until the stop ends there by itself', async () => {
    const { desk } = await ordersRig()
    const until = iso(monday + 2 * hourMs)
    const bounded = await desk.place({ kind: 'stop', targets: inCounty('2'), until }, 'me')
    const { screens } = await desk.end(bounded.order.id, 'me', '')
    expect(screens.map(({ mayShowUntil }) => mayShowUntil)).toEqual([monday + 2 * hourMs])
    const endless = await desk.place({ kind: 'stop', targets: inCounty('2') }, 'me')
    const ended = await desk.end(endless.order.id, 'me', '')
    expect(ended.screens.map(({ mayShowUntil }) => mayShowUntil)).toEqual([null])
  })
})

test('a withdrawal also waits for screens that hold an older manifest, for nobody knows what is in that', async () => {
  const { desk, applies, leaves, change, clock } = await ordersRig()
  applies('screen-2')
  leaves('screen-2')
  clock.at += 1_000
  await change(slogan('slogan-2', '换'))
  const { order, screens } = await desk.place({ kind: 'withdraw', ids: ['slogan-1'] }, 'me')
  expect(screens.find(({ id }) => id === 'screen-2')).toMatchObject({ mayShowUntil: null })
  applies('screen-2')
  expect(desk.report(order.id).screens.find(({ id }) => id === 'screen-2')?.state).toBe('acknowledged')
})

test('a screen that is deleted stays on the list, for the sign may still hang there', async () => {
  const { desk, change, documents, pairings } = await ordersRig()
  pairings.pair('screen-2', 'me')
  const { order } = await desk.place(stop, 'me')
  const gone = documents.get('screen-2') ?? settings()
  await change(gone, true)
  const listed = desk.report(order.id).screens.find(({ id }) => id === 'screen-2')
  expect(listed).toMatchObject({ title: '（已删除的屏幕）', state: 'offline' })
})

test('the list of orders tells those in force from those that are over', async () => {
  const { desk, clock } = await ordersRig()
  const first = await desk.place(stop, 'me')
  const body = { kind: 'urgent', targets: inCounty('1'), text: '绕行', reason: '积水' }
  const second = await desk.place({ ...body, until: iso(monday + hourMs) }, 'me')
  const ids = (open: boolean) => desk.list(open, null).map(({ order }) => order.id)
  expect(ids(true)).toEqual([second.order.id, first.order.id])
  clock.at += hourMs
  expect(ids(true)).toEqual([first.order.id])
  const end = await desk.end(first.order.id, 'me', '')
  expect(ids(true)).toEqual([])
  expect(ids(false)).toEqual([end.order.id, second.order.id, first.order.id])
  expect(desk.list(false, second.order.id).map(({ order }) => order.id)).toEqual([first.order.id])
})
