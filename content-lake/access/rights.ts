/**
 * @file What a party may read and change, for query, doc, listen, history, export, assets and every write.
 *
 * Pure. Reading is decided by the document as it stands; a change by the document before and after it, so
 * that nothing is moved into or out of another's hands. What a party may not read does not exist for it:
 * it is staged against `sightOf`. There is no second place that decides.
 */
import { failLake } from '../../contracts/errors/lake.ts'
import { reviewedText } from '../../contracts/review/content.ts'
import { isPublishedId, publishedIdOf, type LakeDocument } from '../store/document.ts'
import type { Documents } from '../store/documents.ts'
import { ASSET_TYPES } from './grants.ts'
import { judgeOf, type Judge } from './judge.ts'
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

/** Whether a party may read a document, or its past; made once for many documents. */
export function readsOf(documents: Documents, party: Party, permission: 'read' | 'history' = 'read'): Reads {
  const judge = judgeOf(party)
  if (judge.readsAll) return always
  return (document) =>
    judge.may(permission, document) ||
    (judge.assets !== null &&
      ASSET_TYPES.includes(document._type) &&
      seesAsset(documents, judge, document._id))
}

/** True when nothing is kept from this party, so that no document need be asked for. */
export const readsAll = (party: Party) => judgeOf(party).readsAll

/** The documents as a party sees them, one at a time. */
export type Sight = Pick<Documents, 'get' | 'has' | 'idsOfVersions' | 'idsOfType' | 'idsBeginning'>

export function sightOf(documents: Documents, party: Party): Sight {
  if (readsAll(party)) return documents
  const reads = readsOf(documents, party)
  const get = (id: string) => {
    const document = documents.get(id)
    return document && reads(document) ? document : undefined
  }
  const has = (id: string) => get(id) !== undefined
  return {
    get,
    has,
    idsOfVersions: (id) => documents.idsOfVersions(id).filter(has),
    idsOfType: (type) => documents.idsOfType(type).filter(has),
    idsBeginning: (prefix) => documents.idsBeginning(prefix).filter(has),
  }
}

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
export function readsAsset(documents: Documents, party: Party, assetId: string): boolean {
  const judge = judgeOf(party)
  return judge.readsAll
    ? documents.has(assetId)
    : judge.assets !== null && seesAsset(documents, judge, assetId)
}

/** Some document that the party may read refers to it; or nothing does, where that is enough. */
function seesAsset(documents: Documents, judge: Judge, assetId: string): boolean {
  const referrers = documents.referrersOf(assetId)
  if (referrers.size === 0) return judge.assets === 'loose'
  for (const id of referrers) {
    const referrer = documents.get(id)
    if (referrer && judge.may('read', referrer)) return true
  }
  return false
}

/**
 * @param changes staged against what the party sees
 * @param isReviewed as `grantsOf`
 * @throws PufaError `lake.not-permitted` with the id of the first change that the party may not make
 */
export function checkRights(
  documents: Documents,
  changes: readonly ({ id: string } & Sides)[],
  party: Party,
  isReviewed = false,
): void {
  const judge = judgeOf(party, isReviewed)
  const denied = changes.find(
    (change) => !mayChange(documents, judge, change) && !isPutInPlace(judge, change, changes),
  )
  if (denied) throw failLake('lake.not-permitted', { id: denied.id })
}

/** A copy that goes because the same transaction puts it in the public's place is no loss of anybody's work. */
function isPutInPlace(
  judge: Judge,
  { id, before, after }: { id: string } & Sides,
  changes: readonly ({ id: string } & Sides)[],
): boolean {
  if (isPublishedId(id) || !before || after) return false
  const place = publishedIdOf(id)
  const put = changes.find((change) => change.id === place)?.after
  const words = (document: LakeDocument) => reviewedText(place, document, () => null)
  return !!put && judge.may('read', before) && words(put) === words(before)
}

function mayChange(
  documents: Documents,
  judge: Judge,
  { id, before, after }: { id: string } & Sides,
): boolean {
  if (before && after) return judge.may('update', before) && judge.may('update', after)
  if (before) return judge.may('update', before)
  if (!after) return true
  // A creation over what is hidden from the party would be a change of it.
  if (documents.has(id)) return false
  return (
    judge.may('create', after) &&
    (judge.may('manage', after) || isWhole(after)) &&
    ownsSiblings(documents, judge, id)
  )
}

/** A copy of a document is a change of it: whoever may not change the one may not begin the other. */
function ownsSiblings(documents: Documents, judge: Judge, id: string): boolean {
  return documents.idsOfVersions(publishedIdOf(id)).every((sibling) => {
    const document = documents.get(sibling)
    return !document || judge.may('update', { ...document, _id: id })
  })
}

/** An asset's document names its own file and no other's. */
function isWhole(document: LakeDocument): boolean {
  if (!ASSET_TYPES.includes(document._type)) return true
  const [, kind, name] = /^(image|file)-(.+)$/.exec(document._id) ?? []
  const file = String(document['path']).split('/').at(-1) ?? ''
  return kind !== undefined && isPublishedId(document._id) && file.replace(/\.(?=[^.]*$)/, '-') === name
}
