/**
 * @file What a query sees of the dataset: raw, published, drafts over published, or a stack of releases.
 *
 * Pure. A layered perspective shows each document once, under its published id, taken from the first layer
 * that has it (published stands below every layer); `_originalId` tells where it came from. A version that
 * marks its document for deletion hides it. A shown copy is made once for each revision.
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

/** One perspective for one party: under which ids it shows something, and what. */
export interface Lens {
  /** The id under which a change of this stored document would be seen; null where it never is. */
  shownId(storedId: string): string | null
  shown(id: string): LakeDocument | undefined
}

/** @param isOpen what the asking party may read */
export function lensOf(documents: Documents, perspective: Perspective, isOpen: Reads): Lens {
  if (perspective === 'raw' || perspective === 'published')
    return {
      shownId: (id) => (perspective === 'raw' || isPublishedId(id) ? id : null),
      shown: (id) => {
        const document = perspective === 'raw' || isPublishedId(id) ? documents.get(id) : undefined
        return document && isOpen(document) ? document : undefined
      },
    }
  return {
    shownId: (id) => (isInLayers(id, perspective) ? publishedIdOf(id) : null),
    shown: (id) => (isPublishedId(id) ? topmost(documents, perspective, id, isOpen) : undefined),
  }
}

/** Everything that is shown, in ascending order of id. */
export function shownThrough(documents: Documents, lens: Lens): LakeDocument[] {
  const ids = new Set<string>()
  let last = ''
  let isSorted = true
  for (const storedId of documents.ids()) {
    const id = lens.shownId(storedId)
    if (id === null) continue
    if (id < last) isSorted = false
    last = id
    ids.add(id)
  }
  return (isSorted ? [...ids] : [...ids].sort()).flatMap((id) => lens.shown(id) ?? [])
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
