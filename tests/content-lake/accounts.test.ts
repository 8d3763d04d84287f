/** @file Signing in and staying in. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openLake } from '../../content-lake/main.ts'
import {
  MovableClock,
  newFolder,
  PASSWORD,
  recordingLog,
  settingsFor,
  startLake,
  type LakeOnPort,
} from './lake-on-port.ts'

const HOUR_MS = 3_600_000
let at: LakeOnPort
beforeAll(async () => {
  at = await startLake()
  await at.client.create({ _id: 'open', _type: 'law', title: '公开' })
  await at.client.create({ _id: 'drafts.open', _type: 'law', title: '草稿' })
  await at.client.create({ _id: 'secret.dot', _type: 'law' })
  await at.client.create({ _id: 'sys', _type: 'system.group' })
})
afterAll(() => at.close())

const login = (form: Record<string, string>, headers: Record<string, string> = { origin: at.origin }) =>
  at.fetch('/login', {
    method: 'POST',
    anonymous: true,
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: new URLSearchParams(form).toString(),
  })
const me = (cookie: string) => at.fetch('/v1/users/me', { anonymous: true, headers: { cookie } })

describe('signing in', () => {
  test('the right password gives a cookie that scripts cannot read and other sites cannot send', async () => {
    const response = await login({ user: 'admin', password: PASSWORD })
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe('/studio/')
    expect(response.headers.get('set-cookie')).toMatch(
      /^pufa_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+$/,
    )
    const user = (await (await me(await at.signIn())).json()) as object
    expect(user).toMatchObject({ name: '管理员', role: 'administrator', provider: 'pufa' })
  })

  test('over TLS the cookie is Secure', async () => {
    const tls = await startLake({ origin: 'https://pufa.example.cn' })
    const response = await tls.fetch('/login', {
      method: 'POST',
      anonymous: true,
      headers: { 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams({ user: 'admin', password: PASSWORD }),
    })
    expect(response.headers.get('set-cookie')).toContain('Secure')
    await tls.close()
  })

  test('a wrong password or name says so in words and keeps the name typed, escaped', async () => {
    const response = await login({ user: '"><script>', password: 'x' })
    expect(response.status).toBe(401)
    const page = await response.text()
    expect(page).toContain('账号或密码不正确')
    expect(page).not.toContain('<script')
  })

  test('it returns only to our own site, because a link could lead elsewhere', async () => {
    const targets: [string, string][] = [
      [`${at.origin}/studio/desk?a=1`, '/studio/desk?a=1'],
      ['/studio/vision', '/studio/vision'],
      ['https://evil.example/', '/studio/'],
      ['//evil.example/', '/studio/'],
      [`${at.origin}//evil.example/`, '/evil.example/'],
      ['javascript:alert(1)', '/studio/'],
      ['/\\evil.example', '/studio/'],
    ]
    for (const [origin, expected] of targets)
      expect(
        (await login({ user: 'admin', password: PASSWORD, origin })).headers.get('location'),
        origin,
      ).toBe(expected)
  })

  test('the page asks nothing of other hosts and runs no script', async () => {
    const response = await at.fetch('/login?origin=%22%3E%3Cb%3E', { anonymous: true })
    const page = await response.text()
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(page).not.toMatch(/https?:|<script|<b>/)
    expect(page).toContain('lang="zh-Hans"')
  })

  test('who is signed in already is sent on', async () => {
    const cookie = await at.signIn()
    const response = await at.fetch('/login?origin=/studio/x', { anonymous: true, headers: { cookie } })
    expect(response.headers.get('location')).toBe('/studio/x')
  })

  test('five failures stop an account at one address, even with the right password, until time has passed', async () => {
    const own = await startLake()
    const tryOne = (password: string) =>
      own.fetch('/login', {
        method: 'POST',
        anonymous: true,
        headers: { origin: own.origin },
        body: new URLSearchParams({ user: 'admin', password }),
      })
    for (let n = 0; n < 5; n++) expect((await tryOne('wrong')).status).toBe(401)
    const stopped = await tryOne(PASSWORD)
    expect(stopped.status).toBe(429)
    expect(Number(stopped.headers.get('retry-after'))).toBeGreaterThan(800)
    expect(await stopped.text()).toContain('15 分钟')
    own.clock.advance(15 * 60_000 + 1)
    expect((await tryOne(PASSWORD)).status).toBe(303)
    await own.close()
  })

  test('many tries at the same moment count each, or the limit would be no limit', async () => {
    const own = await startLake()
    const tries = Array.from({ length: 20 }, () =>
      own.fetch('/login', {
        method: 'POST',
        anonymous: true,
        headers: { origin: own.origin },
        body: new URLSearchParams({ user: 'admin', password: 'wrong' }),
      }),
    )
    const statuses = (await Promise.all(tries)).map(({ status }) => status)
    expect(statuses.filter((status) => status === 401)).toHaveLength(5)
    await own.close()
  })
})

describe('sessions', () => {
  let cookie = ''
  beforeEach(async () => {
    cookie = await at.signIn()
  })

  test('a session unused for a day ends, one in use goes on, and none outlives a week', async () => {
    const own = await startLake()
    const idle = await own.signIn()
    const used = await own.signIn()
    const status = async (value: string) =>
      (await own.fetch('/v1/users/me', { anonymous: true, headers: { cookie: value } })).status
    for (let hours = 0; hours < 7 * 24 - 12; hours += 12) {
      own.clock.advance(12 * HOUR_MS)
      expect(await status(used)).toBe(200)
    }
    expect(await status(idle)).toBe(401)
    own.clock.advance(12 * HOUR_MS)
    expect(await status(used)).toBe(401)
    await own.close()
  })

  test('an ended session answers the code that makes the Studio ask to sign in and keep the edits', async () => {
    const response = await me('pufa_session=none')
    expect(response.status).toBe(401)
    expect(await response.json()).toMatchObject({ errorCode: 'SIO-401-ANF', code: 'lake.not-signed-in' })
  })

  test('signing out ends the session at the server, not only in the browser', async () => {
    const out = await at.fetch('/v1/auth/logout', {
      method: 'POST',
      anonymous: true,
      headers: { cookie, origin: at.origin },
    })
    expect(out.headers.get('set-cookie')).toContain('Max-Age=0')
    expect((await me(cookie)).status).toBe(401)
    const page = await at.signIn()
    const left = await at.fetch('/logout', {
      method: 'POST',
      anonymous: true,
      headers: { cookie: page, origin: at.origin },
    })
    expect(left.headers.get('location')).toBe('/login')
    expect((await me(page)).status).toBe(401)
  })

  test('secrets are stored only as hashes, because backups travel', async () => {
    const secret = cookie.split('=')[1] ?? ''
    for (const name of ['lake.db', 'lake.db-wal']) {
      const bytes = readFileSync(path.join(at.folder, name), 'latin1')
      for (const text of [secret, at.token, PASSWORD]) expect(bytes.includes(text)).toBe(false)
    }
  })
})

describe('the first start', () => {
  test('makes a password when none is given, tells it once, and it opens', async () => {
    const folder = newFolder()
    const first = await startLake({ adminPassword: null }, folder)
    const made = first.lake.firstSignIn
    expect(made).toMatchObject({ user: 'admin', password: expect.stringMatching(/^[\w-]{20}$/) })
    expect(await first.signIn(made?.password)).not.toBe('')
    await first.lake.close()
    const parts = { clock: new MovableClock(), log: recordingLog() }
    const second = await openLake(settingsFor(folder, { adminPassword: null }), parts)
    expect(second.firstSignIn).toBeNull()
    await second.close()
  })

  test('a password given later replaces the old one and ends its sessions: the way back in', async () => {
    const folder = newFolder()
    const first = await startLake({}, folder)
    const cookie = await first.signIn()
    await first.lake.close()
    const second = await startLake({ adminPassword: 'another good password' }, folder)
    expect((await second.fetch('/v1/users/me', { anonymous: true, headers: { cookie } })).status).toBe(401)
    expect(await second.signIn(PASSWORD)).toBe('')
    expect(await second.signIn('another good password')).not.toBe('')
    await second.close()
  })
})
