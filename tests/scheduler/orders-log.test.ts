/** @file The log of orders stands for ever, and says by itself what is in force. */
import { expect, test } from 'vitest'
import { monday, handClock, ownDatabase } from './clock.ts'
import { orderLog } from '../../scheduler/orders/log.ts'
import { everywhere, hourMs, iso, ordersRig } from './orders-rig.ts'

const stop = { kind: 'stop', targets: everywhere, confirm: '3' }

test.each([
  ['change', "UPDATE orderLog SET reason = '别的'"],
  ['delete', 'DELETE FROM orderLog'],
])('nobody can %s an order afterwards, for the log must show who did what', (_how, statement) => {
  const database = ownDatabase()
  orderLog(database, handClock().now).append({ kind: 'stop', targets: everywhere }, 'me', '演练')
  expect(() => database.exec(statement)).toThrow(/never/)
})

test('an order says who gave it, when, why, and which order ended it', async () => {
  const { desk, clock } = await ordersRig()
  const { order } = await desk.place({ ...stop, reason: '  演练 ' }, 'operator-1')
  clock.at += 1_000
  const end = await desk.end(order.id, 'operator-2', '演练结束')
  expect(desk.report(order.id).order).toEqual({
    id: order.id,
    kind: 'stop',
    targets: everywhere,
    at: monday,
    rank: monday,
    by: 'operator-1',
    reason: '演练',
    endedBy: end.order.id,
  })
  expect(end.order).toMatchObject({ kind: 'end', by: 'operator-2', reason: '演练结束', order: order.id })
})

test('what was ended or is over cannot be ended again, and an end cannot be ended', async () => {
  const { desk, clock } = await ordersRig()
  const { order } = await desk.place(stop, 'me')
  const end = await desk.end(order.id, 'me', '')
  const body = { kind: 'urgent', targets: everywhere, text: '绕行', reason: '积水', confirm: '3' }
  const over = await desk.place({ ...body, until: iso(monday + hourMs) }, 'me')
  clock.at += hourMs
  for (const { order: each } of [{ order }, end, over])
    await expect(desk.end(each.id, 'me', '')).rejects.toMatchObject({ code: 'signage.order-over' })
  await expect(desk.end(999, 'me', '')).rejects.toMatchObject({ code: 'signage.order-unknown' })
})

test('orders in force are bounded, since each travels in manifests; a stop finds room even then', async () => {
  const { desk } = await ordersRig()
  const withdrawal = { kind: 'withdraw', ids: ['slogan-1'] }
  for (let count = 0; count < 50; count++) await desk.place(withdrawal, 'me')
  const refused = { code: 'signage.orders-too-many' }
  await expect(desk.place(withdrawal, 'me')).rejects.toMatchObject(refused)
  const one = { kind: 'stop', targets: [{ screen: 'screen-1' }] }
  for (let count = 0; count < 20; count++) await desk.place(one, 'me')
  await expect(desk.place(one, 'me')).rejects.toMatchObject(refused)
})

test('an order that could not be written down is in force nowhere', async () => {
  const { desk, database, manifests, shows } = await ordersRig()
  database.exec(
    "CREATE TRIGGER full BEFORE INSERT ON orderScreen BEGIN SELECT RAISE(ABORT, 'disk full'); END",
  )
  await expect(desk.place(stop, 'me')).rejects.toThrow('disk full')
  database.exec('DROP TRIGGER full')
  await manifests.refresh('all', () => undefined)
  expect([shows('screen-1'), desk.list(false, null)]).toEqual(['标语1', []])
})
