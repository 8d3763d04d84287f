/** @file One player that breaks the rules is cut off, and the others are unharmed. */
import { describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import {
  closeCodes,
  heartbeatEveryMs,
  helloWithinMs,
  playerFrameBytesMax,
  playerFramesPerMinuteMax,
} from '../../contracts/messages.ts'
import { until } from './clock.ts'
import { hubRig, isUnharmed } from './hub-rig.ts'

describe('one that breaks the rules', () => {
  test.each([
    { what: 'a frame over the bound', raw: 'x'.repeat(playerFrameBytesMax + 1), code: 1009 },
    { what: 'a frame without end', raw: 'x'.repeat(40 * playerFrameBytesMax), code: 1009 },
    { what: 'a binary frame', raw: Buffer.from([1, 2, 3]), code: closeCodes.protocol },
    { what: 'broken JSON', raw: '{', code: closeCodes.protocol },
    { what: 'bytes that are no text', raw: Buffer.from('{"type":"poll"}'), code: closeCodes.protocol },
  ])('is cut off for $what, and the others are unharmed', async ({ raw, code }) => {
    const { playing, connect } = await hubRig()
    const good = await playing()
    const bad = await connect()
    bad.raw(raw)
    expect(await bad.closed).toBe(code)
    await isUnharmed(good)
  })

  test('a frame of exactly the bound is still read', async () => {
    const { connect } = await hubRig()
    const player = await connect()
    const text = JSON.stringify({ type: 'time', sent: 1, filler: '' })
    player.raw(text.replace('""', JSON.stringify('x'.repeat(playerFrameBytesMax - text.length))))
    await player.next('time')
  })

  test('a flood is cut off at the bound, and the others are unharmed', async () => {
    const { playing, connect } = await hubRig()
    const good = await playing()
    const flood = await connect()
    for (let frame = 0; frame < playerFramesPerMinuteMax * 3; frame++)
      flood.say({ type: 'time', sent: frame })
    expect(await flood.closed).toBe(closeCodes.tooMuch)
    expect(flood.count('time')).toBe(playerFramesPerMinuteMax)
    await isUnharmed(good)
  })
})

describe('silence', () => {
  test('one that shows a code and says nothing is cut off too, so that it takes no place for ever', async () => {
    const { connect, pass } = await hubRig()
    const player = await connect()
    player.say({ type: 'pair', request: 'r'.repeat(30), width: 320, height: 160, version: '1' })
    await player.next('pairing')
    pass(3 * heartbeatEveryMs + 1)
    expect(await player.closed).toBe(1006)
  })

  test('200 connections that never say hello are cut off when their time is up, and the others are unharmed', async () => {
    const { playing, connect, hub, pass } = await hubRig()
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
    const { connect, hub, pass } = await hubRig()
    const player = await connect()
    player.say({ type: 'pair', request: 'r'.repeat(32), width: 1, height: 1, version: '1' })
    await player.next('pairing')
    // Its player asks for the time as often as one that plays.
    for (let waited = 0; waited < 20 * 60_000; waited += heartbeatEveryMs) {
      pass(heartbeatEveryMs)
      player.say({ type: 'time', sent: waited })
      await player.next('time')
    }
    await isUnharmed(player)
    expect(hub.counts().connections).toBe(1)
  })

  test('a player that misses three heartbeats is gone, since a power cut closes no socket', async () => {
    const { playing, fleet, pass } = await hubRig()
    const player = await playing()
    pass(3 * heartbeatEveryMs)
    await isUnharmed(player)
    pass(3 * heartbeatEveryMs + 1)
    expect(await player.closed).toBe(1006)
    await until('offline', () => fleet.get('screen-1')?.online === false)
  })

  test('a player that beats is never cut off', async () => {
    const { playing, pass } = await hubRig()
    const player = await playing()
    for (let beat = 0; beat < 10; beat++) {
      pass(heartbeatEveryMs)
      await isUnharmed(player)
    }
  })
})

describe('more connections than there are places', () => {
  test('are turned away, and those inside are unharmed', async () => {
    const { playing, connect, hub } = await hubRig({ connectionsMax: 1 })
    const good = await playing()
    expect(await (await connect()).closed).toBe(closeCodes.tooMuch)
    await isUnharmed(good)
    expect(hub.counts().connections).toBe(1)
  })

  test('cannot harm the program by breaking the rules on their way out', async () => {
    const { playing, origin } = await hubRig({ connectionsMax: 1 })
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
