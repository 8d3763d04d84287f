/** @file What one look-up in one index asks for. Pure. */
import type { LakeDocument } from '../../store/document.ts'
import type { IndexDefinition, Key } from '../run/index-name.ts'

/** The documents that have one key in one index. */
export interface Posting {
  index: IndexDefinition
  key: Key
}

export function hasKey(document: LakeDocument, { index, key }: Posting): boolean {
  for (const own of index.keysOf(document)) if (own === key) return true
  return false
}
