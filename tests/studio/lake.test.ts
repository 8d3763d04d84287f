import { expect, test, vi } from 'vitest'
import { clientFactory } from '../../studio/lake/client.ts'
import { allowedAddress, ruledFetch, type FetchRules } from '../../studio/lake/fetch.ts'
import { tokenIn } from '../../studio/lake/token.ts'
import { multiplexer, type Socket } from '../../studio/lake/multiplex.ts'

const origin = 'http://pufa.test:4321'
const rules: FetchRules = { origin, projectId: 'pufa', apiHost: null, streams: null }
const address = (url: string, changed: Partial<FetchRules> = {}) =>
  allowedAddress(new URL(url, origin), { ...rules, ...changed })?.href ?? null

test('the SDK asks a host with the project in its name; it is sent home', () => {
  expect(address('http://pufa.pufa.test:4321/v1/users/me?tag=x')).toBe(`${origin}/v1/users/me?tag=x`)
})

test('no call leaves the host', () => {
  expect(address('https://api.sanity.io/v1/users/me')).toBeNull()
  expect(address('http://pufa.test:4322/v1/users/me')).toBeNull()
  expect(address('https://pufa.test:4321/v1/users/me')).toBeNull()
  expect(address('/v1/users/me')).toBe(`${origin}/v1/users/me`)
})

test('with a hosted lake its host and its projects’ hosts are asked, and no other', () => {
  const hosted = { apiHost: 'https://api.example.cn' }
  expect(address('https://abc.api.example.cn/v1/ping', hosted)).toBe('https://abc.api.example.cn/v1/ping')
  expect(address('https://api.example.cn/v1/ping', hosted)).toBe('https://api.example.cn/v1/ping')
  expect(address('https://notapi.example.cn/', hosted)).toBeNull()
})

test('a refused call is answered at once and reaches no network', async () => {
  const real = vi.fn<typeof fetch>()
  const response = await ruledFetch(real, rules)('https://sanity-cdn.com/bridge.js')
  expect(response.ok).toBe(false)
  expect(real).not.toHaveBeenCalled()
})

test('only event streams take the other way, and only where there is one', async () => {
  const real = vi.fn<typeof fetch>().mockImplementation(async () => new Response('{}'))
  const streams = vi.fn().mockImplementation(async () => new Response(''))
  const asking = ruledFetch(real, { ...rules, streams })
  await asking(`${origin}/v1/data/listen/production?query=*`, { headers: { 'Last-Event-ID': '12-0' } })
  await asking(`${origin}/v1/data/query/production?query=*`)
  await ruledFetch(real, rules)(`${origin}/v1/data/listen/production?query=*`)
  expect(streams).toHaveBeenCalledTimes(1)
  expect(streams.mock.calls[0]?.[0]).toMatchObject({
    path: '/v1/data/listen/production?query=*',
    lastEventId: '12-0',
  })
  expect(real).toHaveBeenCalledTimes(2)
})

test('the client keeps to this origin without the project in the host name, unless the lake is hosted', () => {
  const made = (apiHost: string | null) =>
    clientFactory(
      { projectId: 'pufa', dataset: 'production', apiHost, isReviewed: true },
      origin,
    )({
      projectId: 'pufa',
      dataset: 'production',
      apiVersion: '2025-02-19',
    }).getUrl('/ping')
  expect(made(null)).toBe(`${origin}/v2025-02-19/ping`)
  expect(made('https://api.example.cn')).toBe('https://pufa.api.example.cn/v2025-02-19/ping')
  expect(made('http://127.0.0.1:4400')).toBe('http://127.0.0.1:4400/v2025-02-19/ping')
})

class FakeSocket extends EventTarget {
  readyState = 0
  sent: Record<string, unknown>[] = []
  send(text: string) {
    this.sent.push(JSON.parse(text) as Record<string, unknown>)
  }
  open() {
    this.readyState = 1
    this.dispatchEvent(new Event('open'))
  }
  receive(frame: object) {
    this.dispatchEvent(new MessageEvent('message', { data: JSON.stringify(frame) }))
  }
  lose() {
    this.readyState = 3
    this.dispatchEvent(new Event('close'))
  }
}

function lakeWithSockets() {
  const sockets: FakeSocket[] = []
  const opener = multiplexer(() => {
    const socket = new FakeSocket()
    sockets.push(socket)
    return socket as unknown as Socket
  })
  const want = (path: string, signal: AbortSignal | null = null) =>
    opener({ path, url: `${origin}${path}`, lastEventId: null, signal })
  return { sockets, want }
}

const settled = () => new Promise((resolve) => setTimeout(resolve))

test('two streams share one socket, and each reader gets its own text', async () => {
  const { sockets, want } = lakeWithSockets()
  const first = want('/v1/data/listen/production?a')
  const second = want('/v1/data/listen/production?b')
  sockets[0]?.open()
  await settled()
  expect(sockets).toHaveLength(1)
  expect(sockets[0]?.sent.map(({ op, n, url }) => [op, n, url])).toEqual([
    ['open', 1, '/v1/data/listen/production?a'],
    ['open', 2, '/v1/data/listen/production?b'],
  ])
  for (const n of [1, 2]) sockets[0]?.receive({ n, status: 200 })
  sockets[0]?.receive({ n: 2, text: 'event: welcome\n\n' })
  for (const n of [1, 2]) sockets[0]?.receive({ n, end: true })
  expect(await (await first).text()).toBe('')
  const response = await second
  expect(response.headers.get('content-type')).toBe('text/event-stream')
  expect(response.url).toBe(`${origin}/v1/data/listen/production?b`)
  expect(await response.text()).toBe('event: welcome\n\n')
})

test('a refused stream keeps the lake’s status and words', async () => {
  const { sockets, want } = lakeWithSockets()
  const asked = want('/v1/data/listen/production?a')
  sockets[0]?.open()
  await settled()
  sockets[0]?.receive({ n: 1, status: 401, body: { message: '尚未登录' } })
  const response = await asked
  expect(response.status).toBe(401)
  expect(await response.json()).toEqual({ message: '尚未登录' })
})

test('a lost socket breaks every stream, so that its reader comes back, and the next one opens a new socket', async () => {
  const { sockets, want } = lakeWithSockets()
  const open = want('/v1/data/listen/production?a')
  sockets[0]?.open()
  await settled()
  sockets[0]?.receive({ n: 1, status: 200 })
  const reading = (await open).text()
  const waiting = want('/v1/data/listen/production?b')
  await settled()
  sockets[0]?.lose()
  await expect(reading).rejects.toThrow(/lost/)
  await expect(waiting).rejects.toThrow(/lost/)
  const again = want('/v1/data/listen/production?a')
  expect(sockets).toHaveLength(2)
  sockets[1]?.open()
  await settled()
  sockets[1]?.receive({ n: 3, status: 200 })
  expect((await again).status).toBe(200)
})

test('a reader that leaves tells the lake, so that no stream stays open for nobody', async () => {
  const { sockets, want } = lakeWithSockets()
  const leaving = new AbortController()
  const open = want('/v1/data/listen/production?a', leaving.signal)
  sockets[0]?.open()
  await settled()
  sockets[0]?.receive({ n: 1, status: 200 })
  const reading = (await open).text()
  leaving.abort()
  await expect(reading).rejects.toThrow(/given up/)
  expect(sockets[0]?.sent.at(-1)).toEqual({ op: 'close', n: 1 })
})

test('where people sign in at a hosted service, our own interfaces are shown its token and no other host is', async () => {
  const seen: (string | null)[] = []
  const real = vi.fn(async (input: RequestInfo | URL, init?: RequestInit) => {
    seen.push(
      new Headers(init?.headers ?? (input instanceof Request ? input.headers : {})).get('authorization'),
    )
    return new Response()
  })
  const hosted = { ...rules, apiHost: 'https://api.sanity.io', bearer: () => 'sk-1' }
  const asking = ruledFetch(real, hosted)
  await asking(`${origin}/api/signage/screens`)
  await asking(new Request(`${origin}/api/review/me`))
  await asking(`${origin}/api/review/me`, { headers: { authorization: 'Bearer own' } })
  await asking(`${origin}/studio/static/x.js`)
  await asking('https://abc.api.sanity.io/v1/api/x')
  await ruledFetch(real, rules)(`${origin}/api/signage/screens`)
  expect(seen).toEqual(['Bearer sk-1', 'Bearer sk-1', 'Bearer own', null, null, null])
  expect(tokenIn('{"token":"sk-1"}')).toBe('sk-1')
  for (const kept of [null, '', '{', '{}', '{"token":7}', '{"token":"a b"}', 'null'])
    expect(tokenIn(kept)).toBeNull()
})
