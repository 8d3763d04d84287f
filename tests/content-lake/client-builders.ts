/** @file A call of every method of patches and transactions, as client-calls.ts has them of the client. */
import type { SanityClient } from '@sanity/client'
import { expect } from 'vitest'
import { document, newId, valueOf, type Call } from './client-calls.ts'
import type { LakeOnPort } from './lake-on-port.ts'

/** A patch of a new document, and the document after it. */
async function patched(
  client: SanityClient,
  at: LakeOnPort,
  change: (patch: ReturnType<SanityClient['patch']>) => unknown,
) {
  const { _id } = await document(at)
  await valueOf((change(client.patch(_id)) as ReturnType<SanityClient['patch']>).commit())
  return at.client.getDocument(_id)
}

async function committed(
  client: SanityClient,
  change: (transaction: ReturnType<SanityClient['transaction']>) => unknown,
) {
  return valueOf((change(client.transaction()) as ReturnType<SanityClient['transaction']>).commit())
}

export const builderCalls: Readonly<Record<string, Call>> = {
  'patch.set': async (client, at) =>
    expect(await patched(client, at, (patch) => patch.set({ 'list[_key=="a"].v': 2 }))).toMatchObject({
      list: [{ v: 2 }],
    }),
  'patch.setIfMissing': async (client, at) =>
    expect(await patched(client, at, (patch) => patch.setIfMissing({ n: 9, m: 8 }))).toMatchObject({
      n: 1,
      m: 8,
    }),
  'patch.unset': async (client, at) =>
    expect(await patched(client, at, (patch) => patch.unset(['n']))).not.toHaveProperty('n'),
  'patch.inc': async (client, at) =>
    expect(await patched(client, at, (patch) => patch.inc({ n: 4 }))).toMatchObject({ n: 5 }),
  'patch.dec': async (client, at) =>
    expect(await patched(client, at, (patch) => patch.dec({ n: 4 }))).toMatchObject({ n: -3 }),
  'patch.insert': async (client, at) =>
    expect(await patched(client, at, (patch) => patch.insert('before', 'list[0]', [1]))).toMatchObject({
      list: [1, {}],
    }),
  'patch.append': async (client, at) =>
    expect(await patched(client, at, (patch) => patch.append('list', [1, 2]))).toMatchObject({
      list: [{}, 1, 2],
    }),
  'patch.prepend': async (client, at) =>
    expect(await patched(client, at, (patch) => patch.prepend('list', [1]))).toMatchObject({ list: [1, {}] }),
  'patch.splice': async (client, at) =>
    expect(await patched(client, at, (patch) => patch.splice('list', 0, 1, ['x']))).toMatchObject({
      list: ['x'],
    }),
  async 'patch.diffMatchPatch'(client, at) {
    const { _id } = await document(at, { text: 'abc' })
    await valueOf(client.patch(_id).diffMatchPatch({ text: '@@ -1,3 +1,4 @@\n abc\n+d\n' }).commit())
    expect(await at.client.getDocument(_id)).toMatchObject({ text: 'abcd' })
  },
  async 'patch.ifRevisionId'(client, at) {
    const { _id, _rev } = await document(at)
    await valueOf(client.patch(_id).ifRevisionId(_rev).set({ n: 2 }).commit())
    const late = valueOf(client.patch(_id).ifRevisionId(_rev).set({ n: 3 }).commit())
    await expect(late).rejects.toMatchObject({ statusCode: 409 })
  },
  'patch.commit': async (client, at) => {
    const { _id } = await document(at)
    expect(await valueOf(client.patch(_id).inc({ n: 1 }).commit())).toMatchObject({ _id, n: 2 })
  },
  'patch.clone': async (client, at) =>
    expect(await patched(client, at, (patch) => patch.inc({ n: 1 }).clone().inc({ n: 1 }))).toMatchObject({
      n: 2,
    }),
  'patch.reset': async (client, at) =>
    expect(await patched(client, at, (patch) => patch.set({ n: 7 }).reset().set({ m: 1 }))).toMatchObject({
      n: 1,
      m: 1,
    }),
  'patch.serialize': async (client) =>
    expect(client.patch('a').set({ n: 1 }).serialize()).toEqual({ id: 'a', set: { n: 1 } }),
  'patch.toJSON': async (client) =>
    expect(JSON.stringify(client.patch('a').set({ n: 1 }))).toBe('{"id":"a","set":{"n":1}}'),
  async 'transaction.create'(client, at) {
    const _id = newId()
    await committed(client, (all) => all.create({ _id, _type: 'called' }))
    expect(await at.client.getDocument(_id)).toBeDefined()
  },
  async 'transaction.createIfNotExists'(client, at) {
    const { _id } = await document(at)
    await committed(client, (all) => all.createIfNotExists({ _id, _type: 'called', n: 2 }))
    expect(await at.client.getDocument(_id)).toMatchObject({ n: 1 })
  },
  async 'transaction.createOrReplace'(client, at) {
    const { _id } = await document(at)
    await committed(client, (all) => all.createOrReplace({ _id, _type: 'called', n: 2 }))
    expect(await at.client.getDocument(_id)).toMatchObject({ n: 2 })
  },
  async 'transaction.delete'(client, at) {
    const { _id } = await document(at)
    await committed(client, (all) => all.delete(_id))
    expect(await at.client.getDocument(_id)).toBeUndefined()
  },
  async 'transaction.patch'(client, at) {
    const { _id } = await document(at)
    await committed(client, (all) => all.patch(_id, (patch) => patch.inc({ n: 1 })))
    expect(await at.client.getDocument(_id)).toMatchObject({ n: 2 })
  },
  async 'transaction.transactionId'(client, at) {
    const { _id } = await document(at)
    const transactionId = `named-${newId()}`
    await committed(client, (all) => all.patch(_id, { set: { n: 2 } }).transactionId(transactionId))
    expect(await at.client.getDocument(_id)).toMatchObject({ _rev: transactionId })
  },
  async 'transaction.commit'(client, at) {
    const { _id } = await document(at)
    // All or nothing.
    const torn = committed(client, (all) =>
      all.patch(_id, { set: { n: 2 } }).create({ _id, _type: 'called' }),
    )
    await expect(torn).rejects.toMatchObject({ statusCode: 409 })
    expect(await at.client.getDocument(_id)).toMatchObject({ n: 1 })
  },
  async 'transaction.clone'(client, at) {
    const { _id } = await document(at)
    await committed(client, (all) => all.patch(_id, { inc: { n: 1 } }).clone())
    expect(await at.client.getDocument(_id)).toMatchObject({ n: 2 })
  },
  'transaction.reset': async (client) =>
    expect(client.transaction().delete('a').reset().serialize()).toEqual([]),
  'transaction.serialize': async (client) =>
    expect(client.transaction().delete('a').serialize()).toEqual([{ delete: { id: 'a' } }]),
  'transaction.toJSON': async (client) =>
    expect(JSON.stringify(client.transaction().delete('a'))).toBe('[{"delete":{"id":"a"}}]'),
}
