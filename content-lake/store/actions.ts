/**
 * @file Turns the Studio's actions into mutations: edit, publish, unpublish, discard, delete and versions.
 *
 * Pure. An action sees what the ones before it in the same request do. Releases as such (`release.*`) are
 * deliberately absent: `/features` says so, and an action of theirs is answered 501.
 */
import { failLake } from '../../contracts/errors/lake.ts'
import { isDocumentId, isRecord, type LakeDocument, publishedIdOf } from './document.ts'
import type { Documents } from './documents.ts'
import { parseMutations, type ResolvedMutation } from './mutation.ts'
import { strengthenReferences } from './references.ts'

type Draft = Record<string, unknown> & { _type: string }

/** @throws PufaError `lake.malformed-request`, `lake.unsupported-action`, `lake.document-missing` … */
export function planActions(documents: Documents, actions: unknown): ResolvedMutation[] {
  if (!Array.isArray(actions)) throw failLake('lake.malformed-request', { reason: 'actions: array' })
  const plan = new ActionPlan(documents)
  for (const [index, action] of actions.entries()) {
    if (!isRecord(action)) throw failLake('lake.malformed-request', { index, reason: 'action: object' })
    plan.add(action, index)
  }
  return plan.mutations
}

class ActionPlan {
  readonly mutations: ResolvedMutation[] = []
  readonly #documents: Documents
  readonly #staged = new Map<string, Record<string, unknown> | null>()

  constructor(documents: Documents) {
    this.#documents = documents
  }

  add(action: Record<string, unknown>, index: number): void {
    const kind = String(action['actionType']).replace('sanity.action.', '')
    const id = (name: string) => readId(action, name, index)
    switch (kind) {
      case 'document.create':
        return this.#create(readDocument(action, 'attributes', index), action['ifExists'] === 'ignore', index)
      case 'document.replaceDraft':
        return this.#write('createOrReplace', readDocument(action, 'attributes', index))
      case 'document.edit':
        return this.#edit(id('draftId'), id('publishedId'), action, index)
      case 'document.publish':
        return this.#publish(action, id('publishedId'), index)
      case 'document.unpublish':
        return this.#unpublish(id('draftId'), id('publishedId'), index)
      case 'document.discard':
        return this.#delete(id('draftId'))
      case 'document.version.discard':
        return this.#delete(id('versionId'))
      case 'document.delete':
        for (const one of [
          id('publishedId'),
          ...ids(action['includeDrafts']),
          ...ids(action['includeVersions']),
        ])
          if (this.#current(one)) this.#delete(one)
        return
      case 'document.version.create':
        return this.#createVersion(action, index)
      case 'document.version.replace':
        return this.#write('createOrReplace', readDocument(action, 'document', index))
      case 'document.version.unpublish':
        return this.#markForUnpublish(id('versionId'), index)
      default:
        throw failLake('lake.unsupported-action', { index, action: kind })
    }
  }

  #current(id: string): Record<string, unknown> | null {
    const staged = this.#staged.get(id)
    return staged === undefined ? (this.#documents.get(id) ?? null) : staged
  }

  #need(id: string, index: number): Record<string, unknown> {
    const document = this.#current(id)
    if (!document) throw failLake('lake.document-missing', { index, id })
    return document
  }

  #write(kind: 'create' | 'createOrReplace', document: Draft): void {
    this.mutations.push({ kind, document })
    if (typeof document['_id'] === 'string') this.#staged.set(document['_id'], document)
  }

  #delete(id: string): void {
    this.mutations.push({ kind: 'delete', ids: [id], byQuery: false })
    this.#staged.set(id, null)
  }

  #create(document: Draft, ignoresExisting: boolean, index: number): void {
    const id = document['_id']
    if (typeof id === 'string' && this.#current(id)) {
      if (ignoresExisting) return
      throw failLake('lake.document-exists', { index, id })
    }
    this.#write('create', document)
  }

  /** The first edit of a published document makes its draft. An edit may name the revision it began from. */
  #edit(draft: string, published: string, action: Record<string, unknown>, index: number): void {
    if (!this.#current(draft)) this.#write('create', copyAs(draft, this.#need(published, index)))
    if (!isRecord(action['patch'])) throw failLake('lake.malformed-request', { index, reason: 'patch' })
    const { id: _, query: __, ...operations } = action['patch']
    this.mutations.push(...resolvedPatch(draft, operations))
  }

  #publish(action: Record<string, unknown>, published: string, index: number): void {
    const source = readId(action, action['draftId'] === undefined ? 'versionId' : 'draftId', index)
    const draft = this.#need(source, index)
    const before = this.#current(published)
    expectRevision(draft, action['ifDraftRevisionId'] ?? action['ifVersionRevisionId'], source, index)
    expectRevision(before, action['ifPublishedRevisionId'], published, index)
    const { _system: _, ...content } = strengthenReferences(copyAs(published, draft))
    const createdAt = before ? { _createdAt: before['_createdAt'] } : {}
    this.#write('createOrReplace', { ...content, ...createdAt } as Draft)
    this.#delete(source)
  }

  /** An existing draft is kept: it is newer than what was published. */
  #unpublish(draft: string, published: string, index: number): void {
    const document = this.#need(published, index)
    if (!this.#current(draft)) this.#write('create', copyAs(draft, document))
    this.#delete(published)
  }

  #createVersion(action: Record<string, unknown>, index: number): void {
    if (isRecord(action['document']))
      return this.#create(readDocument(action, 'document', index), false, index)
    const base = this.#need(readId(action, 'baseId', index), index)
    expectRevision(base, action['ifBaseRevisionId'], String(base['_id']), index)
    this.#create(copyAs(readId(action, 'versionId', index), base), false, index)
  }

  /** A version that, when its release is published, takes the published document down. */
  #markForUnpublish(version: string, index: number): void {
    const base = this.#current(version) ?? this.#need(publishedIdOf(version), index)
    this.#write('createOrReplace', { ...copyAs(version, base), _system: { delete: true } } as Draft)
  }
}

/** The content under another id; `_createdAt` goes with it, revision and time of change do not. */
function copyAs(id: string, document: Record<string, unknown>): Draft {
  const { _rev: _, _updatedAt: __, ...content } = document as LakeDocument
  return { ...content, _id: id }
}

function resolvedPatch(id: string, operations: Record<string, unknown>): ResolvedMutation[] {
  const [patch] = parseMutations([{ patch: { id, ...operations } }])
  if (patch?.kind !== 'patch') return []
  return [{ ...patch, ids: [id], byQuery: false }]
}

function expectRevision(
  document: Record<string, unknown> | null,
  expected: unknown,
  id: string,
  index: number,
): void {
  if (expected === undefined || expected === null || document?.['_rev'] === expected) return
  throw failLake('lake.revision-mismatch', { index, id, expected, found: document?.['_rev'] ?? null })
}

function readId(action: Record<string, unknown>, name: string, index: number): string {
  const id = action[name]
  if (!isDocumentId(id)) throw failLake('lake.malformed-request', { index, reason: name })
  return id
}

function readDocument(action: Record<string, unknown>, name: string, index: number): Draft {
  const document = action[name]
  if (!isRecord(document) || typeof document['_type'] !== 'string' || !isDocumentId(document['_id']))
    throw failLake('lake.malformed-request', { index, reason: `${name}: document with _id and _type` })
  return document as Draft
}

const ids = (value: unknown): string[] => (Array.isArray(value) ? value.filter(isDocumentId) : [])
