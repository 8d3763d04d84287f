/**
 * @file The record of a release: its id, its states, and what may be said of it.
 *
 * Pure. States: active → published; active ⇄ scheduled → published; active ⇄ archived. What is published or
 * archived can be deleted. Sanity's passing states (`publishing`, `archiving` …) do not occur: each step is
 * one transaction. Wire shape: `ReleaseDocument` of `@sanity/client`.
 */
import { failLake } from '../../contracts/errors/lake.ts'
import type { Instant } from '../../contracts/part.ts'
import type { ActionPlan, Content, Draft } from '../store/action-plan.ts'
import { isRecord, type LakeDocument } from '../store/document.ts'

export const RELEASE_TYPE = 'system.release'
const RELEASES = '_.releases.'

export type ReleaseState = 'active' | 'scheduled' | 'published' | 'archived'

/** What a plan may know beside the documents. */
export interface ReleaseMoment {
  now: Instant
  /** A document's last state that had content; null when history has none. */
  lastStateOf(id: string): LakeDocument | null
}

export const releaseDocumentId = (name: string) => RELEASES + name
export const isReleaseDocumentId = (id: string) => id.startsWith(RELEASES)
export const releaseNameOf = (id: string) => id.slice(RELEASES.length)

/** Without a dot, which would make the ids of its versions ambiguous; short enough for theirs to stay legal. */
const NAME = /^[A-Za-z0-9_-]{1,64}$/
const RESERVED = new Set(['drafts', 'published', 'raw', 'previewDrafts'])

/** @throws PufaError `lake.malformed-request` */
export function readReleaseName(action: Content, index: number): string {
  const name = action['releaseId']
  if (typeof name !== 'string' || !NAME.test(name) || RESERVED.has(name))
    throw failLake('lake.malformed-request', { index, reason: 'releaseId' })
  return name
}

const METADATA_CHARACTERS_MAX = 20_000
const TYPES = ['asap', 'scheduled', 'undecided']
const CARDINALITIES = ['one', 'many']

/** @throws PufaError `lake.malformed-request` */
export function readMetadata(value: unknown, index: number): Content {
  const refuse = (reason: string) =>
    failLake('lake.malformed-request', { index, reason: `metadata${reason}` })
  if (!isRecord(value ?? {})) throw refuse('')
  const metadata: Content = { releaseType: 'undecided', ...(value as Content | undefined) }
  if (JSON.stringify(metadata).length > METADATA_CHARACTERS_MAX) throw refuse(': too long')
  const { title = '', description = '', releaseType, cardinality = 'many', intendedPublishAt } = metadata
  if (typeof title !== 'string') throw refuse('.title')
  if (typeof description !== 'string') throw refuse('.description')
  if (!TYPES.includes(String(releaseType))) throw refuse('.releaseType')
  if (!CARDINALITIES.includes(String(cardinality))) throw refuse('.cardinality')
  if (intendedPublishAt !== undefined && intendedPublishAt !== null) readTime(intendedPublishAt, index)
  return metadata
}

/** @returns ISO 8601, UTC. @throws PufaError `lake.malformed-request` */
export function readTime(value: unknown, index: number): string {
  const at = typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) ? Date.parse(value) : NaN
  if (Number.isNaN(at)) throw failLake('lake.malformed-request', { index, reason: 'ISO 8601' })
  return new Date(at).toISOString()
}

export const stateOf = (release: Content | null) => release?.['state'] as ReleaseState | undefined

/** @throws PufaError `lake.release-missing`, `lake.release-state` */
export function needRelease(
  plan: ActionPlan,
  name: string,
  states: readonly ReleaseState[],
  index: number,
): Draft {
  const id = releaseDocumentId(name)
  const release = plan.current(id)
  if (release?.['_type'] !== RELEASE_TYPE) throw failLake('lake.release-missing', { index, id: name })
  const state = stateOf(release)
  if (!state || !states.includes(state))
    throw failLake('lake.release-state', { index, id: name, reason: state ?? '' })
  return release as Draft
}
