/** @file What a commit touched, in the terms in which an answer says what it depends on (query/sight.ts). Pure. */
import { publishedIdOf } from '../store/document.ts'
import type { Documents } from '../store/documents.ts'
import type { Change } from '../store/stage.ts'
import { TAG_OF_ALL, tagOfId, tagOfType, type Sight } from './sight.ts'

export interface Touched {
  types: ReadonlySet<string>
  /** Published ids. */
  ids: ReadonlySet<string>
}

const TAGS_MAX = 200

/**
 * @param documents as they are after the commit: a draft that goes uncovers what it lay upon, of whatever
 * type that is
 */
export function touchedBy(
  documents: Documents,
  changes: readonly Pick<Change, 'id' | 'before' | 'after'>[],
): Touched {
  const types = new Set<string>()
  const ids = new Set<string>()
  for (const { id, before, after } of changes) {
    if (before) types.add(before._type)
    if (after) types.add(after._type)
    const publishedId = publishedIdOf(id)
    if (ids.has(publishedId)) continue
    ids.add(publishedId)
    for (const copy of documents.idsOfVersions(publishedId)) {
      const type = documents.get(copy)?._type
      if (type !== undefined) types.add(type)
    }
  }
  return { types, ids }
}

export function isTouched({ documents }: Sight, { types, ids }: Touched): boolean {
  if (!documents) return true
  return documents.types.some((type) => types.has(type)) || documents.ids.some((id) => ids.has(id))
}

/** For live events. Whoever may not read everything is told only that something changed. */
export function tagsOf({ types, ids }: Touched, seesAll: boolean): string[] {
  if (!seesAll || types.size + ids.size > TAGS_MAX) return [TAG_OF_ALL]
  return [TAG_OF_ALL, ...[...types].map(tagOfType), ...[...ids].map(tagOfId)]
}
