/** @file A broadcast in the whole scheduler: relayed to anyone, stopped at once by those in charge, recorded. */
import { describe, expect, test } from 'vitest'
import type { LiveStream } from '../../contracts/documents/index.ts'
import type { LiveItem } from '../../contracts/schedule/index.ts'
import { liveOrders } from '../../scheduler/live/stops.ts'
import { ownDatabase, ownFolder, until } from './clock.ts'
import { liveSource, mediaList, namesIn, packets } from './live-source.ts'
import { openManifest } from './player-socket.ts'
import { liveStream } from './live-sample.ts'
import { playlist, smallTown } from './samples.ts'
import { demoKey, startScheduler } from './scheduler-on-port.ts'

interface State {
  stopped: boolean
  orders: { action: string; by: string; byName: string; at: number }[]
}

async function onAir(more: Partial<LiveStream> = {}) {
  const source = await liveSource()
  source.on('/court/1/index.m3u8', mediaList('a.ts'))
  source.on('/court/1/a.ts', packets(4))
  const document = liveStream('live-1', { source: `${source.origin}/court/1/index.m3u8`, ...more })
  const town = smallTown().filter(({ _id }) => _id !== 'playlist-main')
  const rig = await startScheduler([...town, document, playlist('playlist-main', 'slogan-main', 'live-1')], {
    livePrivate: true,
  })
  return { ...rig, source }
}

const liveIdsIn = (manifest: Awaited<ReturnType<typeof openManifest>>): string[] =>
  manifest.schedule.items.filter((item): item is LiveItem => item.kind === 'live').map(({ id }) => id)

describe('a broadcast', () => {
  test('reaches a screen as an item of its timetable, by a path of this origin and no other', async () => {
    const { playing, source } = await onAir()
    const { player } = await playing('screen-1')
    const text = JSON.stringify(player.heard)
    expect(text).toContain('/api/signage/live/live-1/index.m3u8')
    expect(text).not.toContain(source.origin)
  })

  test('is given to anyone while it lasts, as what it is, and from no cache', async () => {
    const { ask } = await onAir()
    const list = await ask('live/live-1/index.m3u8', { as: null })
    expect([list.status, list.headers.get('content-type'), list.headers.get('cache-control')]).toEqual([
      200,
      'application/vnd.apple.mpegurl',
      'no-store',
    ])
    const [name = ''] = namesIn(await list.text())
    const segment = await ask(`live/live-1/${name}`, { as: null })
    expect([segment.status, segment.headers.get('content-type')]).toEqual([200, 'video/mp2t'])
    expect(segment.headers.get('x-content-type-options')).toBe('nosniff')
    expect((await segment.bytes()).length).toBe(4 * 188)
  })

  test.each([
    ['live/live-none/index.m3u8', 404],
    ['live/live-1/other.m3u8', 404],
    ['live/live-1/../live-1/index.html', 404],
    ['live/live-1/a.ts', 404],
  ])('%s is answered %i', async (path, status) => {
    const { ask } = await onAir()
    expect((await ask(path, { as: null })).status).toBe(status)
  })

  test('a source that is down is a fault of the source, in words, and no fault of ours', async () => {
    const { ask, source, log } = await onAir()
    source.on('/court/1/index.m3u8', (_request, response) => response.writeHead(500).end())
    const answer = await ask('live/live-1/index.m3u8', { as: null })
    expect([answer.status, await answer.json()]).toMatchObject([
      502,
      { error: { code: 'signage.live-source', details: { reason: '直播源回答 500' } } },
    ])
    expect(log.lines.filter(({ level }) => level === 'error')).toEqual([])
  })
})

describe('the switch', () => {
  test('ends it at once: the relay is gone, and every player has a timetable without it', async () => {
    const { ask, post, clock, connect } = await onAir()
    const players = await Promise.all(
      Array.from({ length: 5 }, async () => {
        const pairing = await post('demo-pairing', { key: demoKey, screen: 'screen-1' }, null)
        const { token, publicKey } = (await pairing.json()) as { token: string; publicKey: string }
        const player = await connect()
        player.say({ type: 'hello', screen: 'screen-1', token, revision: 0, version: '1' })
        expect(liveIdsIn(await openManifest(publicKey, await player.next('manifest')))).toContain('live-1')
        return { player, publicKey }
      }),
    )
    const answer = await post('live/live-1/stop', {})
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({ stopped: true, orders: [{ action: 'stop', at: clock.at }] })
    const list = await ask('live/live-1/index.m3u8', { as: null })
    expect([list.status, await list.json()]).toMatchObject([410, { error: { code: 'signage.live-stopped' } }])
    for (const { player, publicKey } of players)
      expect(liveIdsIn(await openManifest(publicKey, await player.next('manifest')))).toEqual([])
  })

  test('lets it go on again, with the same item', async () => {
    const { ask, post, playing } = await onAir()
    const { player, publicKey } = await playing('screen-1')
    await post('live/live-1/stop', {})
    await player.next('manifest')
    expect(await (await post('live/live-1/resume', {})).json()).toMatchObject({ stopped: false })
    expect(liveIdsIn(await openManifest(publicKey, await player.next('manifest')))).toContain('live-1')
    expect((await ask('live/live-1/index.m3u8', { as: null })).status).toBe(200)
  })

  test('is the named officer’s, whatever the account may else; nobody else’s', async () => {
    const { ask, post, lake } = await onAir({ officerAccount: 'pufa-officer' })
    const officer = lake.lake.issueServiceToken('officer', 'viewer')
    const other = lake.lake.issueServiceToken('other', 'viewer')
    const me = (await (
      await fetch(`${lake.origin}/v1/users/me`, { headers: { authorization: `Bearer ${officer}` } })
    ).json()) as { email: string; id: string }
    await lake.client.patch('live-1').set({ officerAccount: me.email }).commit()
    expect((await post('live/live-1/stop', {}, null)).status).toBe(401)
    expect((await post('live/live-1/stop', {}, other)).status).toBe(403)
    await until('the document with the account', async () => {
      const answer = await post('live/live-1/stop', {}, officer)
      return answer.status === 200
    })
    const { streams } = (await (await ask('live')).json()) as { streams: State[] }
    expect(streams[0]).toMatchObject({ stopped: true, orders: [{ action: 'stop', by: me.id }] })
    expect((await ask('live', { as: other })).status).toBe(403)
  })

  test('stays as it is over a restart, with who pressed it and when', () => {
    const folder = ownFolder()
    const first = ownDatabase(folder)
    const order = { stream: 'live-1', by: 'p-1', byName: '值班员甲' }
    for (const [at, action] of (['stop', 'resume', 'stop'] as const).entries())
      liveOrders(first).add({ ...order, action, at })
    liveOrders(first).add({ ...order, stream: 'live-2', action: 'stop', at: 3 })
    liveOrders(first).add({ ...order, stream: 'live-2', action: 'resume', at: 4 })
    first.close()
    const again = liveOrders(ownDatabase(folder))
    expect(['live-1', 'live-2', 'live-3'].map(again.isStopped)).toEqual([true, false, false])
    expect(again.of('live-1')).toEqual([
      { ...order, action: 'stop', at: 2 },
      { ...order, action: 'resume', at: 1 },
      { ...order, action: 'stop', at: 0 },
    ])
  })

  test('stops also where the order cannot be written down, and says that it was not', () => {
    const database = ownDatabase()
    const orders = liveOrders(database)
    const order = { stream: 'live-1', by: 'p-1', byName: '值班员甲', at: 1 } as const
    database.exec('PRAGMA query_only = ON')
    expect(() => orders.add({ ...order, action: 'stop' })).toThrow(/readonly/u)
    expect(orders.isStopped('live-1')).toBe(true)
    expect(() => orders.add({ ...order, action: 'resume' })).toThrow(/readonly/u)
    expect(orders.isStopped('live-1')).toBe(true)
  })

  test('is not needed where the broadcast was withdrawn: the relay follows that order as well', async () => {
    const { ask, post } = await onAir()
    const order = { kind: 'withdraw', ids: ['live-1'], targets: [{}], reason: '内容有误' }
    const answer = await post('orders', order)
    expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('withdraw')])
    expect((await ask('live/live-1/index.m3u8', { as: null })).status).toBe(404)
  })

  test('of a broadcast that is not there is no switch', async () => {
    const { post } = await onAir()
    expect((await post('live/live-none/stop', {})).status).toBe(404)
  })

  test('is not on the public port, where the broadcast is', async () => {
    const { scheduler } = await onAir()
    expect(
      ['live/a/index.m3u8', 'live/a/stop', 'live/a/resume', 'live'].map((path) =>
        scheduler.owns(`/api/signage/${path}`),
      ),
    ).toEqual(['public', 'internal', 'internal', 'internal'])
  })
})
