/** @file From the code on a screen to its first proof of play, over HTTP and WebSocket. */
import { describe, expect, test } from 'vitest'
import { closeCodes, type PlayRecord } from '../../contracts/messages.ts'
import { refusal } from '../../contracts/manifest.ts'
import { resolve } from '../../contracts/schedule/index.ts'
import { until } from './clock.ts'
import { openManifest } from './player-socket.ts'
import { screen, smallTown } from './samples.ts'
import { startScheduler } from './scheduler-on-port.ts'

const request = 'a-random-secret-of-the-player'
const pair = { type: 'pair', request, width: 192, height: 96, version: '1' } as const

test('code, approval, token, manifest by the pinned key, first play, proof of play: the whole way', async () => {
  const { connect, post, ask, clock } = await startScheduler()
  const player = await connect()
  player.say(pair)
  const { code, expiresAt } = await player.next('pairing')
  expect(code).toMatch(/^\d{6}$/)
  expect(expiresAt).toBeGreaterThan(clock.at)

  const approved = await post('pairings/approve', {
    code: `${code.slice(0, 3)} ${code.slice(3)}`,
    screen: 'screen-1',
  })
  expect([approved.status, await approved.json()]).toEqual([200, { screen: 'screen-1' }])
  const { token, publicKey, keyId } = await player.next('paired')

  player.say({ type: 'hello', screen: 'screen-1', token, revision: 0, version: '1' })
  expect((await player.next('welcome')).serverTime).toBe(clock.at)
  const signed = await player.next('manifest')
  expect(signed.keyId).toBe(keyId)
  const manifest = await openManifest(publicKey, signed)
  expect(refusal(manifest, 'screen-1', 0)).toBeNull()
  player.say({ type: 'applied', revision: manifest.revision })

  const shown = resolve(manifest.schedule, manifest.screen, clock.at)
  expect(shown.item).toMatchObject({ kind: 'slogan', title: '法律面前人人平等' })
  const play: PlayRecord = {
    sequence: 1,
    item: shown.item.id,
    title: shown.item.title,
    kind: shown.item.kind,
    event: shown.event?.id ?? null,
    playlist: shown.playlist?.id ?? null,
    from: shown.from,
    until: shown.until,
    revision: manifest.revision,
    previous: '',
  }
  player.say({ type: 'plays', plays: [play] })
  expect(await player.next('plays-stored')).toEqual({ type: 'plays-stored', upTo: 1 })

  expect(await (await ask('screens/screen-1')).json()).toMatchObject({
    screen: 'screen-1',
    online: true,
    appliedRevision: manifest.revision,
    revision: manifest.revision,
    pairedAt: clock.at,
  })
  expect(await (await ask('screens/screen-1/plays')).json()).toEqual({
    plays: [{ ...play, screen: 'screen-1' }],
  })
})

describe('a code', () => {
  test('is used once', async () => {
    const { connect, post } = await startScheduler()
    const player = await connect()
    player.say(pair)
    const { code } = await player.next('pairing')
    expect((await post('pairings/approve', { code, screen: 'screen-1' })).status).toBe(200)
    const again = await post('pairings/approve', { code, screen: 'screen-1' })
    expect([again.status, await again.json()]).toMatchObject([
      404,
      { error: { code: 'signage.code-unknown' } },
    ])
  })

  test('of a player that has left is worth nothing', async () => {
    const { connect, post, scheduler } = await startScheduler()
    const player = await connect()
    player.say(pair)
    const { code } = await player.next('pairing')
    player.close()
    await until('it to be gone', () => scheduler.metrics?.()['pufa_players_connected'] === 0)
    expect((await post('pairings/approve', { code, screen: 'screen-1' })).status).toBe(404)
  })

  test('typed beside a screen that is not there stays good for the right one', async () => {
    const { connect, post } = await startScheduler()
    const player = await connect()
    player.say(pair)
    const { code } = await player.next('pairing')
    const wrong = await post('pairings/approve', { code, screen: 'screen-none' })
    expect([wrong.status, await wrong.json()]).toMatchObject([
      404,
      { error: { code: 'signage.unknown-screen' } },
    ])
    expect((await post('pairings/approve', { code, screen: 'screen-1' })).status).toBe(200)
  })

  test('is approved by an administrator, not by one who may only read', async () => {
    const { connect, post, lake } = await startScheduler()
    const player = await connect()
    player.say(pair)
    const { code } = await player.next('pairing')
    const viewer = lake.lake.issueServiceToken('someone', 'viewer')
    expect((await post('pairings/approve', { code, screen: 'screen-1' }, viewer)).status).toBe(403)
    expect((await post('pairings/approve', { code, screen: 'screen-1' }, 'no-such-token')).status).toBe(401)
    expect((await post('pairings/approve', { code, screen: 'screen-1' }, null)).status).toBe(401)
    expect(player.count('paired')).toBe(0)
  })
})

describe('a pairing', () => {
  test('outlives the connection: the player comes back with its token', async () => {
    const { playing, connect } = await startScheduler()
    const { player, token, publicKey } = await playing('screen-1')
    player.close()
    await player.closed
    const again = await connect()
    again.say({ type: 'hello', screen: 'screen-1', token, revision: 0, version: '1' })
    await openManifest(publicKey, await again.next('manifest'))
  })

  test('that is ended tells the player why, and its token opens nothing any more', async () => {
    const { playing, connect, post, ask } = await startScheduler()
    const { player, token } = await playing('screen-1')
    expect((await post('screens/screen-1/unpair', {})).status).toBe(200)
    expect((await player.next('unpaired')).reason).toMatch(/\p{Script=Han}/u)
    expect(await player.closed).toBe(closeCodes.notPaired)
    const again = await connect()
    again.say({ type: 'hello', screen: 'screen-1', token, revision: 0, version: '1' })
    expect(await again.closed).toBe(closeCodes.notPaired)
    expect((await post('screens/screen-1/unpair', {})).status).toBe(401)
    expect(await (await ask('screens/screen-1')).json()).toMatchObject({ pairedAt: null })
  })

  test('with another player ends the one before, for a screen has one voice', async () => {
    const { playing, paired } = await startScheduler()
    const first = await playing('screen-1')
    const second = await paired('screen-1')
    expect(await first.player.closed).toBe(closeCodes.notPaired)
    second.player.say({ type: 'hello', screen: 'screen-1', token: second.token, revision: 0, version: '1' })
    await second.player.next('manifest')
  })

  test('of one screen opens no other', async () => {
    const { paired, connect } = await startScheduler([...smallTown(), screen('screen-2')])
    const { token } = await paired('screen-1')
    const thief = await connect()
    thief.say({ type: 'hello', screen: 'screen-2', token, revision: 0, version: '1' })
    expect(await thief.closed).toBe(closeCodes.notPaired)
  })
})

test('plays survive the unpairing and the deletion of what they name', async () => {
  const { playing, post, ask, lake } = await startScheduler()
  const { player } = await playing('screen-1')
  const play = {
    sequence: 1,
    item: 'slogan-main',
    title: '法律面前人人平等',
    kind: 'slogan',
    event: 'event-main',
    playlist: 'playlist-main',
    from: 1,
    until: 2,
    revision: 1,
    previous: '',
  }
  player.say({ type: 'plays', plays: [play] })
  await player.next('plays-stored')
  await post('screens/screen-1/unpair', {})
  await lake.client.transaction().delete('event-main').delete('playlist-main').delete('slogan-main').commit()
  expect(await (await ask('screens/screen-1/plays')).json()).toMatchObject({
    plays: [{ item: 'slogan-main' }],
  })
})
