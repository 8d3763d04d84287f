/** @file The edges of the HTTP surface: what is known, what is not, and what is too much. */
import { readFileSync } from 'node:fs'
import { connect, createServer as createHttp2 } from 'node:http2'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lakeErrors } from '../../contracts/errors/lake.ts'
import { ownsPath } from '../../content-lake/http/owns.ts'
import { startLake, type LakeOnPort } from './lake-on-port.ts'

let at: LakeOnPort
beforeAll(async () => {
  at = await startLake()
})
afterAll(() => at.close())

describe('paths', () => {
  test.each([
    ['/v1/users/me', 'internal'],
    ['/vX/data/query/production', 'internal'],
    ['/v2025-02-19/data/query/production', 'internal'],
    ['/v2/users/me', null],
    ['/v1', null],
    ['/v2025-02/x', null],
    ['/villages/131102', null],
    ['/vX', null],
    ['/images/pufa/production/x.png', 'public'],
    ['/files/pufa/production/x.mp4', 'public'],
    ['/images', null],
    ['/socket/listen', 'internal'],
    ['/login', 'internal'],
    ['/logout', 'internal'],
    ['/login/x', null],
    ['/account', 'internal'],
    ['/accounts', 'internal'],
    ['/accounts/people/x/lock', 'internal'],
    ['/accounts-of-travel', null],
    ['/', null],
  ])('%s belongs to %s', (pathname, side) => {
    expect(ownsPath(pathname)).toBe(side)
  })
})

describe('endpoints', () => {
  test('an unknown one is 404 in Sanity’s shape with our code, and is counted, so that tests can find it', async () => {
    const response = await at.fetch('/v1/nothing/here?x=1')
    expect(response.status).toBe(404)
    expect(await response.json()).toMatchObject({
      statusCode: 404,
      error: 'Not Found',
      message: expect.any(String),
      code: 'lake.unknown-endpoint',
    })
    await at.fetch('/v1/nothing/here')
    expect(at.lake.unknownEndpoints().get('GET /v1/nothing/here')).toBe(2)
    expect(await (await at.fetch('/v1/pufa/unknown-endpoints')).json()).toMatchObject({
      'GET /v1/nothing/here': 2,
    })
  })

  test('the count of unknown ones is bounded, because anybody can ask for anything', async () => {
    const own = await startLake()
    await Promise.all(Array.from({ length: 600 }, (_, n) => own.fetch(`/v1/nothing/${n}`)))
    expect(own.lake.unknownEndpoints().size).toBe(501)
    await own.close()
  })

  test('the Studio’s questions at its start all have an answer', async () => {
    const project = '/v2021-06-07/projects/pufa'
    const answers: [string, unknown][] = [
      ['/v1/auth/id', { id: 'robot-test' }],
      ['/v1/auth/providers', { providers: [{ url: `${at.origin}/login` }] }],
      ['/v1/check/cors', { result: { allowed: true, withCredentials: true } }],
      ['/v1/users/robot-test', { id: 'robot-test', displayName: '程序：test' }],
      ['/v1/users/robot-test,nobody', [{ id: 'robot-test' }, null]],
      [project, { id: 'pufa', organizationId: null }],
      [`${project}/grants`, { 'sanity.project': [{}] }],
      [`${project}/datasets`, [{ name: 'production' }]],
      [`${project}/datasets?datasetProfile=comments`, []],
      [
        `${project}/datasets/production/acl`,
        [{ filter: '_id in path("**")', permissions: expect.arrayContaining(['read', 'create', 'update']) }],
      ],
      [`${project}/user-applications`, []],
      ['/vX/features', ['contentReleases', 'singleDocRelease']],
      ['/v1/journey/trial', null],
      ['/v1/ping', {}],
      ['/v1/data/ping', {}],
      ['/v1/intake/telemetry-status', { status: 'denied' }],
      ['/v1/schedules/pufa/production', { schedules: [] }],
    ]
    for (const [to, expected] of answers) {
      const response = await at.fetch(to)
      expect(response.status, to).toBe(200)
      const body: unknown = await response.json()
      if (typeof expected === 'object' && expected !== null) expect(body, to).toMatchObject(expected)
      else expect(body, to).toBe(expected)
    }
    expect(await at.client.projects.list()).toMatchObject([{ id: 'pufa' }])
    expect((await at.fetch('/v1/projects/other')).status).toBe(404)
  })

  test('each account keeps its own key-values', async () => {
    const put = await at.fetch('/v1/users/me/keyvalue', {
      method: 'PUT',
      body: JSON.stringify([{ key: 'a.b', value: { n: 1 } }]),
    })
    expect(put.status).toBe(200)
    expect(await (await at.fetch('/v1/users/me/keyvalue/a.b,none')).json()).toEqual([
      { key: 'a.b', value: { n: 1 } },
    ])
    const other = at.lake.issueServiceToken('other', 'viewer')
    expect(
      await (
        await at.fetch('/v1/users/me/keyvalue/a.b', { headers: { authorization: `Bearer ${other}` } })
      ).json(),
    ).toEqual([])
  })

  test('an export gives every document, one a line', async () => {
    await at.client.create({ _id: 'drafts.e', _type: 'x' })
    const lines = (await (await at.fetch('/v1/data/export/production')).text()).trim().split('\n')
    expect(lines.map((line) => (JSON.parse(line) as { _id: string })._id)).toContain('drafts.e')
  })
})

describe('bad requests', () => {
  test.each([
    ['{"mutations":', 400],
    ['[]', 400],
    ['{"mutations":{}}', 400],
    ['{"mutations":[{}]}', 400],
    ['{"mutations":[{"create":{"_type":"x"},"delete":{"id":"a"}}]}', 400],
    ['{"mutations":[{"patch":{"id":"a","explode":1}}]}', 400],
    ['{"mutations":[{"create":{"_id":"../x","_type":"x"}}]}', 400],
    ['{"mutations":[{"createOrReplace":{"_type":"x"}}]}', 400],
    ['{"mutations":[],"transactionId":"no spaces allowed"}', 400],
  ])('%s is %i and stores nothing', async (body, status) => {
    const before = await at.client.fetch('count(*)')
    expect((await at.fetch('/v1/data/mutate/production', { method: 'POST', body })).status).toBe(status)
    expect(await at.client.fetch('count(*)')).toBe(before)
  })

  test('a body beyond the limit is 413 before it fills the memory', async () => {
    const status = await at
      .fetch('/v1/data/mutate/production', { method: 'POST', body: 'x'.repeat(17 * 1024 * 1024) })
      .then(
        ({ status }) => status,
        () => 413,
      )
    expect(status).toBe(413)
  })

  test('a malformed escape or parameter is 4xx, never a crash', async () => {
    expect((await at.fetch('/v1/data/doc/production/%E0%A4%A')).status).toBeLessThan(500)
    expect((await at.fetch('/v1/data/query/production?query=*&$x=%7B')).status).toBe(400)
    expect((await at.fetch('/v1/data/query/production')).status).toBe(400)
    expect((await at.fetch('/v1/data/query/production?query=*&perspective=a b')).status).toBe(400)
  })
})

test('it answers on HTTP/2 as well, where there is no Host header and no status message', async () => {
  const server = createHttp2((request, response) => at.lake.handle(request as never, response as never))
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  const session = connect(`http://127.0.0.1:${port}`)
  const ask = (headers: Record<string, string>, sent?: string) =>
    new Promise<{ status: number; body: string }>((resolve, reject) => {
      const stream = session.request({ authorization: `Bearer ${at.token}`, ...headers })
      let status = 0
      let body = ''
      stream.on('response', (head) => (status = Number(head[':status'])))
      stream.setEncoding('utf8').on('data', (text: string) => (body += text))
      stream.on('end', () => resolve({ status, body }))
      stream.on('error', reject)
      stream.end(sent)
    })
  expect(JSON.parse((await ask({ ':path': '/v1/auth/providers' })).body)).toMatchObject({
    providers: [{ url: `http://127.0.0.1:${port}/login` }],
  })
  expect((await ask({ ':path': '/v1/none' })).status).toBe(404)
  expect((await ask({ ':path': '/login' })).body).toContain('普法编辑台')
  const body = JSON.stringify({ mutations: [{ create: { _id: 'h2', _type: 'x' } }] })
  const write = { ':path': '/v1/data/mutate/production', ':method': 'POST' }
  expect((await ask(write, body)).status).toBe(200)
  expect((await ask(write, body)).status).toBe(409)
  const cookie = { authorization: '', cookie: await at.signIn() }
  expect((await ask({ ...write, ...cookie, origin: 'https://evil.example' }, body)).status).toBe(403)
  expect((await ask({ ...write, ...cookie, origin: `http://127.0.0.1:${port}` }, body)).status).toBe(409)
  session.close()
  await new Promise<void>((closed) => server.close(() => closed()))
})

test('every error code stands in docs/lake-api.md, so that a reader finds what to do', () => {
  const text = readFileSync(path.join(import.meta.dirname, '../../docs/lake-api.md'), 'utf8')
  for (const [code, { status }] of Object.entries(lakeErrors))
    expect(text).toContain(`| \`${code}\` | ${status} |`)
})
