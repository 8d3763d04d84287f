import { once } from 'node:events'
import { mkdtemp, mkdir, writeFile } from 'node:fs/promises'
import { createServer, get as httpGet, type IncomingMessage, type Server } from 'node:http'
import { connect, createServer as createHttp2Server } from 'node:http2'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Part } from '../../contracts/part.ts'
import { playerPart } from '../../signage-player/server.ts'
import { silentLog } from './rig/browser.ts'

let part: Part
let server: Server
let origin = ''

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'pufa-player-server-'))
  await mkdir(join(folder, 'assets'))
  const files = {
    'index.html': '<!doctype html>',
    'worker.js': '0',
    'assets/index-abc.js': 'main',
    'assets/index-abc.js.br': 'BR',
    'assets/index-abc.js.gz': 'GZ',
  }
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
  part = playerPart({ folder }, { log: silentLog })
  await part.start?.()
  server = createServer((request, response) => part.handle(request, response)).listen(0)
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => void server.close())

const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(origin + path, { headers, method, redirect: 'manual' })

/** Without undoing the encoding, as `fetch` would. */
async function raw(path: string, accepted: string): Promise<IncomingMessage> {
  const [response] = (await once(
    httpGet(origin + path, { headers: { 'accept-encoding': accepted } }),
    'response',
  )) as [IncomingMessage]
  response.resume()
  return response
}

describe('the player part', () => {
  test('it owns its folder and nothing beside it', () => {
    expect(['/player', '/player/', '/player/x'].map((path) => part.owns(path))).toEqual([
      'public',
      'public',
      'public',
    ])
    expect(['/', '/players', '/play'].map((path) => part.owns(path))).toEqual([null, null, null])
  })

  test('pages and the service worker are asked for every time, hashed files are kept', async () => {
    const caching = async (path: string) => (await get(path)).headers.get('cache-control')
    expect(await caching('/player/')).toBe('no-cache')
    expect(await caching('/player/worker.js')).toBe('no-cache')
    expect(await caching('/player/assets/index-abc.js')).toContain('immutable')
  })

  test.each([
    ['br, gzip', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['identity', undefined],
  ])('a browser that accepts "%s" gets %s', async (accepted, encoding) => {
    const response = await raw('/player/assets/index-abc.js', accepted)
    expect(response.headers['content-encoding']).toBe(encoding)
  })

  test('scripts come from this origin only, and only this origin may frame it', async () => {
    const policy = (await get('/player/')).headers.get('content-security-policy') ?? ''
    for (const rule of ["default-src 'none'", "script-src 'self'", "frame-ancestors 'self'"])
      expect(policy).toContain(rule)
    expect(policy).not.toContain('unsafe')
  })

  test('an unchanged file is not sent twice', async () => {
    const etag = (await get('/player/')).headers.get('etag') ?? ''
    expect((await get('/player/', { 'if-none-match': etag })).status).toBe(304)
  })

  test.each([
    ['/player', 308],
    ['/player/nothing.js', 404],
    ['/secret', 404],
    ['/player/%2e%2e/server.ts', 404],
    ['/player/assets/index-abc.js.br', 404],
  ])('%s is answered with %i', async (path, status) => {
    expect((await get(path)).status).toBe(status)
  })

  test('it can only be read', async () => {
    expect((await get('/player/', {}, 'POST')).status).toBe(405)
    const head = await get('/player/', {}, 'HEAD')
    expect([head.status, await head.text()]).toEqual([200, ''])
  })

  test('it answers over HTTP/2, where a status has no words and connections no headers', async () => {
    const http2 = createHttp2Server((request, response) =>
      part.handle(request as never, response as never),
    ).listen(0)
    const client = connect(`http://127.0.0.1:${(http2.address() as AddressInfo).port}`)
    const stream = client.request({ ':path': '/player/', 'accept-encoding': 'br' })
    const [headers] = (await once(stream, 'response')) as [Record<string, unknown>]
    stream.resume()
    await once(stream, 'end')
    expect(headers[':status']).toBe(200)
    expect(headers['content-security-policy']).toBeTruthy()
    client.close()
    http2.close()
  })

  test('without a build it says so, and what to do', async () => {
    const empty = playerPart({ folder: join(tmpdir(), 'pufa-player-nowhere') }, { log: silentLog })
    await expect(empty.start?.()).rejects.toMatchObject({ code: 'start.build-missing' })
  })
})
