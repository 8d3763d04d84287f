/** @file Pages of other programs use the lake where the operator has named them, and nowhere else. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startLake, type LakeOnPort } from './lake-on-port.ts'

const friend = 'https://bureau.example.cn'
let at: LakeOnPort
let closed: LakeOnPort
beforeAll(async () => {
  at = await startLake({ corsOrigins: [friend] })
  closed = await startLake()
})
afterAll(async () => {
  await at.close()
  await closed.close()
})

const writeAs = (cookie: string, origin: string) =>
  at.fetch('/v1/data/mutate/production', {
    method: 'POST',
    anonymous: true,
    headers: { cookie, origin, 'sec-fetch-site': 'cross-site' },
    body: JSON.stringify({ mutations: [{ create: { _type: 'cors' } }] }),
  })

test('a page that is named writes in the name of who is signed in; one that is not does not', async () => {
  const cookie = await at.signIn()
  expect((await writeAs(cookie, friend)).status).toBe(200)
  for (const origin of ['https://evil.example', `${friend}.evil.example`, 'null', `${friend}:444`])
    expect((await writeAs(cookie, origin)).status, origin).toBe(403)
})

test('errors can be read by a page that is named, or it could not tell what is wrong', async () => {
  const response = await at.fetch('/v1/users/me', { anonymous: true, headers: { origin: friend } })
  expect(response.status).toBe(401)
  expect(response.headers.get('access-control-allow-origin')).toBe(friend)
})

test('the lake says honestly who may ask', async () => {
  const allowed = async (lake: LakeOnPort, origin: string) =>
    (
      (await (await lake.fetch('/v1/check/cors', { headers: { origin } })).json()) as {
        result: { allowed: boolean }
      }
    ).result.allowed
  expect([
    await allowed(at, friend),
    await allowed(at, 'https://evil.example'),
    await allowed(closed, friend),
  ]).toEqual([true, false, false])
})

test('where nobody is named, nothing is said to any page', async () => {
  for (const method of ['GET', 'OPTIONS']) {
    const { headers } = await closed.fetch('/v1/ping', { method, headers: { origin: friend } })
    expect([headers.get('access-control-allow-origin'), headers.get('vary')]).toEqual([null, null])
  }
})
