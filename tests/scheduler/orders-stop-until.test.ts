/** @file A stop that ends by itself: on the second, without a network, and with all that it had hidden. */
import { describe, expect, test, vi } from 'vitest'
import { resolve } from '../../contracts/schedule/index.ts'
import { monday } from './clock.ts'
import { hourMs, inCounty, iso, ordersRig } from './orders-rig.ts'
import { event, playlist, ref, screen, slogan } from './samples.ts'

const until = monday + 2 * hourMs
const stop = { kind: 'stop', targets: inCounty('1'), until: iso(until) }
const ticker = { on: true, lines: ['有事找法'] }

async function rig() {
  const orders = await ordersRig()
  await orders.change(slogan('slogan-own', '本屏保底'))
  await orders.change(playlist('playlist-own', 'slogan-own'))
  await orders.change(
    screen('screen-1', { leaseDays: 10, fallback: ref('playlist-own'), ticker, height: 160, width: 320 }),
  )
  const held = () => {
    const found = orders.manifests.manifest('screen-1')
    if (!found) throw new Error('no manifest')
    return found
  }
  /** What plays where no event may: after the lease, or while the time is not known. */
  const spare = (at: number) => {
    const { schedule, screen: profile } = held()
    return resolve({ ...schedule, events: [] }, profile, at).item.title
  }
  orders.pushed.length = 0
  return { ...orders, held, spare }
}

describe('a stop with an end', () => {
  test('ends at its second by the manifest that the screen has, for nobody may be there to tell it', async () => {
    const { desk, shows } = await rig()
    await desk.place(stop, 'me')
    for (const at of [monday, monday + 10_000, until - 1_000])
      expect(['示例市司法局', '时钟']).toContain(shows('screen-1', at))
    expect(shows('screen-1', until)).toBe('标语1')
  })

  test('gives the fallback back too, that of the screen itself: nothing of the stop is evergreen', async () => {
    const { desk, spare } = await rig()
    await desk.place(stop, 'me')
    expect([spare(monday), spare(until - 1_000), spare(until)]).toEqual(['示例市司法局', '时钟', '本屏保底'])
  })

  test('leaves the strip in the profile, since nobody could give it back; its card stands alone', async () => {
    const { desk, held } = await rig()
    const before = held().screen.ticker
    const { order } = await desk.place(stop, 'me')
    expect(before).toBeDefined()
    expect(held().screen.ticker).toEqual(before)
    const shown = held().schedule.items.filter(({ id }) => id.startsWith(`order:${order.id}`))
    expect(shown.map(({ kind, alone }) => [kind, alone])).toEqual([
      ['slogan', true],
      ['clock', true],
    ])
  })

  test('that lies over a stop without an end leaves that one standing, and its card in the fallback', async () => {
    const { desk, shows, spare, held } = await rig()
    await desk.place({ kind: 'stop', targets: inCounty('1') }, 'me')
    await desk.place(stop, 'me')
    expect([shows('screen-1', until), spare(until)]).toEqual(['示例市司法局', '示例市司法局'])
    expect(held().screen).not.toHaveProperty('ticker')
  })

  test('is out of force by the clock alone, and ending it again is refused', async () => {
    const { desk, clock } = await rig()
    const { order } = await desk.place(stop, 'me')
    expect(desk.report(order.id)).toMatchObject({ inForce: true, order: { until } })
    clock.at = until
    expect(desk.report(order.id).inForce).toBe(false)
    await expect(desk.end(order.id, 'me', '')).rejects.toMatchObject({ code: 'signage.order-over' })
  })

  test('is taken out of the manifests soon after its end, for what editors took over meanwhile', async () => {
    const { desk, change, shows, clock, pushed, held } = await rig()
    await desk.place(stop, 'me')
    clock.at += hourMs
    const late = event('event-late', { mode: 'takeover', playlist: ref('playlist-2') })
    await change({ ...late, _createdAt: iso(clock.at) })
    clock.at = until - 1
    desk.expire()
    expect(shows('screen-1', until)).toBe('标语1')
    clock.at = until
    pushed.length = 0
    desk.expire()
    await vi.waitFor(() => expect(pushed).toHaveLength(2))
    expect(pushed.sort()).toEqual(['screen-1', 'screen-1b'])
    expect([shows('screen-1'), held().screen.fallback]).toEqual(['标语2', 'playlist-own'])
    desk.expire()
    expect(pushed).toHaveLength(2)
  })

  test('is in force after a crash until its end, and not after it', async () => {
    const { desk, restart, clock } = await rig()
    await desk.place(stop, 'me')
    expect(['示例市司法局', '时钟']).toContain((await restart()).shows('screen-1'))
    clock.at = until
    expect((await restart()).shows('screen-1')).toBe('标语1')
  })
})

test('what any order shows stands alone, for nothing may run beside a warning', async () => {
  const { desk, held } = await rig()
  const urgent = { kind: 'urgent', targets: inCounty('1'), text: '绕行', reason: '积水', until: iso(until) }
  const fields = { 地点: '县大厅', 时间: '14:30' }
  await desk.place(urgent, 'me')
  await desk.place(
    { kind: 'notice', targets: inCounty('1'), template: 'template-closed', fields, until: iso(until) },
    'me',
  )
  const items = held().schedule.items
  expect(items.filter(({ id }) => id.startsWith('order:')).map(({ alone }) => alone)).toEqual([true, true])
  expect(items.filter(({ id }) => !id.startsWith('order:')).some(({ alone }) => alone)).toBe(false)
})
