/**
 * @file The door through which a mirror is filled: documents as another lake has them, in one commit each time.
 *
 * No review, no rights and no check of references: whoever holds the door has judged. What was written here by
 * the API is known by its revision, which stands in this lake's own log and in no other.
 */
import type { MirrorDoor, MirroredDocument } from '../../contracts/mirror.ts'
import type { Committer } from '../store/commit.ts'
import type { LakeDocument } from '../store/document.ts'
import type { Documents } from '../store/documents.ts'
import type { Feed } from '../store/feed.ts'
import type { History } from '../store/history.ts'
import type { Change } from '../store/stage.ts'

/** As the log names it. */
const AUTHOR = '<mirror>'

export function mirrorDoor(parts: {
  documents: Documents
  history: History
  committer: Committer
  feed: Feed
}): MirrorDoor {
  const { documents, history, committer, feed } = parts
  const isOwn = (document: LakeDocument) => history.seqOf(document._rev) !== null

  function changeTo(id: string, after: MirroredDocument | null): Change {
    const before = documents.get(id) ?? null
    return { id, before, after, mutations: [after ? { createOrReplace: after } : { delete: { id } }] }
  }

  return {
    revisions: () => new Map(documents.ids().map((id) => [id, documents.get(id)?._rev ?? ''])),
    get: (id) => documents.get(id) ?? null,
    ownOfType: (type) =>
      documents.idsOfType(type).filter((id) => {
        const document = documents.get(id)
        return document !== undefined && isOwn(document)
      }),
    put(standing, removed) {
      const changes = [
        ...removed.filter((id) => documents.has(id)).map((id) => changeTo(id, null)),
        ...standing.map((document) => changeTo(document._id, document)),
      ]
      if (changes.length > 0) committer.copy(changes, AUTHOR)
    },
    onWritten: (callback) =>
      feed.follow(({ author }) => {
        if (author !== AUTHOR) callback()
      }),
  }
}
