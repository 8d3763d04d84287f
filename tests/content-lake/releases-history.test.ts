/** @file What history tells of releases and versions, as the Studio asks it. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startLake, type LakeOnPort } from './lake-on-port.ts'

let at: LakeOnPort
beforeAll(async () => {
  at = await startLake()
})
afterAll(() => at.close())

const history = async (path: string) =>
  (await (await at.fetch(`/v2025-02-19/data/history/production/${path}`)).json()) as Record<string, unknown>
const events = async (id: string) =>
  ((await history(`events/documents/${id}`))['events'] as Record<string, Record<string, unknown>[]>)[id] ?? []
const told = async (name: string, search = '') =>
  (await history(`events/releases/${name}${search}`)) as {
    events: Record<string, unknown>[]
    nextCursor: string
  }
const law = (title: string) => ({ _type: 'law', title })

test('a release tells its life, newest first, and in pages', async () => {
  const { releases } = at.client
  await releases.create({ releaseId: 'life', metadata: { title: '一生', releaseType: 'asap' } })
  await at.client.createVersion({ releaseId: 'life', publishedId: 'x', document: law('一') })
  await at.client.createVersion({ releaseId: 'life', publishedId: 'y', document: law('二') })
  await at.client.discardVersion({ releaseId: 'life', publishedId: 'y' })
  await releases.edit({ releaseId: 'life', patch: { set: { 'metadata.title': '别名' } } })
  await releases.edit({ releaseId: 'life', patch: { set: { 'metadata.releaseType': 'undecided' } } })
  await releases.schedule({ releaseId: 'life', publishAt: '2999-01-01T00:00:00.000Z' })
  await releases.unschedule({ releaseId: 'life' })
  await releases.archive({ releaseId: 'life' })
  await releases.unarchive({ releaseId: 'life' })
  await releases.publish({ releaseId: 'life' })
  const all = await told('life')
  expect(all.events.map(({ type }) => type)).toEqual([
    'publishRelease',
    'unarchiveRelease',
    'archiveRelease',
    'unscheduleRelease',
    'scheduleRelease',
    'editRelease',
    'discardDocumentFromRelease',
    'addDocumentToRelease',
    'addDocumentToRelease',
    'createRelease',
  ])
  expect(all.events[4]).toMatchObject({ publishAt: '2999-01-01T00:00:00.000Z', author: 'robot-test' })
  expect(all.events.at(-2)).toMatchObject({
    documentId: 'x',
    documentType: 'law',
    versionId: 'versions.life.x',
  })
  const first = await told('life', '?limit=4')
  const rest = await told('life', `?limit=100&nextCursor=${first.nextCursor}`)
  expect([...first.events, ...rest.events]).toEqual(all.events)
  expect(rest.nextCursor).toBe('')
})

test('a document published by a release says so, and a version tells how it ended', async () => {
  await at.client.create({ _id: 'd', ...law('旧') })
  await at.client.releases.create({ releaseId: 'h1', metadata: { releaseType: 'asap' } })
  await at.client.createVersion({ releaseId: 'h1', publishedId: 'd', baseId: 'd' })
  const { transactionId } = await at.client.releases.publish({ releaseId: 'h1' })
  const publishing = {
    type: 'publishDocumentVersion',
    revisionId: transactionId,
    versionId: 'versions.h1.d',
    releaseId: 'h1',
    publishCause: 'release.publish',
  }
  expect((await events('d'))[0]).toMatchObject(publishing)
  expect((await events('d')).at(-1)).toMatchObject({ type: 'createLiveDocument' })
  const ofVersion = await events('versions.h1.d')
  expect(ofVersion.map(({ type }) => type)).toEqual(['publishDocumentVersion', 'createDocumentVersion'])
  expect(ofVersion[1]).toMatchObject({ versionId: 'versions.h1.d', releaseId: 'h1' })
})

test('a document taken down by a release says so, not that all of it was deleted', async () => {
  await at.client.create({ _id: 'drafts.d', ...law('草') })
  await at.client.releases.create({ releaseId: 'h2', metadata: { releaseType: 'asap' } })
  await at.client.unpublishVersion({ releaseId: 'h2', publishedId: 'd' })
  await at.client.releases.publish({ releaseId: 'h2' })
  expect((await events('d'))[0]).toMatchObject({ type: 'unpublishDocument', releaseId: 'h2' })
  expect((await events('versions.h2.d'))[0]).toMatchObject({ type: 'unpublishDocument' })
})

test('deleting a document with all its versions is told as that', async () => {
  await at.client.create({ _id: 'g', ...law('全') })
  await at.client.releases.create({ releaseId: 'h3', metadata: { releaseType: 'asap' } })
  await at.client.createVersion({ releaseId: 'h3', publishedId: 'g', baseId: 'g' })
  await at.client.action({
    actionType: 'sanity.action.document.delete',
    publishedId: 'g',
    includeVersions: ['versions.h3.g'],
  } as never)
  expect((await events('g'))[0]).toMatchObject({ type: 'deleteDocumentGroup' })
})

test('the final state of a published version carries the publishing, from which the Studio reverts', async () => {
  const [published] = (await history('documents/versions.h1.d?lastRevision=true'))['documents'] as {
    _id: string
    _rev: string
  }[]
  const release = await at.client.releases.get({ releaseId: 'h1' })
  expect(published).toMatchObject({ _id: 'versions.h1.d', _rev: release?._rev })
})

test('the final state of an archived version is the one that unarchiving brings back', async () => {
  await at.client.releases.create({ releaseId: 'h4', metadata: { releaseType: 'asap' } })
  await at.client.createVersion({ releaseId: 'h4', publishedId: 'k', document: law('存') })
  const version = await at.client.getDocument('versions.h4.k')
  await at.client.releases.archive({ releaseId: 'h4' })
  const { documents } = await history('documents/versions.h4.k?lastRevision=true')
  expect(documents).toEqual([version])
})
