/** @file Reading by GROQ: perspectives, text search, limits of time, and equality with and without indexes. */
import { SYSTEM } from '../../content-lake/access/party.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { evaluateSync, parse } from 'groq-js'
import { answer } from '../../content-lake/query/evaluate.ts'
import type { LakeDocument } from '../../content-lake/store/document.ts'
import { Views } from '../../content-lake/query/view/views.ts'
import { Documents } from '../../content-lake/store/documents.ts'
import { startLake, type LakeOnPort } from './lake-on-port.ts'

let at: LakeOnPort
beforeAll(async () => {
  at = await startLake({ queryTimeMsMax: 400 })
  const create = (document: { _id: string; _type: string; [name: string]: unknown }) =>
    at.client.create(document)
  await create({
    _id: 'a',
    _type: 'question',
    title: '老板拖欠工资怎么办',
    body: [{ _type: 'block', _key: 'k', children: [{ _type: 'span', _key: 's', text: '可以拨打12348' }] }],
  })
  await create({ _id: 'drafts.a', _type: 'question', title: '草稿' })
  await create({ _id: 'versions.r1.a', _type: 'question', title: '版本一' })
  await create({ _id: 'drafts.b', _type: 'question', title: '只有草稿' })
  await create({ _id: 'c', _type: 'question', title: 'Divorce and custody', to: { _ref: 'a' } })
  await create({ _id: 'versions.r1.c', _type: 'question', _system: { delete: true } })
})
afterAll(() => at.close())

const titles = '*[_type == "question"] | order(_id) {_id, _originalId, title}'

describe('perspective', () => {
  test('raw gives every document as stored', async () => {
    expect(await at.client.fetch('count(*)')).toBe(6)
  })

  test('published leaves out drafts and versions', async () => {
    expect(await at.client.fetch('*[]._id', {}, { perspective: 'published' })).toEqual(['a', 'c'])
  })

  test('drafts lays drafts over published under the published id, and tells where each came from', async () => {
    for (const perspective of ['drafts', 'previewDrafts'] as const)
      expect(await at.client.fetch(titles, {}, { perspective })).toEqual([
        { _id: 'a', _originalId: 'drafts.a', title: '草稿' },
        { _id: 'b', _originalId: 'drafts.b', title: '只有草稿' },
        { _id: 'c', _originalId: 'c', title: 'Divorce and custody' },
      ])
  })

  test('a stack takes the first layer that has the document, and a version may hide it', async () => {
    expect(
      await at.client.fetch('*[_type == "question"]{_id, title}', {}, { perspective: ['r1', 'drafts'] }),
    ).toEqual([
      { _id: 'a', title: '版本一' },
      { _id: 'b', title: '只有草稿' },
    ])
  })

  test('a reference leads to what the perspective shows', async () => {
    const query = '*[_id == "c"][0].to->title'
    expect(await at.client.fetch(query, {}, { perspective: 'drafts' })).toBe('草稿')
    expect(await at.client.fetch(query, {}, { perspective: 'published' })).toBe('老板拖欠工资怎么办')
  })

  test('without a name, API versions from 2025-02-19 on see what is published and older ones all', async () => {
    const count = async (version: string) => {
      const response = await at.fetch(`/v${version}/data/query/production?query=count(*)`)
      return ((await response.json()) as { result: number }).result
    }
    expect(await count('2025-02-19')).toBe(2)
    expect(await count('X')).toBe(2)
    expect(await count('2021-03-25')).toBe(6)
    expect(await count('1')).toBe(6)
  })
})

describe('text search', () => {
  const search = (words: string) =>
    at.client.fetch<string[]>('*[@ match text::query($words)]._id', { words }, { perspective: 'published' })

  test('Chinese words are found anywhere in the text, since nothing stands between words', async () => {
    expect(await search('工资*')).toEqual(['a'])
    expect(await search('拖欠 怎么办')).toEqual(['a'])
    expect(await search('拖欠 离婚')).toEqual([])
  })

  test('letters and digits are found at the beginning of a word', async () => {
    expect(await search('cust*')).toEqual(['c'])
    expect(await search('stody')).toEqual([])
    expect(await search('12348')).toEqual(['a'])
  })

  test('a star alone gives every document, because that is how the Studio asks for a list', async () => {
    const list =
      '*[_type in $types && ([@, _id] match text::query($words) || references($raw)) && (_type == $type)]._id'
    const ask = (words: string) =>
      at.client.fetch<string[]>(
        list,
        { types: ['question'], type: 'question', words, raw: '' },
        { perspective: 'drafts' },
      )
    expect(await ask('*')).toEqual(['a', 'b', 'c'])
    expect(await ask('')).toEqual([])
    expect(
      await at.client.fetch('*[title match text::query("*")]._id', {}, { perspective: 'published' }),
    ).toEqual(['a', 'c'])
  })

  test('a minus leaves out, quotes keep together', async () => {
    expect(await search('divorce -custody')).toEqual([])
    expect(await search('"divorce and"')).toEqual(['c'])
  })

  test('the form the Studio uses, with a list on the left and a score, gives the best first', async () => {
    const query = `*[_type in $types && [@, _id] match text::query($words)] | score(boost(title match text::query($words), 10)) | order(_score desc) [0...$limit] {_id, _score}`
    const found = await at.client.fetch<{ _id: string; _score: number }[]>(
      query,
      { types: ['question'], words: '工资*', limit: 10 },
      { perspective: 'published' },
    )
    expect(found).toEqual([{ _id: 'a', _score: 11 }])
  })

  test('the hidden text never shows in a result', async () => {
    const found = await at.client.fetch<object>(
      '*[@ match text::query("工资")][0]',
      {},
      { perspective: 'published' },
    )
    expect(Object.keys(found)).not.toContain('__pufaText')
  })
})

describe('asking', () => {
  test('a query too long for an address is posted', async () => {
    const ids = ['a', ...Array.from({ length: 3000 }, (_, n) => `none-${n}`)]
    expect(await at.client.fetch('*[_id in $ids]._id', { ids })).toEqual(['a'])
  })

  test('a comment may end the query, as in Sanity', async () => {
    expect(await at.client.fetch('1 + 1 // two')).toBe(2)
  })

  test('a syntax error is 400 with its place, so that an editor can mark it', async () => {
    const error = await at.client.fetch('*[_type == ').catch((caught: unknown) => caught)
    expect(error).toMatchObject({ statusCode: 400, details: { type: 'queryParseError', start: 10 } })
  })

  test('a function that does not exist here is 400, not a wait', async () => {
    const response = await at.fetch('/v1/data/query/production?query=*[_id==geo::x()]')
    expect(response.status).toBe(400)
  })

  test('a query past its time is 504, never 4xx: the Studio would throw edits away', async () => {
    const slow = Array.from({ length: 12 }).reduce((inner: string) => `*[]{"n": count(${inner})}`, '*')
    const began = performance.now()
    const error = await at.client.fetch(slow).catch((caught: unknown) => caught)
    expect(error).toMatchObject({ statusCode: 504 })
    expect(performance.now() - began).toBeLessThan(3000)
    expect(await at.client.fetch('count(*)')).toBe(6)
  })

  test('a commit is seen by the next query, since people reload at once', async () => {
    for (let n = 0; n < 20; n++) {
      await at.client.createOrReplace({ _id: 'fresh', _type: 'fresh', n })
      expect(await at.client.fetch('*[_id == "fresh"][0].n')).toBe(n)
    }
    await at.client.delete('fresh')
    expect(await at.client.fetch('count(*[_id == "fresh"])')).toBe(0)
  })

  test('answers echo the query unless told not to, and say how long they took', async () => {
    const response = await at.fetch('/v1/data/query/production?query=1&returnQuery=false')
    expect(await response.json()).toEqual({ result: 1, ms: expect.any(Number), syncTags: [] })
  })

  test('sync tags are those that live events carry, so that a page asks again only when it must', async () => {
    const { result, syncTags } = await at.client.fetch<unknown[]>(
      '*[_type == "question" && _id == "c"]{"led": to->_id}',
      {},
      { filterResponse: false },
    )
    expect(result).toEqual([{ led: 'a' }])
    expect(syncTags).toEqual(['s1:question', 's1:id:c'])
  })

  test('getDocument reads drafts by their own id', async () => {
    expect(await at.client.getDocument('drafts.b')).toMatchObject({ title: '只有草稿' })
    expect(await at.client.getDocuments(['a', 'none', 'c'])).toMatchObject([{ _id: 'a' }, null, { _id: 'c' }])
  })
})

describe('indexes never change an answer', () => {
  const stamp = { _rev: 'r', _createdAt: '2026-01-01T00:00:00Z', _updatedAt: '2026-01-01T00:00:00Z' }
  const made: LakeDocument[] = []
  for (let n = 0; n < 60; n++) {
    const type = ['law', 'lawyer', 'mural'][n % 3] ?? ''
    made.push({
      _id: `d${(n * 7919) % 1000}`,
      _type: type,
      n: n % 5,
      to: { _ref: `d${(n * 31) % 60}` },
      ...stamp,
    })
    if (n % 4 === 0) made.push({ _id: `drafts.d${(n * 7919) % 1000}`, _type: type, n: -1, ...stamp })
  }
  made.sort((a, b) => (a._id < b._id ? -1 : 1))
  const documents = new Documents()
  documents.load(made)
  const views = new Views(documents)

  const queries = [
    '*',
    '*[_type == "law"]',
    '*["law" == _type && n > 2]',
    '*[_type in ["law", "mural", "law"]] | order(n desc)',
    '*[_type == "law" || n == 3]',
    '*[_id == "d0"]',
    '*[_id in ["d5", "d0", "nothing", "d0"]]',
    '*[_id in $ids && _type == $type][0]',
    '*[references("d31")]{_id}',
    '*[!(_type == "law")]{_id, "same": count(*[_type == "law" && n == ^.n])}[0...4]',
    'count(*[_type == "law"]) + count(*)',
    '*[_type == "law"][n == 2]{_id, "t": to->_type}',
    '*[_type == null]',
    '*[sanity::versionOf("d357")]._id',
    '*[sanity::versionOf("d0") && n > 0]._id',
    '*[sanity::versionOf("drafts.d0")]._id',
    '*[_type == "law"] | order(_id desc)[2..5]',
  ]
  test.each(queries)('%s', async (query) => {
    const params = { ids: ['d0', 'd7'], type: 'law' }
    const now = 0
    const { json: fast } = await answer(views, {
      query,
      params,
      perspective: 'raw',
      party: SYSTEM,
      projectId: 'p',
      dataset: 'd',
      now,
    })
    const slow: unknown = evaluateSync(parse(query, { params }), { dataset: made, params }).data
    expect(JSON.parse(fast)).toEqual(JSON.parse(JSON.stringify(slow)))
  })

  test('a perspective narrowed by type is that perspective filtered by type', async () => {
    const ask = async (query: string) =>
      JSON.parse(
        (
          await answer(views, {
            query,
            params: {},
            perspective: ['drafts'],
            party: SYSTEM,
            projectId: 'p',
            dataset: 'd',
            now: 0,
          })
        ).json,
      ) as unknown
    expect(await ask('*[_type == "law"]')).toEqual(await ask('*[_type == "law" || false]'))
    expect(await ask('*[_type == "law"]')).not.toEqual([])
  })

  test('ids stay in order through any changes, because order is what makes narrowing safe', () => {
    const changing = new Documents()
    for (const [n, document] of [...made].reverse().entries()) {
      changing.apply([{ id: document._id, document }])
      if (n % 3 === 0) changing.apply([{ id: document._id, document: null }])
      if (n % 5 === 0) changing.apply([{ id: document._id, document: { ...document, _type: 'changed' } }])
    }
    expect([...changing.ids()]).toEqual([...changing.ids()].sort())
    const ofType = (type: string) => changing.ids().filter((id) => changing.get(id)?._type === type)
    for (const type of ['law', 'lawyer', 'mural', 'changed'])
      expect(changing.idsOfType(type)).toEqual(ofType(type))
    for (const id of changing.ids()) expect(changing.idsOfVersions(id)).toContain(id)
    expect(changing.idsOfVersions('d0').every((id) => changing.has(id))).toBe(true)
    for (const id of changing.referrersOf('d31')) expect(changing.has(id)).toBe(true)
  })
})
