/**
 * @file The drill: a thousand screens, fifty of them out of contact, a stop and a withdrawal.
 *
 * The whole scheduler over a real lake, with a real socket for each player.
 */
import { DatabaseSync } from 'node:sqlite'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { OrderReport } from '../../contracts/orders.ts'
import type { SignageDocument } from '../../scheduler/compile/documents.ts'
import { pairingStore } from '../../scheduler/store/pairings.ts'
import { until } from './clock.ts'
import { ObedientPlayer } from './obedient-player.ts'
import { county, event, playlist, ref, screen, settings, slogan } from './samples.ts'
import { startScheduler, type SchedulerOnPort } from './scheduler-on-port.ts'

const counties = 10
const screensOfEach = 100
const connectingAtOnce = 50

const idOf = (code: number, number: number): string => `screen-${code}-${String(number).padStart(3, '0')}`

/** Every county shows a slogan of its own and one that all share. */
function prefecture(): SignageDocument[] {
  const all: SignageDocument[] = [
    settings(),
    slogan('slogan-evergreen', '有事找法'),
    slogan('slogan-shared', '要撤下的'),
    playlist('playlist-evergreen', 'slogan-evergreen'),
  ]
  for (let code = 1; code <= counties; code++) {
    all.push(
      county(String(code)),
      slogan(`slogan-${code}`, `标语${code}`),
      playlist(`playlist-${code}`, `slogan-${code}`, 'slogan-shared'),
      event(`event-${code}`, { playlist: ref(`playlist-${code}`), targets: [{ county: `county-${code}` }] }),
    )
    for (let number = 1; number <= screensOfEach; number++)
      all.push(screen(idOf(code, number), { county: ref(`county-${code}`) }))
  }
  return all
}

/** As an operator who has walked to every screen; through the endpoint it would take a minute. */
function players({ folder, origin, clock }: SchedulerOnPort): ObedientPlayer[] {
  const database = new DatabaseSync(join(folder, 'signage.db'))
  database.exec('PRAGMA busy_timeout = 5000; PRAGMA synchronous = OFF')
  const store = pairingStore(database, clock.now)
  const screens = Array.from({ length: counties * screensOfEach }, (_, index) =>
    idOf(1 + Math.floor(index / screensOfEach), 1 + (index % screensOfEach)),
  )
  const found = screens.map((id) => new ObedientPlayer(origin, id, store.pair(id, 'me').token))
  database.close()
  return found
}

async function connectAll(all: readonly ObedientPlayer[]): Promise<void> {
  for (let at = 0; at < all.length; at += connectingAtOnce)
    await Promise.all(all.slice(at, at + connectingAtOnce).map((player) => player.connect()))
  await until('all to have a manifest', () => all.every(({ revision }) => revision > 0))
}

test('1,000 screens with 50 out of contact: counts are right, the absent are named, and comply on return', async () => {
  const on = await startScheduler(prefecture())
  const all = players(on)
  const absent = all.filter((_, index) => index % 20 === 7)
  const present = all.filter((player) => !absent.includes(player))
  await connectAll(all)
  for (const player of absent) player.leave()
  const report = async (id: number) => (await (await on.ask(`orders/${id}`)).json()) as OrderReport
  const order = async (body: object) => (await (await on.post('orders', body)).json()) as OrderReport
  const metrics = () => on.scheduler.metrics?.() ?? {}
  await until('the absent to be gone', () => metrics()['pufa_players_connected'] === present.length)

  const unconfirmed = await on.post('orders', { kind: 'stop', targets: [{}] })
  expect(unconfirmed.status).toBe(409)
  const stop = await order({ kind: 'stop', targets: [{}], confirm: '1000', reason: '演练' })
  const acknowledgedBy = (id: number, count: number) =>
    until(`${count} to acknowledge`, async () => (await report(id)).counts.acknowledged === count)
  await acknowledgedBy(stop.order.id, 950)
  const stopped = await report(stop.order.id)
  expect(stopped.counts).toEqual({ all: 1_000, acknowledged: 950, waiting: 0, offline: 50, unpaired: 0 })
  const missing = stopped.screens.filter(({ acknowledgedAt }) => acknowledgedAt === null)
  expect(missing.map(({ id }) => id).sort()).toEqual(absent.map((player) => player.screen).sort())
  expect(missing.every(({ state, note }) => state === 'offline' && /最迟到 2026年4月16日/.test(note))).toBe(
    true,
  )
  const show = (some: readonly ObedientPlayer[]) => [...new Set(some.map((one) => one.shows(on.clock.now())))]
  expect(show(present)).toEqual(['示例市司法局'])
  expect(show(absent)).not.toContain('示例市司法局')

  const withdrawal = await order({ kind: 'withdraw', ids: ['slogan-shared'] })
  await acknowledgedBy(withdrawal.order.id, 950)
  expect((await report(withdrawal.order.id)).counts).toMatchObject({ all: 1_000, waiting: 0, offline: 50 })
  expect(present.some((player) => player.items().includes('slogan-shared'))).toBe(false)
  expect(absent.every((player) => player.items().includes('slogan-shared'))).toBe(true)

  const withStop = absent[0]?.screen ?? ''
  await connectAll(absent)
  await acknowledgedBy(stop.order.id, 1_000)
  await acknowledgedBy(withdrawal.order.id, 1_000)
  expect((await report(stop.order.id)).screens.find(({ id }) => id === withStop)?.note).toBe('')
  expect(show(absent)).toEqual(['示例市司法局'])
  expect(absent.some((player) => player.items().includes('slogan-shared'))).toBe(false)

  const end = (await (await on.post(`orders/${stop.order.id}/end`, {})).json()) as OrderReport
  await acknowledgedBy(end.order.id, 1_000)
  expect(show(all).sort()).toEqual(Array.from({ length: counties }, (_, index) => `标语${index + 1}`).sort())
})
