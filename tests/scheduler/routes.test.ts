/** @file `/api/signage/…`: what plays and why, to anyone; the rest to operators; faults in plain words. */
import { describe, expect, test } from 'vitest'
import { smallTown } from './samples.ts'
import { demoKey, startScheduler, type SchedulerOnPort } from './scheduler-on-port.ts'

interface Fault {
  error: { code: string; message: string; remedy: string; details: Record<string, unknown> }
}

async function faultOf(answer: Response): Promise<[number, string]> {
  const { error } = (await answer.json()) as Fault
  expect(error.message).toMatch(/\p{Script=Han}/u)
  expect(error.remedy).toMatch(/\p{Script=Han}/u)
  return [answer.status, error.code]
}

describe('what plays', () => {
  test('is told with the reason, to anyone who stands before the screen', async () => {
    const { ask } = await startScheduler()
    const answer = await ask('resolve?screen=screen-1&at=2026-12-04T08:00:00%2B08:00', { as: null })
    expect([answer.status, await answer.json()]).toEqual([
      200,
      {
        item: { id: 'slogan-main', kind: 'slogan', title: '法律面前人人平等' },
        event: { id: 'event-main', title: '排期 event-main' },
        playlist: { id: 'playlist-main', title: '列表 playlist-main' },
        source: 'event',
        why: expect.stringContaining('排期 event-main') as string,
        from: expect.stringMatching(/^2026-12-0\dT.*Z$/) as string,
        until: expect.stringMatching(/^2026-12-0\dT.*Z$/) as string,
      },
    ])
  })

  test('is told for this moment when no other is named', async () => {
    const { ask, clock } = await startScheduler()
    const { from, until: end } = (await (await ask('resolve?screen=screen-1')).json()) as {
      from: string
      until: string
    }
    expect(Date.parse(from)).toBeLessThanOrEqual(clock.at)
    expect(Date.parse(end)).toBeGreaterThan(clock.at)
  })

  test('an unescaped plus is taken for what it was meant to be, since an address bar leaves it so', async () => {
    const { ask } = await startScheduler()
    const [escaped, plain] = await Promise.all(
      ['%2B', '+'].map(async (plus) =>
        (await ask(`resolve?screen=screen-1&at=2026-12-04T08:00:00${plus}08:00`)).json(),
      ),
    )
    expect(plain).toEqual(escaped)
  })

  test('in a span of time is a list without gaps that covers it', async () => {
    const { ask } = await startScheduler()
    const [from, to] = ['2026-12-04T08:00:00Z', '2026-12-04T08:05:00Z']
    const plays = (await (await ask(`timeline?screen=screen-1&from=${from}&to=${to}`)).json()) as {
      from: string
      until: string
    }[]
    expect(plays.length).toBeGreaterThan(5)
    for (const [index, play] of plays.entries())
      if (index > 0) expect(play.from).toBe(plays[index - 1]?.until)
    expect(Date.parse(plays[0]?.from ?? '')).toBeLessThanOrEqual(Date.parse(from))
    expect(Date.parse(plays.at(-1)?.until ?? '')).toBeGreaterThanOrEqual(Date.parse(to))
  })

  test.each([
    ['resolve', 404, 'signage.unknown-screen'],
    ['resolve?screen=screen-none', 404, 'signage.unknown-screen'],
    ['resolve?screen=screen-1&at=yesterday', 400, 'signage.bad-request'],
    ['resolve?screen=screen-1&at=2026-12-04T08:00:00', 400, 'signage.bad-request'],
    ['resolve?screen=screen-1&at=2026-13-04T08:00:00Z', 400, 'signage.bad-request'],
    ['resolve?screen=screen-1&at=%2B275760-09-13T00:00:00Z', 400, 'signage.bad-request'],
    ['resolve?screen=screen-1&at=-271821-04-20T00:00:00Z', 400, 'signage.bad-request'],
    [
      'timeline?screen=screen-1&from=2026-12-04T08:00:00Z&to=2026-12-04T08:00:00Z',
      400,
      'signage.bad-request',
    ],
    [
      'timeline?screen=screen-1&from=2026-12-04T08:00:00Z&to=2026-12-04T07:00:00Z',
      400,
      'signage.bad-request',
    ],
    [
      'timeline?screen=screen-1&from=2026-12-01T00:00:00Z&to=2026-12-09T00:00:01Z',
      400,
      'signage.bad-request',
    ],
    ['timeline?screen=screen-1&from=soon', 400, 'signage.bad-request'],
  ])('%s is answered %i %s, with what to write instead', async (path, status, code) => {
    const { ask, log } = await startScheduler()
    expect(await faultOf(await ask(path))).toEqual([status, code])
    expect(log.lines).toEqual([])
  })
})

describe('an endpoint', () => {
  test.each([
    ['GET', 'nothing'],
    ['GET', ''],
    ['GET', 'screens/screen-1/'],
    ['GET', 'screens/../secret'],
    ['GET', 'assets/not-a-hash'],
    ['GET', `assets/${'0'.repeat(64)}`],
  ])('%s %s does not exist and says so', async (method, path) => {
    const { ask } = await startScheduler()
    expect(await faultOf(await ask(path, { method }))).toEqual([404, 'signage.unknown-endpoint'])
  })

  test.each([
    ['POST', 'timeline?screen=screen-1'],
    ['DELETE', 'screens/screen-1'],
    ['GET', 'pairings/approve'],
    ['PUT', 'demo-pairing'],
  ])('%s %s is the wrong method and says so', async (method, path) => {
    const { ask } = await startScheduler()
    expect(await faultOf(await ask(path, { method }))).toEqual([405, 'signage.wrong-method'])
  })

  test.each(['screens', 'screens/screen-1', 'screens/screen-1/plays'])(
    '%s is for who operates screens or oversees them, and no other',
    async (path) => {
      const { ask, lake } = await startScheduler()
      expect(await faultOf(await ask(path, { as: null }))).toEqual([401, 'signage.not-signed-in'])
      const editor = lake.lake.issueServiceToken('someone', 'editor')
      expect(await faultOf(await ask(path, { as: editor }))).toEqual([403, 'signage.not-allowed'])
    },
  )

  test('answers the person who is signed in by cookie, and refuses that cookie from a foreign page', async () => {
    const { ask, lake, origin } = await startScheduler()
    const cookie = await lake.signIn()
    expect((await ask('screens', { as: null, headers: { cookie } })).status).toBe(200)
    const unpair = (from: string) =>
      ask('screens/screen-1/unpair', { as: null, method: 'POST', headers: { cookie, origin: from } })
    expect(await faultOf(await unpair('https://evil.test'))).toEqual([403, 'signage.foreign-origin'])
    expect(await faultOf(await unpair(origin))).toEqual([401, 'signage.not-paired'])
  })
})

describe('a body', () => {
  const approve = (at: SchedulerOnPort, body: string) => at.ask('pairings/approve', { method: 'POST', body })

  test.each([
    ['no JSON', '{'],
    ['no object', '3'],
    ['null', 'null'],
    ['without a code', '{"screen":"screen-1"}'],
    ['with a code that is no text', '{"code":123456,"screen":"screen-1"}'],
    ['with an endless code', JSON.stringify({ code: '1'.repeat(201), screen: 'screen-1' })],
  ])('that is %s is refused with the reason', async (_what, body) => {
    expect(await faultOf(await approve(await startScheduler(), body))).toEqual([400, 'signage.bad-request'])
  })

  test('that is too large is refused in words, not by a broken line', async () => {
    const at = await startScheduler()
    expect(await faultOf(await approve(at, 'x'.repeat(5 * 1024 * 1024)))).toEqual([413, 'signage.too-large'])
  })
})

describe('the demonstration', () => {
  test('lists and pairs its screens for whoever knows the key', async () => {
    const { ask, post, connect } = await startScheduler()
    expect(await (await ask(`demo-screens?key=${demoKey}`, { as: null })).json()).toEqual([
      { id: 'screen-1', title: '屏 screen-1', county: '景县', width: 192, height: 96 },
    ])
    const answer = await post('demo-pairing', { key: demoKey, screen: 'screen-1' }, null)
    const { token } = (await answer.json()) as { token: string }
    const player = await connect()
    player.say({ type: 'hello', screen: 'screen-1', token, revision: 0, version: '1' })
    await player.next('manifest')
    expect(await faultOf(await post('demo-pairing', { key: demoKey, screen: 'screen-9' }, null))).toEqual([
      404,
      'signage.unknown-screen',
    ])
  })

  test('leaves the screen’s own player alone: what a visitor sees says nothing of the street', async () => {
    const { ask, post, connect, playing } = await startScheduler()
    const status = async () => (await ask('screens/screen-1')).json() as Promise<{ online: boolean }>
    const plays = async () =>
      ((await (await ask('screens/screen-1/plays')).json()) as { plays: { title: string }[] }).plays
    const visit = async () => {
      const answer = await post('demo-pairing', { key: demoKey, screen: 'screen-1' }, null)
      const { token } = (await answer.json()) as { token: string }
      const visitor = await connect()
      visitor.say({ type: 'hello', screen: 'screen-1', token, revision: 0, version: '1' })
      await visitor.next('manifest')
      return visitor
    }
    const play = {
      sequence: 1,
      item: 'slogan-main',
      kind: 'slogan',
      event: null,
      playlist: null,
      from: 1,
      until: 2,
      revision: 1,
      previous: '',
    }
    const visitor = await visit()
    visitor.say({ type: 'plays', plays: [{ ...play, title: '试看' }] })
    await visitor.next('plays-stored')
    expect(await status()).toMatchObject({ online: true, pairedAt: null })
    expect(await plays()).toMatchObject([{ title: '试看' }])

    const { player } = await playing('screen-1')
    player.say({ type: 'plays', plays: [{ ...play, title: '街上' }] })
    await player.next('plays-stored')
    await visit()
    expect(await plays()).toMatchObject([{ title: '街上' }])
    player.close()
    await expect.poll(status).toMatchObject({ online: false })
    visitor.say({ type: 'applied', revision: 1 })
    visitor.say({ type: 'time', sent: 1 })
    await visitor.next('time')
    expect(await status()).toMatchObject({ online: false })
  })

  test('is closed to whoever does not, and everywhere when none runs', async () => {
    const { ask, post } = await startScheduler()
    expect((await ask('demo-screens?key=wrong', { as: null })).status).toBe(403)
    expect((await ask('demo-screens', { as: null })).status).toBe(403)
    expect((await post('demo-pairing', { key: 'wrong', screen: 'screen-1' }, null)).status).toBe(403)
    const without = await startScheduler(smallTown(), { demoKey: null })
    expect((await without.ask('demo-screens?key=null', { as: null })).status).toBe(403)
  })
})

test('which side a path is served on: players reach what they need, operators’ paths stay inside', async () => {
  const { scheduler } = await startScheduler()
  const sides = Object.fromEntries(
    [
      '/screens/socket',
      '/api/signage/assets/x',
      '/api/signage/resolve',
      '/api/signage/timeline',
      '/api/signage/demo-screens',
      '/api/signage/screens',
      '/api/signage/pairings/approve',
      '/api/signage',
      '/api/search',
      '/screens',
    ].map((path) => [path, scheduler.owns(path)]),
  )
  expect(sides).toEqual({
    '/screens/socket': 'public',
    '/api/signage/assets/x': 'public',
    '/api/signage/resolve': 'public',
    '/api/signage/timeline': 'public',
    '/api/signage/demo-screens': 'public',
    '/api/signage/screens': 'internal',
    '/api/signage/pairings/approve': 'internal',
    '/api/signage': null,
    '/api/search': null,
    '/screens': null,
  })
})

test('figures are told in snake case with their units', async () => {
  const { scheduler, playing } = await startScheduler()
  await playing('screen-1')
  expect(scheduler.metrics?.()).toMatchObject({
    pufa_players_connected: 1,
    pufa_players_playing: 1,
    pufa_manifests_held: 1,
    pufa_manifest_pushes_total: 1,
    pufa_plays_stored_total: 0,
  })
})
