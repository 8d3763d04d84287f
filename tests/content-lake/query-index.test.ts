/** @file Indexes and orders: built at the second wish, bounded, mended; and a start that lets others work. */
import { expect, test } from 'vitest'
import { SYSTEM } from '../../content-lake/access/party.ts'
import { answer } from '../../content-lake/query/evaluate.ts'
import { IndexedView, USUAL } from '../../content-lake/query/view/view.ts'
import { Views } from '../../content-lake/query/view/views.ts'
import type { IndexDefinition, Key, OrderDefinition } from '../../content-lake/query/run/index-name.ts'
import type { LakeDocument } from '../../content-lake/store/document.ts'
import { Documents } from '../../content-lake/store/documents.ts'

const made = (n: number, more: Record<string, unknown> = {}): LakeDocument => ({
  _id: `d${1000 + n}`,
  _type: 'law',
  _rev: 'r',
  _createdAt: '2026-01-01T00:00:00Z',
  _updatedAt: '2026-01-01T00:00:00Z',
  n,
  ...more,
})
const documents = Array.from({ length: 600 }, (_, n) => made(n, { group: n % 3 }))

/** @param reads counts how often a document was looked at */
const byAttribute = (name: string, reads = { count: 0 }): IndexDefinition => ({
  name,
  keysOf: (document) => {
    reads.count++
    return [(document[name] ?? null) as Key]
  },
})

test('an index is built at the second wish, so that a question asked once costs no more than a look', () => {
  const view = new IndexedView(documents, USUAL)
  const reads = { count: 0 }
  const posting = { index: byAttribute('group', reads), key: 1 }
  expect(view.size(posting)).toBeNull()
  expect(view.size(posting, true)).toBeNull()
  expect(reads.count).toBe(0)
  expect(view.size(posting, true)).toBe(200)
  expect(view.lookUp(posting)).toHaveLength(200)
  expect(reads.count).toBe(600)
})

test('indexes are bounded in number, and the one that was used longest ago goes', () => {
  const view = new IndexedView(documents, { ...USUAL, isEager: true })
  const first = { index: byAttribute('first'), key: null }
  view.size(first, true)
  const wish = (from: number) => {
    for (let n = from; n < from + 20; n++) view.size({ index: byAttribute(`index-${n}`), key: 1 }, true)
  }
  wish(0)
  expect(view.size(first)).not.toBeNull()
  wish(20)
  expect(view.size(first)).not.toBeNull()
  wish(40)
  wish(60)
  expect(view.size(first)).toBeNull()
})

test('an order moves a document that changed, and leaves ties in the order of ids', () => {
  const view = new IndexedView(documents.slice(0, 6), { ...USUAL, isEager: true })
  const order: OrderDefinition = {
    name: 'group desc',
    directions: [{ isDescending: true }],
    keysOf: (document) => [document['group']],
  }
  const ids = () => [...(view.ordered(null, order) ?? [])].map(({ n }) => n)
  expect(ids()).toEqual([2, 5, 1, 4, 0, 3])
  view.refresh('d1003', made(3, { group: 2 }))
  view.refresh('d1005', undefined)
  expect(ids()).toEqual([2, 3, 1, 4, 0])
})

test('a view that missed many commits shows what is there', async () => {
  const stored = new Documents()
  const views = new Views(stored)
  const count = async () => {
    const question = { params: {}, perspective: 'raw', party: SYSTEM, projectId: 'p', dataset: 'd' } as const
    return (await answer(views, { ...question, query: 'count(*[_type == "law"])', now: 0 })).json
  }
  expect(await count()).toBe('0')
  for (let n = 0; n < 6000; n++) views.apply([{ id: `d${1000 + n}`, document: made(n) }])
  expect(await count()).toBe('6000')
})

test('loading lets others of the thread work in between, since the site starts beside it', async () => {
  const stored = new Documents()
  let turns = 0
  const timer = setInterval(() => turns++, 0)
  const many = Array.from({ length: 5000 }, (_, n) => made(n))
  await stored.loadInPieces(many)
  clearInterval(timer)
  expect(stored.size).toBe(5000)
  const inOneGo = new Documents()
  inOneGo.load(many)
  expect(stored.ids()).toEqual(inOneGo.ids())
  expect(turns).toBeGreaterThan(0)
})
