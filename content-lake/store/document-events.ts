/**
 * @file Tells the life of one document in the Studio's words: created, edited, published, discarded.
 *
 * Pure. Wire shape: `GET /data/history/:dataset/events/documents/:id`, found by running Studio 6.16.
 */
import { draftId, isDraftId, isVersionId, publishedIdOf } from './document.ts'
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
}

/** Ids whose steps tell the story of `id`: itself and, unless it is a version, its draft or published pair. */
export function idsInStory(id: string): string[] {
  if (isVersionId(id)) return [id]
  return [publishedIdOf(id), draftId(publishedIdOf(id))]
}

/** @param steps oldest first, of the documents of `idsInStory`
 *  @returns newest first */
export function documentEvents(id: string, steps: readonly PastStep[]): (DocumentEvent & { seq: number })[] {
  const bySeq = new Map<number, PastStep[]>()
  for (const step of steps) bySeq.set(step.seq, [...(bySeq.get(step.seq) ?? []), step])
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

/** What one transaction did to the pair, or null when it only edited the draft. */
function eventOf(id: string, together: readonly PastStep[]): Told | null {
  const isVersion = (step: PastStep) => isDraftId(step.documentId) || isVersionId(step.documentId)
  const version = together.find(isVersion)
  const published = together.find((step) => !isVersion(step))
  const versionEvent = version && ofVersion(version)
  if (!published) return versionEvent ?? null
  const { revisionBefore, revisionAfter, transactionId } = published
  if (revisionAfter && version?.revisionBefore && !version.revisionAfter)
    return {
      type: 'publishDocumentVersion',
      revisionId: revisionAfter,
      versionId: version.documentId,
      versionRevisionId: version.revisionBefore,
    }
  if (!revisionAfter && version?.revisionAfter)
    return {
      type: 'unpublishDocument',
      versionId: version.documentId,
      versionRevisionId: version.revisionAfter,
    }
  if (!revisionAfter)
    return {
      type: 'deleteDocumentGroup',
      revisionId: transactionId,
      versionId: published.documentId,
      versionRevisionId: transactionId,
    }
  if (version) return versionEvent ?? null
  if (id !== published.documentId) return null
  return { type: revisionBefore ? 'updateLiveDocument' : 'createLiveDocument', revisionId: revisionAfter }
}

function ofVersion(version: PastStep): Told | null {
  const { documentId: versionId, revisionBefore, revisionAfter } = version
  if (!revisionBefore && revisionAfter)
    return { type: 'createDocumentVersion', versionId, versionRevisionId: revisionAfter }
  if (revisionBefore && !revisionAfter)
    return {
      type: 'deleteDocumentVersion',
      versionId,
      versionRevisionId: revisionBefore,
      revisionId: revisionBefore,
    }
  return null
}
