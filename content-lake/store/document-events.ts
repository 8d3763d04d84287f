/**
 * @file Tells the life of one document in the Studio's words: created, edited, published, discarded.
 *
 * Pure. Wire shape: `GET /data/history/:dataset/events/documents/:id`, found by running Studio 6.16.
 */
import { releaseDocumentId } from '../releases/release.ts'
import { draftId, isVersionId, publishedIdOf, releaseOf } from './document.ts'
import type { PastStep } from './history.ts'

export interface DocumentEvent {
  type: string
  documentId: string
  /** ISO 8601. */
  timestamp: string
  author: string
  revisionId?: string
  versionId?: string
  versionRevisionId?: string
  releaseId?: string
  publishCause?: 'document.publish' | 'release.publish'
}

/**
 * Ids whose steps tell the story of `id`: itself and its draft or published pair; its versions, since a
 * release may publish it or take it down; and the records of their releases, which tell that it did.
 * @param versionIds of every version that ever was of the published id
 */
export function idsInStory(id: string, versionIds: readonly string[]): string[] {
  const published = publishedIdOf(id)
  const versions = isVersionId(id) ? [id] : versionIds
  const pair = isVersionId(id) ? [published] : [published, draftId(published)]
  const releases = versions.flatMap((version) => releaseDocumentId(releaseOf(version) ?? ''))
  return [...new Set([...pair, ...versions, ...releases])]
}

/** @param steps oldest first, of the documents of `idsInStory`
 *  @returns newest first */
export function documentEvents(id: string, steps: readonly PastStep[]): (DocumentEvent & { seq: number })[] {
  const bySeq = new Map<number, PastStep[]>()
  for (const step of steps) {
    const together = bySeq.get(step.seq)
    if (together) together.push(step)
    else bySeq.set(step.seq, [step])
  }
  const events: (DocumentEvent & { seq: number })[] = []
  for (const [seq, together] of bySeq) {
    const event = eventOf(id, together)
    const [first] = together
    if (event && first)
      events.push({ documentId: id, timestamp: first.timestamp, author: first.author, ...event, seq })
  }
  return events.reverse()
}

type Told = Omit<DocumentEvent, 'documentId' | 'timestamp' | 'author'>

const isRemoved = ({ revisionBefore, revisionAfter }: PastStep) => revisionBefore !== null && !revisionAfter

/** What one transaction did to the document, or null when it only edited, or touched another's versions. */
function eventOf(id: string, together: readonly PastStep[]): Told | null {
  const find = (wanted: string) => together.find(({ documentId }) => documentId === wanted)
  const published = find(publishedIdOf(id))
  const own = isVersionId(id) ? find(id) : find(draftId(publishedIdOf(id)))
  if (isVersionId(id) && !own) return null
  if (!published) return own ? ofVersion(own) : null
  const source =
    own && isRemoved(own) ? own : together.find((step) => isVersionId(step.documentId) && isRemoved(step))
  const release = source && releaseOf(source.documentId)
  const isByRelease = typeof release === 'string' && find(releaseDocumentId(release)) !== undefined
  const ofRelease = typeof release === 'string' ? { releaseId: release } : {}
  const { revisionBefore, revisionAfter, transactionId } = published
  if (revisionAfter && source?.revisionBefore)
    return {
      type: 'publishDocumentVersion',
      revisionId: revisionAfter,
      versionId: source.documentId,
      versionRevisionId: source.revisionBefore,
      publishCause: isByRelease ? 'release.publish' : 'document.publish',
      ...ofRelease,
    }
  if (revisionAfter) {
    if (own) return ofVersion(own)
    if (id !== published.documentId) return null
    return { type: revisionBefore ? 'updateLiveDocument' : 'createLiveDocument', revisionId: revisionAfter }
  }
  if (own?.revisionAfter || isByRelease) {
    const left = own?.revisionAfter ? own : source
    return {
      type: 'unpublishDocument',
      versionId: left?.documentId ?? published.documentId,
      versionRevisionId: left?.revisionAfter ?? left?.revisionBefore ?? transactionId,
      ...ofRelease,
    }
  }
  return {
    type: 'deleteDocumentGroup',
    revisionId: transactionId,
    versionId: published.documentId,
    versionRevisionId: transactionId,
  }
}

function ofVersion(version: PastStep): Told | null {
  const { documentId: versionId, revisionBefore, revisionAfter } = version
  const release = releaseOf(versionId)
  const ofRelease = release === null ? {} : { releaseId: release }
  if (!revisionBefore && revisionAfter)
    return { type: 'createDocumentVersion', versionId, versionRevisionId: revisionAfter, ...ofRelease }
  if (revisionBefore && !revisionAfter)
    return {
      type: 'deleteDocumentVersion',
      versionId,
      versionRevisionId: revisionBefore,
      revisionId: revisionBefore,
      ...ofRelease,
    }
  return null
}
