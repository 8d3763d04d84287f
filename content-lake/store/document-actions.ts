/**
 * @file The actions on one document: create, edit, publish, unpublish, discard, delete, and its versions.
 *
 * Pure. A version stands at `versions.<release>.<id>`; a draft is the version of no release, and the Studio
 * sends `version.discard` for both.
 */
import { failLake } from '../../contracts/errors/lake.ts'
import { copyAs, type ActionPlan, type Content, type Draft } from './action-plan.ts'
import { isPublishedId, isVersionId, publishedIdOf } from './document.ts'
import { expectRevision, readDocument, readId, readIds, readPatch } from './read-action.ts'
import { strengthenReferences } from './references.ts'

export type DocumentAction = (plan: ActionPlan, action: Content, index: number) => void

/** Kind of action, without `sanity.action.` → what it does. */
export const documentActions: Readonly<Record<string, DocumentAction>> = {
  'document.create': (plan, action, index) =>
    create(plan, readDocument(action, 'attributes', index), action['ifExists'] === 'ignore', index),
  'document.replaceDraft': (plan, action, index) =>
    plan.write('createOrReplace', readDocument(action, 'attributes', index)),
  'document.edit': edit,
  'document.publish': publish,
  'document.unpublish': unpublish,
  'document.discard': (plan, action, index) => plan.delete(readId(action, 'draftId', index)),
  'document.delete': (plan, action, index) => {
    for (const id of [
      readId(action, 'publishedId', index),
      ...readIds(action['includeDrafts']),
      ...readIds(action['includeVersions']),
    ])
      if (plan.current(id)) plan.delete(id)
  },
  'document.version.create': createVersion,
  'document.version.replace': (plan, action, index) =>
    plan.write('createOrReplace', asVersion(readDocument(action, 'document', index), index)),
  'document.version.discard': (plan, action, index) => plan.delete(readId(action, 'versionId', index)),
  'document.version.unpublish': markForUnpublish,
}

function create(plan: ActionPlan, document: Draft, ignoresExisting: boolean, index: number): void {
  const id = document['_id']
  if (typeof id === 'string' && plan.current(id)) {
    if (ignoresExisting) return
    throw failLake('lake.document-exists', { index, id })
  }
  plan.write('create', document)
}

/** The first edit of a published document makes its draft, or its version. */
function edit(plan: ActionPlan, action: Content, index: number): void {
  const draft = readId(action, 'draftId', index)
  const published = readId(action, 'publishedId', index)
  if (!plan.current(draft)) plan.write('create', copyAs(draft, plan.need(published, index)))
  plan.patch(draft, readPatch(action, index))
}

function publish(plan: ActionPlan, action: Content, index: number): void {
  const published = readId(action, 'publishedId', index)
  const source = readId(action, action['draftId'] === undefined ? 'versionId' : 'draftId', index)
  expectRevision(
    plan.need(source, index),
    action['ifDraftRevisionId'] ?? action['ifVersionRevisionId'],
    source,
    index,
  )
  expectRevision(plan.current(published), action['ifPublishedRevisionId'], published, index)
  putInPlace(plan, source, published, index)
}

/** Puts a draft or a version in the place of what is published, which keeps its birth. */
export function putInPlace(plan: ActionPlan, source: string, published: string, index: number): void {
  const before = plan.current(published)
  const { _system: _, ...content } = strengthenReferences(copyAs(published, plan.need(source, index)))
  const createdAt = before ? { _createdAt: before['_createdAt'] } : {}
  plan.write('createOrReplace', { ...content, ...createdAt } as Draft)
  plan.delete(source)
}

function unpublish(plan: ActionPlan, action: Content, index: number): void {
  takeDown(plan, readId(action, 'draftId', index), readId(action, 'publishedId', index), index)
}

/** What was published goes on as a draft; an existing draft is kept, since it is newer. */
export function takeDown(plan: ActionPlan, draft: string, published: string, index: number): void {
  const document = plan.need(published, index)
  if (!plan.current(draft)) plan.write('create', copyAs(draft, document))
  plan.delete(published)
}

function createVersion(plan: ActionPlan, action: Content, index: number): void {
  if (action['document'] !== undefined)
    return create(
      plan,
      expectFor(asVersion(readDocument(action, 'document', index), index), action, index),
      false,
      index,
    )
  const base = plan.need(readId(action, 'baseId', index), index)
  expectRevision(base, action['ifBaseRevisionId'], String(base['_id']), index)
  const copy = asVersion(copyAs(readId(action, 'versionId', index), base), index)
  const { _system: _, ...content } = expectFor(copy, action, index)
  // The Studio tells by it whether what a version began from has moved on.
  const system = isVersionId(String(copy['_id']))
    ? { _system: { base: { id: base['_id'], rev: base['_rev'] } } }
    : {}
  create(plan, { ...content, ...system } as Draft, false, index)
}

/** A version that, when its release is published, takes the published document down. */
function markForUnpublish(plan: ActionPlan, action: Content, index: number): void {
  const id = readId(action, 'versionId', index)
  if (!isVersionId(id)) throw failLake('lake.malformed-request', { index, reason: 'versionId' })
  const published = plan.need(publishedIdOf(id), index)
  const version = copyAs(id, plan.current(id) ?? published)
  plan.write('createOrReplace', { ...version, _system: { ...systemOf(version), delete: true } })
}

export const systemOf = (document: Content): Content =>
  typeof document['_system'] === 'object' ? { ...document['_system'] } : {}

function asVersion(document: Draft, index: number): Draft {
  const id = String(document['_id'])
  if (isPublishedId(id) || publishedIdOf(id) === '')
    throw failLake('lake.malformed-request', { index, reason: `${id}: drafts.… or versions.…` })
  return document
}

/** When an action names the published id, the version must be of that document. */
function expectFor(version: Draft, action: Content, index: number): Draft {
  const { publishedId } = action
  if (publishedId !== undefined && publishedIdOf(String(version['_id'])) !== publishedId)
    throw failLake('lake.malformed-request', { index, reason: 'publishedId' })
  return version
}
