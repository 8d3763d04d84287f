/**
 * @file What a caller who is not signed in may read: published documents that are content.
 *
 * Pure. Drafts, versions and every id with a dot are closed; so are the types of the system itself. An
 * asset is open when an open document refers to it.
 */
import type { LakeDocument } from '../store/document.ts'
import type { Documents } from '../store/documents.ts'

const SYSTEM_TYPE = /^(system|sanity)\./
const ASSET_TYPE = /^sanity\.(image|file)Asset$/

export function isOpenToAll(documents: Documents, document: LakeDocument): boolean {
  if (document._id.includes('.')) return false
  if (ASSET_TYPE.test(document._type)) return isOpenAsset(documents, document._id)
  return !SYSTEM_TYPE.test(document._type)
}

/** True when a published document that is itself open refers to this asset. */
export function isOpenAsset(documents: Documents, assetId: string): boolean {
  for (const id of documents.referrersOf(assetId)) {
    const referrer = documents.get(id)
    if (referrer && !id.includes('.') && !SYSTEM_TYPE.test(referrer._type)) return true
  }
  return false
}
