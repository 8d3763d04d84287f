/** @file Bad clients and heavy ones: nobody who reads slowly, sends slowly or asks for too much harms the others. */
import { createServer, type IncomingMessage } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { readBody } from '../../content-lake/http/read.ts'
import { dispatchOf } from '../../server/dispatch.ts'
import { openPort } from '../../server/listen.ts'
import { rawRequest, silent, statusOf } from '../server/parts.ts'
import { long } from '../support/long.ts'
import { eventsOf } from './client-calls.ts'
import { listenersLoop } from './listeners-loop.ts'
import { startLake, type LakeOnPort } from './lake-on-port.ts'

let at: LakeOnPort
beforeAll(async () => {
  at = await startLake()
})
afterAll(() => at.close())

const figure = (name: string) => at.lake.metrics()[name] ?? NaN

describe('heavy documents', () => {
  test('one of ten megabytes is stored, read, queried, heard and remembered', async () => {
    const text = 'x'.repeat(10_000_000)
    const listening = at.client.listen('*[_id == "heavy"]', {}, { events: ['welcome', 'mutation'] })
    const heard = eventsOf(listening, 2, () => at.client.create({ _id: 'heavy', _type: 'x', text }))
    expect(((await heard)[1]?.['result'] as { text: string }).text).toHaveLength(10_000_000)
    const stored = await at.client.patch('heavy').set({ n: 1 }).commit()
    expect(stored['text']).toHaveLength(10_000_000)
    expect(await at.client.fetch('length(*[_id == "heavy"][0].text)')).toBe(10_000_000)
    const past = await at.fetch(`/v1/data/history/production/documents/heavy?revision=${stored._rev}`)
    expect((await past.text()).length).toBeGreaterThan(10_000_000)
    await at.client.delete('heavy')
  })

  test('references in a circle are followed as far as they are asked for, and go only together', async () => {
    const ring = ['r0', 'r1', 'r2']
    const next = (n: number) => ({ to: { _type: 'reference', _ref: ring[(n + 1) % 3] } })
    await at.client.mutate(ring.map((_id, n) => ({ create: { _id, _type: 'ring', ...next(n) } })))
    expect(await at.client.fetch(`*[_id == "r0"][0]${'.to->'.repeat(300)}._id`)).toBe('r0')
    await expect(at.client.delete('r0')).rejects.toMatchObject({ statusCode: 409 })
    await at.client.mutate(ring.map((id) => ({ delete: { id } })))
    expect(await at.client.fetch('count(*[_type == "ring"])')).toBe(0)
  })
})

describe('many and slow readers', () => {
  test('each of many listeners hears every commit once and in order', async () => {
    const report = await listenersLoop(long ? 2_000 : 300, 10)
    expect(report).toMatchObject({ listeners: long ? 2_000 : 300, wrong: 0 })
  })

  test('who does not read is cut off and forgotten, and the others hear all', async () => {
    const slow = await silentListener('*[_type == "flood"]')
    const commits = 30
    const text = 'x'.repeat(2_000_000)
    const cutOff = figure('lake_streams_cut_off_total')
    const healthy = at.client.listen('*[_type == "flood"]', {}, { events: ['welcome', 'mutation'] })
    const heard = await eventsOf(healthy, commits + 1, async () => {
      for (let n = 0; n < commits; n++)
        await at.client.createOrReplace({ _id: 'flood', _type: 'flood', n, text })
    })
    expect(heard.slice(1).map(({ result }) => (result as { n: number }).n)).toEqual([
      ...Array(commits).keys(),
    ])
    expect(figure('lake_streams_cut_off_total') - cutOff).toBe(1)
    await expect.poll(() => figure('lake_streams_unsent_bytes')).toBe(0)
    slow.destroy()
  })
})

/** Begins to listen, and never reads what comes. */
async function silentListener(query: string): Promise<Socket> {
  const before = figure('lake_streams')
  const socket = connect(Number(new URL(at.origin).port), '127.0.0.1')
  socket.pause()
  const address = `/v1/data/listen/production?includeResult=true&query=${encodeURIComponent(query)}`
  socket.write(`GET ${address} HTTP/1.1\r\nhost: pufa.test\r\nauthorization: Bearer ${at.token}\r\n\r\n`)
  await expect.poll(() => figure('lake_streams')).toBe(before + 1)
  return socket
}

describe('slow senders', () => {
  /** A server that reads bodies with little patience. @returns what came of one body */
  async function reader(patience: { silenceMs: number; wholeMs: number }) {
    const outcomes: string[] = []
    const server = createServer((request: IncomingMessage, response) => {
      readBody(request, 1_000, patience)
        .then((body) => body.toString())
        .catch((error: { code: string }) => error.code)
        .then((outcome) => {
          outcomes.push(outcome)
          response.end()
        })
        .catch((error: unknown) => outcomes.push(String(error)))
    })
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
    onTestFinished(() => void server.close(() => {}).closeAllConnections())
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
    onTestFinished(() => void socket.destroy())
    socket.write('POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 100\r\n\r\n')
    return { outcomes, socket }
  }

  test('a body that falls silent is given up, because it would hold its place for ever', async () => {
    const { outcomes, socket } = await reader({ silenceMs: 50, wholeMs: 60_000 })
    socket.write('abc')
    await expect.poll(() => outcomes).toEqual(['lake.request-too-slow'])
  })

  test('a body that drips without end is given up too', async () => {
    const { outcomes, socket } = await reader({ silenceMs: 60_000, wholeMs: 50 })
    const drip = setInterval(() => socket.write('a'), 20)
    await expect.poll(() => outcomes).toEqual(['lake.request-too-slow'])
    clearInterval(drip)
  })

  test('a body that comes in pieces within the time is read whole', async () => {
    const { outcomes, socket } = await reader({ silenceMs: 60_000, wholeMs: 60_000 })
    socket.write('a'.repeat(50))
    setTimeout(() => socket.write('b'.repeat(50)), 50)
    await expect.poll(() => outcomes).toEqual(['a'.repeat(50) + 'b'.repeat(50)])
  })
})

test('a body that is too large costs its sender the answer, not the connection: the next request goes over it', async () => {
  const socket = connect(Number(new URL(at.origin).port), '127.0.0.1')
  onTestFinished(() => void socket.destroy())
  let answers = ''
  socket.on('data', (piece: Buffer) => (answers += piece.toString()))
  const body = JSON.stringify({ query: '1', params: { a: 'x'.repeat(6_000_000) } })
  const post = `POST /v1/data/query/production HTTP/1.1\r\nhost: a\r\ncontent-length: ${body.length}\r\n\r\n`
  socket.write(post + body)
  socket.write('GET /v1/ping HTTP/1.1\r\nhost: a\r\n\r\n')
  await expect
    .poll(() => [...answers.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status))
    .toEqual(['413', '200'])
})

describe('floods, at the port as the program opens it', () => {
  async function open() {
    const dispatch = dispatchOf(silent)
    dispatch.parts.push(at.lake)
    const opened = await openPort({ port: 0, host: '127.0.0.1', tls: null, door: 'all' }, dispatch)
    onTestFinished(opened.close)
    return opened.port
  }

  test.each([
    ['one header of forty kilobytes', [`x-flood: ${'x'.repeat(40_000)}`], 431],
    ['four thousand headers', Array.from({ length: 4_000 }, (_, n) => `x-${n}: ${n}`), 431],
    ['a header without a name', [': x'], 400],
    ['two lengths', ['content-length: 1', 'content-length: 2'], 400],
    ['an unknown encoding of the body', ['transfer-encoding: gzip, chunked, x'], 400],
  ])('%s is refused at the door, and the next request is answered', async (_what, headers, status) => {
    const port = await open()
    expect(statusOf(await rawRequest(port, '/v1/ping', headers))).toBe(status)
    expect(statusOf(await rawRequest(port, '/v1/ping'))).toBe(200)
  })

  test('hundreds of half-open connections do not keep others from being answered', async () => {
    const port = await open()
    const half = Array.from({ length: 300 }, () => connect(port, '127.0.0.1').on('error', () => {}))
    for (const socket of half)
      socket.write('POST /v1/data/mutate/production HTTP/1.1\r\nhost: a\r\ncontent-le')
    expect(statusOf(await rawRequest(port, '/v1/ping'))).toBe(200)
    for (const socket of half) socket.destroy()
  })
})
