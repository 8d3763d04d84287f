/** @file What screens show while orders are in force, and after. */
import { describe, expect, test } from 'vitest'
import { resolve } from '../../contracts/schedule/index.ts'
import { dayMs, monday } from './clock.ts'
import { everywhere, hourMs, inCounty, iso, ordersRig, template } from './orders-rig.ts'
import { event, playlist, ref, screen, slogan } from './samples.ts'

const fields = { 地点: '县大厅', 时间: '14:30' }
const notice = (until: number, more = {}) => ({
  kind: 'notice',
  targets: inCounty('1'),
  template: 'template-closed',
  fields,
  until: iso(until),
  ...more,
})
const urgent = (until: number, more = {}) => ({
  kind: 'urgent',
  targets: inCounty('1'),
  text: '前方积水\n请绕行',
  reason: '暴雨',
  until: iso(until),
  ...more,
})
const stop = { kind: 'stop', targets: inCounty('1') }

describe('a stop', () => {
  test('gives every chosen screen the bureau’s name and a clock, and leaves the others alone', async () => {
    const { desk, shows, pushed } = await ordersRig()
    await desk.place(stop, 'me')
    expect([shows('screen-1'), shows('screen-1', monday + 10_000)]).toEqual(['示例市司法局', '时钟'])
    expect(shows('screen-2')).toBe('标语2')
    expect(pushed.sort()).toEqual(['screen-1', 'screen-1b'])
  })

  test('stands in for the fallback, which a screen plays when its lease is over or its clock is not trusted', async () => {
    const { desk, manifests } = await ordersRig()
    await desk.place(stop, 'me')
    const manifest = manifests.manifest('screen-1')
    if (!manifest) throw new Error('no manifest')
    const alone = { ...manifest.schedule, events: [] }
    expect(resolve(alone, manifest.screen, monday).item.title).toBe('示例市司法局')
  })

  test('is not undone by a takeover that an editor publishes later', async () => {
    const { desk, change, shows, clock } = await ordersRig()
    const { order } = await desk.place(stop, 'me')
    const later = iso(clock.now() + hourMs)
    await change({
      ...event('event-late', { mode: 'takeover', playlist: ref('playlist-2') }),
      _createdAt: later,
    })
    expect(shows('screen-1', monday + 2 * hourMs)).toBe('示例市司法局')
    await desk.end(order.id, 'me', '')
    expect(shows('screen-1', monday + 2 * hourMs)).toBe('标语2')
  })

  test('ends by an order only, and everything is as it was', async () => {
    const { desk, manifests, shows, clock } = await ordersRig()
    const before = manifests.manifest('screen-1')
    const { order } = await desk.place(stop, 'me')
    clock.at += 30 * dayMs
    await manifests.refresh('all', () => undefined)
    expect(shows('screen-1')).toBe('示例市司法局')
    clock.at = monday + 1
    await desk.end(order.id, 'you', '查清了')
    const after = manifests.manifest('screen-1')
    expect([after?.schedule, after?.screen]).toEqual([before?.schedule, before?.screen])
  })

  test('holds for a screen that comes into its range later, and that screen is waited for too', async () => {
    const { desk, change, shows } = await ordersRig()
    const { order } = await desk.place(stop, 'me')
    await change(screen('screen-new'))
    expect(shows('screen-new')).toBe('示例市司法局')
    expect(desk.report(order.id).screens.map(({ id }) => id)).toContain('screen-new')
  })
})

describe('a notice', () => {
  test('shows the template with its blanks filled, over everything, until its second', async () => {
    const { desk, manifests, shows } = await ordersRig()
    const until = monday + 2 * hourMs
    const { order } = await desk.place(notice(until), 'me')
    const item = manifests.manifest('screen-1')?.schedule.items.find(({ id }) => id === `order:${order.id}`)
    expect(item).toMatchObject({ kind: 'notice', text: '县大厅从14:30起暂停办理', issuer: '示例市司法局' })
    // Nothing is sent at its end: the screen's own clock ends it.
    expect([shows('screen-1', until - 1_000), shows('screen-1', until)]).toEqual(['暂停办理', '标语1'])
  })

  test('is read from its beginning, and not from where a loop since midnight would be', async () => {
    const { desk, manifests, clock } = await ordersRig()
    clock.at += 4_321
    await desk.place(notice(monday + 2 * hourMs), 'me')
    const { schedule, screen: profile } = manifests.manifest('screen-1') ?? {}
    if (!schedule || !profile) throw new Error('no manifest')
    const { from, item } = resolve(schedule, profile, clock.now())
    expect([item.title, clock.now() - from < 3_000]).toEqual(['暂停办理', true])
    // Also on a screen whose clock is a little behind.
    expect(resolve(schedule, profile, clock.now() - 1_000).item.title).toBe('暂停办理')
  })

  test('keeps the words that were approved when it was ordered', async () => {
    const { desk, change, manifests } = await ordersRig()
    await desk.place(notice(monday + hourMs), 'me')
    await change(template({ text: '别的话' }))
    expect(JSON.stringify(manifests.manifest('screen-1'))).toContain('县大厅从14:30起暂停办理')
  })

  test('on a screen that is cut off ends within a day, for nobody could take it back there', async () => {
    const { desk, shows, clock, manifests } = await ordersRig()
    await desk.place(notice(monday + 70 * hourMs), 'me')
    expect(shows('screen-1', monday + 24 * hourMs)).not.toBe('暂停办理')
    clock.at = monday + 23 * hourMs
    await manifests.refresh('all', () => undefined)
    expect(shows('screen-1', monday + 24 * hourMs)).toBe('暂停办理')
    clock.at = monday + 69 * hourMs
    await manifests.refresh('all', () => undefined)
    expect([shows('screen-1'), shows('screen-1', monday + 70 * hourMs)]).toEqual(['暂停办理', '标语1'])
  })

  test('ends at the same instant on screens of different zones', async () => {
    const { desk, change, shows } = await ordersRig()
    await change(screen('screen-1b', { zone: 'America/New_York', leaseDays: 10 }))
    const until = monday + hourMs
    await desk.place(notice(until), 'me')
    for (const id of ['screen-1', 'screen-1b'])
      expect([shows(id, until - 1_000), shows(id, until) === '暂停办理']).toEqual(['暂停办理', false])
  })
})

describe('the newest takeover', () => {
  test('wins, and the earlier resumes after it', async () => {
    const { desk, shows, clock } = await ordersRig()
    await desk.place(notice(monday + 5 * hourMs), 'me')
    clock.at += 1
    await desk.place(urgent(monday + hourMs), 'me')
    expect([shows('screen-1'), shows('screen-1', monday + hourMs)]).toEqual(['紧急通知', '暂停办理'])
  })

  test('is the one ordered last also within one millisecond, and after the clock was set back', async () => {
    const { desk, shows, clock } = await ordersRig()
    for (let turn = 0; turn < 10; turn++) await desk.place(urgent(monday + hourMs), 'me')
    clock.at -= 60_000
    await desk.place(notice(monday + hourMs), 'me')
    expect(shows('screen-1')).toBe('暂停办理')
  })
})

describe('a withdrawal', () => {
  test('takes the content off every screen that has it, and touches no other', async () => {
    const { desk, manifests, pushed, shows } = await ordersRig()
    const { order, screens } = await desk.place({ kind: 'withdraw', ids: ['slogan-1'] }, 'me')
    expect(JSON.stringify(manifests.manifest('screen-1'))).not.toContain('标语1')
    expect(shows('screen-1')).toBe('又一条1')
    expect(pushed.sort()).toEqual(['screen-1', 'screen-1b'])
    expect(screens.map(({ id }) => id)).toEqual(['screen-1', 'screen-1b'])
    await desk.end(order.id, 'me', '')
    expect(shows('screen-1')).toBe('标语1')
  })

  test('keeps the content off whatever comes to name it later, until it is lifted', async () => {
    const { desk, change, manifests } = await ordersRig()
    await desk.place({ kind: 'withdraw', ids: ['slogan-1'] }, 'me')
    await change(slogan('slogan-1', '改过的标语1'))
    await change(
      playlist('playlist-2', 'slogan-1', {
        _type: 'latestItem',
        _key: 'new',
        contentType: 'slogan',
        count: 20,
      }),
    )
    const items = manifests.manifest('screen-2')?.schedule.items.map(({ id }) => id)
    expect(items).toContain('slogan-2')
    expect(items).not.toContain('slogan-1')
  })

  test('of a whole playlist lets the next rank play, and at last the fallback', async () => {
    const { desk, shows } = await ordersRig()
    await desk.place({ kind: 'withdraw', ids: ['playlist-1'] }, 'me')
    expect(shows('screen-1')).toBe('有事找法')
  })

  test('of one line of a playlist leaves the others, as for a card that is no document', async () => {
    const { desk, change, manifests } = await ordersRig()
    await change(playlist('playlist-1', 'slogan-1', { _type: 'hotlineItem', _key: 'hot' }))
    const ids = () => manifests.manifest('screen-1')?.schedule.items.map(({ id }) => id)
    expect(ids()).toContain('playlist-1:hot')
    await desk.place({ kind: 'withdraw', ids: ['playlist-1:hot'] }, 'me')
    expect(ids()).toEqual(['slogan-1', 'slogan-evergreen'])
  })
})

test('an order is made while a renewal of all screens is still under way, for it must not queue behind it', async () => {
  const { documents, desk, manifests, change } = await ordersRig()
  for (let index = 0; index < 200; index++) documents.set(`screen-x${index}`, screen(`screen-x${index}`))
  await change(screen('screen-x0'))
  documents.set('slogan-evergreen', slogan('slogan-evergreen', '换一条'))
  let batches = 0
  const renewal = manifests.refresh([{ id: 'slogan-evergreen', type: 'slogan' }], () => void batches++)
  await desk.place({ kind: 'stop', targets: [{ screen: 'screen-x199' }] }, 'me')
  const before = batches
  await renewal
  expect(batches).toBeGreaterThan(before)
})

test('orders in force are in force after a crash', async () => {
  const { desk, restart } = await ordersRig()
  await desk.place(stop, 'me')
  await desk.place({ kind: 'withdraw', ids: ['slogan-2'] }, 'me')
  const { shows } = await restart()
  expect([shows('screen-1'), shows('screen-2')]).toEqual(['示例市司法局', '又一条2'])
})

test('a stop everywhere reaches every screen', async () => {
  const { desk, pushed } = await ordersRig()
  await desk.place({ kind: 'stop', targets: everywhere, confirm: '3' }, 'me')
  expect(pushed.sort()).toEqual(['screen-1', 'screen-1b', 'screen-2'])
})
