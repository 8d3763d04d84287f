/** @file Publishes the versions of a release, all of them, and closes its record. Pure. */
import type { Instant } from '../../contracts/part.ts'
import type { ActionPlan, Draft } from '../store/action-plan.ts'
import { draftId, publishedIdOf } from '../store/document.ts'
import { putInPlace, systemOf, takeDown } from '../store/document-actions.ts'
import { releaseNameOf } from './release.ts'

/** A version marked for deletion takes its document down, which leaves a draft; drafts are left alone. */
export function publishRelease(plan: ActionPlan, release: Draft, index: number, now: Instant): void {
  const ids = plan.idsInRelease(releaseNameOf(String(release['_id'])))
  for (const id of ids) {
    const published = publishedIdOf(id)
    if (systemOf(plan.need(id, index))['delete'] !== true) {
      putInPlace(plan, id, published, index)
      continue
    }
    if (plan.current(published)) takeDown(plan, draftId(published), published, index)
    plan.delete(id)
  }
  const publishedAt = new Date(now).toISOString()
  plan.write('createOrReplace', { ...finish(release, ids), state: 'published', publishedAt })
}

/** The record without what belongs to an open release; it remembers which versions it held. */
export function finish(release: Draft, ids: readonly string[]): Draft {
  const { publishAt: _, error: __, ...rest } = release
  return { ...rest, finalDocumentStates: ids.map((id) => ({ _key: id, id })) } as Draft
}
