/**
 * @file What a party may read and change, for query, doc, listen, history, export, assets and every write.
 *
 * Pure. Reading is decided by the document as it stands; a change by the document before and after it, so
 * that nothing is moved into or out of another's hands. There is no second place that decides.
 */
import { failLake } from '../../contracts/errors/lake.ts'
import type { LakeDocument } from '../store/document.ts'
import type { Documents } from '../store/documents.ts'
import { isOpenAsset, isOpenToAll } from './open-to-all.ts'
import type { Party } from './party.ts'

export type Reads = (document: LakeDocument) => boolean

interface Sides {
  before: LakeDocument | null
  after: LakeDocument | null
}

interface PublishedChange extends Sides {
  documentId: string
  mutations: readonly unknown[]
}

const always: Reads = () => true

/** Whether a party may read a document; made once for many documents. */
export function readsOf(documents: Documents, party: Party): Reads {
  if (party.role === 'anonymous') return (document) => isOpenToAll(documents, document)
  return always
}

/** True when nothing is kept from this party, so that no document need be asked for. */
export const readsAll = (party: Party) => party.role !== 'anonymous'

/**
 * A change as someone sees it who may read only one side of it, or neither: what is hidden does not exist,
 * and a mutation that could tell of it is told as a creation or a deletion.
 */
export function asSeen<T extends PublishedChange>(change: T, reads: Reads): T {
  const before = change.before && reads(change.before) ? change.before : null
  const after = change.after && reads(change.after) ? change.after : null
  if (before === change.before && after === change.after) return change
  const mutation = after ? { createOrReplace: after } : { delete: { id: change.documentId } }
  return { ...change, before, after, mutations: before || after ? [mutation] : [] }
}

/** Whether a party may have an asset's bytes. */
export const readsAsset = (documents: Documents, party: Party, assetId: string) =>
  party.role === 'anonymous' ? isOpenAsset(documents, assetId) : documents.has(assetId)

/** @throws PufaError `lake.not-permitted` with the id of the first change that the party may not make */
export function checkRights(
  _documents: Documents,
  changes: readonly ({ id: string } & Sides)[],
  party: Party,
): void {
  const denied = changes.find((change) => !mayChange(change, party))
  if (denied) throw failLake('lake.not-permitted', { id: denied.id })
}

function mayChange({ id, before, after }: { id: string } & Sides, { role }: Party): boolean {
  if (role === 'administrator' || role === 'system') return true
  // A receiver adds readers' reports under ids of their own, and changes nothing that is there.
  if (role === 'receiver') return !before && after?._type === 'errorReport' && /^report\.[A-Z0-9]+$/.test(id)
  return false
}
