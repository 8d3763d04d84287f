/** @file A call of every method of `client.releases`; each makes a release of its own. */
import type { SanityClient } from '@sanity/client'
import { expect } from 'vitest'
import { valueOf } from './client-calls.ts'
import type { LakeOnPort } from './lake-on-port.ts'

type Call = (client: SanityClient, at: LakeOnPort) => Promise<void>

const LATER = '2999-01-01T00:00:00.000Z'
let made = 0

/** A release with one version in it. */
async function release({ client }: LakeOnPort): Promise<string> {
  const releaseId = `called${++made}`
  await client.releases.create({ releaseId, metadata: { title: '一起发布', releaseType: 'asap' } })
  await client.create({ _id: `versions.${releaseId}.called-${made}`, _type: 'called' })
  return releaseId
}

const stateOf = async ({ client }: LakeOnPort, releaseId: string) =>
  (await client.releases.get({ releaseId }))?.state ?? null

export const releaseCalls: Record<string, Call> = {
  async 'client.releases.create'(client, at) {
    const releaseId = `called${++made}`
    await valueOf(client.releases.create({ releaseId, metadata: { releaseType: 'asap' } }))
    expect(await stateOf(at, releaseId)).toBe('active')
  },
  async 'client.releases.get'(client, at) {
    const releaseId = await release(at)
    const _id = `_.releases.${releaseId}`
    expect(await valueOf(client.releases.get({ releaseId }))).toMatchObject({ _id })
  },
  async 'client.releases.fetchDocuments'(client, at) {
    const releaseId = await release(at)
    const found = await valueOf(client.releases.fetchDocuments({ releaseId }))
    expect(found).toMatchObject({ result: [{ _type: 'called' }] })
  },
  async 'client.releases.edit'(client, at) {
    const releaseId = await release(at)
    await valueOf(client.releases.edit({ releaseId, patch: { set: { 'metadata.title': '改名' } } }))
    expect(await at.client.releases.get({ releaseId })).toMatchObject({ metadata: { title: '改名' } })
  },
  async 'client.releases.publish'(client, at) {
    const releaseId = await release(at)
    await valueOf(client.releases.publish({ releaseId }))
    expect(await stateOf(at, releaseId)).toBe('published')
    expect(await at.client.getDocument(`called-${made}`)).toMatchObject({ _type: 'called' })
  },
  async 'client.releases.schedule'(client, at) {
    const releaseId = await release(at)
    await valueOf(client.releases.schedule({ releaseId, publishAt: LATER }))
    expect(await stateOf(at, releaseId)).toBe('scheduled')
  },
  async 'client.releases.unschedule'(client, at) {
    const releaseId = await release(at)
    await at.client.releases.schedule({ releaseId, publishAt: LATER })
    await valueOf(client.releases.unschedule({ releaseId }))
    expect(await stateOf(at, releaseId)).toBe('active')
  },
  async 'client.releases.archive'(client, at) {
    const releaseId = await release(at)
    await valueOf(client.releases.archive({ releaseId }))
    expect(await stateOf(at, releaseId)).toBe('archived')
  },
  async 'client.releases.unarchive'(client, at) {
    const releaseId = await release(at)
    await at.client.releases.archive({ releaseId })
    await valueOf(client.releases.unarchive({ releaseId }))
    expect(await stateOf(at, releaseId)).toBe('active')
  },
  async 'client.releases.delete'(client, at) {
    const releaseId = await release(at)
    await at.client.releases.archive({ releaseId })
    await valueOf(client.releases.delete({ releaseId }))
    expect(await stateOf(at, releaseId)).toBeNull()
  },
}
