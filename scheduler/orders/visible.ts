/**
 * @file The published documents as screens may show them: what was withdrawn is not there. Pure.
 *
 * So a withdrawal works wherever documents are read, and takes the way of a document that is unpublished.
 */
import type { PlaylistDocument } from '../../contracts/documents/index.ts'
import type { SignageDocument } from '../compile/documents.ts'

type Documents = ReadonlyMap<string, SignageDocument>

/** Id of a playlist's line, as items of lines that are no documents carry it. */
export const lineId = (playlist: string, key: string): string => `${playlist}:${key}`

/** The document that an id of a withdrawal is about: the playlist, where it names a line. */
export const documentOf = (id: string): string => id.split(':')[0] ?? id

function withoutLines(playlist: PlaylistDocument, withdrawn: ReadonlySet<string>): PlaylistDocument {
  const items = (playlist.items ?? []).filter(({ _key }) => !withdrawn.has(lineId(playlist._id, _key)))
  return { ...playlist, items }
}

/** @returns the documents themselves where nothing is withdrawn */
export function visibleDocuments(documents: Documents, withdrawn: ReadonlySet<string>): Documents {
  if (withdrawn.size === 0) return documents
  const visible = new Map(documents)
  for (const id of withdrawn) {
    const document = visible.get(documentOf(id))
    if (document?._id === id) visible.delete(id)
    else if (document?._type === 'playlist') visible.set(document._id, withoutLines(document, withdrawn))
  }
  return visible
}
