/**
 * @file A call of every method of `@sanity/client`, and what must come of it: `works` by method.
 *
 * Those of patches and transactions: client-builders.ts. The same calls are made through `client.observable`, whose methods bear the same names. Tables and tests
 * that hold them together: client-methods.test.ts, docs/sanity-client.md.
 */
import type { SanityClient } from '@sanity/client'
import { expect } from 'vitest'
import type { LakeOnPort } from './lake-on-port.ts'

interface Watched<T> {
  subscribe(observer: { next: (value: T) => void; error: (error: unknown) => void; complete?: () => void }): {
    unsubscribe(): void
  }
}

/** The first value of what the plain client promises and the other one lets watch. */
export function valueOf<T>(given: Promise<T>): Promise<T> {
  if (!('subscribe' in given)) return given
  const watched = given as unknown as Watched<T>
  return new Promise((resolve, reject) => watched.subscribe({ next: resolve, error: reject }))
}

/** The first `count` events, after the first of which `then` is done. */
export function eventsOf(
  given: unknown,
  count: number,
  then: () => Promise<unknown>,
): Promise<Record<string, unknown>[]> {
  return new Promise((resolve, reject) => {
    const heard: Record<string, unknown>[] = []
    const subscription = (given as Watched<Record<string, unknown>>).subscribe({
      next: (event) => {
        if (heard.push(event) === 1) then().catch(reject)
        if (heard.length < count) return
        subscription.unsubscribe()
        resolve(heard)
      },
      error: reject,
    })
  })
}

export type Call = (client: SanityClient, at: LakeOnPort) => Promise<unknown>

let made = 0
export const newId = () => `called-${made++}`
/** A document of its own for each call. */
export async function document(at: LakeOnPort, more: Record<string, unknown> = {}) {
  return at.client.create({ _id: newId(), _type: 'called', n: 1, list: [{ _key: 'a', v: 1 }], ...more })
}

export const calls: Readonly<Record<string, Call>> = {
  async 'client.fetch'(client, at) {
    const { _id } = await document(at)
    expect(await valueOf(client.fetch('*[_id == $id][0].n', { id: _id }))).toBe(1)
  },
  async 'client.getDocument'(client, at) {
    const { _id } = await document(at)
    expect(await valueOf(client.getDocument(_id))).toMatchObject({ _id, n: 1 })
    expect(await valueOf(client.getDocument('no-such'))).toBeUndefined()
  },
  async 'client.getDocuments'(client, at) {
    const { _id } = await document(at)
    expect(await valueOf(client.getDocuments([_id, 'no-such']))).toMatchObject([{ _id }, null])
  },
  async 'client.documentsExists'(client, at) {
    const { _id } = await document(at)
    const found = await valueOf(client.documentsExists([_id, 'no-such']) as unknown as Promise<unknown>)
    expect(JSON.stringify(found instanceof Set ? [...found] : found)).toBe(JSON.stringify([_id]))
  },
  async 'client.create'(client) {
    const _id = newId()
    expect(await valueOf(client.create({ _id, _type: 'called' }))).toMatchObject({ _id })
    await expect(valueOf(client.create({ _id, _type: 'called' }))).rejects.toMatchObject({ statusCode: 409 })
  },
  async 'client.createIfNotExists'(client, at) {
    const { _id } = await document(at)
    expect(await valueOf(client.createIfNotExists({ _id, _type: 'called', n: 2 }))).toMatchObject({ n: 1 })
  },
  async 'client.createOrReplace'(client, at) {
    const { _id } = await document(at)
    expect(await valueOf(client.createOrReplace({ _id, _type: 'called', n: 2 }))).toMatchObject({ n: 2 })
  },
  async 'client.delete'(client, at) {
    const { _id } = await document(at, { kind: 'gone' })
    await valueOf(client.delete(_id))
    await document(at, { kind: 'gone' })
    await valueOf(client.delete({ query: '*[kind == $kind]', params: { kind: 'gone' } }))
    expect(await at.client.fetch('count(*[kind == "gone"])')).toBe(0)
  },
  async 'client.mutate'(client, at) {
    const { _id } = await document(at)
    await valueOf(client.mutate([{ patch: { id: _id, inc: { n: 2 } } }, { create: { _type: 'called' } }]))
    expect(await at.client.getDocument(_id)).toMatchObject({ n: 3 })
  },
  async 'client.patch'(client, at) {
    const { _id } = await document(at)
    expect(await valueOf(client.patch(_id).set({ n: 5 }).commit())).toMatchObject({ n: 5 })
    const byQuery = client.patch({ query: '*[_id == $id]', params: { id: _id } }).set({ n: 9 })
    await valueOf(byQuery.commit({ returnDocuments: false }))
    expect(await at.client.getDocument(_id)).toMatchObject({ n: 9 })
  },
  async 'client.transaction'(client) {
    const _id = newId()
    const both = client
      .transaction()
      .create({ _id, _type: 'called' })
      .patch(_id, { set: { n: 1 } })
    expect(await valueOf(both.commit({ returnDocuments: true, returnFirst: true }))).toMatchObject({ n: 1 })
  },
  async 'client.action'(client, at) {
    const publishedId = newId()
    const draftId = `drafts.${publishedId}`
    await at.client.create({ _id: draftId, _type: 'called' })
    await valueOf(client.action({ actionType: 'sanity.action.document.publish', draftId, publishedId }))
    expect(await at.client.getDocument(publishedId)).toMatchObject({ _id: publishedId })
  },
  async 'client.createVersion'(client, at) {
    const { _id } = await document(at)
    const asked = {
      document: { _id: `versions.r1.${_id}`, _type: 'called' },
      publishedId: _id,
      releaseId: 'r1',
    }
    await valueOf(client.createVersion(asked))
    expect(await at.client.getDocument(`versions.r1.${_id}`)).toBeDefined()
  },
  async 'client.replaceVersion'(client, at) {
    const { _id } = await document(at)
    const version = { _id: `versions.r1.${_id}`, _type: 'called' }
    await at.client.create(version)
    await valueOf(
      client.replaceVersion({ document: { ...version, n: 7 }, publishedId: _id, releaseId: 'r1' }),
    )
    expect(await at.client.getDocument(version._id)).toMatchObject({ n: 7 })
  },
  async 'client.discardVersion'(client, at) {
    const { _id } = await document(at)
    await at.client.create({ _id: `versions.r1.${_id}`, _type: 'called' })
    await valueOf(client.discardVersion({ releaseId: 'r1', publishedId: _id }))
    expect(await at.client.getDocument(`versions.r1.${_id}`)).toBeUndefined()
  },
  async 'client.unpublishVersion'(client, at) {
    const { _id } = await document(at)
    await valueOf(client.unpublishVersion({ releaseId: 'r1', publishedId: _id }))
    expect(await at.client.getDocument(`versions.r1.${_id}`)).toMatchObject({ _system: { delete: true } })
  },
  async 'client.listen'(client, at) {
    const { _id } = await document(at)
    const listening = client.listen('*[_id == $id]', { id: _id }, { events: ['welcome', 'mutation'] })
    const [, heard] = await eventsOf(listening, 2, () => at.client.patch(_id).set({ n: 2 }).commit())
    expect(heard).toMatchObject({ type: 'mutation', documentId: _id, transition: 'update', result: { n: 2 } })
  },
  async 'client.live.events'(client, at) {
    const { _id } = await document(at)
    const live = client.live.events({ includeDrafts: true })
    const [greeting, heard] = await eventsOf(live, 2, () => at.client.patch(_id).set({ n: 2 }).commit())
    expect(greeting).toMatchObject({ type: 'welcome', id: expect.any(String) })
    expect(heard).toMatchObject({ type: 'message', tags: expect.any(Array), id: expect.any(String) })
  },
  async 'client.assets.upload'(client) {
    const sent = client.assets.upload('file', Buffer.from('%PDF-1.7 called'), { filename: 'a.pdf' })
    const uploaded = await lastOf(sent)
    expect(uploaded).toMatchObject({ _type: 'sanity.fileAsset', originalFilename: 'a.pdf' })
  },
  'client.projects.list': async (client) =>
    expect(await valueOf(client.projects.list())).toMatchObject([{ id: 'pufa' }]),
  'client.projects.getById': async (client) =>
    expect(await valueOf(client.projects.getById('pufa'))).toMatchObject({ id: 'pufa' }),
  'client.datasets.list': async (client) =>
    expect(await valueOf(client.datasets.list())).toMatchObject([{ name: 'production' }]),
  async 'client.users.getById'(client) {
    expect(await valueOf(client.users.getById('me'))).toMatchObject({ id: 'robot-test' })
    expect(await valueOf(client.users.getById('robot-test'))).toMatchObject({ id: 'robot-test' })
  },
  'client.collaboration.comments.getTargetDocumentRef': async (client) =>
    expect(client.collaboration.comments.getTargetDocumentRef('drafts.a')).toBe('dataset:pufa.production:a'),
  'client.clone': async (client) => expect(await valueOf(client.clone().fetch('1 + 1'))).toBe(2),
  'client.config': async (client) => expect(client.config()).toMatchObject({ projectId: 'pufa' }),
  async 'client.withConfig'(client) {
    expect(await valueOf(client.withConfig({ apiVersion: '2021-03-25' }).fetch('1'))).toBe(1)
  },
  'client.request': async (client) =>
    expect(await valueOf(client.request({ uri: '/users/me' }))).toMatchObject({ id: 'robot-test' }),
  'client.dataRequest': async (client) =>
    expect(
      await valueOf((client as unknown as DataRequests).dataRequest('query', { query: '1', params: {} }, {})),
    ).toMatchObject({ result: 1 }),
  'client.getUrl': async (client, at) =>
    expect(client.getUrl('/users/me')).toBe(`${at.origin}/v2025-02-19/users/me`),
  async 'client.getDataUrl'(client) {
    const answer = await valueOf(client.request({ uri: `${client.getDataUrl('query')}?query=2` }))
    expect(answer).toMatchObject({ result: 2 })
  },
}

interface DataRequests {
  dataRequest(endpoint: string, body: unknown, options: unknown): Promise<unknown>
}

/** An upload that is watched tells its progress first. */
function lastOf(given: Promise<unknown>): Promise<unknown> {
  if (!('subscribe' in given)) return given
  return new Promise((resolve, reject) => {
    let last: unknown
    ;(given as unknown as Watched<{ type?: string; body?: { document?: unknown } }>).subscribe({
      next: (event) => (last = event.body?.document ?? event),
      error: reject,
      complete: () => resolve(last),
    })
  })
}
