/**
 * @file Which assets nothing refers to, and which files have no document.
 *
 * Pure. A reference from a published document, a draft or a version counts, weak ones too. What the history
 * names is not asked here: see asset-mentions.ts.
 */
import { assetIdOf } from '../assets/asset-document.ts'
import type { Documents } from '../store/documents.ts'

export interface UnusedAssets {
  /** Ids of documents. */
  documents: string[]
  /** Names of files; one that no upload could have made is not ours to judge. */
  files: string[]
}

const ASSET_TYPES = ['sanity.imageAsset', 'sanity.fileAsset']

/** Another document's reference; one to itself keeps nothing alive. */
export function isReferred(documents: Documents, id: string): boolean {
  for (const referrer of documents.referrersOf(id)) if (referrer !== id) return true
  return false
}

/** @param fileNames what lies in `originals` */
export function findUnused(documents: Documents, fileNames: readonly string[]): UnusedAssets {
  return {
    documents: ASSET_TYPES.flatMap((type) => [...documents.idsOfType(type)]).filter(
      (id) => !isReferred(documents, id),
    ),
    files: fileNames.filter((name) => {
      const id = assetIdOf(name)
      return id !== null && !documents.has(id)
    }),
  }
}
