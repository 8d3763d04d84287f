/**
 * @file Takes in the record of a release from another dataset, as `@sanity/import` sends it.
 *
 * Pure. A scheduled release comes in as an active one that remembers its time: its versions are still on
 * their way, and nothing may be published before a person has seen that all of it is there.
 */
import { failLake } from '../../contracts/errors/lake.ts'
import type { ActionPlan, Content, Draft } from '../store/action-plan.ts'
import { isRecord } from '../store/document.ts'
import { readMetadata, RELEASE_TYPE, releaseDocumentId } from './release.ts'

const CLOSED = ['archived', 'published']

/** @throws PufaError `lake.malformed-request`, `lake.release-exists` */
export function importRelease(plan: ActionPlan, action: Content, name: string, index: number): void {
  const document = action['attributes'] ?? action['document']
  const _id = releaseDocumentId(name)
  if (!isRecord(document) || document['_type'] !== RELEASE_TYPE || document['_id'] !== _id)
    throw failLake('lake.malformed-request', { index, reason: 'attributes' })
  if (plan.current(_id)) {
    if (action['ifExists'] === 'ignore') return
    if (action['ifExists'] !== 'replace') throw failLake('lake.release-exists', { index, id: name })
  }
  const { publishAt, error: _, _rev: __, _updatedAt: ___, ...rest } = document
  const metadata = readMetadata(document['metadata'], index)
  const isClosed = CLOSED.includes(String(document['state']))
  const intended =
    !isClosed && typeof publishAt === 'string'
      ? { releaseType: 'scheduled', intendedPublishAt: publishAt }
      : {}
  plan.write('createOrReplace', {
    ...rest,
    name,
    state: isClosed ? document['state'] : 'active',
    metadata: { ...metadata, ...intended },
  } as unknown as Draft)
}
