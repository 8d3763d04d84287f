/** @file The desk of accounts: who may open it, own passwords, tokens of programs, and the records. */
import { DatabaseSync } from 'node:sqlite'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DAY_MS, GOOD, inviteForm, pageOf, startAccounts, type AccountsRig } from './accounts-rig.ts'
import { PASSWORD, startLake } from './lake-on-port.ts'

let rig: AccountsRig
let at: AccountsRig['at']
let { get, post, signIn, invite, accept, person, isIn } = {} as AccountsRig
beforeAll(async () => {
  rig = await startAccounts()
  ;({ at, get, post, signIn, invite, accept, person, isIn } = rig)
})
afterAll(() => at.close())

describe('who may open what', () => {
  const desk = ['/accounts', '/accounts/tokens', '/accounts/sign-ins', '/accounts/log', '/accounts/people/x']

  test('the desk is for administrators; others are told so, and strangers are sent to sign in', async () => {
    for (const role of ['operator', 'editor', 'reviewer', 'adviser', 'viewer']) {
      const { cookie } = await person(`not-${role}`, role)
      for (const to of desk) expect((await get(to, cookie)).status, `${role} ${to}`).toBe(403)
      expect((await post('/accounts/people', inviteForm('friend'), cookie)).status).toBe(403)
      expect((await get('/account', cookie)).status).toBe(200)
    }
    for (const to of [...desk, '/account'])
      expect((await get(to, '')).headers.get('location')).toBe(`/login?origin=${encodeURIComponent(to)}`)
  })

  test('a program’s token opens none of it, whatever its role', async () => {
    const headers = { authorization: `Bearer ${at.token}` }
    for (const to of [...desk, '/account']) expect((await at.fetch(to, { headers })).status, to).toBe(303)
  })

  test('another site’s form does nothing, whether it uses a session or a link', async () => {
    const evil = { origin: 'https://evil.example' }
    expect((await post('/accounts/people', inviteForm('evil'), rig.admin, evil)).status).toBe(403)
    expect((await post('/account/sessions', {}, rig.admin, evil)).status).toBe(403)
    const link = await invite('guarded')
    expect((await post(link, { new: GOOD, again: GOOD }, '', evil)).status).toBe(403)
    expect((await accept(link)).status).toBe(303)
  })

  test('no page runs script, asks another host, or may be framed or kept', async () => {
    for (const to of ['/accounts', '/accounts/tokens', '/accounts/sign-ins', '/accounts/log', '/account']) {
      const response = await get(to)
      expect(response.status, to).toBe(200)
      const page = await response.text()
      expect(page, to).not.toMatch(/<script|https?:\/\/|\son\w+=|style=/)
      expect(page, to).toContain('lang="zh-Hans"')
      expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
      expect(response.headers.get('cache-control')).toBe('no-store')
    }
  })
})

describe('one’s own password', () => {
  test('changes with the old one only, and ends the sessions elsewhere', async () => {
    const { cookie } = await person('self')
    const { cookie: elsewhere } = await signIn('self', GOOD)
    const change = (old: string, fresh: string) =>
      post('/account/password', { old, new: fresh, again: fresh }, cookie)
    expect((await change('not my old password', `${GOOD} 2`)).status).toBe(401)
    expect((await change(GOOD, 'short')).status).toBe(422)
    expect((await change(GOOD, `${GOOD} 2`)).status).toBe(303)
    expect(await isIn(cookie)).toBe(true)
    expect(await isIn(elsewhere)).toBe(false)
    expect((await signIn('self', GOOD)).status).toBe(401)
    for (let n = 0; n < 5; n++) await change('guessing at it again', GOOD)
    expect((await change(`${GOOD} 2`, GOOD)).status).toBe(429)
  })
})

describe('tokens of programs', () => {
  const wish = (more: Record<string, string> = {}) => ({
    title: '数据大屏',
    role: 'editor',
    county: 'county-a',
    days: '30',
    ...more,
  })
  const secretIn = (page: string) => /<code>([\w-]{43})<\/code>/.exec(page)?.[1] ?? ''
  const meOf = (secret: string) =>
    at.fetch('/v1/users/me', { headers: { authorization: `Bearer ${secret}` } })

  test('are shown once, carry role and county, tell their last use, and end when told', async () => {
    const secret = secretIn(await pageOf(post('/accounts/tokens', wish())))
    expect(await (await meOf(secret)).json()).toMatchObject({
      role: 'editor',
      county: 'county-a',
      name: '程序：数据大屏',
    })
    const list = await pageOf(get('/accounts/tokens'))
    expect(list).toContain('数据大屏')
    expect(list).not.toContain(secret)
    const name = /tokens\/(api-\w+)\/end/.exec(list)?.[1] ?? ''
    const stop = new AbortController()
    const stream = await at.fetch('/v1/data/listen/production?query=*', {
      headers: { authorization: `Bearer ${secret}` },
      signal: stop.signal,
    })
    const drained = (async () => {
      for await (const _ of stream.body ?? []) continue
    })()
    expect((await post(`/accounts/tokens/${name}/end`, {})).status).toBe(303)
    await drained
    expect((await meOf(secret)).status).toBe(401)
    expect((await post('/accounts/tokens/command-line/end', {})).status).toBe(404)
  })

  test('end by themselves on their day', async () => {
    const own = await startLake()
    const cookie = await own.signIn()
    const made = await own.fetch('/accounts/tokens', {
      method: 'POST',
      anonymous: true,
      headers: { origin: own.origin, cookie, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(wish({ county: '', days: '2' })).toString(),
    })
    const secret = secretIn(await made.text())
    const status = async () =>
      (await own.fetch('/v1/users/me', { headers: { authorization: `Bearer ${secret}` } })).status
    own.clock.advance(2 * DAY_MS - 1)
    expect(await status()).toBe(200)
    own.clock.advance(1)
    expect(await status()).toBe(401)
    await own.close()
  })

  test('need a title and an end', async () => {
    for (const wrong of [{ title: ' ' }, { days: '0' }, { days: '9999' }, { days: 'x' }, { role: 'god' }])
      expect((await post('/accounts/tokens', wish(wrong))).status, JSON.stringify(wrong)).toBe(422)
  })
})

describe('the records', () => {
  test('who did what to whom is told, and cannot be altered even in the file', async () => {
    const { id } = await person('subject', 'editor', 'county-a')
    for (const what of ['lock', 'unlock', 'reset']) await post(`/accounts/people/${id}/${what}`, {})
    const page = await pageOf(get('/accounts/log'))
    for (const words of ['邀请', '停用', '恢复', '重设密码', '制作令牌', '作废令牌', '编辑·甲县'])
      expect(page).toContain(words)
    const database = new DatabaseSync(path.join(at.folder, 'lake.db'))
    for (const sql of ['DELETE FROM account_log', `UPDATE account_log SET actor = 'x'`])
      expect(() => database.exec(sql)).toThrow('append-only')
    database.close()
  })

  test('tries to sign in are told with name, address and outcome; a mistyped password is not kept', async () => {
    const { id } = await person('out')
    await post(`/accounts/people/${id}/lock`, {})
    await signIn('out', GOOD)
    await signIn('my secret password typed too early', 'x')
    const page = await pageOf(get('/accounts/sign-ins'))
    for (const words of ['登录成功', '密码不对', '没有这个账号', '已停用', '127.0.0.1'])
      expect(page).toContain(words)
    expect(page).not.toContain('my secret password')
    expect(page).toContain('my …')
  })

  test('tries are forgotten after a year', async () => {
    const own = await startLake()
    await own.signIn('wrong password here')
    own.clock.advance(367 * DAY_MS)
    await own.signIn(PASSWORD)
    const database = new DatabaseSync(path.join(own.folder, 'lake.db'), { readOnly: true })
    expect(database.prepare('SELECT outcome FROM sign_ins').all()).toMatchObject([{ outcome: 'in' }])
    database.close()
    await own.close()
  })
})
