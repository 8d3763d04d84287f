/** @file With `PUFA_INTERNAL_PORT` the editing side is off the public port; the real program. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { adminPassword, freePort, startProgram, type Program } from '../support/program.ts'
import { rawRequest, statusOf, upgradeHeaders } from './parts.ts'

const metricsToken = 'a-token-of-the-watching-machine'
let program: Program
let inside: string
let insidePort: number

beforeAll(async () => {
  insidePort = await freePort()
  inside = `http://localhost:${insidePort}`
  program = await startProgram({
    env: { PUFA_DEMO: '0', PUFA_INTERNAL_PORT: String(insidePort), PUFA_METRICS_TOKEN: metricsToken },
  })
})
afterAll(async () => {
  await program.stop()
  program.removeData()
})

const ask = (url: string, init: RequestInit = {}) => fetch(url, { redirect: 'manual', ...init })

const internalPaths = [
  '/studio/',
  '/studio/env.js',
  '/login',
  '/account',
  '/accounts',
  '/accounts/link/x',
  '/v1/users/me',
  '/v2025-02-19/data/query/production?query=*',
  '/vX/data/export/production',
  '/metrics',
  '/api/signage/screens',
]

describe('the public port', () => {
  test.each(internalPaths)('%s is the site’s 404, as if nothing were there', async (path) => {
    const answer = await ask(program.origin + path, { redirect: 'follow' })
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      404,
      expect.stringContaining('text/html'),
    ])
    expect(await answer.text()).not.toContain('sanity')
  })

  test('takes no sign-in, though it has the right password', async () => {
    const answer = await ask(`${program.origin}/login`, {
      method: 'POST',
      headers: { origin: program.origin, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ user: 'admin', password: adminPassword }).toString(),
    })
    expect(answer.headers.get('set-cookie')).toBeNull()
    expect(answer.status).toBeGreaterThanOrEqual(400)
  })

  test('takes no socket of the lake, and takes the players’', async () => {
    for (const path of ['/socket/listen', '/v1/socket/production'])
      expect([path, statusOf(await rawRequest(program.port, path, upgradeHeaders))]).toEqual([path, 404])
    const players = new WebSocket(`ws://localhost:${program.port}/screens/socket`)
    await new Promise((resolve, reject) => {
      players.onopen = resolve
      players.onerror = reject
    })
    players.close()
  })

  test.each([
    ['/', 200],
    ['/player/', 200],
    ['/healthz', 200],
    ['/api/signage/resolve?screen=none', 404],
  ])('%s is served', async (path, status) => {
    expect((await ask(program.origin + path)).status).toBe(status)
  })
})

describe('the internal port', () => {
  test.each([
    // Who is not signed in is sent to the sign-in page first.
    ['/studio/', 302],
    ['/studio/env.js', 200],
    ['/login', 200],
    ['/accounts', 303],
    ['/accounts/link/x', 410],
    ['/v1/users/me', 401],
    ['/vX/data/export/production', 401],
    ['/metrics', 401],
    ['/api/signage/screens', 401],
    ['/', 200],
  ])('%s answers %i', async (path, status) => {
    expect((await ask(inside + path)).status).toBe(status)
  })

  test('signs in, and its cookie opens nothing on the public port', async () => {
    const signIn = await ask(`${inside}/login`, {
      method: 'POST',
      headers: { origin: inside, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ user: 'admin', password: adminPassword }).toString(),
    })
    const cookie = signIn.headers.get('set-cookie')?.split(';')[0] ?? ''
    expect(cookie).toMatch(/^pufa_session=/)
    expect((await ask(`${inside}/v1/users/me`, { headers: { cookie } })).status).toBe(200)
    expect((await ask(`${inside}/metrics`, { headers: { cookie } })).status).toBe(200)
    expect((await ask(`${inside}/api/signage/screens`, { headers: { cookie } })).status).toBe(200)
    for (const path of ['/v1/users/me', '/metrics', '/api/signage/screens'])
      expect([path, (await ask(program.origin + path, { headers: { cookie } })).status]).toEqual([path, 404])
  })

  test('/metrics is read with the configured token, and shows every part at work', async () => {
    const answer = await ask(`${inside}/metrics`, { headers: { authorization: `Bearer ${metricsToken}` } })
    const text = await answer.text()
    expect(answer.status).toBe(200)
    for (const name of [
      'lake_documents',
      'pufa_players_connected',
      'pufa_manifests_held',
      'process_resident_memory_bytes',
    ])
      expect(text).toMatch(new RegExp(`^${name} \\d+`, 'm'))
  })
})
