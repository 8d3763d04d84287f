/**
 * @file Puts out what the last approval let through, when whoever handed it in wished so.
 *
 * A transaction of its own, right after that of the approval: what cannot go out as it is (a reference points
 * nowhere) stays approved, and is put out by hand once that is mended.
 */
import type { Log } from '../../contracts/part.ts'
import type { Review } from '../../contracts/documents/review.ts'
import { SYSTEM } from '../access/party.ts'
import { ActionPlan } from '../store/action-plan.ts'
import type { Committer } from '../store/commit.ts'
import { isDraftId } from '../store/document.ts'
import { putInPlace } from '../store/document-actions.ts'
import type { Documents } from '../store/documents.ts'
import type { Change } from '../store/stage.ts'

export function publishApproved(parts: {
  documents: Documents
  committer: Committer
  log: Log
}): (changes: readonly Change[]) => void {
  const { documents, committer, log } = parts

  function putOut({ subject, copy = '', steps }: Review): void {
    const plan = new ActionPlan(documents)
    putInPlace(plan, copy, subject, 0)
    committer.commit({
      mutations: plan.mutations,
      transactionId: null,
      // Told under the name of whoever approved last; that person's approval is what lets it out.
      party: { ...SYSTEM, id: steps.at(-1)?.by ?? SYSTEM.id },
      requestSha256: '',
      dryRun: false,
      makesArrayKeys: false,
    })
  }

  return (changes) => {
    for (const { id, before, after } of changes) {
      if (after?._type !== 'review' || after['state'] !== 'approved' || before?.['state'] === 'approved')
        continue
      const review = after as unknown as Review
      // What belongs to a release goes out with it.
      if (!review.publishes || !isDraftId(review.copy ?? '')) continue
      try {
        putOut(review)
      } catch (error) {
        log.warn({ id, reason: String(error) }, 'what was approved could not be put out at once')
      }
    }
  }
}
