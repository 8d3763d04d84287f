/**
 * @file What a party sees in a perspective, worked out the long way: the reference that views are held against.
 */
import type { Reads } from '../../content-lake/access/rights.ts'
import type { Perspective } from '../../content-lake/query/perspective.ts'
import type { LakeDocument } from '../../content-lake/store/document.ts'

const PLACE = /^(?:(drafts)\.|versions\.([^.]+)\.)?(.*)$/

/** @param stored in ascending order of id */
export function plainView(
  stored: readonly LakeDocument[],
  perspective: Perspective,
  reads: Reads,
): LakeDocument[] {
  const readable = stored.filter(reads)
  if (perspective === 'raw') return readable
  const placed = readable.map((document) => {
    const [, drafts, release, id = ''] = PLACE.exec(document._id) ?? []
    return { document, layer: drafts ?? release ?? 'published', id }
  })
  if (perspective === 'published')
    return placed.filter(({ layer }) => layer === 'published').map(({ document }) => document)
  const seen: LakeDocument[] = []
  for (const id of [...new Set(placed.map((entry) => entry.id))].sort()) {
    const top = [...perspective, 'published']
      .map((layer) => placed.find((entry) => entry.id === id && entry.layer === layer))
      .find((entry) => entry !== undefined)
    const system = top?.document['_system'] as { delete?: boolean } | undefined
    if (top && !system?.delete) seen.push({ ...top.document, _id: id, _originalId: top.document._id })
  }
  return seen
}
