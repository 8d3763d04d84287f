/**
 * @file A document's last state that had content, as the Studio reads closed releases by it.
 *
 * Read-only. Of a version that its release published, that is what was published: it carries the revision of
 * the publishing, from which the Studio finds what stood there before, to revert a release.
 */
import { isVersionId, publishedIdOf, type LakeDocument } from '../store/document.ts'
import type { History } from '../store/history.ts'

export function finalState(history: History, id: string): LakeDocument | null {
  const last = history.lastRevision(id)
  if (!last || !isVersionId(id)) return last
  const steps = history.steps([id, publishedIdOf(id)])
  const removal = steps.findLast(({ documentId, revisionAfter }) => documentId === id && !revisionAfter)
  const isLast = removal && !steps.some((step) => step.documentId === id && step.seq > removal.seq)
  const isPublishing = steps.some((step) => step.documentId !== id && step.seq === removal?.seq)
  return isLast && isPublishing ? { ...last, _rev: removal.transactionId } : last
}
