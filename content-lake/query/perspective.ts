/**
 * @file What a query sees of the dataset: raw, published, drafts over published, or a stack of releases.
 *
 * Pure. A layered perspective shows each document once, under its published id, taken from the first layer
 * that has it (published stands below every layer); `_originalId` tells where it came from. A version that
 * marks its document for deletion hides it. Nothing is built that a query does not ask for: every answer
 * comes from the indexes, and a shown copy is made once for each revision.
 */
import {
  draftId,
  isPublishedId,
  publishedIdOf,
  releaseOf,
  versionId,
  isDraftId,
  type LakeDocument,
} from '../store/document.ts'
import type { Documents } from '../store/documents.ts'
import type { Reads } from '../access/rights.ts'

export type Perspective = 'raw' | 'published' | readonly string[]

export interface View {
  get(id: string): LakeDocument | undefined
  /** In ascending order of id. */
  all(): LakeDocument[]
  /** The same documents in the same order as filtering `all()` by type. */
  ofType(type: string): LakeDocument[]
  /** At least every document that refers to `id`, in ascending order of its own id. */
  referringTo(id: string): LakeDocument[]
  /** What `sanity::versionOf(id)` can hold for, in ascending order of id. */
  versionsOf(id: string): LakeDocument[]
}

/** `drafts`, `previewDrafts`, a name of a release, or a list of these by commas; null when malformed. */
export function parsePerspective(value: unknown): Perspective | null {
  const names = Array.isArray(value) ? value : typeof value === 'string' ? value.split(',') : null
  if (!names || names.length === 0 || names.length > 20) return null
  const layers: string[] = []
  for (const name of names as unknown[]) {
    if (typeof name !== 'string' || !/^[A-Za-z0-9_-]{1,128}$/.test(name)) return null
    layers.push(name === 'previewDrafts' ? 'drafts' : name)
  }
  if (layers.length === 1 && (layers[0] === 'raw' || layers[0] === 'published')) return layers[0]
  return layers.includes('raw') ? null : layers
}

/** @param isOpen what the asking party may read */
export function viewOf(documents: Documents, perspective: Perspective, isOpen: Reads): View {
  const pick = (ids: Iterable<string>, find: (id: string) => LakeDocument | undefined) => {
    const found: LakeDocument[] = []
    for (const id of ids) {
      const document = find(id)
      if (document) found.push(document)
    }
    return found
  }
  if (perspective === 'raw' || perspective === 'published') {
    const find = (id: string) => {
      const document = documents.get(id)
      if (!document || (perspective === 'published' && !isPublishedId(id))) return undefined
      return isOpen(document) ? document : undefined
    }
    return {
      get: find,
      all: () => pick(documents.ids(), find),
      ofType: (type) => pick(documents.idsOfType(type), find),
      referringTo: (id) => pick([...documents.referrersOf(id)].sort(), find),
      versionsOf: (id) => pick(documents.idsOfVersions(id), find),
    }
  }
  const find = (id: string) => (isPublishedId(id) ? topmost(documents, perspective, id, isOpen) : undefined)
  const publishedIds = (ids: Iterable<string>) => {
    const found = new Set<string>()
    for (const id of ids) if (isInLayers(id, perspective)) found.add(publishedIdOf(id))
    return [...found].sort()
  }
  return {
    get: find,
    all: () => pick(publishedIds(documents.ids()), find),
    ofType: (type) =>
      pick(publishedIds(documents.idsOfType(type)), find).filter((document) => document._type === type),
    referringTo: (id) => pick(publishedIds(documents.referrersOf(id)), find),
    versionsOf: (id) => pick([id], find),
  }
}

function isInLayers(id: string, layers: readonly string[]): boolean {
  if (isDraftId(id)) return layers.includes('drafts')
  const release = releaseOf(id)
  return release === null || layers.includes(release)
}

function topmost(
  documents: Documents,
  layers: readonly string[],
  id: string,
  isOpen: Reads,
): LakeDocument | undefined {
  for (const layer of [...layers, 'published']) {
    const storedId = layer === 'published' ? id : layer === 'drafts' ? draftId(id) : versionId(layer, id)
    const document = documents.get(storedId)
    if (!document || !isOpen(document)) continue
    const system = document['_system']
    if (typeof system === 'object' && system !== null && 'delete' in system && system.delete === true) return
    return shownAs(document, id)
  }
  return undefined
}

const shown = new WeakMap<LakeDocument, LakeDocument>()

function shownAs(document: LakeDocument, id: string): LakeDocument {
  const known = shown.get(document)
  if (known) return known
  const copy = { ...document, _id: id, _originalId: document._id }
  shown.set(document, copy)
  return copy
}
