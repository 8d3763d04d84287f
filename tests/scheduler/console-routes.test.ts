/** @file What the screen console asks beside the rest: who one is, players that wait, the log page by page; and viewers. */
import { describe, expect, test } from 'vitest'
import { connectPlayer } from './player-socket.ts'
import { startScheduler } from './scheduler-on-port.ts'
import { json, obey, town } from './town.ts'

interface Log {
  incidents: { id: number; screen: string; kind: string }[]
  more: boolean
}

const named = { name: 'identify' }

describe('who one is', () => {
  test('an operator of a county, of all, and a viewer are told what is theirs; an editor is refused', async () => {
    const { lake, ask } = await startScheduler(town())
    const as = (role: 'operator' | 'viewer' | 'editor', county: string | null) =>
      ask('me', { as: lake.lake.issueServiceToken(`${role}-${county ?? 'all'}`, role, county) })
    expect(await json(as('operator', 'county-2'))).toMatchObject({
      commands: true,
      county: { id: 'county-2', title: '乙县' },
    })
    expect(await json(as('operator', null))).toMatchObject({ commands: true, county: null })
    expect(await json(as('viewer', null))).toMatchObject({ commands: false, county: null })
    expect((await as('editor', null)).status).toBe(403)
    expect((await ask('me', { as: null })).status).toBe(401)
  })
})

describe('a viewer', () => {
  test('sees how everything is', async () => {
    const { lake, ask } = await startScheduler(town())
    const as = lake.lake.issueServiceToken('eye', 'viewer', null)
    const paths = ['screens', 'screens/screen-1', 'screens/screen-1/plays', 'map', 'groups', 'alerts']
    for (const path of [...paths, 'incidents', 'orders', 'reports'])
      expect([path, (await ask(path, { as })).status]).toEqual([path, 200])
  })

  test('orders nothing, learns of no codes, and disturbs no screen for a picture', async () => {
    const at = await startScheduler(town())
    const viewer = at.lake.lake.issueServiceToken('eye', 'viewer', null)
    const { player } = await at.playing('screen-1')
    const refused = [
      at.post('screens/screen-1/commands', named, viewer),
      at.post('commands', { ...named, county: 'county-1' }, viewer),
      at.post('orders', { kind: 'stop', targets: [{ screen: 'screen-1' }] }, viewer),
      at.post('orders/preview', { kind: 'stop', targets: [{ screen: 'screen-1' }] }, viewer),
      at.post('screens/screen-1/unpair', {}, viewer),
      at.post('screens/screen-1/box-key', {}, viewer),
      at.post('pairings/approve', { code: '000000', screen: 'screen-1' }, viewer),
      at.ask('pairings', { as: viewer }),
    ]
    expect((await Promise.all(refused)).map(({ status }) => status)).toEqual(refused.map(() => 403))
    expect((await at.ask('screens/screen-1/screenshot', { as: viewer })).status).toBe(404)
    const asked = at.post('screens/screen-1/commands', named)
    expect(await obey(player), 'the first that the player hears is the operator’s').toBe('identify')
    await asked
  })
})

test('a player that waits is told by its window, and never by its digits: who types them must have seen them', async () => {
  const { origin, ask } = await startScheduler(town())
  expect(await json(ask('pairings'))).toEqual({ waiting: [] })
  const player = await connectPlayer(origin)
  player.say({ type: 'pair', request: 'r'.repeat(32), width: 640, height: 320, version: '7' })
  const { code } = await player.next('pairing')
  const answer = await (await ask('pairings')).text()
  expect(JSON.parse(answer)).toMatchObject({ waiting: [{ width: 640, height: 320, version: '7' }] })
  expect(answer).not.toContain(code)
})

describe('the log', () => {
  test('is read page by page, each incident once, also those of one moment', async () => {
    const { ask, post } = await startScheduler(town())
    for (let round = 0; round < 3; round++)
      await post('commands', { ...named, screens: ['screen-1', 'screen-2'] })
    const seen: number[] = []
    let more = true
    for (let before = ''; more; before = `&before=${seen.at(-1)}`) {
      const page = await json<Log>(ask(`incidents?count=2${before}`))
      expect(page.incidents.length).toBeLessThanOrEqual(2)
      seen.push(...page.incidents.map(({ id }) => id))
      more = page.more
    }
    expect(seen).toHaveLength(6)
    expect(new Set(seen).size).toBe(6)
    expect(seen).toEqual([...seen].sort((a, b) => b - a))
  })

  test('is narrowed to a kind and a county; a county’s operator gets full pages of its own', async () => {
    const { lake, ask, post } = await startScheduler(town())
    for (let round = 0; round < 3; round++)
      await post('commands', { ...named, screens: ['screen-1', 'screen-2'] })
    expect((await json<Log>(ask('incidents?kind=alert'))).incidents).toEqual([])
    expect((await json<Log>(ask('incidents?kind=command'))).incidents).toHaveLength(6)
    const ofCounty = await json<Log>(ask('incidents?county=county-2'))
    expect(ofCounty.incidents.map(({ screen }) => screen)).toEqual(Array(3).fill('screen-2'))
    const own = { as: lake.lake.issueServiceToken('own', 'operator', 'county-1') }
    const page = await json<Log>(ask('incidents?count=2', own))
    expect([page.incidents.map(({ screen }) => screen), page.more]).toEqual([['screen-1', 'screen-1'], true])
    expect((await ask('incidents?county=county-2', own)).status).toBe(403)
  })

  test('what is asked for wrongly is refused with what to write instead', async () => {
    const { ask } = await startScheduler()
    for (const query of ['kind=nothing', 'count=0', 'count=1001', 'before=x', 'before=-1']) {
      const answer = await ask(`incidents?${query}`)
      expect([query, answer.status]).toEqual([query, 400])
      expect(await answer.text()).toMatch(/只能写|要写成/u)
    }
  })
})

test('a screen is told with its place and size, so that whoever looks knows which one it is', async () => {
  const { ask } = await startScheduler(town())
  expect(await json(ask('screens/screen-2'))).toMatchObject({
    address: expect.any(String),
    size: { width: expect.any(Number), height: expect.any(Number) },
  })
})
