/** @file How often a password may be tried, and folders made before accounts had counties. */
import { DatabaseSync } from 'node:sqlite'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { Attempts, networkOf } from '../../content-lake/accounts/attempts.ts'
import { createAccounts } from '../../content-lake/accounts/accounts.ts'
import { MovableClock, newFolder, PASSWORD, startLake } from './lake-on-port.ts'

const MINUTE_MS = 60_000
const from = (account: string, address: string, isKnown = false) => ({ account, address, isKnown })

describe('failed sign-ins', () => {
  test('are limited for a pair, for an address, and in all', () => {
    const attempts = new Attempts()
    for (let n = 0; n < 5; n++) attempts.failed(from('a', '10.0.0.1'), 0)
    expect(attempts.secondsToWait(from('a', '10.0.0.1'), 0)).toBe(900)
    expect(attempts.secondsToWait(from('b', '10.0.0.1'), 0)).toBe(0)
    for (let n = 0; n < 35; n++) attempts.failed(from(`x${n}`, '10.0.0.1'), 0)
    expect(attempts.secondsToWait(from('b', '10.0.0.1'), 0)).toBe(900)
    expect(attempts.secondsToWait(from('b', '10.0.0.2'), 0)).toBe(0)
    for (let n = 0; n < 560; n++) attempts.failed(from(`y${n}`, `10.1.${n % 200}.${n}`), 0)
    expect(attempts.secondsToWait(from('b', '10.0.0.2'), 0)).toBe(900)
    expect(attempts.secondsToWait(from('b', '10.0.0.2'), 15 * MINUTE_MS)).toBe(0)
  })

  test('by strangers do not shut out who has signed in from here before, but guessing stays limited', () => {
    const attempts = new Attempts()
    for (let n = 0; n < 1000; n++) attempts.failed(from(`x${n}`, '10.0.0.1'), 0)
    expect(attempts.secondsToWait(from('wang', '10.0.0.1'), 0)).toBeGreaterThan(0)
    expect(attempts.secondsToWait(from('wang', '10.0.0.1', true), 0)).toBe(0)
    for (let n = 0; n < 5; n++) attempts.failed(from('wang', '10.0.0.1', true), 0)
    expect(attempts.secondsToWait(from('wang', '10.0.0.1', true), 0)).toBe(900)
  })

  test('the wide windows end by themselves: failures that go on do not prolong them for ever', () => {
    const attempts = new Attempts()
    for (let minute = 0; minute < 15; minute++)
      for (let n = 0; n < 3; n++) attempts.failed(from(`x${minute}-${n}`, '10.0.0.1'), minute * MINUTE_MS)
    expect(attempts.secondsToWait(from('b', '10.0.0.1'), 14 * MINUTE_MS)).toBe(60)
    expect(attempts.secondsToWait(from('b', '10.0.0.1'), 15 * MINUTE_MS)).toBe(0)
  })

  test('a success is no failure, neither of the pair nor of the address', () => {
    const attempts = new Attempts()
    for (let n = 0; n < 100; n++) {
      attempts.failed(from('a', '10.0.0.1'), 0)
      attempts.succeeded(from('a', '10.0.0.1'))
    }
    expect(attempts.secondsToWait(from('a', '10.0.0.1'), 0)).toBe(0)
    expect(attempts.secondsToWait(from('b', '10.0.0.1'), 0)).toBe(0)
  })

  test('one house’s many addresses are one', () => {
    expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe(networkOf('2001:db8:1:2::9'))
    expect(networkOf('2001:db8:1:3::9')).not.toBe(networkOf('2001:db8:1:2::9'))
    expect(networkOf('::ffff:10.0.0.1')).toBe('10.0.0.1')
    expect(networkOf('fe80::1%eth0')).toBe(networkOf('fe80::2'))
  })
})

test('a folder made before accounts had counties opens, and its people, sessions and tokens hold', async () => {
  const folder = newFolder()
  const first = await startLake({}, folder)
  const cookie = await first.signIn()
  const { token } = first
  await first.lake.close()
  const old = new DatabaseSync(path.join(folder, 'lake.db'))
  for (const [table, columns] of [
    ['users', ['county', 'locked_at', 'last_sign_in_at']],
    ['sessions', ['address', 'browser']],
    ['tokens', ['title', 'county', 'expires_at', 'last_used_at']],
  ] as const)
    for (const column of columns) old.exec(`ALTER TABLE ${table} DROP COLUMN ${column}`)
  for (const table of ['account_links', 'account_log', 'sign_ins']) old.exec(`DROP TABLE ${table}`)
  old.close()
  const second = await startLake({}, folder)
  const me = async (headers: Record<string, string>) =>
    (await second.fetch('/v1/users/me', { anonymous: true, headers })).json()
  expect(await me({ cookie })).toMatchObject({ role: 'administrator', county: null })
  // The rig has made a token of the same name anew, which ends the old one.
  expect(token).not.toBe(second.token)
  expect(await me({ authorization: `Bearer ${second.token}` })).toMatchObject({ role: 'administrator' })
  expect(await second.signIn(PASSWORD)).not.toBe('')
  expect((await second.fetch('/accounts', { anonymous: true, headers: { cookie } })).status).toBe(200)
  await second.close()
})

test('the way back in opens a lock too, and is written down', async () => {
  const folder = newFolder()
  const first = await startLake({}, folder)
  await first.lake.close()
  const database = new DatabaseSync(path.join(folder, 'lake.db'))
  database.exec(`UPDATE users SET locked_at = 1, role = 'viewer' WHERE name = 'admin'`)
  const accounts = createAccounts(database, new MovableClock())
  await accounts.ensureAdministrator(PASSWORD)
  expect(accounts.people.byName('admin')).toMatchObject({ role: 'viewer', lockedAt: 1 })
  await accounts.ensureAdministrator('another good password')
  expect(accounts.people.byName('admin')).toMatchObject({ role: 'administrator', lockedAt: null })
  expect(accounts.journal.entries(1)).toMatchObject([{ actor: '<system>', details: { bySetting: true } }])
  database.close()
})

test('sample accounts are made with passwords of chance, once, and leave what is there alone', async () => {
  const at = await startLake()
  const wishes = [
    { name: '示例编辑', displayName: '示例县区编辑', role: 'editor', county: 'county-a' },
  ] as const
  const [made] = await at.lake.makeAccounts(wishes)
  expect(made).toMatchObject({
    user: '示例编辑',
    title: '编辑',
    password: expect.stringMatching(/^[\w-]{20}$/),
  })
  expect(await at.lake.makeAccounts(wishes)).toEqual([])
  const response = await at.fetch('/login', {
    method: 'POST',
    anonymous: true,
    headers: { origin: at.origin, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ user: '示例编辑', password: made?.password ?? '' }).toString(),
  })
  expect(response.status).toBe(303)
  await at.close()
})
