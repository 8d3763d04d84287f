import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer as createHttp2Server, connect, type Http2Server } from 'node:http2'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Log } from '../../contracts/part.ts'
import { packFolder } from '../../studio/build/pack.ts'
import { readGenerated, studioPage, withoutForeignFonts } from '../../studio/build/page.ts'
import { studioPart } from '../../studio/main.ts'
import { choose, isFresh, packingFor } from '../../studio/serve/choose.ts'
import { contentSecurityPolicy } from '../../studio/serve/policy.ts'

const silent: Log = { info: () => {}, warn: () => {}, error: () => {} }
const script = `console.log(${JSON.stringify('普'.repeat(2000))})\n`
const env = { projectId: 'pufa', dataset: 'production', apiHost: null, isReviewed: true }
let folder = ''
let server: Server
let http2: Http2Server
let origin = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'studio-'))
  await mkdir(join(folder, 'static'))
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>普法编辑台</title>')
  await writeFile(join(folder, 'static', 'main-AbCd1234.js'), script)
  await packFolder(folder)
  await writeFile(join(folder, 'secret.txt'), 'not listed')
  const part = studioPart({ folder, env, connectHosts: [], signInPath: null }, { log: silent })
  await part.start?.()
  server = createServer((request, response) => part.handle(request, response))
  http2 = createHttp2Server((request, response) =>
    part.handle(request as unknown as IncomingMessage, response as unknown as ServerResponse),
  )
  for (const each of [server, http2]) await new Promise<void>((done) => each.listen(0, '127.0.0.1', done))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(async () => {
  server.close()
  http2.close()
  await rm(folder, { recursive: true })
})

test('a built script comes packed, with a tag, and is kept for ever, as its name changes with it', async () => {
  const response = await fetch(`${origin}/studio/static/main-AbCd1234.js`, {
    headers: { 'accept-encoding': 'br' },
  })
  expect(response.headers.get('content-encoding')).toBe('br')
  expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect(response.headers.get('content-type')).toMatch(/^text\/javascript/)
  expect(await response.text()).toBe(script)
  const again = await fetch(`${origin}/studio/static/main-AbCd1234.js`, {
    headers: { 'if-none-match': response.headers.get('etag') ?? '' },
  })
  expect(again.status).toBe(304)
})

test('every address of the Studio’s own router gets the one page, which is asked for anew each time', async () => {
  for (const path of ['/studio/', '/studio/structure/slogans;abc', '/studio/intent/edit/id=a.b']) {
    const response = await fetch(origin + path)
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('no-cache')
    expect(await response.text()).toContain('普法编辑台')
  }
})

test('the policy allows no inline script and no foreign host', async () => {
  const policy = (await fetch(`${origin}/studio/`)).headers.get('content-security-policy') ?? ''
  expect(policy).toContain("script-src 'self';")
  expect(policy).toContain("frame-ancestors 'none'")
  expect(
    policy.replaceAll(origin.replace('http', 'ws'), '').replaceAll(origin.replace('http', 'wss'), ''),
  ).not.toMatch(/https?:|\*/)
})

test('what is not listed is not served, however it is spelled', async () => {
  for (const path of ['/studio/secret.txt', '/studio/files.json', '/studio/static/gone-12345678.js'])
    expect((await fetch(origin + path)).status).toBe(404)
  const up = [
    '/studio/../secret.txt',
    '/studio/%2e%2e/secret.txt',
    '/studio/static/..%2f..%2fsecret.txt',
    '/studio/static/%00',
  ]
  for (const path of up) expect(await rawGet(path)).not.toContain('not listed')
})

test('`/studio` leads to `/studio/` and keeps its query', async () => {
  const response = await fetch(`${origin}/studio?a=1`, { redirect: 'manual' })
  expect(response.status).toBe(308)
  expect(response.headers.get('location')).toBe('/studio/?a=1')
})

test('the settings are told at run time, are never kept, and cannot break out of a script', async () => {
  const response = await fetch(`${origin}/studio/env.js`)
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(await response.text()).toBe(
    'window.PUFA = {"projectId":"pufa","dataset":"production","apiHost":null,"isReviewed":true}\n',
  )
})

test('nothing can be written here', async () => {
  const response = await fetch(`${origin}/studio/`, { method: 'POST', body: 'x' })
  expect(response.status).toBe(405)
  expect(response.headers.get('allow')).toBe('GET, HEAD')
})

test('HTTP/2 gets the same answers', async () => {
  const client = connect(`http://127.0.0.1:${(http2.address() as AddressInfo).port}`)
  const stream = client.request({ ':path': '/studio/static/main-AbCd1234.js', 'accept-encoding': 'gzip, br' })
  const headers = await new Promise<Record<string, unknown>>((done) => stream.once('response', done))
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  client.close()
  expect(headers[':status']).toBe(200)
  expect(String(headers['content-security-policy'])).toMatch(
    /connect-src 'self' ws:\/\/127\.0\.0\.1:\d+ wss:/,
  )
  expect(brotliDecompressSync(Buffer.concat(chunks)).toString()).toBe(script)
})

test('without a finished build the program does not start', async () => {
  const empty = await mkdtemp(join(tmpdir(), 'studio-'))
  await writeFile(join(empty, 'index.html'), 'half a build')
  const part = studioPart({ folder: empty, env, connectHosts: [], signInPath: null }, { log: silent })
  await expect(part.start?.()).rejects.toMatchObject({ code: 'start.build-missing' })
  await rm(empty, { recursive: true })
})

async function rawGet(path: string): Promise<string> {
  const { port } = server.address() as AddressInfo
  const { connect: open } = await import('node:net')
  const socket = open(port, '127.0.0.1')
  socket.write(`GET ${path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n`)
  let text = ''
  for await (const chunk of socket) text += String(chunk)
  return text
}

test.each([
  ['br, gzip', 'br'],
  ['gzip;q=0.5', 'gzip'],
  ['br;q=0, gzip', 'gzip'],
  ['br;q=0.0', null],
  ['*', 'br'],
  ['identity', null],
  [undefined, null],
])('accept-encoding %s is answered with %s', (accepted, packing) => {
  expect(packingFor(accepted, { type: '', tag: '', bytes: 9, br: 1, gzip: 2, immutable: true })).toBe(packing)
})

test('a tag fits weakly, in a list, and by a star', () => {
  expect(isFresh('"a", W/"b"', 'b')).toBe(true)
  expect(isFresh('*', 'b')).toBe(true)
  expect(isFresh('"c"', 'b')).toBe(false)
})

test('a name that every object has is no file', () => {
  expect(choose('/studio/constructor', '', {})).toEqual({ kind: 'page' })
})

test('a hosted lake’s origin is allowed for data, its socket and pictures, and a forged host header is left out', () => {
  const policy = contentSecurityPolicy({
    host: "x'; script-src *",
    connectHosts: ['https://abc.api.example.cn/v1', 'no url'],
  })
  expect(policy).toContain("connect-src 'self' wss://abc.api.example.cn https://abc.api.example.cn;")
  expect(policy).toContain("img-src 'self' data: blob: https://abc.api.example.cn;")
  expect(policy).not.toContain('*')
})

const generated = `<html lang="en"><head><title>Sanity Studio</title><script>inline()</script>
<link href="/studio/static/a-1.css" rel="stylesheet"/><link href="/studio/static/b-2.css" rel="stylesheet"/>
<style>@font-face { src: url("https://studio-static.sanity.io/Inter.woff2") }</style>
<script src="https://core.sanity-cdn.com/bridge.js" async type="module" data-sanity-core></script></head>
<body><div id="sanity"></div><script src="/studio/static/sanity-3.js" type="module"></script></body></html>`

test('the page keeps the build’s styles and script and nothing that comes from elsewhere', () => {
  const page = studioPage(readGenerated(generated))
  expect(page).toContain('<html lang="zh-CN">')
  for (const path of ['/studio/static/a-1.css', '/studio/static/b-2.css', '/studio/static/sanity-3.js'])
    expect(page).toContain(path)
  expect(page).not.toMatch(/https?:\/\/|<script>|Sanity Studio/)
  for (const early of ['/studio/env.js', '/studio/early.js'])
    expect(page.indexOf(early)).toBeLessThan(page.indexOf('/studio/static/sanity-3.js'))
  expect(() => readGenerated('<html></html>')).toThrow(/another form/)
})

test('fonts from elsewhere are taken out of a style sheet, and our own stay', () => {
  const own = '@font-face{font-family:A;src:url(/studio/static/a.woff2)}'
  const foreign =
    '@font-face{font-family:B;src:url("https://design-system-static.sanity.io/b.woff2") format("woff2")}'
  expect(withoutForeignFonts(`${own}${foreign}p{color:red}`)).toBe(`${own}p{color:red}`)
})

test('who carries no session is sent to sign in and back, so that no page fails first', async () => {
  const part = studioPart({ folder, env, connectHosts: [], signInPath: '/login' }, { log: silent })
  await part.start?.()
  const server = createServer((request, response) => part.handle(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const ask = (cookie: string) =>
    fetch(`${base}/studio/structure?a=1`, { redirect: 'manual', headers: { cookie } })
  const stranger = await ask('other=1')
  expect([stranger.status, stranger.headers.get('location')]).toEqual([
    302,
    '/login?origin=%2Fstudio%2Fstructure%3Fa%3D1',
  ])
  expect((await ask('pufa_session=x')).status).toBe(200)
  server.close()
})
