/**
 * @file The actions on a release: what each demands of its state, and what it does to record and versions.
 *
 * Pure. Publishing is one transaction with everything in it, so that either all of a release is on the site
 * or none of it; references are checked over the whole by the commit function.
 */
import { failLake } from '../../contracts/errors/lake.ts'
import type { ActionPlan, Content, Draft } from '../store/action-plan.ts'
import { isRecord, type LakeDocument } from '../store/document.ts'
import { applyPatch } from '../store/patch.ts'
import { readPatch } from '../store/read-action.ts'
import { importRelease } from './import.ts'
import { isOpenRelease, OPEN_RELEASES_MAX } from './limits.ts'
import { finish, publishRelease } from './publish.ts'
import {
  needRelease,
  readMetadata,
  readReleaseName,
  readTime,
  RELEASE_TYPE,
  releaseDocumentId,
  type ReleaseMoment,
} from './release.ts'

export type ReleaseAction = (plan: ActionPlan, action: Content, index: number, moment: ReleaseMoment) => void

/** Kind of action, without `sanity.action.` → what it does. */
export const releaseActions: Readonly<Record<string, ReleaseAction>> = {
  'release.create': (plan, action, index) => {
    const name = readReleaseName(action, index)
    const _id = releaseDocumentId(name)
    if (plan.current(_id)) throw failLake('lake.release-exists', { index, id: name })
    expectRoom(plan, index)
    const metadata = readMetadata(action['metadata'], index)
    plan.write('create', { _id, _type: RELEASE_TYPE, name, state: 'active', metadata })
  },
  'release.import': (plan, action, index) => {
    importRelease(plan, action, readReleaseName(action, index), index)
    expectRoom(plan, index, 0)
  },
  'release.edit': edit,
  'release.publish': (plan, action, index, { now }) => {
    const name = readReleaseName(action, index)
    publishRelease(plan, needRelease(plan, name, ['active'], index), index, now)
  },
  'release.schedule': (plan, action, index) => {
    const release = needRelease(plan, readReleaseName(action, index), ['active'], index)
    const publishAt = readTime(action['publishAt'], index)
    plan.write('createOrReplace', { ...without(release, 'error'), state: 'scheduled', publishAt })
  },
  'release.unschedule': (plan, action, index) => {
    const release = needRelease(plan, readReleaseName(action, index), ['scheduled'], index)
    plan.write('createOrReplace', { ...without(release, 'publishAt'), state: 'active' })
  },
  'release.archive': (plan, action, index) => {
    const name = readReleaseName(action, index)
    const release = needRelease(plan, name, ['active'], index)
    const ids = plan.idsInRelease(name)
    for (const id of ids) plan.delete(id)
    plan.write('createOrReplace', { ...finish(release, ids), state: 'archived' })
  },
  'release.unarchive': unarchive,
  'release.delete': (plan, action, index) => {
    const name = readReleaseName(action, index)
    needRelease(plan, name, ['archived', 'published'], index)
    for (const id of plan.idsInRelease(name)) plan.delete(id)
    plan.delete(releaseDocumentId(name))
  },
}

/** Only what people say of a release may be edited; its state is changed by the other actions. */
function edit(plan: ActionPlan, action: Content, index: number): void {
  const name = readReleaseName(action, index)
  const release = needRelease(plan, name, ['active', 'scheduled'], index)
  const operations = readPatch(action, index)
  const { metadata, ...rest } = applyPatch(release as unknown as LakeDocument, operations)
  const { metadata: _, ...before } = release
  if (JSON.stringify(rest) !== JSON.stringify(before))
    throw failLake('lake.malformed-request', { index, reason: 'patch: only metadata' })
  readMetadata(metadata, index)
  plan.patch(releaseDocumentId(name), operations)
}

/** The versions come back from history, as they were when the release was archived. */
function unarchive(plan: ActionPlan, action: Content, index: number, { lastStateOf }: ReleaseMoment): void {
  const name = readReleaseName(action, index)
  const release = needRelease(plan, name, ['archived'], index)
  expectRoom(plan, index)
  for (const id of finalIds(release)) {
    const version = lastStateOf(id)
    if (!version) throw failLake('lake.history-gone', { index, id })
    const { _rev: _, _updatedAt: __, ...content } = version
    plan.write('create', content as Draft)
  }
  plan.write('createOrReplace', { ...without(release, 'finalDocumentStates'), state: 'active' })
}

function finalIds(release: Content): string[] {
  const states = release['finalDocumentStates']
  if (!Array.isArray(states)) return []
  return states.flatMap((state: unknown) =>
    isRecord(state) && typeof state['id'] === 'string' ? [state['id']] : [],
  )
}

/** @param adds how many open releases the action is about to add */
function expectRoom(plan: ActionPlan, index: number, adds = 1): void {
  if (plan.count(RELEASE_TYPE, isOpenRelease) + adds > OPEN_RELEASES_MAX)
    throw failLake('lake.release-limit', { index, limit: OPEN_RELEASES_MAX })
}

function without(release: Draft, member: string): Draft {
  const { [member]: _, ...rest } = release
  return rest as Draft
}
