/** @file Accounts of people: invited, reset, locked, moved; and the last administrator. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { DAY_MS, GOOD, inviteForm, pageOf, startAccounts, type AccountsRig } from './accounts-rig.ts'
import { startLake } from './lake-on-port.ts'

let rig: AccountsRig
let at: AccountsRig['at']
let { get, post, signIn, invite, accept, person, isIn } = {} as AccountsRig
beforeAll(async () => {
  rig = await startAccounts()
  ;({ at, get, post, signIn, invite, accept, person, isIn } = rig)
})
afterAll(() => at.close())

describe('an invitation', () => {
  test('leads a person to a password of their own, and to the rights they were given', async () => {
    const { cookie } = await person('wang', 'editor', 'county-a')
    expect(await (await get('/v1/users/me', cookie)).json()).toMatchObject({
      email: 'wang',
      name: '示例 wang',
      role: 'editor',
      county: 'county-a',
    })
    const query = `/v1/data/query/production?query=${encodeURIComponent('*[_id == "drafts.a"]._id')}`
    expect(await (await get(query, cookie)).json()).toMatchObject({ result: ['drafts.a'] })
  })

  test('works once, for seven days, and an account without a password signs nobody in', async () => {
    const link = await invite('once')
    for (const password of ['', GOOD]) expect((await signIn('once', password)).status).toBe(401)
    expect((await accept(link)).headers.get('location')).toBe('/login')
    expect((await accept(link, `${GOOD} too`)).status).toBe(410)
    expect((await get(link, '')).status).toBe(410)
    expect((await signIn('once', GOOD)).status).toBe(303)
    const own = await startLake()
    const cookie = await own.signIn()
    const headers = { origin: own.origin, cookie, 'content-type': 'application/x-www-form-urlencoded' }
    const made = await own.fetch('/accounts/people', {
      method: 'POST',
      anonymous: true,
      headers,
      body: new URLSearchParams(inviteForm('late')).toString(),
    })
    const late = /\/accounts\/link\/[\w-]+/.exec(await made.text())?.[0] ?? ''
    own.clock.advance(7 * DAY_MS - 1)
    expect((await own.fetch(late, { anonymous: true })).status).toBe(200)
    own.clock.advance(1)
    expect((await own.fetch(late, { anonymous: true })).status).toBe(410)
    await own.close()
  })

  test('a password must be long and not easy; the page says why and what to do', async () => {
    const link = await invite('choosy')
    const refused: [string, string][] = [
      ['short', '至少 15 个字符'],
      ['aaaaaaaaaaaaaaaaaaaa', '容易猜到'],
      ['abcdefghijklmnopqrstuv', '容易猜到'],
      ['passwordpassword123', '容易猜到'],
      ['choosy choosy choosy', '容易猜到'],
      ['1234567890123456789', '容易猜到'],
    ]
    for (const [password, words] of refused) {
      const response = await accept(link, password)
      expect(response.status, password).toBe(422)
      expect(await response.text()).toContain(words)
    }
    expect(await pageOf(accept(link, GOOD, 'other words altogether'))).toContain('两遍输入的不一样')
    const chinese = '石桥慢水半夜灯火白菜豆腐两担柴'
    expect((await accept(link, chinese)).status).toBe(303)
    expect((await signIn('choosy', chinese)).status).toBe(303)
  })

  test('a full-width letter is the letter, since an input method makes either', async () => {
    await accept(await invite('width'), 'ｗｏｏｄｅｎ bridge over water')
    expect((await signIn('ＷＩＤＴＨ', 'wooden bridge over water')).status).toBe(303)
  })

  test('what cannot be is told on the page, with what was typed', async () => {
    await invite('taken')
    const wrong: [Record<string, string>, string][] = [
      [inviteForm('taken'), '已经有人用'],
      [inviteForm('x'), '2 至 32 个'],
      [inviteForm('a b'), '2 至 32 个'],
      [{ ...inviteForm('fine'), displayName: '' }, '姓名要写'],
      [inviteForm('fine', 'god'), '请选择角色'],
      [inviteForm('fine', 'receiver'), '请选择角色'],
      [inviteForm('fine', 'editor', 'county-x'), '没有这个县区'],
      [inviteForm('fine', 'administrator', 'county-a'), '不限县区'],
    ]
    for (const [form, words] of wrong) {
      const response = await post('/accounts/people', form)
      expect(response.status, JSON.stringify(form)).toBe(422)
      const page = await response.text()
      expect(page).toContain(words)
      expect(page).toContain(`value="${form['name']}"`)
    }
    expect(await pageOf(post('/accounts/people', inviteForm('"><script>')))).not.toContain('<script')
  })
})

describe('what is taken from an account', () => {
  const ended = (cookie: string) => async () => expect(await isIn(cookie)).toBe(false)

  test('a lock ends sessions, streams and sockets at once, and says so to whoever knows the password', async () => {
    const { id, cookie } = await person('locked')
    const stop = new AbortController()
    const stream = await at.fetch('/v1/data/listen/production?query=*', {
      anonymous: true,
      headers: { cookie },
      signal: stop.signal,
    })
    const socket = new WebSocket(`${at.origin.replace('http', 'ws')}/socket/listen`, {
      headers: { cookie, origin: at.origin },
    })
    await new Promise((resolve) => socket.on('open', resolve))
    const closed = new Promise((resolve) => socket.on('close', resolve))
    const drained = (async () => {
      for await (const _ of stream.body ?? []) continue
    })()
    expect((await post(`/accounts/people/${id}/lock`, {})).status).toBe(303)
    await Promise.all([closed, drained])
    await ended(cookie)()
    expect((await signIn('locked', 'not the password at all')).status).toBe(401)
    const told = await signIn('locked', GOOD)
    expect(told.status).toBe(403)
    expect(await told.response.text()).toContain('已停用')
    expect((await post(`/accounts/people/${id}/unlock`, {})).status).toBe(303)
    expect((await signIn('locked', GOOD)).status).toBe(303)
  })

  test('a reset ends the password and the sessions, and gives a link', async () => {
    const { id, cookie } = await person('forgot')
    const page = await pageOf(post(`/accounts/people/${id}/reset`, {}))
    await ended(cookie)()
    expect((await signIn('forgot', GOOD)).status).toBe(401)
    const link = /\/accounts\/link\/[\w-]+/.exec(page)?.[0] ?? ''
    expect((await accept(link, `${GOOD} again`)).status).toBe(303)
    expect((await signIn('forgot', `${GOOD} again`)).status).toBe(303)
  })

  test('a lock takes back a link that is not used yet', async () => {
    const link = await invite('never')
    const list = await pageOf(get('/accounts'))
    const id = /people\/(p-\w+)">示例 never</.exec(list)?.[1] ?? ''
    await post(`/accounts/people/${id}/lock`, {})
    expect((await accept(link)).status).toBe(410)
    await post(`/accounts/people/${id}/unlock`, {})
    expect((await accept(link)).status).toBe(410)
  })

  test('another role or county ends the sessions, so that no stream goes on under the old rights', async () => {
    const { id, cookie } = await person('mover', 'editor', 'county-a')
    await post(`/accounts/people/${id}/change`, { displayName: '改名', role: 'editor', county: 'county-a' })
    expect(await isIn(cookie)).toBe(true)
    await post(`/accounts/people/${id}/change`, { displayName: '改名', role: 'reviewer', county: '' })
    await ended(cookie)()
    const again = await signIn('mover', GOOD)
    expect(await (await get('/v1/users/me', again.cookie)).json()).toMatchObject({
      role: 'reviewer',
      county: null,
    })
  })

  test('one session or all can be ended', async () => {
    const { id, cookie } = await person('two')
    const { cookie: other } = await signIn('two', GOOD)
    const page = await pageOf(get('/account', cookie))
    const key = /name="key" value="(\w+)"/.exec(page)?.[1] ?? ''
    expect((await post('/account/sessions', { key }, cookie)).status).toBe(303)
    await ended(other)()
    expect(await isIn(cookie)).toBe(true)
    expect((await post('/account/sessions', { key: 'nonsense' }, cookie)).status).toBe(404)
    const third = await signIn('two', GOOD)
    await post('/account/sessions', {}, cookie)
    await ended(third.cookie)()
    expect(await isIn(cookie)).toBe(true)
    await post(`/accounts/people/${id}/sessions`, {})
    await ended(cookie)()
  })
})

describe('the last administrator', () => {
  test('cannot be locked, demoted or reset, and a second without a password does not count', async () => {
    const own = /people\/(p-\w+)">管理员</.exec(await pageOf(get('/accounts')))?.[1] ?? ''
    const tries = async () => [
      (await post(`/accounts/people/${own}/lock`, {})).status,
      (await post(`/accounts/people/${own}/change`, { displayName: 'x', role: 'viewer', county: '' })).status,
    ]
    expect(await tries()).toEqual([409, 409])
    const link = await invite('second', 'administrator')
    expect(await tries()).toEqual([409, 409])
    expect((await post(`/accounts/people/${own}/reset`, {})).status).toBe(422)
    await accept(link)
    const second = await signIn('second', GOOD)
    expect((await post(`/accounts/people/${own}/lock`, {}, second.cookie)).status).toBe(303)
    const me = (await (await get('/v1/users/me', second.cookie)).json()) as { id: string }
    expect((await post(`/accounts/people/${me.id}/lock`, {}, second.cookie)).status).toBe(409)
    expect((await post(`/accounts/people/${own}/unlock`, {}, second.cookie)).status).toBe(303)
    rig.admin = await at.signIn()
    expect((await post(`/accounts/people/${me.id}/lock`, {})).status).toBe(303)
  })
})
