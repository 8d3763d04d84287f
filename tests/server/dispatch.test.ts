/** @file Each request goes to the part that owns its path, and the public door never leads inside. */
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Part } from '../../contracts/part.ts'
import { dispatchOf, type Door } from '../../server/dispatch.ts'
import { openPort } from '../../server/listen.ts'
import { plainPart, rawRequest, silent, statusOf, upgradeHeaders } from './parts.ts'

const lake = () =>
  plainPart('lake', (path) =>
    path.startsWith('/images/') ? 'public' : path.startsWith('/v1/') || path === '/login' ? 'internal' : null,
  )
const studio = () => plainPart('studio', (path) => (path.startsWith('/studio/') ? 'internal' : null))
const site = () => plainPart('site', () => 'public')

async function rig(parts: readonly Part[], door: Door = 'all') {
  const dispatch = dispatchOf(silent)
  dispatch.parts.push(...parts)
  const { port, close } = await openPort({ port: 0, host: '127.0.0.1', tls: null, door }, dispatch)
  onTestFinished(close)
  const ask = async (path: string) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`)
    return [answer.status, await answer.text()] as const
  }
  return { port, ask, dispatch }
}

describe('through the door for all', () => {
  test.each([
    ['/', 'site'],
    ['/v1/users/me', 'lake'],
    ['/images/a.webp', 'lake'],
    ['/studio/', 'studio'],
    ['/studio', 'site'],
    ['/v1/../studio/', 'studio'],
  ])('%s goes to the %s', async (path, name) => {
    const { ask } = await rig([lake(), studio(), site()])
    expect(await ask(path)).toEqual([200, name])
  })
})

describe('through the public door', () => {
  test.each([
    '/v1/users/me',
    '/login',
    '/studio/',
    '/studio/index.html?x=1',
    '/images/../v1/users/me',
    '/images/%2e%2e/v1/users/me',
    '//elsewhere/v1/users/me',
    'http://elsewhere/v1/users/me',
    '/\\v1/users/me',
    '/./login',
  ])('%s is the site’s, as if nothing were there', async (target) => {
    const [inner, desk] = [lake(), studio()]
    const { port } = await rig([inner, desk, site()], 'public')
    expect((await rawRequest(port, target)).endsWith('site')).toBe(true)
    expect([inner.asked, desk.asked]).toEqual([[], []])
  })

  test('what is public of a part that has both is reached', async () => {
    const { ask } = await rig([lake(), site()], 'public')
    expect(await ask('/images/a.webp')).toEqual([200, 'lake'])
  })

  test('an internal path is not reached while the site is still being opened either', async () => {
    const inner = lake()
    const { ask } = await rig([inner], 'public')
    expect((await ask('/v1/users/me'))[0]).toBe(503)
    expect(inner.asked).toEqual([])
  })

  test('no socket is taken for an internal path', async () => {
    const taken: string[] = []
    const inner = plainPart('lake', (path) => (path.startsWith('/v1/') ? 'internal' : null), {
      upgrade: (request, socket) => {
        taken.push(request.url ?? '')
        socket.end()
      },
    })
    const { port } = await rig([inner, site()], 'public')
    expect(statusOf(await rawRequest(port, '/v1/socket/production', upgradeHeaders))).toBe(404)
    expect(taken).toEqual([])
  })
})

describe('before the parts are there', () => {
  test('a visitor is told in words to wait, and a machine when to come back', async () => {
    const { port } = await rig([])
    const answer = await fetch(`http://127.0.0.1:${port}/`)
    expect([answer.status, answer.headers.get('retry-after'), answer.headers.get('cache-control')]).toEqual([
      503,
      '3',
      'no-store',
    ])
    const page = await answer.text()
    expect(page).toContain('正在启动')
    expect(page).toContain('12348')
  })

  test('a socket is refused, not left hanging', async () => {
    const { port } = await rig([])
    expect(statusOf(await rawRequest(port, '/screens/socket', upgradeHeaders))).toBe(404)
  })

  test('a part that arrives later serves at once', async () => {
    const { ask, dispatch } = await rig([])
    dispatch.parts.push(site())
    expect(await ask('/')).toEqual([200, 'site'])
  })
})

describe('an address that is none', () => {
  test.each(['//', 'http://[', '//user@:x/'])('%s is answered 400 in words', async (target) => {
    const { port } = await rig([site()])
    const answer = await rawRequest(port, target)
    expect(statusOf(answer)).toBe(400)
    expect(answer).toContain('网址写得不对')
  })

  test('that asks for a socket is refused', async () => {
    const { port } = await rig([site()])
    expect(statusOf(await rawRequest(port, '//', upgradeHeaders))).toBe(404)
  })
})

test('a socket goes to the part that owns it, and a part without sockets refuses', async () => {
  const player = plainPart('scheduler', (path) => (path === '/screens/socket' ? 'public' : null), {
    upgrade: (_request, socket) => socket.end('HTTP/1.1 418 taken\r\n\r\n'),
  })
  const { port } = await rig([player, site()], 'public')
  expect(statusOf(await rawRequest(port, '/screens/socket', upgradeHeaders))).toBe(418)
  expect(statusOf(await rawRequest(port, '/', upgradeHeaders))).toBe(404)
})

test('a header without end is refused, and the next request is served', async () => {
  const { port, ask } = await rig([site()])
  expect(statusOf(await rawRequest(port, '/', [`X-Long: ${'x'.repeat(33 * 1024)}`]))).toBe(431)
  expect((await ask('/'))[0]).toBe(200)
})
