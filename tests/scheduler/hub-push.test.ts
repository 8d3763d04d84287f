/** @file What goes to connected players, and what they say of themselves. */
import { describe, expect, test, vi } from 'vitest'
import { closeCodes } from '../../contracts/messages.ts'
import { healthy } from '../support/manifests.ts'
import { until } from './clock.ts'
import { hubRig, isUnharmed } from './hub-rig.ts'

describe('a push', () => {
  test('goes to every player of the screen and to no other', async () => {
    const { hub, playing, revisions } = await hubRig()
    revisions.set('screen-2', 9)
    const [one, other] = [await playing('screen-1', 5), await playing('screen-2', 9)]
    revisions.set('screen-1', 6)
    hub.push('screen-1')
    expect(await one.next('manifest')).toMatchObject({ payload: '{"revision":6}' })
    await isUnharmed(other)
    expect(other.count('manifest')).toBe(0)
  })

  test('that was lost is mended by the player’s poll', async () => {
    const { playing, revisions } = await hubRig()
    const player = await playing('screen-1', 5)
    player.say({ type: 'poll', revision: 5 })
    await isUnharmed(player)
    expect(player.count('manifest')).toBe(0)
    revisions.set('screen-1', 6)
    player.say({ type: 'poll', revision: 5 })
    expect(await player.next('manifest')).toMatchObject({ payload: '{"revision":6}' })
  })

  test('to a player that holds a later revision moves past it, as after a restored backup', async () => {
    const { playing } = await hubRig()
    expect(await (await playing('screen-1', 1_000)).next('manifest')).toMatchObject({
      payload: '{"revision":1001}',
    })
  })

  test('for a screen without a manifest sends nothing, and the player waits', async () => {
    const { playing, hub } = await hubRig()
    const player = await playing('screen-9')
    hub.push('screen-9')
    await isUnharmed(player)
    expect(player.count('manifest')).toBe(0)
  })
})

test('a player that takes nothing in is cut off before it fills the memory, and the others are unharmed', async () => {
  const { hub, playing, connect } = await hubRig({ filler: 'x'.repeat(1_000_000) })
  const good = await connect()
  const stuck = await playing()
  stuck.stopReading()
  for (let push = 0; push < 60 && hub.counts().connections > 1; push++) {
    hub.push('screen-1')
    await isUnharmed(good)
  }
  await until('it to be cut off', () => hub.counts().connections === 1)
})

describe('what players say of themselves', () => {
  test('is kept for the console', async () => {
    const { playing, fleet } = await hubRig()
    const player = await playing()
    const nowPlaying = { item: 'slogan-1', title: '标语', kind: 'slogan', since: 3 }
    player.say({
      type: 'heartbeat',
      at: 1,
      revision: 5,
      nowPlaying,
      offsetMs: 12,
      storedPlays: 2,
      assetsMissing: 1,
      health: healthy,
    })
    await isUnharmed(player)
    expect(fleet.get('screen-1')).toMatchObject({
      online: true,
      nowPlaying,
      appliedRevision: 5,
      offsetMs: 12,
      assetsMissing: 1,
    })
  })

  test('a manifest that was refused is counted and logged, for it means a wrong key or a wrong clock', async () => {
    const { playing, hub, log } = await hubRig()
    const player = await playing()
    player.say({ type: 'refused', revision: 5, reason: 'bad-signature' })
    await isUnharmed(player)
    expect(hub.counts().refused).toBe(1)
    expect(log.lines.at(-1)).toMatchObject({
      level: 'warn',
      fields: { screen: 'screen-1', reason: 'bad-signature' },
    })
  })

  test('a screen is offline only when its last player has left', async () => {
    const { playing, fleet, hub } = await hubRig()
    const first = await playing()
    const second = await playing()
    first.close()
    await until('the first to be gone', () => hub.counts().connections === 1)
    expect(fleet.get('screen-1')?.online).toBe(true)
    second.close()
    await until('offline', () => fleet.get('screen-1')?.online === false)
  })
})

test('figures that cannot be written down are logged and tried again, for a full disk must not end the program', async () => {
  const { fleet, pass, log, playing } = await hubRig()
  const good = await playing()
  const write = vi.spyOn(fleet, 'flush').mockImplementationOnce(() => {
    throw new Error('disk full')
  })
  pass(0)
  expect(log.lines).toMatchObject([{ level: 'error', fields: { error: 'Error: disk full' } }])
  pass(0)
  expect(write).toHaveBeenCalledTimes(2)
  await isUnharmed(good)
})

test('closing tells every player that the server goes away, so that they come back by themselves', async () => {
  const { playing, hub } = await hubRig()
  const player = await playing()
  hub.close()
  expect(await player.closed).toBe(closeCodes.goingAway)
})
