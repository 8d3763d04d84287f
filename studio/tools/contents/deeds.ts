/**
 * @file What may be done with many contents at once, and to which of them. Which step of review is offered the
 * rules of review say (`studio/review/offers.ts`); the lake decides again.
 */
import type { SanityClient } from 'sanity'
import { typeRules, wantsReview, type TypeRule } from '../../../contracts/documents/kinds.ts'
import { seenOf, type Looker } from '../../comfort/state/entries.ts'
import { recallOffer, submitOffer } from '../../review/offers.ts'
import { mayEdit } from '../../review/seen.ts'
import { takeStep } from '../../review/steps.ts'
import { handIn, type Checker } from '../../review/steps-taken.ts'
import type { ContentRow } from './query.ts'

export type DeedName = 'handIn' | 'recall' | 'takeDown' | 'discard' | 'county' | 'topic'

export interface Desk extends Looker {
  isReviewed: boolean
}

/** Taken down, other parts would lack what they rely on. */
const neverDown = new Set(['errorReport', 'county', 'calendarYear'])
/** Types that carry a list of topics which replaces as a whole. */
const onTopics = new Set(['slogan', 'legalQuestion', 'typicalCase', 'lawyerTalk', 'video', 'quizQuestion'])

const ruleOf = (type: string) => (typeRules as Readonly<Record<string, TypeRule | undefined>>)[type]
const isUnderWay = ({ trail, copy }: ContentRow) =>
  copy !== null && trail?.copy === copy && (trail.state === 'open' || trail.state === 'approved')

/** An id that says the county is changed by nobody; what is public goes on belonging to the old one until then. */
const mayMove = ({ type }: ContentRow) =>
  !['township', 'village', 'county'].includes(type) && ruleOf(type)?.county !== 'never'

const applies: Readonly<Record<DeedName, (row: ContentRow, desk: Desk) => boolean>> = {
  handIn: (row, desk) =>
    desk.isReviewed && wantsReview(row.type, true) && submitOffer(seenOf(row, desk))?.why === null,
  recall: (row, desk) => desk.isReviewed && recallOffer(seenOf(row, desk))?.why === null,
  takeDown: (row, desk) => row.isPublished && !neverDown.has(row.type) && mayEdit(seenOf(row, desk)),
  discard: (row, desk) => row.copy !== null && !isUnderWay(row) && mayEdit(seenOf(row, desk)),
  county: (row, desk) =>
    mayMove(row) && !isUnderWay(row) && mayEdit(seenOf(row, desk)) && desk.actor.county === null,
  topic: (row, desk) => onTopics.has(row.type) && !isUnderWay(row) && mayEdit(seenOf(row, desk)),
}

export const fitting = (name: DeedName, rows: readonly ContentRow[], desk: Desk): readonly ContentRow[] =>
  rows.filter((row) => applies[name](row, desk))

/** What a deed took away, so that it can be given back; each is run once. */
export type Undo = () => Promise<unknown>

const draftId = (subject: string) => `drafts.${subject}`
type Stored = { _id: string; _type: string; _rev: string } & Record<string, unknown>

const readCopy = (client: SanityClient, id: string): Promise<Stored | null> =>
  client.fetch<Stored | null>('*[_id == $id][0]', { id }, { perspective: 'raw', tag: 'contents.copy' })

export const handInRow = (checker: Checker, row: ContentRow, publishes: boolean): Promise<void> =>
  handIn(checker, { subject: row.subject, copy: row.copy ?? draftId(row.subject) }, { publishes })

export const recallRow = ({ client }: Checker, { subject }: ContentRow): Promise<void> =>
  takeStep(client, subject, { kind: 'recall' })

/** Its draft stays, or becomes what was public. */
export async function takeDownRow({ client }: Checker, { subject }: ContentRow): Promise<void> {
  await client.action(
    { actionType: 'sanity.action.document.unpublish', draftId: draftId(subject), publishedId: subject },
    { tag: 'contents.take-down' },
  )
}

/** @returns how to get the draft back as it was */
export async function discardRow({ client }: Checker, { subject }: ContentRow): Promise<Undo | null> {
  const before = await readCopy(client, draftId(subject))
  if (!before) return null
  await client.action(
    {
      actionType: 'sanity.action.document.discard',
      draftId: draftId(subject),
      publishedId: subject,
    } as never,
    { tag: 'contents.discard' },
  )
  const { _rev: _, ...content } = before
  return () => client.createIfNotExists(content)
}

/**
 * Writes members of the draft, making it from what is public where there is none.
 * @param members null takes one away
 * @returns how to undo it: what somebody wrote since then stays, and the undoing is refused
 */
export async function writeRow(
  { client }: Checker,
  { subject }: ContentRow,
  members: Readonly<Record<string, unknown>>,
): Promise<Undo> {
  const draft = await readCopy(client, draftId(subject))
  const base = draft ?? (await readCopy(client, subject))
  if (!base) throw new Error(subject)
  const { _rev: _, ...content } = base
  const names = Object.keys(members)
  const patched = (from: Readonly<Record<string, unknown>>) => ({
    set: Object.fromEntries(names.filter((name) => from[name] != null).map((name) => [name, from[name]])),
    unset: names.filter((name) => from[name] == null),
  })
  const written = await client
    .transaction()
    .createIfNotExists({ ...content, _id: draftId(subject) })
    .patch(draftId(subject), patched(members))
    .commit({ returnDocuments: true, visibility: 'sync', tag: 'contents.write' })
  const rev = (written as unknown as readonly { _rev: string }[]).at(-1)?._rev ?? ''
  return () =>
    draft
      ? client
          .patch(draftId(subject), { ...patched(base), ifRevisionID: rev })
          .commit({ returnDocuments: false })
      : client.delete({
          query: '*[_id == $id && _rev == $rev]',
          params: { id: draftId(subject), rev },
        } as never)
}
