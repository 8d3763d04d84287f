/** @file The page server: sharing, staleness, trouble; with a renderer that the test holds in its hand. */
import { createServer, type Server } from 'node:http'
import { connect, createServer as createServer2, type Http2Server } from 'node:http2'
import type { AddressInfo } from 'node:net'
import { brotliDecompressSync } from 'node:zlib'
import { afterEach, expect, test } from 'vitest'
import { traces } from '../../site/content/trace.ts'
import { createLedger, type Ledger } from '../../site/serve/ledger.ts'
import { createPageServer } from '../../site/serve/page-server.ts'
import type { Rendered } from '../../site/serve/render.ts'
import { securityHeaders } from '../../site/serve/security-headers.ts'

interface Rig {
  ledger: Ledger
  clock: { now: () => number; at: number }
  /** Targets in the order in which they were rendered. */
  rendered: string[]
  /** What the next renderings do; the last one stays. */
  behave(how: (target: string, locals: App.Locals) => Promise<Rendered | null>): void
  get(path: string, headers?: Record<string, string>): Promise<Response>
  server: Server
  handler: Parameters<typeof createServer>[1]
}

const servers: (Server | Http2Server)[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

const html = (text: string, status = 200): Rendered => ({
  status,
  headers: { 'content-type': 'text/html' },
  body: Buffer.from(text),
})

async function rig(cacheBytesMax = 1e6): Promise<Rig> {
  const ledger = createLedger()
  ledger.trust(true)
  const clock = { at: Date.parse('2026-11-22T10:00:00+08:00'), now: () => clock.at }
  const rendered: string[] = []
  let how: Parameters<Rig['behave']>[0] = async (target) => html(`page ${target}`)
  const pages = createPageServer(
    {
      zone: 'Asia/Shanghai',
      headers: securityHeaders(''),
      cacheBytesMax,
      locals: {} as App.Locals,
      past: { learn: () => undefined, find: () => null, titleOf: () => null },
    },
    {
      render: (target, locals) => {
        rendered.push(target)
        traces.getStore()?.types.add('slogan')
        return how(target, locals as App.Locals)
      },
      ledger,
      clock,
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    },
  )
  const handler: Rig['handler'] = (request, response) => void pages.answer(request, response)
  const server = createServer(handler)
  servers.push(server)
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    ledger,
    clock,
    rendered,
    server,
    handler,
    behave: (next) => {
      how = next
    },
    get: (path, headers = {}) => fetch(base + path, { headers, redirect: 'manual' }),
  }
}

function gate() {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { opened, open }
}

test('a second reader gets the stored page', async () => {
  const { get, rendered } = await rig()
  expect(await (await get('/a')).text()).toBe('page /a')
  expect(await (await get('/a')).text()).toBe('page /a')
  expect(rendered).toEqual(['/a'])
})

test('readers who come at once share one rendering', async () => {
  const { get, rendered } = await rig()
  await Promise.all(Array.from({ length: 10 }, () => get('/a')))
  expect(rendered).toEqual(['/a'])
})

test('a reader who comes after a change never gets a rendering that began before it', async () => {
  const { get, behave, ledger, rendered } = await rig()
  const { opened, open } = gate()
  let version = 1
  behave(async () => {
    const read = version
    if (rendered.length === 1) await opened
    return html(`version ${read}`)
  })
  const early = get('/a')
  while (rendered.length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
  version = 2
  ledger.note('slogan')
  expect(await (await get('/a')).text()).toBe('version 2')
  open()
  expect(await (await early).text()).toBe('version 1')
  expect(await (await get('/a')).text()).toBe('version 2')
})

test('large text is a page of its own', async () => {
  const { get, behave } = await rig()
  behave(async (_target, locals) => html(locals.largeText ? 'large' : 'normal'))
  expect(await (await get('/a')).text()).toBe('normal')
  expect(await (await get('/a', { cookie: 'large-text=on' })).text()).toBe('large')
  expect(await (await get('/a')).text()).toBe('normal')
})

test('at midnight of the bureau every page is made again, since pages say what day it is', async () => {
  const { get, behave, clock } = await rig()
  behave(async (_target, locals) => html(locals.today))
  clock.at = Date.parse('2026-11-22T23:59:59+08:00')
  expect(await (await get('/a')).text()).toBe('2026-11-22')
  clock.at += 1000
  expect(await (await get('/a')).text()).toBe('2026-11-23')
})

test('a page that holds until an instant is made again at it', async () => {
  const { get, behave, clock, rendered } = await rig()
  const until = clock.at + 5000
  behave(async () => {
    const trace = traces.getStore()
    if (trace) trace.holdsUntil = Math.min(trace.holdsUntil, until)
    return html('x')
  })
  await get('/a')
  clock.at = until - 1
  await get('/a')
  expect(rendered).toHaveLength(1)
  clock.at = until
  await get('/a')
  expect(rendered).toHaveLength(2)
})

test('when the lake does not answer, the last page is served, however old', async () => {
  const { get, behave, ledger } = await rig()
  await get('/a')
  ledger.trust(false)
  behave(async (target) => {
    const trace = traces.getStore()
    if (trace) trace.unreachable = true
    return html(`trouble ${target}`, target === '/503' ? 503 : 500)
  })
  const stale = await get('/a')
  expect([stale.status, await stale.text()]).toEqual([200, 'page /a'])
  const drawn = await get('/b')
  expect([drawn.status, await drawn.text()]).toEqual([503, 'trouble /503'])
})

test('an endpoint in trouble answers JSON with a remedy', async () => {
  const { get, behave } = await rig()
  behave(async () => {
    const trace = traces.getStore()
    if (trace) trace.unreachable = true
    return html('', 500)
  })
  const answer = await get('/api/search?q=x')
  expect(answer.status).toBe(503)
  expect(((await answer.json()) as { error: { code: string } }).error.code).toBe('site.content-unreachable')
})

test('a page that fails is drawn as a failure, and is not kept', async () => {
  const { get, behave, rendered } = await rig()
  behave(async (target) => (target === '/500' ? html('sorry', 500) : Promise.reject(new Error('broken'))))
  expect((await get('/a')).status).toBe(500)
  behave(async () => html('mended'))
  expect(await (await get('/a')).text()).toBe('mended')
  expect(rendered).toEqual(['/a', '/500', '/a'])
})

test('addresses and searches that readers make up never push out real pages', async () => {
  const { get, behave, rendered } = await rig(200_000)
  await get('/real')
  behave(async (target) => html('x'.repeat(2000), target.startsWith('/search') ? 200 : 404))
  for (let number = 0; number < 60; number += 1) {
    await get(`/nowhere-${number}`)
    await get(`/search?q=${number}`)
  }
  rendered.length = 0
  await get('/real')
  expect(rendered).toEqual([])
})

test('the pages for trouble have no address of their own', async () => {
  const { get, rendered } = await rig()
  await get('/503')
  await get('/500')
  expect(rendered).toEqual(['/404'])
})

test('a trailing slash leads to the address without it', async () => {
  const { get } = await rig()
  const answer = await get('/questions/?topic=wages')
  expect([answer.status, answer.headers.get('location')]).toEqual([301, '/questions?topic=wages'])
  expect((await get('//evil.example/')).headers.get('location')).toBe('/evil.example')
})

test('an unchanged page is a 304, and a changed one is not', async () => {
  const { get, behave, ledger } = await rig()
  const etag = (await get('/a')).headers.get('etag') ?? ''
  expect(etag).toMatch(/^"[\w-]+"$/)
  expect((await get('/a', { 'if-none-match': etag })).status).toBe(304)
  ledger.note('slogan')
  expect((await get('/a', { 'if-none-match': etag })).status).toBe(304)
  behave(async () => html('other'))
  ledger.note('slogan')
  expect((await get('/a', { 'if-none-match': etag })).status).toBe(200)
})

test('each encoding has a body and an entity tag of its own', async () => {
  const { server, get, behave } = await rig()
  behave(async () => html('字'.repeat(2000)))
  const plain = await get('/a', { 'accept-encoding': 'identity' })
  const { port } = server.address() as AddressInfo
  const squeezed = await fetch(`http://127.0.0.1:${port}/a`, { headers: { 'accept-encoding': 'br' } })
  expect(squeezed.headers.get('content-encoding')).toBe('br')
  expect(squeezed.headers.get('etag')).not.toBe(plain.headers.get('etag'))
  expect(await squeezed.text()).toBe(await plain.text())
  const refused = await get('/a', { 'accept-encoding': 'br;q=0, gzip;q=0' })
  expect(refused.headers.get('content-encoding')).toBeNull()
})

test('every page carries its type and a policy that allows no foreign or inline script and no frame', async () => {
  const { get } = await rig()
  const { headers } = await get('/a')
  expect(headers.get('content-type')).toBe('text/html; charset=utf-8')
  const policy = headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).toContain("script-src 'self';")
  expect(policy).not.toMatch(/unsafe|https?:|\*/)
  expect(headers.get('cache-control')).toBe('no-cache')
})

test('over HTTP/2 the same status, headers and body arrive', async () => {
  const { handler, behave } = await rig()
  behave(async () => html('字'.repeat(2000)))
  const server = createServer2(handler as never)
  servers.push(server)
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const session = connect(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  const stream = session.request({ ':path': '/a', 'accept-encoding': 'br' })
  const headers = await new Promise<Record<string, unknown>>((resolve) => stream.once('response', resolve))
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  session.close()
  expect(headers[':status']).toBe(200)
  expect(headers['content-type']).toBe('text/html; charset=utf-8')
  expect(headers['content-security-policy']).toContain("default-src 'none'")
  expect(brotliDecompressSync(Buffer.concat(chunks)).toString()).toBe('字'.repeat(2000))
})

test('where the lake hangs, a reader gets the older page after two seconds instead of waiting', async () => {
  const { get, behave, ledger } = await rig()
  await get('/a')
  ledger.note('slogan')
  behave(() => new Promise(() => undefined))
  const began = performance.now()
  expect(await (await get('/a')).text()).toBe('page /a')
  expect(performance.now() - began).toBeLessThan(4_000)
})

test('a page that was withdrawn does not come back while the lake does not answer', async () => {
  const { get, behave, ledger } = await rig()
  await get('/a')
  ledger.note('slogan')
  behave(async () => html('gone', 404))
  expect((await get('/a')).status).toBe(404)
  ledger.note('slogan')
  behave(async (target) => {
    const trace = traces.getStore()
    if (trace) trace.unreachable = true
    return html(`trouble ${target}`, 503)
  })
  expect(await (await get('/a')).text()).toBe('gone')
})
