/**
 * @file Refuses changes to what a release holds shut.
 *
 * Pure. The versions of a scheduled release stand as they will be published, those of a published or an
 * archived one are history; a release's own record changes by `release.*` actions only. A version whose
 * release has no record is open: Sanity calls that a bundle.
 */
import { failLake } from '../../contracts/errors/lake.ts'
import type { Content } from '../store/action-plan.ts'
import { releaseOf } from '../store/document.ts'
import type { ResolvedMutation } from '../store/mutation.ts'
import { isReleaseDocumentId, releaseDocumentId, stateOf } from './release.ts'

/**
 * @param current a document as it stands, null when there is none
 * @param index of the action; absent: each mutation is told by its own
 * @throws PufaError `lake.release-locked`, `lake.release-by-action`
 */
export function expectUnlocked(
  current: (id: string) => Content | null,
  mutations: readonly ResolvedMutation[],
  index?: number,
): void {
  for (const [place, mutation] of mutations.entries())
    for (const id of idsOf(mutation)) {
      const facts = { index: index ?? place, id }
      if (isReleaseDocumentId(id)) throw failLake('lake.release-by-action', facts)
      const name = releaseOf(id)
      const release = name === null ? null : current(releaseDocumentId(name))
      if (release && stateOf(release) !== 'active') throw failLake('lake.release-locked', facts)
    }
}

function idsOf(mutation: ResolvedMutation): readonly string[] {
  if ('ids' in mutation) return mutation.ids
  const id = mutation.document['_id']
  return typeof id === 'string' ? [id] : []
}
