/** @file The fleet over real sockets: what operators see of screens, and what their orders do. */
import { describe, expect, test } from 'vitest'
import { heartbeat } from './desk-rig.ts'
import { demoKey, startScheduler } from './scheduler-on-port.ts'
import { json, obey, town, viewOf, type Results, type View } from './town.ts'

describe('a screen', () => {
  test('is listed before it ever had a player, for the operator looks for what is missing', async () => {
    const at = await startScheduler(town())
    const { screens } = await json<{ screens: View[] }>(at.ask('screens'))
    expect(screens.map(({ screen: id, online, pairedAt }) => [id, online, pairedAt])).toEqual([
      ['screen-1', false, null],
      ['screen-2', false, null],
    ])
    expect(screens[1]).toMatchObject({
      title: '屏 screen-2',
      county: { id: 'county-2', title: '乙县', tile: { column: 3, row: 1 } },
      groups: ['group-squares'],
      lastSeenAt: null,
      health: null,
      alerts: [],
    })
  })

  test('tells how it is with each heartbeat, and whether it plays by the newest manifest', async () => {
    const at = await startScheduler(town())
    const { player } = await at.playing('screen-1')
    const { revision } = await viewOf(at, 'screen-1')
    const nowPlaying = { item: 'slogan-main', title: '法律面前人人平等', kind: 'slogan', since: 5 }
    player.say(heartbeat({ nowPlaying, offsetMs: 40, revision: Number(revision) - 1, assetsMissing: 2 }))
    await expect.poll(() => viewOf(at, 'screen-1')).toMatchObject({ behind: true })
    player.say(heartbeat({ nowPlaying, offsetMs: 40, revision: Number(revision) }, { cacheBytes: 77 }))
    await expect
      .poll(() => viewOf(at, 'screen-1'))
      .toMatchObject({
        online: true,
        lastSeenAt: at.clock.at,
        nowPlaying,
        offsetMs: 40,
        assetsMissing: 0,
        appliedRevision: revision,
        behind: false,
        cache: { bytes: 77, bytesMax: 100_000 },
        health: { clockTrusted: true, luminance: 90 },
        version: '1',
      })
  })

  test('is counted on the map of counties and in its groups', async () => {
    const at = await startScheduler(town())
    await at.playing('screen-2')
    expect(await json(at.ask('map'))).toEqual({
      counties: [
        {
          id: 'county-1',
          title: '景县',
          tile: { column: 0, row: 0 },
          ...{ screens: 1, online: 0, offline: 0, unpaired: 1, alert: 0 },
        },
        {
          id: 'county-2',
          title: '乙县',
          tile: { column: 3, row: 1 },
          ...{ screens: 1, online: 1, offline: 0, unpaired: 0, alert: 0 },
        },
      ],
    })
    expect(await json(at.ask('groups'))).toEqual({
      groups: [{ id: 'group-squares', title: '广场屏', screens: ['screen-2'], online: 1, alert: 0 }],
    })
  })
})

describe('an order', () => {
  test('reaches the connected player at once, is answered, and stands in the log with who gave it', async () => {
    const at = await startScheduler(town())
    const { player } = await at.playing('screen-1')
    const answer = at.post('screens/screen-1/commands', { name: 'brightness', percent: 40 })
    expect(await obey(player, true, '')).toBe('brightness')
    expect(await json<Results>(answer)).toEqual({ results: [{ screen: 'screen-1', ok: true, note: '' }] })
    const { incidents } = await json<{ incidents: object[] }>(at.ask('incidents?screen=screen-1'))
    expect(incidents).toMatchObject([
      { kind: 'command', kindTitle: '操作', note: '调亮度（40%）：已执行', by: expect.any(String) as string },
    ])
  })

  test('that the player cannot follow says why', async () => {
    const at = await startScheduler(town())
    const { player } = await at.playing('screen-1')
    const answer = at.post('screens/screen-1/commands', { name: 'sleep' })
    await obey(player, false, '这块屏不能熄')
    expect(await json<Results>(answer)).toMatchObject({ results: [{ ok: false, note: '这块屏不能熄' }] })
  })

  test('to many names each of them: who did it, and who is not there', async () => {
    const at = await startScheduler(town())
    const { player } = await at.playing('screen-2')
    const answer = at.post('commands', { screens: ['screen-1', 'screen-2'], name: 'identify' })
    await obey(player)
    expect(await json<Results>(answer)).toEqual({
      results: [
        { screen: 'screen-1', ok: false, note: '屏幕不在线，没有执行' },
        { screen: 'screen-2', ok: true, note: '' },
      ],
    })
    for (const place of [{ group: 'group-squares' }, { county: 'county-2' }]) {
      const again = at.post('commands', { ...place, name: 'identify' })
      await obey(player)
      expect((await json<Results>(again)).results.map(({ screen: id }) => id)).toEqual(['screen-2'])
    }
  })

  test('is not kept for a screen that is away, but for what puts it right whenever it comes', async () => {
    const at = await startScheduler(town())
    const { player, token } = await at.playing('screen-1')
    player.close()
    await expect.poll(() => viewOf(at, 'screen-1')).toMatchObject({ online: false })
    for (const name of ['sleep', 'reload', 'reload', 'by-schedule'])
      await at.post('screens/screen-1/commands', { name })
    const back = await at.connect()
    back.say({ type: 'hello', screen: 'screen-1', token, revision: 0, version: '1' })
    const names = [(await back.next('command')).command.name, (await back.next('command')).command.name]
    expect(names.sort()).toEqual(['by-schedule', 'reload'])
    back.say({ type: 'time', sent: 1 })
    await back.next('time')
    expect(back.count('command')).toBe(2)
    const third = await at.connect()
    third.say({ type: 'hello', screen: 'screen-1', token, revision: 0, version: '1' })
    await third.next('manifest')
    third.say({ type: 'time', sent: 1 })
    await third.next('time')
    expect(third.count('command')).toBe(0)
  })

  test('is not taken for answered by another screen, nor by a visitor of the same screen', async () => {
    const at = await startScheduler(town())
    const { player } = await at.playing('screen-1')
    const other = await at.playing('screen-2')
    const visit = await json<{ token: string }>(
      at.post('demo-pairing', { key: demoKey, screen: 'screen-1' }, null),
    )
    const visitor = await at.connect()
    visitor.say({ type: 'hello', screen: 'screen-1', token: visit.token, revision: 0, version: '1' })
    const answer = at.post('screens/screen-1/commands', { name: 'wake' })
    const { id } = await player.next('command')
    for (const stranger of [other.player, visitor]) {
      stranger.say({ type: 'did', id, ok: false, note: '冒充' })
      stranger.say({ type: 'time', sent: 1 })
      await stranger.next('time')
    }
    expect(visitor.count('command')).toBe(0)
    player.say({ type: 'did', id, ok: true, note: '' })
    expect(await json<Results>(answer)).toMatchObject({ results: [{ ok: true, note: '' }] })
  })

  test.each([
    ['screens/screen-1/commands', { name: 'explode' }, 400],
    ['screens/screen-1/commands', { name: 'brightness' }, 400],
    ['screens/screen-1/commands', { name: 'brightness', percent: 0 }, 400],
    ['screens/screen-1/commands', { name: 'volume', percent: 101 }, 400],
    ['screens/screen-9/commands', { name: 'reload' }, 404],
    ['commands', { name: 'reload' }, 400],
    ['commands', { name: 'reload', screens: [] }, 400],
    ['commands', { name: 'reload', screens: ['screen-1'], county: 'county-1' }, 400],
    ['commands', { name: 'reload', screens: ['screen-9'] }, 404],
  ])('%s %o is refused, and nobody is asked', async (path, body, status) => {
    const at = await startScheduler(town())
    const { player } = await at.playing('screen-1')
    expect((await at.post(path, body)).status).toBe(status)
    player.say({ type: 'time', sent: 1 })
    await player.next('time')
    expect(player.count('command')).toBe(0)
  })
})

test.each([
  ['GET', 'map', 'editor'],
  ['GET', 'groups', 'editor'],
  ['GET', 'alerts', 'editor'],
  ['GET', 'incidents', 'editor'],
  ['GET', 'reports', 'editor'],
  ['GET', 'screens/screen-1/screenshot', 'editor'],
  ['POST', 'screens/screen-1/commands', 'viewer'],
  ['POST', 'commands', 'viewer'],
  ['POST', 'screens/screen-1/box-key', 'viewer'],
  ['POST', 'screens/screen-1/box-key/end', 'viewer'],
  ['POST', 'alerts/test', 'viewer'],
] as const)('%s %s is for operators, and closed to a %s', async (method, path, role) => {
  const { ask, lake } = await startScheduler()
  expect((await ask(path, { method, as: null })).status).toBe(401)
  expect((await ask(path, { method, as: lake.lake.issueServiceToken('someone', role) })).status).toBe(403)
})

test('a test of the alerts says when nowhere is set to send them to', async () => {
  const at = await startScheduler()
  expect((await at.post('alerts/test', {})).status).toBe(409)
})
