/**
 * @file Writes what the calendar changes as drafts, and takes it back.
 *
 * A change never touches what is published. Taking back restores the draft as it was before, and only
 * while nobody has changed it since; otherwise it says so.
 */
import type { SanityClient } from '@sanity/client'
import { draftIdOf } from '../model/library.ts'
import type { NewDocument } from './campaign.ts'

interface Stored {
  _id: string
  _type: string
  _rev: string
  _createdAt?: string
  _updatedAt?: string
  [field: string]: unknown
}

interface Change {
  draftId: string
  /** The draft before, where there was one. */
  before: Stored | null
  /** Revision that the change made. */
  revision: string
}

/** What was done together and is taken back together. */
export type Done = readonly Change[]

/** Says in its message what the person should know and do. */
export class RefusedError extends Error {}

const stored = (client: SanityClient, ids: readonly string[]) =>
  client.fetch<Stored[]>('*[_id in $ids]', { ids }, { perspective: 'raw' })

function fresh({ _rev, _createdAt, _updatedAt, ...rest }: Stored): Omit<Stored, '_rev'> {
  return rest as Omit<Stored, '_rev'>
}

/**
 * @param id published id of the event
 * @throws RefusedError when the document is not there; whatever the lake refuses
 */
export async function changeDraft(client: SanityClient, id: string, changes: object): Promise<Done> {
  const draftId = draftIdOf(id)
  const found = await stored(client, [id, draftId])
  const draft = found.find(({ _id }) => _id === draftId) ?? null
  const published = found.find(({ _id }) => _id === id)
  if (draft) {
    const { _rev } = await client.patch(draftId).ifRevisionId(draft._rev).set(changes).commit<Stored>()
    return [{ draftId, before: draft, revision: _rev }]
  }
  if (!published) throw new RefusedError('这条排期刚刚被删掉了，请看一看最新的日历')
  const made = await client.create({ ...fresh(published), ...changes, _id: draftId, _type: published._type })
  return [{ draftId, before: null, revision: made._rev }]
}

/** All of them or none. */
export async function createDrafts(client: SanityClient, documents: readonly NewDocument[]): Promise<Done> {
  const transaction = client.transaction()
  for (const document of documents) {
    const { _type } = document
    transaction.create<Record<string, unknown>>({ ...document, _id: draftIdOf(document._id), _type })
  }
  const made = await transaction.commit<Stored>({ returnDocuments: true })
  const revisions = new Map(made.map(({ _id, _rev }) => [_id, _rev]))
  return documents.map(({ _id }) => {
    const draftId = draftIdOf(_id)
    return { draftId, before: null, revision: revisions.get(draftId) ?? '' }
  })
}

/** @returns whether it was taken back; `false` when somebody has changed it since */
export async function takeBack(client: SanityClient, done: Done): Promise<boolean> {
  const found = new Map(
    (
      await stored(
        client,
        done.map(({ draftId }) => draftId),
      )
    ).map((each) => [each._id, each]),
  )
  if (done.some(({ draftId, revision }) => found.get(draftId)?._rev !== revision)) return false
  const transaction = client.transaction()
  // Events first: a campaign or playlist that is still named cannot go.
  for (const { draftId, before } of [...done].reverse())
    if (before) transaction.createOrReplace({ ...fresh(before), _id: draftId, _type: before._type })
    else transaction.delete(draftId)
  await transaction.commit()
  return true
}
