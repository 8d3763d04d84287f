/**
 * @file How many releases there may be, and what the Studio is told of it before it makes another.
 *
 * Pure. Wire shape: `GET /projects/:id/new-content-release-allowed`, as Studio 6.16 reads it. Its count must
 * be a number: with null the Studio asks again and again, and its button spins for ever.
 */
import type { Documents } from '../store/documents.ts'
import { RELEASE_TYPE, stateOf } from './release.ts'

/** Active and scheduled ones together; the Studio reads all of them at once. */
export const OPEN_RELEASES_MAX = 200

export const isOpenRelease = (release: Record<string, unknown> | undefined) =>
  ['active', 'scheduled'].includes(stateOf(release ?? null) ?? '')

export function releaseLimits(documents: Documents) {
  const open = documents.idsOfType(RELEASE_TYPE).filter((id) => isOpenRelease(documents.get(id))).length
  return {
    allowed: open < OPEN_RELEASES_MAX,
    datasetReleaseLimit: OPEN_RELEASES_MAX,
    // Null is no limit: there is no organization that pays for releases.
    orgActiveReleaseLimit: null,
    defaultOrgActiveReleaseLimit: null,
    orgActiveReleaseCount: open,
    orgMeteredActiveReleaseCount: open,
  }
}
