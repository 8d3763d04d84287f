import { describe, expect, test } from 'vitest'
import {
  closeCodes,
  heartbeatEveryMs,
  pollEveryMs,
  type PlayerMessage,
  type ServerMessage,
} from '../../contracts/messages.ts'
import { backoffMs } from '../../signage-player/link/backoff.ts'
import { openLink, type SocketEvents } from '../../signage-player/link/link.ts'
import { parseServerMessage } from '../../signage-player/link/messages.ts'
import { healthy } from '../support/manifests.ts'
import { fakeTime } from './rig/time.ts'

const welcome: ServerMessage = { type: 'welcome', serverTime: 0, screen: 's' }

function rig(random = 0.5) {
  const time = fakeTime()
  const dialled: { events: SocketEvents; sent: PlayerMessage[]; closed: boolean; at: number }[] = []
  const heard: string[] = []
  const link = openLink({
    dial(events) {
      const socket = { events, sent: [] as PlayerMessage[], closed: false, at: time.now() }
      dialled.push(socket)
      return {
        send: (text) => void socket.sent.push(JSON.parse(text) as PlayerMessage),
        close: () => void (socket.closed = true),
      }
    },
    wait: time.wait,
    random: () => random,
    greeting: () => ({ type: 'hello', screen: 's', token: 't', revision: 1, version: '1' }),
    heartbeat: () => ({
      type: 'heartbeat',
      at: time.now(),
      revision: 1,
      nowPlaying: null,
      offsetMs: 0,
      storedPlays: 0,
      assetsMissing: 0,
      health: healthy,
    }),
    poll: () => ({ type: 'poll', revision: 1 }),
    time: () => ({ type: 'time', sent: time.now() }),
    received: (message) => void heard.push(message.type),
    refused: () => void heard.push('refused'),
    lost: () => void heard.push('lost'),
  })
  const last = () => {
    const socket = dialled.at(-1)
    if (!socket) throw new Error('nothing was dialled')
    return socket
  }
  const open = () => {
    last().events.opened()
    last().events.message(JSON.stringify(welcome))
  }
  const sent = (type: PlayerMessage['type']) => last().sent.filter((message) => message.type === type).length
  return { time, link, dialled, heard, last, open, sent }
}

describe('a connection', () => {
  test('the first message says who it is', () => {
    const { link, last } = rig()
    link.redial()
    last().events.opened()
    expect(last().sent.map((message) => message.type)).toEqual(['hello'])
  })

  test('a poll stands behind the push, and heartbeats keep it alive', async () => {
    const { time, link, open, sent, last } = rig()
    link.redial()
    open()
    for (let minute = 0; minute < 10; minute++) {
      await time.advance(60_000)
      last().events.message(JSON.stringify({ type: 'time', sent: 0, serverTime: 0 }))
    }
    expect(sent('poll')).toBe(600_000 / pollEveryMs)
    expect(sent('heartbeat')).toBe(1 + 600_000 / heartbeatEveryMs)
  })

  test('the first heartbeat comes within two seconds, since the operator who paired it stands waiting', async () => {
    const { time, link, open, sent } = rig()
    link.redial()
    open()
    await time.advance(2_000)
    expect(sent('heartbeat')).toBe(1)
  })

  test('a connection over which nothing comes is dead, whatever the network says', async () => {
    const { time, link, open, dialled, heard } = rig()
    link.redial()
    open()
    await time.advance(2 * heartbeatEveryMs + 15_000)
    expect(dialled[0]?.closed).toBe(true)
    expect(heard).toContain('lost')
    await time.advance(60_000)
    expect(dialled.length).toBeGreaterThan(1)
  })

  test('a socket that never opens is given up', async () => {
    const { time, link, dialled } = rig()
    link.redial()
    await time.advance(20_000)
    expect(dialled.length).toBe(2)
  })

  test('what an abandoned socket still says is not heard', () => {
    const { link, dialled, heard } = rig()
    link.redial()
    const [first] = dialled
    link.redial()
    first?.events.opened()
    first?.events.message(JSON.stringify(welcome))
    first?.events.closed(1006)
    expect(heard).toEqual([])
    expect(dialled.length).toBe(2)
    expect(dialled[1]?.sent).toEqual([])
  })

  test('a server that does not know the player is believed once', () => {
    const { link, last, heard } = rig()
    link.redial()
    last().events.opened()
    last().events.closed(closeCodes.notPaired)
    expect(heard).toEqual(['lost', 'refused'])
  })

  test('nothing is sent without a connection', () => {
    const { link } = rig()
    expect(link.send({ type: 'poll', revision: 1 })).toBe(false)
  })
})

describe('dialling again', () => {
  /** Closes the socket and tells how long it takes until the next one is dialled. */
  async function pauseAfterFailure({ time, last, dialled }: ReturnType<typeof rig>): Promise<number> {
    const [at, count] = [time.now(), dialled.length]
    last().events.closed(1006)
    while (dialled.length === count) await time.advance(100)
    return last().at - at
  }

  test('the pause grows with every failure, up to a minute', async () => {
    const player = rig(1 - 1e-9)
    player.link.redial()
    const pauses: number[] = []
    for (let failure = 0; failure < 8; failure++) pauses.push(await pauseAfterFailure(player))
    expect(pauses).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000])
  })

  test('a connection that lasted makes the next pause short again', async () => {
    const player = rig(1 - 1e-9)
    player.link.redial()
    for (let failure = 0; failure < 5; failure++) await pauseAfterFailure(player)
    player.open()
    await player.time.advance(heartbeatEveryMs)
    expect(await pauseAfterFailure(player)).toBe(1_000)
  })

  test('a server that welcomes and throws out at once is dialled less and less often', async () => {
    const player = rig(1 - 1e-9)
    player.link.redial()
    const pauses: number[] = []
    for (let failure = 0; failure < 4; failure++) {
      player.open()
      pauses.push(await pauseAfterFailure(player))
    }
    expect(pauses).toEqual([1_000, 2_000, 4_000, 8_000])
  })

  test('a player that shows a code keeps its connection alive without a heartbeat', async () => {
    const { time, link, last, sent, dialled } = rig()
    link.redial()
    last().events.opened()
    last().events.message(JSON.stringify({ type: 'pairing', code: '123456', expiresAt: 0 }))
    for (let half = 0; half < 8; half++) {
      await time.advance(heartbeatEveryMs)
      last().events.message(JSON.stringify({ type: 'time', sent: 0, serverTime: 0 }))
    }
    expect([sent('time'), sent('heartbeat'), sent('poll'), dialled.length]).toEqual([8, 0, 0, 1])
  })

  test('a thousand players do not come back in the same second', () => {
    const pauses = Array.from({ length: 1_000 }, (_, index) =>
      backoffMs({ firstMs: 1_000, mostMs: 60_000 }, 6, index / 1_000),
    )
    expect(Math.max(...pauses) - Math.min(...pauses)).toBeGreaterThan(50_000)
    expect(Math.min(...pauses)).toBeGreaterThan(0)
  })

  test('it hurries only when it is not connected', () => {
    const { link, open, dialled } = rig()
    link.hurry()
    open()
    link.hurry()
    expect(dialled.length).toBe(1)
  })
})

describe('frames from the server', () => {
  test.each([
    ['no JSON', '{'],
    ['no object', '"welcome"'],
    ['null', 'null'],
    ['a type of a later version', '{"type":"dance"}'],
    ['a name that every object has', '{"type":"constructor"}'],
    ['a field that is missing', '{"type":"welcome","screen":"s"}'],
    ['a field of the wrong type', '{"type":"time","sent":"0","serverTime":0}'],
  ])('%s is passed over', (_, text) => {
    expect(parseServerMessage(text)).toBeNull()
  })

  test('a whole message is read', () => {
    expect(parseServerMessage(JSON.stringify(welcome))).toEqual(welcome)
  })
})
