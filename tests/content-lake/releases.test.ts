/** @file Releases as `@sanity/client` drives them: record, versions, publishing, archiving. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startLake, type LakeOnPort } from './lake-on-port.ts'
import { law, refusal, releaseWith } from './release-steps.ts'

let at: LakeOnPort
beforeAll(async () => {
  at = await startLake()
})
afterAll(() => at.close())

const record = (releaseId: string) => at.client.releases.get({ releaseId })
const get = (id: string) => at.client.getDocument(id)

describe('the record', () => {
  test('is made with what the client says of it, under the id that the Studio looks for', async () => {
    const made = await at.client.releases.create({
      releaseId: 'r1',
      metadata: { title: '宪法日', description: '一批', releaseType: 'scheduled' },
    })
    expect(made.releaseId).toBe('r1')
    expect(await record('r1')).toMatchObject({
      _id: '_.releases.r1',
      _type: 'system.release',
      name: 'r1',
      state: 'active',
      metadata: { title: '宪法日', description: '一批', releaseType: 'scheduled' },
    })
  })

  test('a client that names no id and no type gets both, as Sanity gives them', async () => {
    const { releaseId } = await at.client.releases.create({})
    expect(await record(releaseId)).toMatchObject({ metadata: { releaseType: 'undecided' } })
  })

  test('is made once: a second of the same name would share its versions', async () => {
    expect(await refusal(at.client.releases.create({ releaseId: 'r1' }))).toBe('lake.release-exists')
  })

  test.each(['a.b', 'drafts', 'published', 'x'.repeat(65), ''])(
    'the name %s is refused, since version ids would be ambiguous',
    async (releaseId) => {
      const asked = at.client.action({ actionType: 'sanity.action.release.create', releaseId })
      expect(await refusal(asked)).toBe('lake.malformed-request')
    },
  )

  test('its metadata can be edited, and nothing else of it', async () => {
    await at.client.releases.edit({ releaseId: 'r1', patch: { set: { 'metadata.title': '宪法周' } } })
    expect((await record('r1'))?.metadata.title).toBe('宪法周')
    for (const patch of [{ set: { state: 'published' } }, { unset: ['name'] }, { set: { extra: 1 } }])
      expect(await refusal(at.client.releases.edit({ releaseId: 'r1', patch }))).toBe(
        'lake.malformed-request',
      )
    const wrong = at.client.releases.edit({
      releaseId: 'r1',
      patch: { set: { 'metadata.releaseType': 'x' } },
    })
    expect(await refusal(wrong)).toBe('lake.malformed-request')
  })

  test('no mutation changes it, or its state would say what never happened', async () => {
    const body = { _id: '_.releases.r1', _type: 'system.release', state: 'published' }
    expect(await refusal(at.client.createOrReplace(body))).toBe('lake.release-by-action')
    expect(await refusal(at.client.delete('_.releases.r1'))).toBe('lake.release-by-action')
    expect(await refusal(at.client.patch('_.releases.r1').set({ name: 'x' }).commit())).toBe(
      'lake.release-by-action',
    )
    expect(await refusal(at.client.delete({ query: '*[_type == "system.release"]' }))).toBe(
      'lake.release-by-action',
    )
  })

  test('a release that is not there is 404 for every step', async () => {
    const { releases } = at.client
    const none = { releaseId: 'none' }
    const publishAt = '2999-01-01T00:00:00Z'
    for (const asked of [
      releases.edit({ ...none, patch: { set: { 'metadata.title': 'x' } } }),
      releases.publish(none),
      releases.schedule({ ...none, publishAt }),
      releases.unschedule(none),
      releases.archive(none),
      releases.unarchive(none),
      releases.delete(none),
    ])
      expect(await refusal(asked)).toBe('lake.release-missing')
  })
})

describe('versions', () => {
  test('begin from a base, are replaced, and are discarded', async () => {
    await at.client.create(law('base', '底'))
    const base = await get('base')
    await releaseWith(at, 'v1')
    await at.client.createVersion({ releaseId: 'v1', publishedId: 'base', baseId: 'base' })
    expect(await get('versions.v1.base')).toMatchObject({
      title: '底',
      _system: { base: { id: 'base', rev: base?._rev } },
    })
    const again = at.client.createVersion({ releaseId: 'v1', publishedId: 'base', baseId: 'base' })
    expect(await refusal(again)).toBe('lake.document-exists')
    await at.client.replaceVersion({
      releaseId: 'v1',
      publishedId: 'base',
      document: { _type: 'law', title: '换' },
    })
    expect(await get('versions.v1.base')).toMatchObject({ title: '换' })
    const { documents } = await at.client.releases
      .fetchDocuments({ releaseId: 'v1' })
      .then(({ result }) => ({ documents: result.map(({ _id }) => _id) }))
    expect(documents).toEqual(['versions.v1.base'])
    await at.client.discardVersion({ releaseId: 'v1', publishedId: 'base' })
    expect(await get('versions.v1.base')).toBeUndefined()
  })

  test('a base that moved on, or a version under a foreign name, is refused', async () => {
    const late = at.client.createVersion({
      releaseId: 'v1',
      publishedId: 'base',
      baseId: 'base',
      ifBaseRevisionId: 'other',
    })
    expect(await refusal(late)).toBe('lake.revision-mismatch')
    for (const action of [
      { publishedId: 'base', baseId: 'base', versionId: 'versions.v1.other' },
      { publishedId: 'base', baseId: 'base', versionId: 'plain' },
      { publishedId: 'base', document: law('versions.v1.other', 'x') },
    ])
      expect(
        await refusal(at.client.action({ actionType: 'sanity.action.document.version.create', ...action })),
      ).toBe('lake.malformed-request')
  })

  test('only what is published can be marked for unpublishing', async () => {
    const asked = at.client.unpublishVersion({ releaseId: 'v1', publishedId: 'never' })
    expect(await refusal(asked)).toBe('lake.document-missing')
    await at.client.unpublishVersion({ releaseId: 'v1', publishedId: 'base' })
    expect(await get('versions.v1.base')).toMatchObject({ title: '底', _system: { delete: true } })
  })

  test('the mark is taken off by the edit that the Studio sends', async () => {
    await at.client.action({
      actionType: 'sanity.action.document.edit',
      draftId: 'versions.v1.base',
      publishedId: 'base',
      patch: { unset: ['_system.delete'] },
    })
    expect((await get('versions.v1.base'))?.['_system']).not.toHaveProperty('delete')
  })
})

describe('publishing', () => {
  test('puts everything in place in one transaction: new, changed and taken down', async () => {
    await at.client.create(law('changed', '旧'))
    await at.client.create(law('down', '撤'))
    const born = (await get('changed'))?._createdAt
    await releaseWith(at, 'p1', law('changed', '新'), law('fresh', '初'))
    await at.client.unpublishVersion({ releaseId: 'p1', publishedId: 'down' })
    const { transactionId } = await at.client.releases.publish({ releaseId: 'p1' })
    expect(await get('changed')).toMatchObject({ title: '新', _createdAt: born, _rev: transactionId })
    expect(await get('fresh')).toMatchObject({ title: '初', _rev: transactionId })
    expect(await get('changed')).not.toHaveProperty('_system')
    expect(await get('down')).toBeUndefined()
    expect(await get('drafts.down')).toMatchObject({ title: '撤' })
    const ids = ['versions.p1.changed', 'versions.p1.down', 'versions.p1.fresh']
    expect(await at.client.getDocuments(ids)).toEqual([null, null, null])
    const release = await record('p1')
    expect(release).toMatchObject({ state: 'published', _rev: transactionId })
    expect(release?.finalDocumentStates?.map(({ id }) => id)).toEqual(ids)
    expect(Date.parse(release?.publishedAt ?? '')).toBe(at.clock.now())
  })

  test('leaves drafts alone, since they are newer than anything that is planned', async () => {
    await at.client.create(law('both', '旧'))
    await at.client.create(law('drafts.both', '草'))
    await releaseWith(at, 'p2', law('both', '新'))
    await at.client.releases.publish({ releaseId: 'p2' })
    expect(await get('both')).toMatchObject({ title: '新' })
    expect(await get('drafts.both')).toMatchObject({ title: '草' })
  })

  test('is all or nothing: one reference to nowhere and nothing at all is published', async () => {
    const to = { _type: 'reference', _ref: 'nowhere', _weak: true, _strengthenOnPublish: { type: 'law' } }
    await releaseWith(at, 'p3', law('good', '好'))
    await at.client.createVersion({
      releaseId: 'p3',
      publishedId: 'bad',
      document: { _type: 'law', to },
    })
    expect(await refusal(at.client.releases.publish({ releaseId: 'p3' }))).toBe('lake.reference-missing')
    expect(await get('good')).toBeUndefined()
    expect(await get('versions.p3.good')).toMatchObject({ title: '好' })
    expect(await record('p3')).toMatchObject({ state: 'active' })
  })

  test('references are judged over the whole, so that documents that name one another go together', async () => {
    const to = (ref: string) => ({
      _type: 'reference',
      _ref: ref,
      _weak: true,
      _strengthenOnPublish: { type: 'law' },
    })
    await releaseWith(at, 'p4')
    for (const [id, other] of [
      ['one', 'two'],
      ['two', 'one'],
    ] as const)
      await at.client.createVersion({
        releaseId: 'p4',
        publishedId: id,
        document: { _type: 'law', to: to(other) },
      })
    await at.client.releases.publish({ releaseId: 'p4' })
    expect(await get('one')).toMatchObject({ to: { _ref: 'two' } })
  })

  test('what is still referred to cannot be taken down by a release either', async () => {
    await releaseWith(at, 'p5')
    await at.client.unpublishVersion({ releaseId: 'p5', publishedId: 'one' })
    expect(await refusal(at.client.releases.publish({ releaseId: 'p5' }))).toBe('lake.still-referenced')
  })

  test('a dry run says whether it would work, and changes nothing', async () => {
    await releaseWith(at, 'p6', law('dry', '试'))
    await at.client.releases.publish({ releaseId: 'p6' }, { dryRun: true })
    expect(await record('p6')).toMatchObject({ state: 'active' })
    expect(await get('dry')).toBeUndefined()
    const bad = at.client.releases.publish({ releaseId: 'p5' }, { dryRun: true })
    expect(await refusal(bad)).toBe('lake.still-referenced')
  })

  test('versions made in the same request are published too, since an action sees the earlier', async () => {
    await at.client.action([
      { actionType: 'sanity.action.release.create', releaseId: 'p7', metadata: { releaseType: 'asap' } },
      {
        actionType: 'sanity.action.document.version.create',
        publishedId: 'quick',
        document: law('versions.p7.quick', '快'),
      },
      { actionType: 'sanity.action.release.publish', releaseId: 'p7' },
    ])
    expect(await get('quick')).toMatchObject({ title: '快' })
    expect(await get('versions.p7.quick')).toBeUndefined()
  })
})

describe('archiving', () => {
  test('takes the versions away and unarchiving brings them back as they were', async () => {
    await releaseWith(at, 'a1', law('kept', '存'))
    const before = await get('versions.a1.kept')
    await at.client.releases.archive({ releaseId: 'a1' })
    expect(await get('versions.a1.kept')).toBeUndefined()
    expect(await record('a1')).toMatchObject({
      state: 'archived',
      finalDocumentStates: [{ id: 'versions.a1.kept' }],
    })
    await at.client.releases.unarchive({ releaseId: 'a1' })
    expect(await get('versions.a1.kept')).toMatchObject({ title: '存', _createdAt: before?._createdAt })
    const release = await record('a1')
    expect(release).toMatchObject({ state: 'active' })
    expect(release).not.toHaveProperty('finalDocumentStates')
  })

  test('what is archived or published can be deleted, what is open cannot', async () => {
    expect(await refusal(at.client.releases.delete({ releaseId: 'a1' }))).toBe('lake.release-state')
    await at.client.releases.archive({ releaseId: 'a1' })
    await at.client.releases.delete({ releaseId: 'a1' })
    expect(await record('a1')).toBeUndefined()
    await at.client.releases.delete({ releaseId: 'p1' })
    expect(await record('p1')).toBeUndefined()
    expect(await get('changed')).toMatchObject({ title: '新' })
  })
})
