/** @file The endpoints of orders, and their way to a connected player and back. */
import { expect, test } from 'vitest'
import type { OrderPreview, OrderReport } from '../../contracts/orders.ts'
import { until } from './clock.ts'
import { ObedientPlayer } from './obedient-player.ts'
import { template } from './orders-rig.ts'
import { screen, smallTown } from './samples.ts'
import { startScheduler, type SchedulerOnPort } from './scheduler-on-port.ts'

const stop = { kind: 'stop', targets: [{ county: 'county-1' }], reason: '演练' }
const json = async <Body>(answer: Promise<Response>) => (await (await answer).json()) as Body

async function connected(on: SchedulerOnPort): Promise<ObedientPlayer> {
  const { player, token } = await on.paired('screen-1')
  player.close()
  const obedient = new ObedientPlayer(on.origin, 'screen-1', token)
  await obedient.connect()
  await until('it to have a manifest', () => obedient.revision > 0)
  return obedient
}

test.each([
  ['orders', 'POST'],
  ['orders/preview', 'POST'],
  ['orders/1/end', 'POST'],
  ['orders', 'GET'],
  ['orders/1', 'GET'],
])('%s by %s is for operators only, and a foreign page cannot use their session', async (path, method) => {
  const on = await startScheduler(smallTown())
  const init = method === 'POST' ? { method, body: JSON.stringify(stop) } : { method }
  expect((await on.ask(path, { ...init, as: null })).status).toBe(401)
  if (method === 'GET') return
  const headers = { cookie: 'session=x', origin: 'https://foreign.test' }
  expect((await on.ask(path, { ...init, as: null, headers })).status).toBe(403)
  expect(await json(on.ask('orders'))).toEqual({ orders: [] })
})

test('an order reaches a connected player, its answer is acknowledged, and its end too', async () => {
  const on = await startScheduler(smallTown())
  const player = await connected(on)
  const preview = await json<OrderPreview>(on.post('orders/preview', stop))
  expect(preview).toMatchObject({ counties: 1, confirm: null, screens: [{ id: 'screen-1', online: true }] })

  const placed = await json<OrderReport>(on.post('orders', stop))
  expect(placed).toMatchObject({ inForce: true, order: { kind: 'stop', by: expect.any(String) } })
  const acknowledged = async (id: number) =>
    (await json<OrderReport>(on.ask(`orders/${id}`))).counts.acknowledged === 1
  await until('it to acknowledge', () => acknowledged(placed.order.id))
  expect(player.shows(on.clock.now())).toBe('示例市司法局')
  expect(await json(on.ask('resolve?screen=screen-1'))).toMatchObject({ source: 'takeover' })
  expect(await json(on.ask('orders?open=1'))).toMatchObject({ orders: [{ counts: { acknowledged: 1 } }] })

  const path = `orders/${placed.order.id}/end`
  const ended = await json<OrderReport>(on.post(path, { reason: '演练结束' }))
  await until('it to acknowledge the end', () => acknowledged(ended.order.id))
  expect(player.shows(on.clock.now())).toBe('法律面前人人平等')
  expect((await on.post(path, {})).status).toBe(409)
  expect(await json(on.ask('orders?open=1'))).toEqual({ orders: [] })
})

test('a notice takes its words from the template as it is published in the lake at that moment', async () => {
  const on = await startScheduler([...smallTown(), template()])
  const player = await connected(on)
  const fields = { 地点: '县大厅', 时间: '14:30' }
  const ends = '2026-03-02T18:00:00+08:00'
  const notice = { kind: 'notice', targets: [{}], template: 'template-closed', fields, until: ends }
  const { order } = await json<OrderReport>(on.post('orders', notice))
  expect(order).toMatchObject({ title: '暂停办理', text: '县大厅从14:30起暂停办理' })
  await until('it to show the notice', () => player.shows(on.clock.now()) === '暂停办理')
  expect(player.shows(Date.parse(ends))).toBe('法律面前人人平等')
})

test('a screen that is published into the range of a stop is stopped, and waited for', async () => {
  const on = await startScheduler(smallTown())
  const { order } = await json<OrderReport>(on.post('orders', stop))
  await on.lake.client.createOrReplace({ ...screen('screen-late') })
  await until('it to be on the list', async () => {
    const { screens } = await json<OrderReport>(on.ask(`orders/${order.id}`))
    return screens.some(({ id, revision }) => id === 'screen-late' && revision !== null)
  })
  expect(await json(on.ask('resolve?screen=screen-late'))).toMatchObject({ source: 'takeover' })
})

test('a player whose word was lost acknowledges by its next heartbeat', async () => {
  const on = await startScheduler(smallTown())
  const { player } = await on.playing('screen-1')
  const { order } = await json<OrderReport>(on.post('orders', stop))
  const { payload } = await player.next('manifest')
  const { revision } = JSON.parse(payload) as { revision: number }
  player.say({
    type: 'heartbeat',
    at: on.clock.now(),
    revision,
    nowPlaying: null,
    offsetMs: 0,
    storedPlays: 0,
    assetsMissing: 0,
    health: {
      luminance: null,
      asleep: false,
      cacheBytes: 0,
      cacheBytesMax: 0,
      clockTrusted: true,
      heapMb: null,
      upSeconds: 1,
      problems: [],
    },
  })
  await until('it to count', async () => {
    const { counts } = await json<OrderReport>(on.ask(`orders/${order.id}`))
    return counts.acknowledged === 1
  })
})

test('what is no order number or no page is refused in words', async () => {
  const on = await startScheduler(smallTown())
  expect((await on.ask('orders?before=x')).status).toBe(400)
  expect((await on.ask('orders/7')).status).toBe(404)
  expect(await json(on.post('orders', { kind: 'urgent' }))).toMatchObject({
    error: { code: 'signage.order-refused', remedy: expect.stringContaining('problems') },
  })
})
