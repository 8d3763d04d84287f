/**
 * @file Takes a step of review: adds one entry to a content's trail. The lake judges it, fills in who, when
 * and what, and answers a refusal in Chinese; nothing is decided here. A hosted lake judges nothing: there the
 * step is handed to the bureau's own desk, which does.
 */
import type { SanityClient } from 'sanity'
import { hasDesk, studioSettings } from '../lake/settings.ts'
import { stepAtDesk } from './hosted/desk.ts'
import { reviewIdOf, type Review, type ReviewStepKind } from '../../contracts/documents/review.ts'

/** Asks for documents as stored, trails among them. */
export const reviewApiVersion = '2025-02-19'

export interface Step {
  kind: Exclude<ReviewStepKind, 'publish' | 'unpublish'>
  /** `submit`, `urgent`: the copy that is meant, `drafts.x` or `versions.r.x`. */
  copy?: string
  /** The revision that the person has looked at. */
  rev?: string
  words?: string
  /** `submit`: the last approval publishes. */
  publishes?: boolean
}

const keyOf = () => crypto.getRandomValues(new Uint32Array(2)).join('-')

/**
 * @param subject id of the published content
 * @throws an error of the client whose `message` says in Chinese why the lake refused
 */
export async function takeStep(client: SanityClient, subject: string, step: Step): Promise<void> {
  if (hasDesk(studioSettings())) return stepAtDesk(client, subject, step)
  const id = reviewIdOf(subject)
  const { words, ...rest } = step
  const entry = {
    ...{ _key: keyOf(), _type: 'reviewStep' },
    ...rest,
    ...(words?.trim() ? { words: words.trim() } : {}),
  }
  await client
    .transaction()
    .createIfNotExists({ _id: id, _type: 'review' })
    .patch(id, (patch) => patch.setIfMissing({ steps: [] }).insert('after', 'steps[-1]', [entry]))
    .commit({ returnDocuments: false, visibility: 'sync' })
}

/** Trails of some contents; those without one are left out. */
export const readTrails = (client: SanityClient, subjects: readonly string[]): Promise<Review[]> =>
  client.fetch<Review[]>('*[_id in $ids]', { ids: subjects.map(reviewIdOf) }, { perspective: 'raw' })
