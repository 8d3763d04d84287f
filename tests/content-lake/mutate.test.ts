/** @file Changing documents through `@sanity/client`, as every program of the product does. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startLake, type LakeOnPort } from './lake-on-port.ts'

let at: LakeOnPort
beforeAll(async () => {
  at = await startLake()
})
afterAll(() => at.close())

const statusOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 200,
    (error: { statusCode?: number }) => error.statusCode,
  )

describe('create', () => {
  test('gives id, times and the transaction as revision, because clients compare revisions', async () => {
    const made = await at.client.create({ _type: 'lawyer', name: '张' })
    expect(made._id).toMatch(/^[0-9a-f-]{36}$/)
    expect(made._rev).toMatch(/^[0-9A-Za-z]{22}$/)
    expect(made._createdAt).toBe(made._updatedAt)
  })

  test('refuses an id that exists with 409, so that nobody overwrites by accident', async () => {
    await at.client.create({ _id: 'twice', _type: 'lawyer' })
    const error = await at.client.create({ _id: 'twice', _type: 'lawyer' }).catch((caught: unknown) => caught)
    expect(error).toMatchObject({
      statusCode: 409,
      details: { items: [{ error: { type: 'documentAlreadyExistsError' } }] },
    })
  })

  test('an id ending in a dot is completed, because clients make drafts with `drafts.`', async () => {
    const made = await at.client.create({ _id: 'drafts.', _type: 'lawyer' })
    expect(made._id).toMatch(/^drafts\.[0-9a-f-]{36}$/)
  })

  test('a document without _type is refused, since no query or schema could place it', async () => {
    const response = await at.fetch('/v1/data/mutate/production', {
      method: 'POST',
      body: JSON.stringify({ mutations: [{ create: { title: 'x' } }] }),
    })
    expect(response.status).toBe(400)
  })

  test('createIfNotExists leaves what exists, createOrReplace replaces it but keeps its birth', async () => {
    const first = await at.client.create({ _id: 'kept', _type: 'lawyer', name: 'a' })
    at.clock.advance(1000)
    await at.client.createIfNotExists({ _id: 'kept', _type: 'lawyer', name: 'b' })
    expect(await at.client.getDocument('kept')).toMatchObject({ name: 'a', _rev: first._rev })
    const replaced = await at.client.createOrReplace({ _id: 'kept', _type: 'lawyer', title: 'c' })
    expect(replaced).toMatchObject({ title: 'c', _createdAt: first._createdAt })
    expect(replaced).not.toHaveProperty('name')
    expect(replaced._updatedAt > first._updatedAt).toBe(true)
  })
})

describe('patch', () => {
  test('keyed paths reach the entry with that key, wherever it stands', async () => {
    await at.client.create({
      _id: 'list',
      _type: 'x',
      items: [
        { _key: 'a', n: 1 },
        { _key: 'b', n: 2 },
      ],
    })
    const patched = await at.client
      .patch('list')
      .set({ 'items[_key=="b"].n': 5 })
      .insert('before', 'items[_key=="a"]', [{ _key: 'z', n: 0 }])
      .commit()
    expect(patched['items']).toEqual([
      { _key: 'z', n: 0 },
      { _key: 'a', n: 1 },
      { _key: 'b', n: 5 },
    ])
  })

  test('set, setIfMissing, unset, inc, dec and diffMatchPatch do what their names say', async () => {
    await at.client.create({ _id: 'ops', _type: 'x', n: 1, gone: true, text: '欠薪怎么办' })
    const patched = await at.client
      .patch('ops')
      .set({ a: 1 })
      .setIfMissing({ a: 2, b: 3 })
      .unset(['gone'])
      .inc({ n: 5 })
      .dec({ n: 1 })
      .diffMatchPatch({ text: '@@ -1,5 +1,6 @@\n 欠薪怎么办\n+？\n' })
      .commit()
    expect(patched).toMatchObject({ a: 1, b: 3, n: 5, text: '欠薪怎么办？' })
    expect(patched).not.toHaveProperty('gone')
  })

  test('id, type and birth cannot be patched, because references and schema rest on them', async () => {
    await at.client.create({ _id: 'fixed', _type: 'x' })
    const patched = await at.client.patch('fixed').set({ _type: 'y', _id: 'other', _rev: 'mine' }).commit()
    expect(patched).toMatchObject({ _id: 'fixed', _type: 'x' })
    expect(patched._rev).not.toBe('mine')
  })

  test('array entries are given keys on request, because the Studio needs them', async () => {
    await at.client.create({ _id: 'keys', _type: 'x', items: [] })
    const patched = await at.client
      .patch('keys')
      .set({ items: [{ n: 1 }] })
      .commit({ autoGenerateArrayKeys: true })
    expect((patched['items'] as { _key: string }[])[0]?._key).toMatch(/^\w{12}$/)
  })

  test('an ifRevisionID that is not the present one is refused with 409 and changes nothing', async () => {
    const made = await at.client.create({ _id: 'locked', _type: 'x', n: 1 })
    const good = await at.client.patch('locked').ifRevisionId(made._rev).set({ n: 2 }).commit()
    expect(await statusOf(at.client.patch('locked').ifRevisionId(made._rev).set({ n: 3 }).commit())).toBe(409)
    expect(await at.client.getDocument('locked')).toMatchObject({ n: 2, _rev: good._rev })
  })

  test('a document that does not exist is 409, as in Sanity', async () => {
    expect(await statusOf(at.client.patch('nobody').set({ a: 1 }).commit())).toBe(409)
  })

  test('the guard edit of the Studio commits although it changes nothing, since it waits for the event', async () => {
    const made = await at.client.create({ _id: 'guarded', _type: 'x' })
    const patched = await at.client.patch('guarded').unset(['_empty_action_guard_pseudo_field_']).commit()
    expect(patched._rev).not.toBe(made._rev)
  })

  test('a patch by query changes exactly what the query gives', async () => {
    await at.client.create({ _id: 'q1', _type: 'queried', n: 1 })
    await at.client.create({ _id: 'q2', _type: 'queried', n: 2 })
    await at.client
      .patch({ query: '*[_type == "queried" && n > $least]', params: { least: 1 } })
      .set({ hit: true })
      .commit()
    expect(await at.client.fetch('*[_type == "queried"] | order(_id) {_id, hit}')).toEqual([
      { _id: 'q1', hit: null },
      { _id: 'q2', hit: true },
    ])
  })
})

describe('transaction', () => {
  test('all of it or nothing: one bad part undoes the good ones', async () => {
    const transaction = at.client
      .transaction()
      .create({ _id: 'whole', _type: 'x' })
      .patch('absent', (patch) => patch.set({ a: 1 }))
    expect(await statusOf(transaction.commit())).toBe(409)
    expect(await at.client.getDocument('whole')).toBeUndefined()
  })

  test('all documents of one share the revision, which is the transaction id', async () => {
    const outcome = await at.client
      .transaction()
      .create({ _id: 't1', _type: 'x' })
      .create({ _id: 't2', _type: 'x' })
      .commit()
    const documents = await at.client.getDocuments(['t1', 't2'])
    expect(documents.map((document) => document?._rev)).toEqual([
      outcome.transactionId,
      outcome.transactionId,
    ])
  })

  test('the id a client gives is used, because the Studio looks for its own edits by it', async () => {
    await at.client
      .transaction([{ create: { _id: 'mine', _type: 'x' } }])
      .transactionId('my-own-id')
      .commit()
    expect(await at.client.getDocument('mine')).toMatchObject({ _rev: 'my-own-id' })
  })

  test('the same commit again is answered and not repeated, since the first answer may have been lost', async () => {
    const commit = () =>
      at.client
        .transaction([{ create: { _id: 'once', _type: 'x' } }])
        .transactionId('lost')
        .commit()
    const first = await commit()
    expect(await commit()).toEqual(first)
    const { transactionId } = first
    expect(transactionId).toBe('lost')
  })

  test('another commit under a used id is refused, because a revision must name one change', async () => {
    await at.client
      .transaction([{ create: { _id: 'used1', _type: 'x' } }])
      .transactionId('used')
      .commit()
    expect(
      await statusOf(
        at.client
          .transaction([{ create: { _id: 'used2', _type: 'x' } }])
          .transactionId('used')
          .commit(),
      ),
    ).toBe(409)
  })

  test('a dry run answers as if and stores nothing', async () => {
    const made = await at.client.create({ _id: 'dry', _type: 'x' }, { dryRun: true })
    expect(made._id).toBe('dry')
    expect(await at.client.getDocument('dry')).toBeUndefined()
  })

  test('returns ids or documents only when asked, to keep answers small', async () => {
    const send = async (search: string, id: string) =>
      (
        await at.fetch(`/v1/data/mutate/production${search}`, {
          method: 'POST',
          body: JSON.stringify({ mutations: [{ create: { _id: id, _type: 'x' } }] }),
        })
      ).json()
    expect(await send('', 'r1')).toMatchObject({ results: [{ operation: 'create' }] })
    expect(((await send('', 'r2')) as { results: object[] }).results[0]).not.toHaveProperty('id')
    expect(await send('?returnIds=true&visibility=async', 'r3')).toMatchObject({ results: [{ id: 'r3' }] })
    expect(await send('?returnDocuments=true', 'r4')).toMatchObject({
      results: [{ document: { _id: 'r4' } }],
    })
  })
})

describe('references', () => {
  test('a strong reference to nothing is refused, a weak one is not', async () => {
    const refer = (more: object) =>
      at.client.create({ _type: 'x', to: { _type: 'reference', _ref: 'nowhere', ...more } })
    expect(await statusOf(refer({}))).toBe(409)
    expect(await statusOf(refer({ _weak: true }))).toBe(200)
    expect(await statusOf(refer({ _weak: true, _strengthenOnPublish: { type: 'x' } }))).toBe(200)
  })

  test('what is strongly referred to cannot be deleted, and the answer names who refers', async () => {
    await at.client.create({ _id: 'target', _type: 'x' })
    await at.client.create({ _id: 'holder', _type: 'x', to: { _ref: 'target' } })
    const error = await at.client.delete('target').catch((caught: unknown) => caught)
    expect(error).toMatchObject({
      statusCode: 409,
      details: {
        items: [{ error: { type: 'documentHasExistingReferencesError', referencingIDs: ['holder'] } }],
      },
    })
    await at.client.patch('holder').unset(['to']).commit()
    expect(await statusOf(at.client.delete('target'))).toBe(200)
  })

  test('documents that refer to each other are made and deleted together', async () => {
    await at.client
      .transaction()
      .create({ _id: 'm1', _type: 'x', to: { _ref: 'm2' } })
      .create({ _id: 'm2', _type: 'x', to: { _ref: 'm1' } })
      .commit()
    expect(await statusOf(at.client.transaction().delete('m1').delete('m2').commit())).toBe(200)
  })

  test('references to other datasets are not checked, because they cannot be', async () => {
    expect(
      await statusOf(
        at.client.create({ _type: 'x', to: { _ref: 'far', _dataset: 'other', _projectId: 'p' } }),
      ),
    ).toBe(200)
  })

  test('the references endpoint lists who refers', async () => {
    await at.client.create({ _id: 'seen', _type: 'x' })
    await at.client.create({ _id: 'seer', _type: 'x', to: { _ref: 'seen', _weak: true } })
    const response = await at.fetch('/v1/data/references/production/documents/seen/to')
    expect(await response.json()).toMatchObject({ totalCount: 1, references: [{ documentId: 'seer' }] })
  })
})

describe('delete', () => {
  test('by id it says what it did, and deleting nothing is no fault', async () => {
    await at.client.create({ _id: 'd1', _type: 'x' })
    expect((await at.client.transaction().delete('d1').commit()).results[0]).toMatchObject({
      operation: 'delete',
    })
    expect((await at.client.transaction().delete('d1').commit()).results[0]).toMatchObject({
      operation: 'none',
    })
  })

  test('by query it deletes what the query gives and nothing else', async () => {
    await at.client.create({ _id: 'b1', _type: 'bulk', n: 1 })
    await at.client.create({ _id: 'b2', _type: 'bulk', n: 2 })
    await at.client.delete({ query: '*[_type == "bulk" && n == 1]' })
    expect(await at.client.fetch('*[_type == "bulk"]._id')).toEqual(['b2'])
  })
})

test('an unknown dataset is 404, so that a wrong setting shows at once', async () => {
  expect(await statusOf(at.clientWith({ token: at.token, dataset: 'other' }).fetch('*'))).toBe(404)
})
