/** @file The options of `@sanity/client`: those that change an answer, and those that must change nothing. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { eventsOf } from './client-calls.ts'
import { startLake, type LakeOnPort } from './lake-on-port.ts'

let at: LakeOnPort
beforeAll(async () => {
  at = await startLake()
  await at.client.create({ _id: 'a', _type: 'x', title: '发布的' })
  await at.client.create({ _id: 'drafts.a', _type: 'x', title: '草稿' })
  await at.client.create({ _id: 'versions.r1.a', _type: 'x', title: '版本' })
})
afterAll(() => at.close())

const title = '*[_type == "x"]|order(_id)[0].title'

describe('fetch', () => {
  test.each([
    ['published', '发布的'],
    ['drafts', '草稿'],
    [['r1', 'drafts'], '版本'],
    [['r1'], '版本'],
  ] as const)('perspective %j shows %s', async (perspective, shown) => {
    const perspectives = perspective as 'published'
    expect(await at.client.fetch(title, {}, { perspective: perspectives })).toBe(shown)
    expect(await at.clientWith({ token: at.token, perspective: perspectives }).fetch(title)).toBe(shown)
  })

  test('filterResponse gives the whole answer, with the query unless it is not wanted', async () => {
    const whole = await at.client.fetch('1 + 1', {}, { filterResponse: false })
    expect(whole).toMatchObject({
      result: 2,
      query: '1 + 1',
      ms: expect.any(Number),
      syncTags: expect.any(Array),
    })
    const short = await at.client.fetch('1 + 1', {}, { filterResponse: false, returnQuery: false })
    expect(short).not.toHaveProperty('query')
  })

  test('a source map is not given, and asking for one changes nothing else', async () => {
    const answer = await at.client.fetch(title, {}, { filterResponse: false, resultSourceMap: true })
    expect(answer).not.toHaveProperty('resultSourceMap')
    const stega = at.clientWith({
      token: at.token,
      perspective: 'published',
      stega: { enabled: true, studioUrl: '/studio' },
    })
    expect(await stega.fetch(title)).toBe('发布的')
  })

  test.each([
    ['useCdn', { useCdn: true }],
    ['tag', { tag: 'site.list' }],
    ['cacheMode', { useCdn: true, cacheMode: 'noStale' }],
    ['lastLiveEventId', { lastLiveEventId: '1' }],
  ] as const)('%s is taken and changes no answer', async (_name, options) => {
    expect(await at.client.fetch(title, {}, { perspective: 'published', ...options })).toBe('发布的')
  })

  test('a query that is given up is given up', async () => {
    const controller = new AbortController()
    const asked = at.client.fetch('*', {}, { signal: controller.signal })
    controller.abort()
    await expect(asked).rejects.toThrow(/abort/i)
  })

  test('a query too long for an address goes as a body, with the same answer', async () => {
    const long = `count(*[_id in ["a"${', "no-such-id"'.repeat(2_000)}]])`
    expect(await at.client.fetch(long)).toBe(1)
  })

  test('an answer is kept by nobody on the way, because the next commit may change it', async () => {
    const answer = await at.fetch('/v2025-02-19/data/query/production?query=1')
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })
})

describe('writes', () => {
  test('dryRun tells what would be, and does nothing', async () => {
    const told = await at.client.create({ _id: 'dry', _type: 'x' }, { dryRun: true })
    expect(told).toMatchObject({ _id: 'dry' })
    expect(await at.client.getDocument('dry')).toBeUndefined()
    await expect(at.client.create({ _id: 'a', _type: 'x' }, { dryRun: true })).rejects.toMatchObject({
      statusCode: 409,
    })
  })

  test('array entries get keys where they have none, and keep those they have', async () => {
    const list = [{ v: 1 }, { _key: 'own', v: 2 }, 'text']
    const made = await at.client.create({ _type: 'y', list }, { autoGenerateArrayKeys: true })
    expect(made['list']).toMatchObject([{ _key: expect.stringMatching(/^\w{12}$/) }, { _key: 'own' }, 'text'])
  })

  test.each(['sync', 'async', 'deferred'] as const)(
    'with visibility %s, what was answered can be queried',
    async (visibility) => {
      const { _id } = await at.client.create({ _type: 'y' }, { visibility })
      expect(await at.client.fetch('count(*[_id == $_id])', { _id })).toBe(1)
    },
  )

  test('returnDocuments and returnFirst choose the shape of the answer', async () => {
    const both = () => at.client.transaction().create({ _type: 'y' }).create({ _type: 'y' })
    expect(await both().commit({ returnDocuments: true })).toHaveLength(2)
    expect(await both().commit({ returnDocuments: true, returnFirst: true })).toMatchObject({ _type: 'y' })
    expect(await both().commit()).toMatchObject({ documentIds: [expect.any(String), expect.any(String)] })
    expect(await both().commit({ returnFirst: true })).toMatchObject({ documentId: expect.any(String) })
  })

  test('a transaction sent twice under one name is done once', async () => {
    const once = () =>
      at.client.mutate([{ create: { _id: 'once', _type: 'y' } }], { transactionId: 'named-once' })
    expect(await once()).toEqual(await once())
  })
})

describe('listen', () => {
  const heardOf = async (options: Parameters<typeof at.client.listen>[2]) => {
    const id = `heard-${JSON.stringify(options).length}-${Object.keys(options ?? {}).join('-')}`
    await at.client.createOrReplace({ _id: id, _type: 'y', n: 1 })
    const listening = at.client.listen(
      '*[_id == $id]',
      { id },
      { events: ['welcome', 'mutation'], ...options },
    )
    const [, event] = await eventsOf(listening, 2, () => at.client.patch(id).set({ n: 2 }).commit())
    return event ?? {}
  }

  test.each([
    [{ includeResult: false }, { result: undefined }],
    [{ includeResult: true }, { result: { n: 2 } }],
    [{ includePreviousRevision: true }, { previous: { n: 1 } }],
    [{ includePreviousRevision: false }, { previous: undefined }],
    [{ includeMutations: false }, { mutations: undefined }],
    [{ effectFormat: 'mendoza' }, { effects: { apply: [0, { n: 2 }], revert: [0, { n: 1 }] } }],
    [{ visibility: 'query' }, { visibility: 'query' }],
    [{ includeAllVersions: true }, { transition: 'update' }],
    [{ tag: 'desk' }, { transition: 'update' }],
  ] as const)('%j', async (options, expected) => {
    const event = await heardOf(options as Parameters<typeof at.client.listen>[2])
    for (const [name, value] of Object.entries(expected))
      if (value === undefined) expect(event).not.toHaveProperty(name)
      else expect(event).toMatchObject({ [name]: value })
  })

  test('a filter that does not parse ends the listening with an error, since nothing will ever come', async () => {
    await expect(eventsOf(at.client.listen('*[', {}), 1, async () => {})).rejects.toThrow()
  })
})

describe('live events', () => {
  test('who is not signed in hears that something published changed, and of drafts nothing', async () => {
    const tagsOf = eventsOf(at.anonymous.live.events(), 2, async () => {
      // What no page shows is as hidden as a draft.
      await at.client.patch('drafts.a').set({ n: 1 }).commit()
      await at.client.patch('a').set({ n: 1 }).commit()
      await at.client.create({ _id: 'open', _type: 'law', title: '公开的' })
    })
    const [welcome, message] = await tagsOf
    const seq = (event: Record<string, unknown> | undefined) => Number(event?.['id'])
    expect(message).toMatchObject({ type: 'message' })
    expect(seq(message) - seq(welcome)).toBe(3)
  })
})
