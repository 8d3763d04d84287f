/**
 * @file Turns the Studio's actions into mutations.
 *
 * Pure. What an action does stands in `document-actions.ts` and `releases/`; here each is found by its name,
 * and what it touched is held against the locks of the releases.
 */
import { failLake } from '../../contracts/errors/lake.ts'
import type { Sight } from '../access/rights.ts'
import { releaseActions } from '../releases/actions.ts'
import { expectUnlocked } from '../releases/locks.ts'
import type { ReleaseMoment } from '../releases/release.ts'
import { ActionPlan } from './action-plan.ts'
import { documentActions } from './document-actions.ts'
import { isRecord } from './document.ts'
import type { ResolvedMutation } from './mutation.ts'

const ACTIONS_MAX = 10_000

/** @throws PufaError `lake.malformed-request`, `lake.unsupported-action`, `lake.document-missing` … */
export function planActions(documents: Sight, actions: unknown, moment: ReleaseMoment): ResolvedMutation[] {
  if (!Array.isArray(actions) || actions.length > ACTIONS_MAX)
    throw failLake('lake.malformed-request', { reason: `actions: array of at most ${ACTIONS_MAX}` })
  const plan = new ActionPlan(documents)
  for (const [index, action] of actions.entries()) {
    if (!isRecord(action)) throw failLake('lake.malformed-request', { index, reason: 'action: object' })
    const kind = String(action['actionType']).replace('sanity.action.', '')
    const ofDocument = Object.hasOwn(documentActions, kind) ? documentActions[kind] : undefined
    const ofRelease = Object.hasOwn(releaseActions, kind) ? releaseActions[kind] : undefined
    if (ofRelease) ofRelease(plan, action, index, moment)
    else if (ofDocument) {
      const from = plan.mutations.length
      ofDocument(plan, action, index)
      expectUnlocked((id) => plan.current(id), plan.mutations.slice(from), index)
    } else throw failLake('lake.unsupported-action', { index, action: kind })
  }
  return plan.mutations
}
