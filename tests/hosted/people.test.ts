/** @file Who acts at the desk: as the service says, with the stages that an administrator has accepted. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { absentOf, actorOf, takesPart } from '../../hosted/desk/people.ts'
import { turnsOf } from '../../hosted/desk/turns.ts'
import { isBoundary } from '../../hosted/service/authors.ts'
import { identitiesOf, identityOf, type Identity } from '../../hosted/service/identity.ts'
import { openDatabase } from '../../hosted/store/database.ts'
import { policiesIn } from '../../hosted/store/policies.ts'

const at = Date.parse('2026-11-22T08:00:00Z')

const policy = {
  ...{ _id: 'reviewPolicy', _type: 'reviewPolicy', _rev: 'r1', levels: 3 },
  people: [
    { _key: 'a', id: 'p-a', name: '甲', stages: ['final', 'first', 'nonsense'] },
    { _key: 'b', id: 'p-b', name: '乙', stages: ['second'], county: { _ref: 'county-a' } },
    { _key: 'c', name: '没有账号', stages: ['first'] },
    null,
  ],
  delegations: [
    {
      from: 'p-a',
      fromName: '甲',
      to: 'p-b',
      toName: '乙',
      since: '2026-11-22T00:00:00Z',
      until: '2026-11-23T00:00:00Z',
    },
    {
      from: 'p-x',
      fromName: '外人',
      to: 'p-b',
      toName: '乙',
      since: '2026-11-22T00:00:00Z',
      until: '2026-11-23T00:00:00Z',
    },
  ],
}
const identity = (id: string, roles: string[] = ['editor']): Identity => ({
  ...{ id, name: '自称', roles, isPerson: true, isAdministrator: roles.includes('administrator'), told: {} },
})

test('stages and county come from the accepted rules and from nowhere else', () => {
  expect(actorOf(identity('p-a'), policy)).toMatchObject({
    name: '甲',
    stages: ['first', 'final'],
    county: null,
  })
  expect(actorOf(identity('p-b'), policy)).toMatchObject({ stages: ['second'], county: 'county-a' })
  expect(actorOf(identity('p-c'), policy)).toMatchObject({ name: '自称', stages: [], county: null })
  expect(actorOf(identity('p-a'), null).stages, 'nothing accepted').toEqual([])
  const claims = identityOf({
    id: 'p-z',
    name: 'z',
    stages: ['final'],
    county: null,
    roles: [{ name: 'editor' }],
  })
  expect(claims && actorOf(claims, policy).stages, 'what the service tells of stages').toEqual([])
})

test('one stands in only for somebody whom the rules name', () => {
  const actor = actorOf(identity('p-b'), policy)
  expect(absentOf(actor, policy as never, policy, at).map(({ id }) => id)).toEqual(['p-a'])
})

test('who may only look at the service takes part only where the rules name him', () => {
  expect(takesPart(identity('p-a', ['viewer']), policy)).toBe(true)
  expect(takesPart(identity('p-z', ['viewer']), policy)).toBe(false)
  expect(takesPart(identity('p-z', []), policy)).toBe(false)
  expect(takesPart(identity('p-z', ['editor']), policy)).toBe(true)
})

test('a program’s token is no person, and an empty answer is nobody', () => {
  expect(
    identityOf({ id: 'p-r', name: 'r', provider: 'sanity-token', role: 'administrator' })?.isPerson,
  ).toBe(false)
  expect(identityOf({ id: 'robot-x', name: 'r' })?.isPerson).toBe(false)
  expect(identityOf({ id: 'p-a', name: '甲', provider: 'google' })?.isPerson).toBe(true)
  for (const told of [null, {}, { id: '' }, { id: 7 }, 'x']) expect(identityOf(told)).toBeNull()
})

/** Answers `users/me` by the token, and counts how often it was asked. */
async function serviceOf(tokens: Record<string, object>) {
  let asked = 0
  const server = createServer((request, response) => {
    asked++
    const told = tokens[(request.headers.authorization ?? '').replace('Bearer ', '')]
    response.writeHead(told ? 200 : 401, { 'content-type': 'application/json' })
    response.end(JSON.stringify(told ?? {}))
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  onTestFinished(() => void server.close())
  return { apiHost: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked: () => asked }
}

test('the service is asked who holds a token, once a minute; a token that it does not know is nobody’s', async () => {
  const service = await serviceOf({ good: { id: 'p-a', name: '甲', roles: [{ name: 'editor' }] } })
  let now = at
  const identities = identitiesOf(service, { now: () => now })
  expect((await identities.of('good'))?.id).toBe('p-a')
  expect((await identities.of('good'))?.id).toBe('p-a')
  expect(service.asked()).toBe(1)
  now += 60_000
  await identities.of('good')
  expect(service.asked()).toBe(2)
  expect(await identities.of('bad')).toBeNull()
  const asked = service.asked()
  for (const token of ['', 'a b', 'a\nb', '令牌', 'x'.repeat(5000)])
    expect(await identities.of(token), JSON.stringify(token.slice(0, 9))).toBeNull()
  expect(service.asked(), 'what cannot be a token is not asked about').toBe(asked)
})

test('a service that does not answer makes nobody an administrator', async () => {
  const identities = identitiesOf({ apiHost: 'http://127.0.0.1:9' }, { now: () => at })
  await expect(identities.of('good')).rejects.toMatchObject({ code: 'hosted.unreachable' })
})

test('rules are in force as they were when they were accepted, whatever the document says since', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pufa-policies-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const database = openDatabase(folder)
  onTestFinished(() => database.close())
  const policies = policiesIn(database)
  expect(policies.accepted()).toBeNull()
  expect(policies.isCurrent(null), 'no rules and none accepted').toBe(true)
  expect(policies.isCurrent(policy)).toBe(false)
  policies.accept(policy, { id: 'p-admin', name: '管理员' }, '2026-11-22T08:00:00.000Z')
  expect(policies.isCurrent({ ...policy, _rev: 'r2', _updatedAt: 'later' }), 'the same rules').toBe(true)
  expect(policies.isCurrent({ ...policy, levels: 1 })).toBe(false)
  expect(policies.isCurrent(null)).toBe(false)
  expect(policiesIn(database).accepted()).toMatchObject({ byName: '管理员', policy: { levels: 3 } })
})

test('authors are counted back to approved words, and no direct publishing wipes them out', () => {
  const told = (timestamp: string, ...documentIDs: string[]) => ({
    id: 't',
    author: 'p-a',
    timestamp,
    documentIDs,
  })
  const asked = { subject: 'a', copies: ['drafts.a'], publishedAt: '2026-11-01T00:00:00Z' }
  const direct = told('2026-11-05T00:00:00Z', 'a', 'drafts.a')
  expect(isBoundary(direct, { ...asked, isPublicApproved: true })).toBe(true)
  expect(isBoundary(direct, { ...asked, isPublicApproved: false })).toBe(false)
  expect(isBoundary(told('2026-10-31T00:00:00Z', 'drafts.a'), { ...asked, isPublicApproved: false })).toBe(
    true,
  )
  expect(isBoundary(direct, { ...asked, publishedAt: null, isPublicApproved: false })).toBe(false)
})

test('steps on one content come one after the other, also after one that failed', async () => {
  const inTurn = turnsOf()
  const order: string[] = []
  let open = () => {}
  const gate = new Promise<void>((go) => {
    open = go
  })
  const first = inTurn('a', async () => {
    await gate
    order.push('first')
    throw new Error('refused')
  })
  const second = inTurn('a', async () => order.push('second'))
  await inTurn('b', async () => order.push('other'))
  open()
  await expect(first).rejects.toThrow('refused')
  await second
  expect(order).toEqual(['other', 'first', 'second'])
})
