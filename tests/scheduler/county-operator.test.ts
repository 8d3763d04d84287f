/** @file An operator of one county: its screens are in their hands, and nothing that reaches another's. */
import { describe, expect, test } from 'vitest'
import { startScheduler, type SchedulerOnPort } from './scheduler-on-port.ts'
import { json, obey, town, type View } from './town.ts'

interface Tokens {
  own: string
  all: string
  editor: string
}

async function start(): Promise<SchedulerOnPort & { tokens: Tokens }> {
  const at = await startScheduler(town())
  const make = (name: string, role: 'operator' | 'editor', county: string | null) =>
    at.lake.lake.issueServiceToken(name, role, county)
  const tokens = {
    own: make('own', 'operator', 'county-1'),
    all: make('all', 'operator', null),
    editor: make('editor', 'editor', null),
  }
  return { ...at, tokens }
}

const stop = (...targets: object[]) => ({ kind: 'stop', targets, reason: '演练' })
const bells = { name: 'volume', percent: 10 }

/** [what, method, path, body, status for the county's operator, for the prefecture's] */
const asked: [string, 'GET' | 'POST', string, unknown, number, number][] = [
  ['its own screen', 'GET', 'screens/screen-1', null, 200, 200],
  ['another county’s screen', 'GET', 'screens/screen-2', null, 403, 200],
  ['a screen that is not there', 'GET', 'screens/none', null, 404, 404],
  ['what its own has played', 'GET', 'screens/screen-1/plays', null, 200, 200],
  ['what another’s has played', 'GET', 'screens/screen-2/plays', null, 403, 200],
  ['a picture of another’s', 'GET', 'screens/screen-2/screenshot?last=1', null, 403, 404],
  ['a key for its own box', 'POST', 'screens/screen-1/box-key', {}, 200, 200],
  ['a key for another’s box', 'POST', 'screens/screen-2/box-key', {}, 403, 200],
  ['the end of another’s key', 'POST', 'screens/screen-2/box-key/end', {}, 403, 200],
  ['a command to its own', 'POST', 'screens/screen-1/commands', bells, 200, 200],
  ['a command to another’s', 'POST', 'screens/screen-2/commands', bells, 403, 200],
  ['a command to its county', 'POST', 'commands', { ...bells, county: 'county-1' }, 200, 200],
  ['a command to another county', 'POST', 'commands', { ...bells, county: 'county-2' }, 403, 200],
  ['a command to both', 'POST', 'commands', { ...bells, screens: ['screen-1', 'screen-2'] }, 403, 200],
  ['a command to a group with another’s', 'POST', 'commands', { ...bells, group: 'group-squares' }, 403, 200],
  ['a stop in its county', 'POST', 'orders/preview', stop({ county: 'county-1' }), 200, 200],
  ['a stop of its screen', 'POST', 'orders/preview', stop({ screen: 'screen-1' }), 200, 200],
  ['a stop in another', 'POST', 'orders/preview', stop({ county: 'county-2' }), 403, 200],
  [
    'a stop in both',
    'POST',
    'orders/preview',
    stop({ county: 'county-1' }, { screen: 'screen-2' }),
    403,
    200,
  ],
  ['a stop everywhere', 'POST', 'orders/preview', stop({}), 403, 200],
  ['a stop of a group, which may grow', 'POST', 'orders/preview', stop({ group: 'group-squares' }), 403, 200],
  [
    'a withdrawal, which is everywhere',
    'POST',
    'orders/preview',
    { kind: 'withdraw', ids: ['slogan-2'] },
    403,
    200,
  ],
  ['the report of its county', 'GET', 'reports?by=screen', null, 200, 200],
  ['the report of another', 'GET', 'reports?by=screen&county=county-2', null, 403, 200],
  ['the key of all manifests', 'POST', 'key/rotate', {}, 403, 200],
  ['a trial of the alerts', 'POST', 'alerts/test', {}, 403, 409],
  [
    'pairing of another’s screen',
    'POST',
    'pairings/approve',
    { code: '000000', screen: 'screen-2' },
    403,
    404,
  ],
  ['unpairing of another’s screen', 'POST', 'screens/screen-2/unpair', {}, 403, 409],
]

test('each thing is answered by whose screens it reaches; an editor has none of it', async () => {
  const at = await start()
  for (const [what, method, path, body, own, all] of asked) {
    const init = method === 'POST' ? { method, body: JSON.stringify(body) } : { method }
    const status = async (as: string) => (await at.ask(path, { ...init, as })).status
    expect([what, await status(at.tokens.own)]).toEqual([what, own])
    expect([what, await status(at.tokens.editor)]).toEqual([what, 403])
    if (all === 200 || all === 404) expect([what, await status(at.tokens.all)]).toEqual([what, all])
    else expect(await status(at.tokens.all), what).not.toBe(403)
  }
})

describe('lists hold its own', () => {
  test('screens, counties, groups, orders', async () => {
    const at = await start()
    const own = { as: at.tokens.own }
    const { screens } = await json<{ screens: View[] }>(at.ask('screens', own))
    expect(screens.map(({ screen }) => screen)).toEqual(['screen-1'])
    const { counties } = await json<{ counties: { id: string }[] }>(at.ask('map', own))
    expect(counties.map(({ id }) => id)).toEqual(['county-1'])
    expect(await json(at.ask('groups', own))).toEqual({ groups: [] })
    const order = async (body: object) =>
      (await json<{ order: { id: number } }>(at.post('orders', body))).order.id
    const mine = await order(stop({ county: 'county-1' }))
    const theirs = await order(stop({ county: 'county-2' }))
    const { orders } = await json<{ orders: { order: { id: number } }[] }>(at.ask('orders', own))
    expect(orders.map(({ order: { id } }) => id)).toEqual([mine])
    expect((await at.ask(`orders/${theirs}`, own)).status).toBe(403)
    expect((await at.post(`orders/${theirs}/end`, { reason: 'x' }, at.tokens.own)).status).toBe(403)
    expect((await at.post(`orders/${mine}/end`, { reason: 'x' }, at.tokens.own)).status).toBe(200)
  })
})

test('a command of its own reaches the player, and is written down under the operator’s id', async () => {
  const at = await start()
  const { player } = await at.playing('screen-1')
  const sent = at.post('screens/screen-1/commands', bells, at.tokens.own)
  expect(await obey(player)).toBe('volume')
  expect((await sent).status).toBe(200)
  const { incidents } = await json<{ incidents: { screen: string; by?: string; note: string }[] }>(
    at.ask('incidents', { as: at.tokens.own }),
  )
  expect(JSON.stringify(incidents)).toContain('robot-own')
})
