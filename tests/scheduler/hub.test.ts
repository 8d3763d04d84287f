/** @file All players over real WebSockets: one that breaks the rules is cut off, and the others are unharmed. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import {
  closeCodes,
  heartbeatEveryMs,
  helloWithinMs,
  playerFrameBytesMax,
  playerFramesPerMinuteMax,
} from '../../contracts/messages.ts'
import { fleetOf } from '../../scheduler/fleet/status.ts'
import { pairingCodes } from '../../scheduler/fleet/pairing.ts'
import type { Manifests } from '../../scheduler/manifests/manifests.ts'
import { hubOf } from '../../scheduler/push/hub.ts'
import type { Session } from '../../scheduler/push/session.ts'
import { pairingStore } from '../../scheduler/store/pairings.ts'
import { playStore } from '../../scheduler/store/plays.ts'
import { handClock, memoryLog, ownDatabase, until } from './clock.ts'
import { connectPlayer, type PlayerSocket } from './player-socket.ts'

const sweepEveryMs = 10_000

/** Manifests of no content but a filler, by revision. */
function plainManifests(revisions: Map<string, number>, filler: string | undefined): Manifests {
  return {
    get(screen) {
      const revision = revisions.get(screen)
      if (revision === undefined) return null
      const signed = { payload: JSON.stringify({ revision, filler }), signature: 's', keyId: 'k' }
      return { manifest: { revision }, signed, used: new Set<string>() } as unknown as ReturnType<Manifests['get']>
    },
    all: () => [],
    refresh: () => [],
    raise: (screen, above) => void revisions.set(screen, above + 1),
    size: () => revisions.size,
  }
}

// Only the hub's own sweep runs by the test's clock; sockets need the real one.
beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }))
afterEach(() => void vi.useRealTimers())

async function rig({ connectionsMax, filler }: { connectionsMax?: number; filler?: string } = {}) {
  const [clock, log, database] = [handClock(), memoryLog(), ownDatabase()]
  const revisions = new Map([['screen-1', 5]])
  const pairings = pairingStore(database, clock.now)
  const fleet = fleetOf(database, clock.now)
  let code = 0
  const hub = hubOf({
    now: clock.now,
    log,
    codes: pairingCodes<Session>(clock.now, () => ++code),
    pairings,
    manifests: plainManifests(revisions, filler),
    fleet,
    plays: playStore(database, clock.now),
    key: { publicKey: 'p', keyId: 'k', sign: (payload) => ({ payload, signature: 's', keyId: 'k' }) },
    ...(connectionsMax === undefined ? {} : { connectionsMax }),
  })
  const server = createServer()
  server.on('upgrade', (request, socket, head) => hub.upgrade(request, socket, head))
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  onTestFinished(() => {
    hub.close()
    server.close()
  })
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  async function playing(screen = 'screen-1', revision = 0): Promise<PlayerSocket> {
    const { token } = pairings.pair(screen, 'p')
    const player = await connectPlayer(origin)
    player.say({ type: 'hello', screen, token, revision, version: '1' })
    await player.next('welcome')
    return player
  }
  /** Moves the clock and lets the sweep run. */
  function pass(ms: number): void {
    clock.at += ms
    vi.advanceTimersByTime(sweepEveryMs)
  }
  return { hub, clock, log, origin, fleet, revisions, playing, pass, connect: () => connectPlayer(origin) }
}

/** It still gets an answer. */
async function isUnharmed(player: PlayerSocket): Promise<void> {
  player.say({ type: 'time', sent: 1 })
  await player.next('time')
}

describe('one that breaks the rules', () => {
  test.each([
    { what: 'a frame over the bound', raw: 'x'.repeat(playerFrameBytesMax + 1), code: 1009 },
    { what: 'a frame without end', raw: 'x'.repeat(40 * playerFrameBytesMax), code: 1009 },
    { what: 'a binary frame', raw: Buffer.from([1, 2, 3]), code: closeCodes.protocol },
    { what: 'broken JSON', raw: '{', code: closeCodes.protocol },
    { what: 'bytes that are no text', raw: Buffer.from('{"type":"poll"}'), code: closeCodes.protocol },
  ])('is cut off for $what, and the others are unharmed', async ({ raw, code }) => {
    const { playing, connect } = await rig()
    const good = await playing()
    const bad = await connect()
    bad.raw(raw)
    expect(await bad.closed).toBe(code)
    await isUnharmed(good)
  })

  test('a frame of exactly the bound is still read', async () => {
    const { connect } = await rig()
    const player = await connect()
    const text = JSON.stringify({ type: 'time', sent: 1, filler: '' })
    player.raw(text.replace('""', JSON.stringify('x'.repeat(playerFrameBytesMax - text.length))))
    await player.next('time')
  })

  test('a flood is cut off at the bound, and the others are unharmed', async () => {
    const { playing, connect } = await rig()
    const good = await playing()
    const flood = await connect()
    for (let frame = 0; frame < playerFramesPerMinuteMax * 3; frame++) flood.say({ type: 'time', sent: frame })
    expect(await flood.closed).toBe(closeCodes.tooMuch)
    expect(flood.count('time')).toBe(playerFramesPerMinuteMax)
    await isUnharmed(good)
  })
})

describe('silence', () => {
  test('200 connections that never say hello are cut off when their time is up, and the others are unharmed', async () => {
    const { playing, connect, hub, pass } = await rig()
    const good = await playing()
    const idle = await Promise.all(Array.from({ length: 200 }, connect))
    expect(hub.counts().connections).toBe(201)
    pass(helloWithinMs)
    await isUnharmed(good)
    expect(hub.counts().connections).toBe(201)
    pass(1)
    expect(await Promise.all(idle.map(({ closed }) => closed))).toEqual(idle.map(() => 1006))
    await isUnharmed(good)
    await until('the places to be free', () => hub.counts().connections === 1)
  })

  test('an unpaired screen may show its code as long as it likes, for the operator may be on his way', async () => {
    const { connect, hub, pass } = await rig()
    const player = await connect()
    player.say({ type: 'pair', request: 'r'.repeat(32), width: 1, height: 1, version: '1' })
    await player.next('pairing')
    pass(20 * 60_000)
    await isUnharmed(player)
    expect(hub.counts().connections).toBe(1)
  })

  test('a player that misses three heartbeats is gone, since a power cut closes no socket', async () => {
    const { playing, fleet, pass } = await rig()
    const player = await playing()
    pass(3 * heartbeatEveryMs)
    await isUnharmed(player)
    pass(3 * heartbeatEveryMs + 1)
    expect(await player.closed).toBe(1006)
    await until('offline', () => fleet.get('screen-1')?.online === false)
  })

  test('a player that beats is never cut off', async () => {
    const { playing, pass } = await rig()
    const player = await playing()
    for (let beat = 0; beat < 10; beat++) {
      pass(heartbeatEveryMs)
      await isUnharmed(player)
    }
  })
})

describe('more connections than there are places', () => {
  test('are turned away, and those inside are unharmed', async () => {
    const { playing, connect, hub } = await rig({ connectionsMax: 1 })
    const good = await playing()
    expect(await (await connect()).closed).toBe(closeCodes.tooMuch)
    await isUnharmed(good)
    expect(hub.counts().connections).toBe(1)
  })

  test('cannot harm the program by breaking the rules on their way out', async () => {
    const { playing, origin } = await rig({ connectionsMax: 1 })
    const good = await playing()
    await new Promise<void>((resolve) => {
      const socket = new WebSocket(origin.replace('http', 'ws'))
      // Sent with the request, before the close can be read.
      socket.on('upgrade', ({ socket: wire }) => wire.write(Buffer.from([0xff, 0xff, 0xff, 0xff])))
      socket.on('error', () => undefined)
      socket.on('close', () => resolve())
    })
    await isUnharmed(good)
  })
})

describe('a push', () => {
  test('goes to every player of the screen and to no other', async () => {
    const { hub, playing, revisions } = await rig()
    revisions.set('screen-2', 9)
    const [one, other] = [await playing('screen-1', 5), await playing('screen-2', 9)]
    revisions.set('screen-1', 6)
    hub.push('screen-1')
    expect(await one.next('manifest')).toMatchObject({ payload: '{"revision":6}' })
    await isUnharmed(other)
    expect(other.count('manifest')).toBe(0)
  })

  test('that was lost is mended by the player’s poll', async () => {
    const { playing, revisions } = await rig()
    const player = await playing('screen-1', 5)
    player.say({ type: 'poll', revision: 5 })
    await isUnharmed(player)
    expect(player.count('manifest')).toBe(0)
    revisions.set('screen-1', 6)
    player.say({ type: 'poll', revision: 5 })
    expect(await player.next('manifest')).toMatchObject({ payload: '{"revision":6}' })
  })

  test('to a player that holds a later revision moves past it, as after a restored backup', async () => {
    const { playing } = await rig()
    expect(await (await playing('screen-1', 1_000)).next('manifest')).toMatchObject({ payload: '{"revision":1001}' })
  })

  test('for a screen without a manifest sends nothing, and the player waits', async () => {
    const { playing, hub } = await rig()
    const player = await playing('screen-9')
    hub.push('screen-9')
    await isUnharmed(player)
    expect(player.count('manifest')).toBe(0)
  })
})

test('a player that takes nothing in is cut off before it fills the memory, and the others are unharmed', async () => {
  const { hub, playing, connect } = await rig({ filler: 'x'.repeat(1_000_000) })
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
    const { playing, fleet } = await rig()
    const player = await playing()
    const nowPlaying = { item: 'slogan-1', title: '标语', kind: 'slogan', since: 3 }
    player.say({ type: 'heartbeat', at: 1, revision: 5, nowPlaying, offsetMs: 12, storedPlays: 2, assetsMissing: 1 })
    await isUnharmed(player)
    expect(fleet.get('screen-1')).toMatchObject({ online: true, nowPlaying, appliedRevision: 5, offsetMs: 12, assetsMissing: 1 })
  })

  test('a manifest that was refused is counted and logged, for it means a wrong key or a wrong clock', async () => {
    const { playing, hub, log } = await rig()
    const player = await playing()
    player.say({ type: 'refused', revision: 5, reason: 'bad-signature' })
    await isUnharmed(player)
    expect(hub.counts().refused).toBe(1)
    expect(log.lines.at(-1)).toMatchObject({ level: 'warn', fields: { screen: 'screen-1', reason: 'bad-signature' } })
  })

  test('a screen is offline only when its last player has left', async () => {
    const { playing, fleet, hub } = await rig()
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
  const { fleet, pass, log, playing } = await rig()
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
  const { playing, hub } = await rig()
  const player = await playing()
  hub.close()
  expect(await player.closed).toBe(closeCodes.goingAway)
})
