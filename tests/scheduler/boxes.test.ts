/** @file Boxes beneath the players: what they may tell, by which key, how often. */
import { describe, expect, test } from 'vitest'
import { startScheduler, type SchedulerOnPort } from './scheduler-on-port.ts'
import { json, town, viewOf } from './town.ts'

describe('a box', () => {
  const report = { temperatureC: 61.5, uptimeSeconds: 86_400, diskFreeBytes: 5e9 }
  const tell = (at: SchedulerOnPort, key: string | null, body: object = report, id = 'screen-1') =>
    at.post(`box/${id}`, body, key)
  const keyOf = (at: SchedulerOnPort, id = 'screen-1') =>
    json<{ key: string }>(at.post(`screens/${id}/box-key`, {})).then(({ key }) => key)

  test('tells its temperature by a key of its own, which stands nowhere in the clear', async () => {
    const at = await startScheduler(town())
    const key = await keyOf(at)
    expect((await tell(at, key)).status).toBe(200)
    expect(await viewOf(at, 'screen-1')).toMatchObject({
      box: { ...report, at: at.clock.at },
      boxKey: true,
      online: false,
      lastSeenAt: null,
    })
    expect(JSON.stringify(await viewOf(at, 'screen-1'))).not.toContain(key)
  })

  test('with no key, a wrong one, that of another box, or one that was ended is refused', async () => {
    const at = await startScheduler(town())
    const [key, other] = [await keyOf(at), await keyOf(at, 'screen-2')]
    for (const wrong of [null, 'a'.repeat(32), other, at.lake.token])
      expect((await tell(at, wrong)).status).toBe(401)
    const next = await keyOf(at)
    expect((await tell(at, key)).status).toBe(401)
    expect((await tell(at, next)).status).toBe(200)
    expect((await at.post('screens/screen-1/box-key/end', {})).status).toBe(200)
    at.clock.at += 60_000
    expect((await tell(at, next)).status).toBe(401)
  })

  test('is on the public side, where boxes are, and its key is made inside', async () => {
    const { scheduler } = await startScheduler()
    expect(scheduler.owns('/api/signage/box/screen-1')).toBe('public')
    expect(scheduler.owns('/api/signage/screens/screen-1/box-key')).toBe('internal')
  })

  test('that speaks too often is told to wait, and its key opens nothing else', async () => {
    const at = await startScheduler(town())
    const key = await keyOf(at)
    expect((await tell(at, key)).status).toBe(200)
    expect((await tell(at, key)).status).toBe(429)
    at.clock.at += 10_000
    expect((await tell(at, key)).status).toBe(200)
    expect((await at.ask('screens', { as: key })).status).toBe(401)
  })

  test.each([
    {},
    { ...report, temperatureC: 'hot' },
    { ...report, temperatureC: 1e9 },
    { ...report, uptimeSeconds: -1 },
  ])('that says %o is refused, with what to write', async (body) => {
    const at = await startScheduler(town())
    expect((await tell(at, await keyOf(at), body)).status).toBe(400)
  })
})
