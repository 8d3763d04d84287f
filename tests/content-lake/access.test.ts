/** @file What each kind of caller may do, and what another site may not do in a person’s name. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PASSWORD, startLake, type LakeOnPort } from './lake-on-port.ts'

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
describe('another site', () => {
  const post = (headers: Record<string, string>) =>
    at.fetch('/v1/data/mutate/production', {
      method: 'POST',
      anonymous: true,
      headers,
      body: JSON.stringify({ mutations: [{ create: { _type: 'csrf' } }] }),
    })

  test('cannot write in the name of who is signed in', async () => {
    const cookie = await at.signIn()
    expect((await post({ cookie, origin: 'https://evil.example' })).status).toBe(403)
    expect((await post({ cookie, origin: 'null' })).status).toBe(403)
    expect((await post({ cookie, 'sec-fetch-site': 'cross-site', origin: at.origin })).status).toBe(403)
    expect((await post({ cookie, 'sec-fetch-site': 'same-site' })).status).toBe(403)
    expect((await post({ cookie })).status).toBe(403)
    expect(await at.client.fetch('count(*[_type == "csrf"])')).toBe(0)
    expect((await post({ cookie, origin: at.origin })).status).toBe(200)
    expect((await post({ cookie, 'sec-fetch-site': 'same-origin' })).status).toBe(200)
  })

  test('cannot sign a person in', async () => {
    expect(
      (await login({ user: 'admin', password: PASSWORD }, { origin: 'https://evil.example' })).status,
    ).toBe(403)
  })

  test('a token needs no origin, since no browser sends it by itself', async () => {
    expect((await post({ authorization: `Bearer ${at.token}` })).status).toBe(200)
  })
})

describe('who is not signed in', () => {
  test('reads what is published and nothing else, whatever perspective it names', async () => {
    for (const perspective of ['raw', 'published', 'drafts'] as const)
      expect(
        await at.anonymous.fetch('*[_type in ["law", "system.group"]]{_id, title}', {}, { perspective }),
      ).toEqual([{ _id: 'open', title: '公开' }])
    expect(await at.anonymous.fetch('*[_id in ["drafts.open", "secret.dot", "sys"]]')).toEqual([])
    expect(await at.anonymous.fetch('count(*[_type != "csrf"])')).toBe(1)
  })

  test('reads documents by id under the same rule, and learns nothing of drafts', async () => {
    expect(await at.anonymous.getDocuments(['open', 'drafts.open', 'drafts.none', 'sys'])).toMatchObject([
      { _id: 'open' },
      null,
      null,
      null,
    ])
    const response = await at.fetch('/v1/data/doc/production/drafts.open,drafts.none', { anonymous: true })
    expect(await response.json()).toEqual({
      documents: [],
      omitted: [
        { id: 'drafts.open', reason: 'existence' },
        { id: 'drafts.none', reason: 'existence' },
      ],
    })
  })

  test('can neither write, nor read the past, nor export, nor see who there is', async () => {
    const closed: [string, string][] = [
      ['POST', '/v1/data/mutate/production'],
      ['POST', '/v1/data/actions/production'],
      ['POST', '/v1/assets/images/production'],
      ['GET', '/v1/data/history/production/documents/open'],
      ['GET', '/v1/data/history/production/transactions/open'],
      ['GET', '/v1/data/export/production'],
      ['GET', '/v1/data/references/production/documents/open/to'],
      ['GET', '/v1/users/someone'],
      ['GET', '/v1/projects/pufa'],
      ['GET', '/v1/pufa/unknown-endpoints'],
    ]
    for (const [method, to] of closed)
      expect((await at.fetch(to, { method, anonymous: true })).status, to).toBe(401)
  })
})

describe('roles and tokens', () => {
  test('a viewer reads all and writes nothing', async () => {
    const viewer = at.clientWith({ token: at.lake.issueServiceToken('site', 'viewer') })
    expect(await viewer.fetch('count(*[_id == "drafts.open"])')).toBe(1)
    await expect(viewer.create({ _type: 'law' })).rejects.toMatchObject({ statusCode: 403 })
  })

  test('a new token of the same name ends the old one, so that none lives on after a restart', async () => {
    const old = at.lake.issueServiceToken('loader', 'administrator')
    const fresh = at.lake.issueServiceToken('loader', 'administrator')
    expect((await at.fetch('/v1/users/me', { headers: { authorization: `Bearer ${old}` } })).status).toBe(401)
    expect((await at.fetch('/v1/users/me', { headers: { authorization: `Bearer ${fresh}` } })).status).toBe(
      200,
    )
  })
})

describe('a program that receives', () => {
  const report = { _type: 'errorReport', receipt: 'ABCD2345' }
  const receiver = () => at.clientWith({ token: at.lake.issueServiceToken('desk', 'receiver') })

  test('adds readers’ reports under private ids', async () => {
    await receiver().create({ ...report, _id: 'report.ABCD2345' })
    expect(await at.client.getDocument('report.ABCD2345')).toMatchObject(report)
    expect(await at.anonymous.fetch('count(*[_type == "errorReport"])')).toBe(0)
  })

  test('adds nothing else, changes nothing, takes nothing away, uploads nothing', async () => {
    const client = receiver()
    const tries = [
      () => client.create({ ...report, _id: 'report-open' }),
      () => client.create({ _id: 'report.X2', _type: 'slogan' }),
      () => client.createOrReplace({ ...report, _id: 'report.ABCD2345' }),
      () => client.patch('open').set({ title: 'x' }).commit(),
      () => client.delete('open'),
      () => client.delete({ query: '*' }),
      () =>
        client
          .transaction()
          .create({ ...report, _id: 'report.X3' })
          .delete('open')
          .commit(),
      () =>
        client.action({
          actionType: 'sanity.action.document.unpublish',
          draftId: 'drafts.open',
          publishedId: 'open',
        }),
      () => client.assets.upload('file', Buffer.from('x')),
    ]
    for (const attempt of tries) await expect(attempt()).rejects.toMatchObject({ statusCode: 403 })
    expect(await client.fetch('count(*[_id == "open"])')).toBe(1)
  })
})
