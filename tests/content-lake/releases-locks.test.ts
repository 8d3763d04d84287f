/** @file What a release holds shut, how it is read, and how many there may be. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startLake, type LakeOnPort } from './lake-on-port.ts'
import { law, refusal, releaseWith } from './release-steps.ts'

let at: LakeOnPort
beforeAll(async () => {
  at = await startLake()
})
afterAll(() => at.close())

const record = (releaseId: string) => at.client.releases.get({ releaseId })

const closed = {
  scheduled: async (releaseId: string) => {
    await releaseWith(at, releaseId, law(`in-${releaseId}`, '一'))
    await at.client.releases.schedule({ releaseId, publishAt: '2999-01-01T00:00:00Z' })
  },
  published: async (releaseId: string) => {
    await releaseWith(at, releaseId, law(`in-${releaseId}`, '一'))
    await at.client.releases.publish({ releaseId })
  },
  archived: async (releaseId: string) => {
    await releaseWith(at, releaseId, law(`in-${releaseId}`, '一'))
    await at.client.releases.archive({ releaseId })
  },
}

describe('locks', () => {
  test.each(['scheduled', 'published', 'archived'] as const)(
    'a %s release takes no change to its versions, by action or by mutation',
    async (state) => {
      const name = `l-${state}`
      await closed[state](name)
      const id = `versions.${name}.in-${name}`
      const publishedId = `in-${name}`
      const actions = [
        {
          actionType: 'sanity.action.document.version.create',
          publishedId: 'x',
          document: law(`versions.${name}.x`, '添'),
        },
        { actionType: 'sanity.action.document.version.replace', document: law(id, '换') },
        { actionType: 'sanity.action.document.version.discard', versionId: id },
        {
          actionType: 'sanity.action.document.create',
          publishedId: 'y',
          attributes: law(`versions.${name}.y`, '添'),
          ifExists: 'fail',
        },
      ] as const
      for (const action of actions)
        expect(await refusal(at.client.action(action))).toBe('lake.release-locked')
      expect(await refusal(at.client.createOrReplace(law(id, '换')))).toBe('lake.release-locked')
      expect(await refusal(at.client.delete(id))).toBe('lake.release-locked')
      if (state !== 'scheduled') return
      for (const action of [
        {
          actionType: 'sanity.action.document.edit',
          draftId: id,
          publishedId,
          patch: { set: { title: '改' } },
        },
        { actionType: 'sanity.action.document.publish', publishedId, versionId: id },
        { actionType: 'sanity.action.document.delete', publishedId, includeVersions: [id] },
      ])
        expect(await refusal(at.client.action(action as never))).toBe('lake.release-locked')
      expect(await refusal(at.client.patch(id).set({ title: '改' }).commit())).toBe('lake.release-locked')
    },
  )

  const steps = {
    publish: (releaseId: string) => at.client.releases.publish({ releaseId }),
    schedule: (releaseId: string) =>
      at.client.releases.schedule({ releaseId, publishAt: '2999-01-01T00:00:00Z' }),
    unschedule: (releaseId: string) => at.client.releases.unschedule({ releaseId }),
    archive: (releaseId: string) => at.client.releases.archive({ releaseId }),
    unarchive: (releaseId: string) => at.client.releases.unarchive({ releaseId }),
    delete: (releaseId: string) => at.client.releases.delete({ releaseId }),
  }
  const allowed = {
    scheduled: ['unschedule'],
    published: ['delete'],
    archived: ['unarchive', 'delete'],
  } as const

  test.each(['scheduled', 'published', 'archived'] as const)(
    'a %s release takes only the steps of its state',
    async (state) => {
      for (const [name, step] of Object.entries(steps))
        if (!allowed[state].some((one) => one === name))
          expect(await refusal(step(`l-${state}`)), name).toBe('lake.release-state')
      const isClosed = state !== 'scheduled'
      const edited = at.client.releases.edit({
        releaseId: `l-${state}`,
        patch: { set: { 'metadata.title': '改' } },
      })
      expect(await refusal(edited)).toBe(isClosed ? 'lake.release-state' : 'not refused')
    },
  )

  test('an unscheduled release is open again', async () => {
    await at.client.releases.unschedule({ releaseId: 'l-scheduled' })
    expect(await record('l-scheduled')).not.toHaveProperty('publishAt')
    await at.client.patch('versions.l-scheduled.in-l-scheduled').set({ title: '改' }).commit()
  })
})

describe('perspectives', () => {
  const titles = (perspective: string[] | string) =>
    at.client.fetch<Record<string, unknown>[]>(
      '*[_id in ["s", "t", "u"]] | order(_id) {_id, _originalId, title}',
      {},
      { perspective: perspective as never },
    )

  test('a stack gives each document once, from the first layer that has it', async () => {
    await at.client.create(law('s', '已发布'))
    await at.client.create(law('drafts.s', '草稿'))
    await at.client.create(law('drafts.t', '草稿'))
    await at.client.create(law('u', '已发布'))
    await releaseWith(at, 's1', law('s', '第一批'))
    await releaseWith(at, 's2', law('s', '第二批'), law('t', '第二批'))
    await at.client.unpublishVersion({ releaseId: 's1', publishedId: 'u' })
    expect(await titles(['s1', 'drafts'])).toEqual([
      { _id: 's', _originalId: 'versions.s1.s', title: '第一批' },
      { _id: 't', _originalId: 'drafts.t', title: '草稿' },
    ])
    expect(await titles(['s2', 's1'])).toEqual([
      { _id: 's', _originalId: 'versions.s2.s', title: '第二批' },
      { _id: 't', _originalId: 'versions.s2.t', title: '第二批' },
    ])
    expect(await titles('s2')).toMatchObject([{ title: '第二批' }, { title: '第二批' }, { title: '已发布' }])
    expect(await titles('published')).toMatchObject([{ title: '已发布' }, { title: '已发布' }])
  })

  test('the functions of GROQ that ask about releases answer as groq-js does', async () => {
    const ask = (query: string) => at.client.fetch<string[]>(query, {}, { perspective: 'raw' })
    expect(await ask('*[sanity::partOfRelease("s2")]._id')).toEqual(['versions.s2.s', 'versions.s2.t'])
    expect(await ask('*[sanity::versionOf("s")]._id')).toEqual([
      'drafts.s',
      's',
      'versions.s1.s',
      'versions.s2.s',
    ])
    expect(await ask('releases::all()[state == "active" && name in ["s1", "s2"]].name')).toEqual(['s1', 's2'])
    expect(await ask('*[_id in path("_.releases.*") && name == "s1"].name')).toEqual(['s1'])
  })

  test('nobody who is not signed in sees a release or a version', async () => {
    const ask = (query: string, perspective: string) =>
      at.anonymous.fetch<unknown[]>(query, {}, { perspective: perspective as never })
    expect(await ask('releases::all()', 'raw')).toEqual([])
    expect(await ask('*[sanity::partOfRelease("s2")]', 'raw')).toEqual([])
    expect(await ask('*[_id == "s"].title', 's2')).toEqual(['已发布'])
  })
})

test('a release can be taken in from elsewhere, and a scheduled one waits for a person', async () => {
  const document = {
    _id: '_.releases.i1',
    _type: 'system.release',
    name: 'i1',
    state: 'scheduled',
    publishAt: '2020-01-01T00:00:00Z',
    metadata: { title: '外来', releaseType: 'asap' },
  }
  const take = (ifExists: 'fail' | 'ignore' | 'replace') =>
    at.client.action({
      actionType: 'sanity.action.release.import',
      releaseId: 'i1',
      attributes: document,
      ifExists,
    })
  await take('fail')
  const release = await record('i1')
  expect(release).toMatchObject({
    state: 'active',
    metadata: { title: '外来', releaseType: 'scheduled', intendedPublishAt: '2020-01-01T00:00:00Z' },
  })
  expect(await refusal(take('fail'))).toBe('lake.release-exists')
  await take('ignore')
  expect((await record('i1'))?._rev).toBe(release?._rev)
  await take('replace')
  expect((await record('i1'))?._rev).not.toBe(release?._rev)
})

test('the Studio is told that releases are there, and that no plan limits them', async () => {
  const features = await (await at.fetch('/v2025-02-19/features')).json()
  expect(features).toEqual(['contentReleases', 'singleDocRelease'])
  const allowed = await (await at.fetch('/vX/projects/pufa/new-content-release-allowed')).json()
  // A count that is no number makes the Studio ask for ever.
  expect(allowed).toMatchObject({
    data: { orgActiveReleaseLimit: null, orgMeteredActiveReleaseCount: expect.any(Number) as number },
  })
})

test('open releases are bounded, since the Studio reads all of them at once', async () => {
  const create = (releaseId: string) => ({
    actionType: 'sanity.action.release.create' as const,
    releaseId,
    metadata: { releaseType: 'asap' as const },
  })
  const many = Array.from({ length: 201 }, (_, number) => create(`many-${number}`))
  const asked = at.client.action(many, { dryRun: true })
  expect(await refusal(asked)).toBe('lake.release-limit')
})

test('who may not write is told so in the words that the Studio reads off its buttons', async () => {
  const token = at.lake.issueServiceToken('looks-on', 'viewer')
  const response = await fetch(`${at.origin}/v2025-02-19/data/actions/production`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: JSON.stringify({
      actions: [{ actionType: 'sanity.action.release.create', releaseId: 'mine' }],
      dryRun: true,
    }),
  })
  expect(response.status).toBe(403)
  expect(await response.json()).toMatchObject({ error: { type: 'insufficientPermissionsError' } })
})
