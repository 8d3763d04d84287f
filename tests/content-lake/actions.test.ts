/** @file The Studio's actions, and the history they leave. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startLake, type LakeOnPort } from './lake-on-port.ts'

let at: LakeOnPort
beforeAll(async () => {
  at = await startLake()
})
afterAll(() => at.close())

async function act(actions: object[], more: object = {}) {
  const response = await at.fetch('/v2025-02-19/data/actions/production', {
    method: 'POST',
    body: JSON.stringify({ actions, ...more }),
  })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}
const get = (id: string) => at.client.getDocument(id)
const pair = (id: string) => ({ publishedId: id, draftId: `drafts.${id}` })

describe('actions', () => {
  test('edit makes the draft from what is published, so that the published stays as it is', async () => {
    await at.client.create({ _id: 'p', _type: 'law', title: '一' })
    expect(
      (
        await act([
          { actionType: 'sanity.action.document.edit', ...pair('p'), patch: { set: { title: '二' } } },
        ])
      ).status,
    ).toBe(200)
    expect(await get('drafts.p')).toMatchObject({ title: '二' })
    expect(await get('p')).toMatchObject({ title: '一' })
  })

  test('edit of nothing is refused', async () => {
    expect(
      (await act([{ actionType: 'sanity.action.document.edit', ...pair('none'), patch: { set: { a: 1 } } }]))
        .status,
    ).toBe(409)
  })

  test('publish puts the draft in the place of the published, which keeps its birth', async () => {
    const born = (await get('p'))?._createdAt
    const { status, body } = await act([{ actionType: 'sanity.action.document.publish', ...pair('p') }])
    expect(status).toBe(200)
    expect(await get('p')).toMatchObject({ title: '二', _createdAt: born, _rev: body['transactionId'] })
    expect(await get('drafts.p')).toBeUndefined()
  })

  test('publish of another revision than the one seen is refused, so that nobody publishes unread text', async () => {
    await at.client.create({ _id: 'drafts.seen', _type: 'law' })
    const { status, body } = await act([
      { actionType: 'sanity.action.document.publish', ...pair('seen'), ifDraftRevisionId: 'other' },
    ])
    expect(status).toBe(409)
    expect(body).toMatchObject({ error: { type: 'actionError' }, code: 'lake.revision-mismatch' })
  })

  test('publish makes marked references strong, and therefore needs their targets published', async () => {
    await at.client.create({
      _id: 'drafts.ref',
      _type: 'law',
      to: { _type: 'reference', _ref: 'later', _weak: true, _strengthenOnPublish: { type: 'law' } },
    })
    const publish = () => act([{ actionType: 'sanity.action.document.publish', ...pair('ref') }])
    expect((await publish()).status).toBe(409)
    await at.client.create({ _id: 'later', _type: 'law' })
    expect((await publish()).status).toBe(200)
    expect(await get('ref')).toMatchObject({ to: { _type: 'reference', _ref: 'later' } })
    expect((await get('ref'))?.['to']).not.toHaveProperty('_weak')
  })

  test('unpublish keeps the content as a draft', async () => {
    expect((await act([{ actionType: 'sanity.action.document.unpublish', ...pair('p') }])).status).toBe(200)
    expect(await get('p')).toBeUndefined()
    expect(await get('drafts.p')).toMatchObject({ title: '二' })
  })

  test('discard comes as document.discard and as version.discard of a draft, and both work', async () => {
    for (const action of [
      { actionType: 'sanity.action.document.discard', draftId: 'drafts.x' },
      { actionType: 'sanity.action.document.version.discard', versionId: 'drafts.x' },
    ]) {
      await at.client.create({ _id: 'drafts.x', _type: 'law' })
      expect((await act([action])).status).toBe(200)
      expect(await get('drafts.x')).toBeUndefined()
    }
  })

  test('delete takes the drafts it is told to along', async () => {
    await at.client
      .transaction()
      .create({ _id: 'g', _type: 'law' })
      .create({ _id: 'drafts.g', _type: 'law' })
      .commit()
    expect(
      (
        await act([
          { actionType: 'sanity.action.document.delete', publishedId: 'g', includeDrafts: ['drafts.g'] },
        ])
      ).status,
    ).toBe(200)
    expect(await at.client.getDocuments(['g', 'drafts.g'])).toEqual([null, null])
  })

  test('create and edit in one request, since a later action sees the earlier', async () => {
    const { status } = await act([
      {
        actionType: 'sanity.action.document.create',
        publishedId: 'n',
        attributes: { _id: 'drafts.n', _type: 'law' },
        ifExists: 'fail',
      },
      { actionType: 'sanity.action.document.edit', ...pair('n'), patch: { set: { title: '新' } } },
    ])
    expect(status).toBe(200)
    expect(await get('drafts.n')).toMatchObject({ title: '新' })
  })

  test('versions are made from a base, replaced, and marked for unpublishing', async () => {
    await at.client.create({ _id: 'v', _type: 'law', title: '底' })
    expect(
      (
        await act([
          {
            actionType: 'sanity.action.document.version.create',
            publishedId: 'v',
            versionId: 'versions.r.v',
            baseId: 'v',
          },
        ])
      ).status,
    ).toBe(200)
    expect(await get('versions.r.v')).toMatchObject({ title: '底' })
    expect(
      (
        await act([
          {
            actionType: 'sanity.action.document.version.replace',
            document: { _id: 'versions.r.v', _type: 'law', title: '换' },
          },
        ])
      ).status,
    ).toBe(200)
    expect(
      (
        await act([
          {
            actionType: 'sanity.action.document.version.unpublish',
            versionId: 'versions.r.v',
            publishedId: 'v',
          },
        ])
      ).status,
    ).toBe(200)
    expect(await get('versions.r.v')).toMatchObject({ _system: { delete: true } })
  })

  test('the guard edit commits and emits, because the Studio waits for it', async () => {
    const before = (await get('drafts.n'))?._rev
    await act([
      {
        actionType: 'sanity.action.document.edit',
        ...pair('n'),
        patch: { unset: ['_empty_action_guard_pseudo_field_'] },
      },
    ])
    expect((await get('drafts.n'))?._rev).not.toBe(before)
  })

  test('a dry run stores nothing, and the same request with the same id is answered twice', async () => {
    await act([{ actionType: 'sanity.action.document.publish', ...pair('n') }], { dryRun: true })
    expect(await get('n')).toBeUndefined()
    const publish = () =>
      act([{ actionType: 'sanity.action.document.publish', ...pair('n') }], { transactionId: 'pub-n' })
    expect(await publish()).toEqual(await publish())
  })

  test('an edit and a publish in one request publish what was edited, not what stood before', async () => {
    const { status } = await act([
      { actionType: 'sanity.action.document.edit', ...pair('n'), patch: { set: { title: '改过' } } },
      { actionType: 'sanity.action.document.publish', ...pair('n') },
    ])
    expect(status).toBe(200)
    expect(await get('n')).toMatchObject({ title: '改过' })
  })

  test('an action unknown to us is 501, an honest no that the Studio keeps its edits over', async () => {
    const { status, body } = await act([
      { actionType: 'sanity.action.variant.definition.create', variantId: 'r' },
    ])
    expect(status).toBe(501)
    expect(body).toMatchObject({ code: 'lake.unsupported-action' })
  })
})

describe('history', () => {
  test('tells a life as events, newest first', async () => {
    await act([
      {
        actionType: 'sanity.action.document.create',
        attributes: { _id: 'drafts.h', _type: 'law', title: '一' },
      },
    ])
    await act([{ actionType: 'sanity.action.document.publish', ...pair('h') }])
    await act([{ actionType: 'sanity.action.document.edit', ...pair('h'), patch: { set: { title: '二' } } }])
    await act([{ actionType: 'sanity.action.document.version.discard', versionId: 'drafts.h' }])
    await act([{ actionType: 'sanity.action.document.unpublish', ...pair('h') }])
    const types = async (search = '') => {
      const response = await at.fetch(`/v2025-02-19/data/history/production/events/documents/h${search}`)
      const { events, nextCursor } = (await response.json()) as {
        events: { h: { type: string }[] }
        nextCursor: string
      }
      return { types: events.h.map(({ type }) => type), nextCursor }
    }
    const expected = [
      'unpublishDocument',
      'deleteDocumentVersion',
      'createDocumentVersion',
      'publishDocumentVersion',
      'createDocumentVersion',
    ]
    expect(await types()).toEqual({ types: expected, nextCursor: '' })
    const first = await types('?limit=2')
    expect(first.types).toEqual(expected.slice(0, 2))
    expect((await types(`?limit=10&nextCursor=${first.nextCursor}`)).types).toEqual(expected.slice(2))
  })

  test('gives a document as it was, by revision and by time, because people restore it', async () => {
    const one = await at.client.create({ _id: 'past', _type: 'law', title: '一' })
    at.clock.advance(60_000)
    const two = await at.client.patch('past').set({ title: '二' }).commit()
    at.clock.advance(60_000)
    await at.client.delete('past')
    const past = async (search: string) => {
      const response = await at.fetch(`/v2025-02-19/data/history/production/documents/past?${search}`)
      return ((await response.json()) as { documents: { title: string }[] }).documents[0]?.title
    }
    expect(await past(`revision=${one._rev}`)).toBe('一')
    expect(await past(`revision=${two._rev}`)).toBe('二')
    expect(await past(`time=${one._updatedAt}`)).toBe('一')
    expect(await past('lastRevision=true')).toBe('二')
    expect(await past('')).toBeUndefined()
  })

  test('transactions come as NDJSON with author, effects both ways and mutations', async () => {
    const response = await at.fetch(
      '/v2025-02-19/data/history/production/transactions/past?effectFormat=mendoza&reverse=true',
    )
    const lines = (await response.text())
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(lines).toHaveLength(3)
    expect(lines[0]).toMatchObject({
      author: 'robot-test',
      documentIDs: ['past'],
      effects: { past: { apply: [0, null], revert: [0, { title: '二' }] } },
    })
    expect(lines[2]).toMatchObject({
      effects: { past: { apply: [0, { title: '一' }], revert: [0, null] } },
      mutations: [{ create: { title: '一' } }],
    })
    const between = await at.fetch(
      `/v2025-02-19/data/history/production/transactions/past?excludeContent=true&excludeMutations=true&fromTransaction=&toTransaction=${String(lines[1]?.['id'])}`,
    )
    expect((await between.text()).trim().split('\n')).toHaveLength(2)
  })
})
