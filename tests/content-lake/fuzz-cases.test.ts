/** @file The smallest inputs that once did harm, each with what must come of it instead. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nestsDeeper } from '../../content-lake/http/json-depth.ts'
import { FilterBudget } from '../../content-lake/query/filter-budget.ts'
import { parseQuery } from '../../content-lake/query/parse.ts'
import { withinTime } from '../../content-lake/within-time.ts'
import { eventsOf } from './client-calls.ts'
import { twoHalves } from './picture.ts'
import { startLake, type LakeOnPort } from './lake-on-port.ts'

let at: LakeOnPort
beforeAll(async () => {
  at = await startLake()
})
afterAll(() => at.close())

const pit = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)
const post = async (to: string, body: string, anonymous = false) => {
  const response = await at.fetch(`/v2025-02-19/data/${to}/production`, { method: 'POST', body, anonymous })
  return { status: response.status, body: (await response.json()) as { code?: string } }
}
const create = (id: string, value: string) =>
  `{"mutations":[{"createOrReplace":{"_id":"${id}","_type":"x","a":${value}}}]}`

describe('values that nest too deep for what walks them', () => {
  test.each([
    ['parameters of a query', 'query', `{"query":"1","params":{"a":${pit(5_000)}}}`],
    ['a body of nothing else', 'query', pit(1_000_000)],
    ['a document', 'mutate', create('deep', pit(5_000))],
    ['an action', 'actions', `{"actions":[${pit(5_000)}]}`],
    ['a document by one level', 'mutate', create('deep', pit(100))],
  ])('%s: 400, and the lake goes on', async (_what, endpoint, body) => {
    expect((await post(endpoint, body)).status).toBe(400)
    expect(await at.client.fetch('1')).toBe(1)
    expect(await at.client.getDocument('deep')).toBeUndefined()
  })

  test('a document of the greatest depth is taken, read, found and patched', async () => {
    expect((await post('mutate', create('deep-enough', pit(99)))).status).toBe(200)
    expect(await at.client.fetch('defined(*[_id == "deep-enough"][0].a)')).toBe(true)
    expect(await at.client.patch('deep-enough').set({ n: 1 }).commit()).toMatchObject({ n: 1 })
  })

  test('patches cannot dig deeper step by step', async () => {
    await post('mutate', create('digging', pit(60)))
    const down = `a${'[0]'.repeat(59)}`
    const insert = { after: `${down}[-1]`, items: [JSON.parse(pit(60)) as unknown] }
    const dug = at.client.mutate([{ patch: { id: 'digging', insert } }])
    await expect(dug).rejects.toMatchObject({ statusCode: 400 })
  })

  test.each([
    ['[[1]]', 2, false],
    ['[[1]]', 1, true],
    ['"[[[["', 1, false],
    ['"\\"[[[[\\\\"', 1, false],
    ['{"a":[{"b":[]}]}', 3, true],
    ['[][][][]', 1, false],
  ])('%s nests deeper than %i: %s', (text, depth, expected) => {
    expect(nestsDeeper(text, depth)).toBe(expected)
  })
})

describe('what multiplies itself', () => {
  test('a patch that puts a large value in many places is refused, since the document would fill the memory', async () => {
    await at.client.create({ _id: 'many', _type: 'x', list: Array.from({ length: 100 }, () => ({ v: 1 })) })
    const much = at.client
      .patch('many')
      .set({ 'list[0:100].v': 'x'.repeat(200_000) })
      .commit()
    await expect(much).rejects.toThrow(/longer than/)
    expect(
      await at.client
        .patch('many')
        .set({ 'list[0:100].v': 'x'.repeat(100) })
        .commit(),
    ).toBeDefined()
  })

  test('an answer beyond a hundred megabytes is refused where it is made', async () => {
    await at.client.create({ _id: 'long', _type: 'long', text: 'x'.repeat(1_000_000) })
    const copies = `*[_type == "long"]{"a": [${'text,'.repeat(150)} text]}`
    await expect(at.client.fetch(copies)).rejects.toMatchObject({ statusCode: 400 })
    await at.client.delete('long')
  })
})

describe('names that break what reads documents', () => {
  test.each(['__proto__', 'hasOwnProperty'])(
    '%s is refused at any depth, or one document would spoil every query',
    async (name) => {
      for (const value of [`{"${name}":1}`, `[{"b":{"${name}":{"x":1}}}]`])
        expect((await post('mutate', create('named', value))).status).toBe(400)
      expect(await at.client.fetch('count(*[nosuch == 1])')).toBe(0)
    },
  )

  test.each(['constructor', 'prototype', 'toString', 'valueOf', 'length', 'then', 'toJSON', ''])(
    '%j is a name like any other',
    async (name) => {
      expect((await post('mutate', create('named', `{"${name}":7}`))).status).toBe(200)
      const stored = (await at.client.fetch('*[_id == "named"][0]')) as { a: Record<string, unknown> }
      expect(stored.a[name]).toBe(7)
    },
  )
})

describe('listeners', () => {
  const avalanche = `*[_type == "bait" && count({"x":[1,1]}${'{"x":[...x,...x,...x]}'.repeat(30)}.x) > 0]`

  test('a filter without end loses its listener, and holds up neither the commit nor the others', async () => {
    const other = eventsOf(
      at.client.listen('*[_type == "bait"]', {}, { events: ['welcome', 'mutation'] }),
      2,
      () => Promise.resolve(),
    )
    const lost = eventsOf(at.client.listen(avalanche, {}, { events: ['welcome', 'mutation'] }), 3, () =>
      at.client.create({ _id: 'bait', _type: 'bait' }),
    )
    await expect(lost).rejects.toThrow(/时限/)
    expect((await other)[1]).toMatchObject({ documentId: 'bait' })
    await expect.poll(() => at.lake.metrics()['lake_listeners']).toBe(0)
  })

  test('a filter without end that wants to hear the past is refused once, not once for each commit it missed', async () => {
    for (let n = 0; n < 40; n++) await at.client.createOrReplace({ _id: 'bait', _type: 'bait', n })
    const began = at.lake.metrics()['lake_stream_events_total'] ?? 0
    const search = new URLSearchParams({ query: avalanche, enableResume: 'true' }).toString()
    const response = await at.fetch(`/v1/data/listen/production?${search}`, {
      headers: { 'last-event-id': '1-0' },
    })
    const text = await response.text()
    expect(text.match(/event: \w+/g)).toEqual(['event: welcomeback', 'event: channelError'])
    expect((at.lake.metrics()['lake_stream_events_total'] ?? 0) - began).toBe(2)
    expect(at.lake.metrics()['lake_listeners']).toBe(0)
  }, 20_000)

  test('filters that are each just quick enough are refused when together they are not, and honest ones stay', () => {
    let now = 0
    const budget = new FilterBudget(() => now)
    const take = (ms: number) => budget.spend(() => (now += ms))
    for (let n = 0; n < 2; n++) take(450)
    expect(() => take(450)).toThrow(expect.objectContaining({ code: 'lake.query-too-slow' }))
    expect(() => take(1), 'a quick one pays, and is let be').not.toThrow()
    now += 60_000
    expect(() => take(450), 'what was saved up meanwhile').not.toThrow()
    expect(() => Array.from({ length: 5_000 }, () => take(4))).toThrow()
  })

  test('what does not end is ended, and what does gives its value', () => {
    expect(withinTime(10_000, () => 7)).toBe(7)
    const endless = () => {
      for (;;);
    }
    expect(() => withinTime(20, endless, 'lake.patch-too-slow')).toThrow(
      expect.objectContaining({ code: 'lake.patch-too-slow', status: 503 }),
    )
    expect(() => withinTime(20, endless)).toThrow(expect.objectContaining({ code: 'lake.query-too-slow' }))
    expect(() => withinTime(10_000, () => ([] as number[]).reduce(() => 1))).toThrow(TypeError)
  })
})

test('a query of slashes is read in one pass, because a listener’s query is read where commits are made', () => {
  expect(() => parseQuery(`${'/'.repeat(190_000)}\n[`, {})).toThrow(
    expect.objectContaining({ code: 'lake.malformed-query' }),
  )
}, 5_000)

test.each(['h=8192', 'w=8000', 'w=6000&h=6000&fit=min', 'rect=0,0,400,1&h=200'])(
  'a picture blown up to more than forty million pixels by %s is refused before it is made',
  async (search) => {
    const picture = await at.client.assets.upload('image', await twoHalves())
    const isHuge = search !== 'w=8000'
    const response = await at.fetch(`/${picture.path}?${search}&fm=jpg&q=1`, { method: 'HEAD' })
    expect(response.status).toBe(isHuge ? 422 : 200)
  },
)

test('nobody can make the lake hold sixteen megabytes of a query, since anyone may ask', async () => {
  const answer = await post(
    'query',
    JSON.stringify({ query: '1', params: { a: 'x'.repeat(3_000_000) } }),
    true,
  )
  expect(answer).toMatchObject({ status: 413, body: { code: 'lake.request-too-large' } })
})

test('an action that this system does not have is no error of it, so the log is silent', async () => {
  at.log.lines.splice(0)
  expect((await post('actions', '{"actions":[{"actionType":"sanity.action.nothing"}]}')).status).toBe(501)
  expect(at.log.lines).toEqual([])
})
