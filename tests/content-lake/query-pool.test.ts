/** @file Answers that are kept, shared and purged; answers that are too large. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ANONYMOUS_PARTY, SYSTEM, type Party } from '../../content-lake/access/party.ts'
import { answer, type Question } from '../../content-lake/query/evaluate.ts'
import { openQueryPool, type QueryPool } from '../../content-lake/query/pool.ts'
import { Views } from '../../content-lake/query/view/views.ts'
import { createCommitter } from '../../content-lake/store/commit.ts'
import { openDatabase } from '../../content-lake/store/database.ts'
import type { LakeDocument } from '../../content-lake/store/document.ts'
import { Documents } from '../../content-lake/store/documents.ts'
import { Ledger } from '../../content-lake/store/ledger.ts'
import { parseMutations } from '../../content-lake/store/mutation.ts'
import { resolveMutations } from '../../content-lake/store/resolve.ts'
import { recordingLog } from './lake-on-port.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'pufa-query-pool-'))
const database = openDatabase(folder, null)
const documents = new Documents()
let pool: QueryPool
const committer = createCommitter({
  documents,
  ledger: new Ledger(database),
  clock: { now: () => 0 },
  checks: [],
  onCommit: (commit) => pool.follow(commit),
})

beforeAll(() => {
  pool = openQueryPool({ folder, workers: 1, timeMsMax: 20_000, documents }, recordingLog())
})
afterAll(async () => {
  await pool.close()
  database.close()
  rmSync(folder, { recursive: true })
})

async function commit(...mutations: object[]): Promise<void> {
  const resolved = await resolveMutations(
    parseMutations(mutations),
    () => Promise.resolve([]),
    () => 0,
  )
  committer.commit({
    mutations: resolved,
    transactionId: null,
    party: SYSTEM,
    requestSha256: '',
    dryRun: false,
    makesArrayKeys: false,
  })
}

const put = (_id: string, _type: string, more: object = {}) =>
  commit({ createOrReplace: { _id, _type, ...more } })

const question = (query: string, more: Partial<Question> = {}): Question => ({
  query,
  params: {},
  perspective: 'raw',
  party: SYSTEM,
  projectId: 'p',
  dataset: 'd',
  now: 0,
  ...more,
})

/** @returns the answer, and whether it had been kept */
async function ask(query: string, more: Partial<Question> = {}) {
  const before = pool.counts().fromCache
  const result: unknown = JSON.parse(await pool.ask(question(query, more)))
  return { result, wasKept: pool.counts().fromCache > before }
}

describe('answers are kept', () => {
  test('until a commit touches a type that the query can see, and no longer', async () => {
    await put('law-1', 'law')
    const count = () => ask('count(*[_type == "law"])')
    expect(await count()).toEqual({ result: 1, wasKept: false })
    expect(await count()).toEqual({ result: 1, wasKept: true })
    await put('mural-1', 'mural')
    expect(await count()).toEqual({ result: 1, wasKept: true })
    await put('law-2', 'law')
    expect(await count()).toEqual({ result: 2, wasKept: false })
  })

  test('until a document that a reference led to changes, is made or goes', async () => {
    await put('m', 'mural', { to: { _ref: 'artist', _weak: true } })
    const name = () => ask('*[_type == "mural" && _id == "m"][0].to->name')
    expect((await name()).result).toBeNull()
    await put('artist', 'person', { name: '甲' })
    expect((await name()).result).toBe('甲')
    expect((await name()).wasKept).toBe(true)
    await commit({ patch: { id: 'artist', set: { name: '乙' } } })
    expect((await name()).result).toBe('乙')
  })

  test('until a draft goes that hid a document of another type', async () => {
    await put('odd', 'law')
    await put('drafts.odd', 'mural')
    const ids = () => ask('*[_type == "law"]._id', { perspective: ['drafts'] })
    expect((await ids()).result).not.toContain('odd')
    await commit({ delete: { id: 'drafts.odd' } })
    expect((await ids()).result).toContain('odd')
  })

  test('for those who have the same rights, and never for others', async () => {
    await put('drafts.secret', 'law')
    const query = '*[_id == "drafts.secret"]._id'
    const asking = (party: Party) => ask(query, { party })
    expect(await asking(SYSTEM)).toEqual({ result: ['drafts.secret'], wasKept: false })
    expect(await asking(ANONYMOUS_PARTY)).toEqual({ result: [], wasKept: false })
    expect(await asking({ ...SYSTEM, id: 'other', role: 'administrator' })).toEqual({
      result: ['drafts.secret'],
      wasKept: true,
    })
  })

  test('not at all when they hang on the moment or on who asks', async () => {
    expect((await ask('now()', { now: 1000 })).result).toBe('1970-01-01T00:00:01.000Z')
    expect((await ask('now()', { now: 2000 })).result).toBe('1970-01-01T00:00:02.000Z')
    const both = await Promise.all(
      ['one', 'two'].map((id) =>
        pool.ask(question('identity()', { party: { ...SYSTEM, id, role: 'viewer' } })),
      ),
    )
    expect(both).toEqual(['"one"', '"two"'])
  })

  test('and the same question asked by many at once is worked out once', async () => {
    const before = pool.counts().workedOut
    await Promise.all(Array.from({ length: 20 }, () => ask('count(*) + 1')))
    expect(pool.counts().workedOut).toBe(before + 1)
  })

  test('but a question asked after a commit never gets the answer to one asked before it', async () => {
    for (let n = 0; n < 20; n++) {
      const early = ask('*[_id == "race"][0].n')
      await put('race', 'race', { n })
      expect((await ask('*[_id == "race"][0].n')).result).toBe(n)
      await early
    }
  })
})

test('sync tags name the types and ids that a query can see, and all of them where that is not known', async () => {
  const tags = async (query: string) => (await pool.answer(question(query))).sight.tags
  expect(await tags('*[_type in ["law", "mural"]]')).toEqual(['s1:law', 's1:mural'])
  expect(await tags('*[_id == "drafts.m"]')).toEqual(['s1:id:m'])
  expect(await tags('*[_type == "mural" && _id == "m"]{to->}')).toEqual(['s1:person', 's1:id:m'])
  expect(await tags('*[_type == "law"]{"all": count(*)}')).toEqual(['s1:all'])
  expect((await pool.answer(question('*[_type == "law"]', { party: ANONYMOUS_PARTY }))).sight.tags).toEqual([
    's1:all',
  ])
})

test('an answer that is too large is refused and not sent, because it would take the memory of others', async () => {
  const many = new Documents()
  const stamp = { _rev: 'r', _createdAt: '2026-01-01T00:00:00Z', _updatedAt: '2026-01-01T00:00:00Z' }
  many.load(
    Array.from({ length: 100 }, (_, n): LakeDocument => ({ _id: `d${1000 + n}`, _type: 'x', ...stamp })),
  )
  const limits = { lengthMax: 1000, valuesMax: 5000 }
  const asking = (query: string) => answer(new Views(many), question(query), limits)
  const refusal = { code: 'lake.query-too-large', status: 400 }
  await expect(asking('*')).rejects.toMatchObject(refusal)
  await expect(asking('count(*{"all": *{_id}})')).rejects.toMatchObject(refusal)
  expect((await asking('count(*{_id})')).json).toBe('100')
})

test('an asset is open from the moment an open document refers to it, in a view that stood before', async () => {
  const all = new Documents()
  const views = new Views(all)
  const stamp = { _rev: 'r', _createdAt: '2026-01-01T00:00:00Z', _updatedAt: '2026-01-01T00:00:00Z' }
  const asset: LakeDocument = { _id: 'image-1', _type: 'sanity.imageAsset', ...stamp }
  const page: LakeDocument = { _id: 'page', _type: 'law', picture: { asset: { _ref: 'image-1' } }, ...stamp }
  const ids = async () =>
    JSON.parse((await answer(views, question('*._id', { party: ANONYMOUS_PARTY }))).json) as unknown
  views.apply([{ id: asset._id, document: asset }])
  expect(await ids()).toEqual([])
  views.apply([{ id: page._id, document: page }])
  expect(await ids()).toEqual(['image-1', 'page'])
  views.apply([{ id: page._id, document: null }])
  expect(await ids()).toEqual([])
})
