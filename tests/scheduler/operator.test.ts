/** @file Who may manage screens: the lake knows, and a cookie counts only from our own pages. */
import type { IncomingMessage } from 'node:http'
import { describe, expect, test } from 'vitest'
import { PufaError } from '../../contracts/errors/registry.ts'
import { operatorOf } from '../../scheduler/http/operator.ts'
import { fakeLake, jsonAnswer } from './fake-lake.ts'

const user = (role: string) => ({ id: 'p-1', roles: [{ name: role, title: role }] })
const publicOrigin = 'https://pufa.example.gov.cn'

interface Ask {
  method?: string
  headers?: Record<string, string>
}

const requestOf = ({ method = 'POST', headers = {} }: Ask) =>
  ({ method, headers: { host: 'pufa.test:4321', ...headers } }) as unknown as IncomingMessage

async function asked(ask: Ask, answer: { body: unknown; status?: number }) {
  const lake = await fakeLake()
  const seen: { authorization: string | undefined; cookie: string | undefined }[] = []
  lake.on('/v1/users/me', (request, response) => {
    seen.push({ authorization: request.headers.authorization, cookie: request.headers.cookie })
    jsonAnswer(answer.body, answer.status)(request, response)
  })
  const outcome = await operatorOf(requestOf(ask), lake.access, publicOrigin).catch((error: unknown) => {
    if (error instanceof PufaError) return error.code
    throw error
  })
  return { outcome, seen }
}

const bearer = { authorization: 'Bearer abc' }
const cookie = { cookie: 'pufa_session=abc' }

describe('with what the lake says', () => {
  test.each([
    { body: user('administrator'), outcome: { id: 'p-1' } },
    { body: user('operator'), outcome: { id: 'p-1' } },
    { body: user('viewer'), outcome: 'signage.not-allowed' },
    { body: { id: 'p-1' }, outcome: 'signage.not-allowed' },
    { body: {}, outcome: 'signage.not-signed-in' },
    { body: {}, status: 401, outcome: 'signage.not-signed-in' },
    { body: {}, status: 503, outcome: 'signage.not-ready' },
  ])('$body.roles.0.name $status → $outcome', async ({ body, status, outcome }) => {
    expect((await asked({ headers: bearer }, { body, ...(status ? { status } : {}) })).outcome).toEqual(
      outcome,
    )
  })

  test('a lake that cannot be reached is "not ready", which passes by itself, and no fault of the caller', async () => {
    const lake = { ...(await fakeLake()).access, apiHost: 'http://127.0.0.1:9' }
    await expect(operatorOf(requestOf({ headers: bearer }), lake, publicOrigin)).rejects.toMatchObject({
      code: 'signage.not-ready',
    })
  })
})

test('who shows nothing is told to sign in, without asking the lake', async () => {
  const { outcome, seen } = await asked({}, { body: user('administrator') })
  expect([outcome, seen]).toEqual(['signage.not-signed-in', []])
})

test('the caller’s own credentials are shown to the lake, never the program’s', async () => {
  const { seen } = await asked({ headers: { ...bearer, ...cookie } }, { body: user('administrator') })
  expect(seen).toEqual([{ authorization: 'Bearer abc', cookie: undefined }])
})

describe('a cookie', () => {
  const ours = { host: 'pufa.test:4321', ...cookie }
  const admitted = { id: 'p-1' }
  test.each([
    {
      name: 'from our own page counts',
      ask: { headers: { ...ours, origin: 'http://pufa.test:4321' } },
      outcome: admitted,
    },
    {
      name: 'from our own page over HTTP/2 counts, where :authority stands for host',
      ask: { headers: { ...cookie, host: '', ':authority': 'pufa.test', origin: 'https://pufa.test' } },
      outcome: admitted,
    },
    {
      name: 'from the public address counts behind a proxy that names another host',
      ask: { headers: { ...ours, host: '127.0.0.1:4321', origin: publicOrigin } },
      outcome: admitted,
    },
    {
      name: 'from a foreign page is refused, since a browser adds it unasked',
      ask: { headers: { ...ours, origin: 'https://evil.test' } },
      outcome: 'signage.foreign-origin',
    },
    {
      name: 'from the same host on another port is refused',
      ask: { headers: { ...ours, origin: 'http://pufa.test:8080' } },
      outcome: 'signage.foreign-origin',
    },
    {
      name: 'from a page without an origin of its own is refused',
      ask: { headers: { ...ours, origin: 'null' } },
      outcome: 'signage.foreign-origin',
    },
    {
      name: 'from a foreign page that hides its origin is refused',
      ask: { headers: { ...ours, 'sec-fetch-site': 'cross-site' } },
      outcome: 'signage.foreign-origin',
    },
    {
      name: 'that only reads counts from anywhere, for reading changes nothing',
      ask: { method: 'GET', headers: { ...ours, origin: 'https://evil.test' } },
      outcome: admitted,
    },
  ])('$name', async ({ ask, outcome }) => {
    expect((await asked(ask, { body: user('administrator') })).outcome).toEqual(outcome)
  })

  test('from a foreign page is refused before the lake is asked', async () => {
    const { seen } = await asked(
      { headers: { ...ours, origin: 'https://evil.test' } },
      { body: user('administrator') },
    )
    expect(seen).toEqual([])
  })
})

test('a bearer token counts from anywhere, for no foreign page can make a browser send one', async () => {
  const { outcome } = await asked(
    { headers: { ...bearer, origin: 'https://evil.test' } },
    { body: user('administrator') },
  )
  expect(outcome).toEqual({ id: 'p-1' })
})
