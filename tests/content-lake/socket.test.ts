/** @file WebSockets: one that carries many listeners, and presence; hostile clients included. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { startLake, type LakeOnPort } from './lake-on-port.ts'

let at: LakeOnPort
beforeAll(async () => {
  at = await startLake()
})
afterAll(() => at.close())

const query = (groq: string) => new URLSearchParams({ query: groq }).toString()

/** One WebSocket with its frames. */
async function connect(
  path = '/socket/listen',
  headers: Record<string, string> = { authorization: `Bearer ${at.token}` },
) {
  const socket = new WebSocket(at.origin.replace('http', 'ws') + path, { headers })
  const frames: Record<string, unknown>[] = []
  const wakes: (() => void)[] = []
  socket.on('message', (data: Buffer) => {
    const text = data.toString()
    if (text.startsWith('{')) frames.push(JSON.parse(text) as Record<string, unknown>)
    for (const wake of wakes.splice(0)) wake()
  })
  const closed = new Promise<number>((resolve) => socket.on('close', resolve))
  await new Promise<void>((resolve, reject) => {
    socket.on('open', () => resolve())
    socket.on('error', reject)
  })
  return {
    socket,
    closed,
    send: (frame: unknown) => socket.send(JSON.stringify(frame)),
    async next(count: number) {
      while (frames.length < count) await new Promise<void>((wake) => wakes.push(wake))
      return frames.splice(0, count)
    },
  }
}
const listenUrl = (groq: string) => `/v2025-02-19/data/listen/production?${query(groq)}`

describe('many streams over one WebSocket', () => {
  test('each stream gets its own events, and closing one leaves the others', async () => {
    const { send, next, socket } = await connect()
    for (const n of [1, 2]) send({ op: 'open', n, url: listenUrl(`*[_type == "mux${n}"]`) })
    const opened = await next(4)
    expect(opened.filter(({ status }) => status === 200).map(({ n }) => n)).toEqual([1, 2])
    await at.client.create({ _type: 'mux1' })
    await at.client.create({ _type: 'mux2' })
    expect((await next(2)).map(({ n }) => n)).toEqual([1, 2])
    send({ op: 'close', n: 1 })
    expect(await next(1)).toEqual([{ n: 1, end: true }])
    await at.client.create({ _type: 'mux1' })
    await at.client.create({ _type: 'mux2' })
    expect(await next(1)).toMatchObject([{ n: 2, text: expect.stringContaining('event: mutation') }])
    socket.close()
  })

  test('a stream that cannot open is told its status and body, and the socket lives on', async () => {
    const { send, next, socket } = await connect()
    send({ op: 'open', n: 1, url: '/v1/data/nothing/production' })
    send({ op: 'open', n: 2, url: listenUrl('*') })
    const frames = await next(3)
    expect(frames[0]).toMatchObject({ n: 1, status: 404, body: { code: 'lake.unknown-endpoint' } })
    expect(frames[1]).toEqual({ n: 2, status: 200 })
    socket.close()
  })

  test('a hostile client is cut off and the others never notice', async () => {
    const good = await connect()
    good.send({ op: 'open', n: 1, url: listenUrl('*[_type == "calm"]') })
    await good.next(2)
    const hostile: [string, (socket: WebSocket) => void, number][] = [
      ['a frame too large', (socket) => socket.send('x'.repeat(300 * 1024)), 1009],
      ['broken JSON', (socket) => socket.send('{"op":'), 1008],
      ['a frame of another shape', (socket) => socket.send('[1]'), 1008],
      ['an address elsewhere', (socket) => socket.send('{"op":"open","n":1,"url":"//evil.example/"}'), 1008],
      ['binary', (socket) => socket.send(Buffer.from('{}')), 1008],
      [
        'a flood',
        (socket) => {
          for (let n = 0; n < 600; n++) socket.send(`{"op":"close","n":${n}}`)
        },
        1008,
      ],
    ]
    for (const [name, attack, code] of hostile) {
      const { socket, closed } = await connect()
      attack(socket)
      expect(await closed, name).toBe(code)
    }
    await at.client.create({ _type: 'calm' })
    expect(await good.next(1)).toMatchObject([{ n: 1 }])
    good.socket.close()
  })

  test('too many streams on one socket are refused one by one', async () => {
    const { send, next, socket } = await connect()
    for (let n = 0; n < 201; n++) send({ op: 'open', n, url: listenUrl('*[_id == "x"]') })
    const frames = await next(200 * 2 + 1)
    expect(frames.at(-1)).toMatchObject({ n: 200, status: 429 })
    socket.close()
  })

  test('nobody gets a socket without signing in, or from another site', async () => {
    await expect(connect('/socket/listen', {})).rejects.toThrow('401')
    const cookie = await at.signIn()
    await expect(connect('/socket/listen', { cookie, origin: 'https://evil.example' })).rejects.toThrow('403')
    const { socket } = await connect('/socket/listen', { cookie, origin: at.origin })
    socket.close()
    await expect(connect('/socket/else')).rejects.toThrow('404')
  })

  test('signing out closes what was open, so that nobody reads on', async () => {
    const cookie = await at.signIn()
    const { closed, send, next } = await connect('/socket/listen', { cookie, origin: at.origin })
    send({ op: 'open', n: 1, url: listenUrl('*') })
    await next(2)
    await at.fetch('/v1/auth/logout', {
      method: 'POST',
      anonymous: true,
      headers: { cookie, origin: at.origin },
    })
    at.lake.checkSignIns()
    expect(await closed).toBe(1008)
  })
})

describe('presence', () => {
  test('what one Studio announces reaches all that subscribe', async () => {
    const [one, two] = await Promise.all([
      connect('/v2022-06-30/socket/production'),
      connect('/v2022-06-30/socket/production'),
    ])
    two.send({ jsonrpc: '2.0', id: 1, method: 'presence_subscribe', params: {} })
    const [subscribed] = await two.next(1)
    expect(subscribed).toMatchObject({ id: 1, result: expect.any(String) })
    one.send({ jsonrpc: '2.0', id: 2, method: 'presence_announce', params: { data: { session: 's' } } })
    expect(await two.next(1)).toMatchObject([
      {
        method: 'presence_subscription',
        params: {
          subscription: subscribed?.['result'],
          result: { type: 'state', i: 'robot-test', m: { session: 's' } },
        },
      },
    ])
    expect(await one.next(1)).toMatchObject([{ id: 2, result: 'ok' }])
    one.socket.close()
    two.socket.close()
  })
})
