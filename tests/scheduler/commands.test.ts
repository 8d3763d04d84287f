/** @file Orders that get no answer, come late, or wait for a screen. */
import { expect, onTestFinished, test, vi } from 'vitest'
import { dayMs } from './clock.ts'
import { deskRig } from './desk-rig.ts'

function rig(folder?: string) {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  return deskRig(folder === undefined ? {} : { folder })
}

test('an order that a player does not answer is told so after ten seconds, and a later answer counts no more', async () => {
  const { desk, connected, sent } = rig()
  connected.add('screen-1').add('screen-2')
  const order = desk.commands.order(['screen-1', 'screen-2'], { name: 'identify' }, 'p-admin')
  const [first, second] = sent
  desk.commands.answered('screen-2', { type: 'did', id: second?.id ?? '', ok: true, note: '' })
  vi.advanceTimersByTime(9_999)
  vi.advanceTimersByTime(1)
  expect(await order).toEqual([
    { screen: 'screen-1', ok: false, note: '已发出，10 秒内没有回音' },
    { screen: 'screen-2', ok: true, note: '' },
  ])
  desk.commands.answered('screen-1', { type: 'did', id: first?.id ?? '', ok: true, note: '' })
  const log = desk.incidents.list({ screen: 'screen-1', from: null, to: null, countMax: 5 })
  expect(log.map(({ note, by }) => [note, by])).toEqual([
    ['显示屏幕名称：已发出，10 秒内没有回音', 'p-admin'],
  ])
})

test('no two orders have the same number, so an answer is never taken for another', async () => {
  const { desk, connected, sent } = rig()
  connected.add('screen-1')
  const orders = Array.from({ length: 50 }, () => desk.commands.order(['screen-1'], { name: 'wake' }, 'p'))
  expect(new Set(sent.map(({ id }) => id)).size).toBe(50)
  for (const { id } of sent) desk.commands.answered('screen-1', { type: 'did', id, ok: true, note: '' })
  expect((await Promise.all(orders)).flat().every(({ ok }) => ok)).toBe(true)
})

test('what is kept for a screen that is away survives a restart of the program', async () => {
  const first = rig()
  await first.desk.commands.order(['screen-1'], { name: 'by-schedule' }, 'p')
  first.database.close()
  const next = rig(first.folder)
  next.connected.add('screen-1')
  next.desk.commands.joined('screen-1')
  next.desk.commands.joined('screen-1')
  expect(next.sent.map(({ command }) => command)).toEqual([{ name: 'by-schedule' }])
})

test('what is kept runs out, for nobody expects an order of last month to be carried out', async () => {
  const { desk, connected, sent, clock } = rig()
  await desk.commands.order(['screen-1'], { name: 'reload' }, 'p')
  clock.at += 7 * dayMs
  connected.add('screen-1')
  desk.commands.joined('screen-1')
  expect(sent).toEqual([])
})

test('an order that a stop of the program left open is closed in the log at the next start', () => {
  const first = rig()
  first.connected.add('screen-1')
  void first.desk.commands.order(['screen-1'], { name: 'sleep' }, 'p')
  first.database.close()
  const log = rig(first.folder).desk.incidents.list({ screen: null, from: null, to: null, countMax: 5 })
  expect(log).toMatchObject([{ note: '熄屏', closedAt: expect.any(Number) as number }])
})
