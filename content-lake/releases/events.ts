/**
 * @file Tells the life of one release in the Studio's words: made, timed, filled, emptied, published, archived.
 *
 * Read-only. Wire shape: `GET /data/history/:dataset/events/releases/:name`, as Studio 6.16 reads it.
 */
import { isRecord, publishedIdOf, versionId, type LakeDocument } from '../store/document.ts'
import type { History, PastChange, PastStep } from '../store/history.ts'
import { releaseDocumentId, stateOf } from './release.ts'

export interface ReleaseEvent {
  seq: number
  type: string
  /** ISO 8601. */
  timestamp: string
  author: string
  releaseName: string
  [more: string]: unknown
}

const CHANGES_MAX = 1000
const VERSIONS_MAX = 2000

/** @returns newest first; of a very long life, the latest part */
export function releaseEvents(history: History, name: string): ReleaseEvent[] {
  const changes = history.changes({
    documentIds: [releaseDocumentId(name)],
    fromTransaction: null,
    toTransaction: null,
    fromTime: null,
    toTime: null,
    newestFirst: true,
    limit: CHANGES_MAX,
  })
  const versions = history.madeUnder(versionId(name, '')).slice(0, VERSIONS_MAX)
  const types = new Map(versions.map(({ id, type }) => [id, type]))
  const ofRecord = changes.flatMap((change) => {
    const told = eventOf(change)
    return told ? [{ seq: change.seq, ...stamp(change), releaseName: name, ...told }] : []
  })
  // Those that came or went with a step of the release itself are part of that step.
  const steps = new Set(changes.map(({ seq }) => seq))
  const ofVersions = history.steps([...types.keys()]).flatMap((step) => {
    const told = steps.has(step.seq) ? null : versionEventOf(step, types.get(step.documentId))
    return told ? [{ seq: step.seq, ...stamp(step), releaseName: name, ...told }] : []
  })
  return [...ofRecord, ...ofVersions].sort((a, b) => b.seq - a.seq)
}

const stamp = ({ timestamp, author }: { timestamp: string; author: string }) => ({ timestamp, author })

type Told = { type: string } & Record<string, unknown>

function eventOf({ before, after }: PastChange): Told | null {
  const [was, is] = [stateOf(before), stateOf(after)]
  const change = { change: timing(after) }
  if (!after) return null
  if (!before) return { type: 'createRelease', ...change }
  if (was !== is) {
    if (is === 'scheduled') return { type: 'scheduleRelease', publishAt: after['publishAt'] }
    if (is === 'published') return { type: 'publishRelease' }
    if (is === 'archived') return { type: 'archiveRelease' }
    return { type: was === 'archived' ? 'unarchiveRelease' : 'unscheduleRelease' }
  }
  return JSON.stringify(timing(before)) === JSON.stringify(timing(after))
    ? null
    : { type: 'editRelease', ...change }
}

function timing(release: LakeDocument | null): Record<string, unknown> {
  const metadata = release?.['metadata']
  if (!isRecord(metadata)) return {}
  return { releaseType: metadata['releaseType'], intendedPublishDate: metadata['intendedPublishAt'] }
}

function versionEventOf(step: PastStep, documentType: string | undefined): Told | null {
  const { documentId, revisionBefore, revisionAfter } = step
  const facts = { documentId: publishedIdOf(documentId), documentType, versionId: documentId }
  if (!revisionBefore && revisionAfter)
    return {
      type: 'addDocumentToRelease',
      ...facts,
      versionRevisionId: revisionAfter,
      revisionId: revisionAfter,
    }
  if (revisionBefore && !revisionAfter)
    return { type: 'discardDocumentFromRelease', ...facts, versionRevisionId: revisionBefore }
  return null
}
