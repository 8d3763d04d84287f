/**
 * @file Puts content of the demonstration through review as people do: a draft, handed in, approved by three
 * others, published. It takes the same way as an editor's, so it carries approvals that hold.
 */
import type { SanityClient, Transaction } from '@sanity/client'
import { typesOfWork, wantsReview } from '../contracts/documents/kinds.ts'
import { reviewIdOf, type ReviewStepKind } from '../contracts/documents/review.ts'
import type { Cast } from './cast.ts'
import type { DemoDocument } from './content.ts'

const draftId = (id: string) => `drafts.${id}`
const contentTypes: ReadonlySet<string> = new Set(typesOfWork('content'))

/** What a program may bring by itself is not put through it. */
export const isReviewed = ({ _type }: DemoDocument): boolean => wantsReview(_type, false)

/** Drafts of one run refer to each other before any of them is published. */
function weakened(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(weakened)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, member]) => [key, weakened(member)] as const)
  const record = Object.fromEntries(entries)
  const isStrong = typeof record['_ref'] === 'string' && record['_weak'] !== true
  return isStrong ? { ...record, _weak: true, _strengthenOnPublish: { type: 'any' } } : record
}

const write = (transaction: Transaction) => transaction.commit({ returnDocuments: false, visibility: 'sync' })

function addSteps(
  client: SanityClient,
  documents: readonly DemoDocument[],
  kind: ReviewStepKind,
): Promise<unknown> {
  const transaction = client.transaction()
  for (const { _id } of documents) {
    if (kind === 'submit') transaction.createIfNotExists({ _id: reviewIdOf(_id), _type: 'review' })
    transaction.patch(reviewIdOf(_id), (patch) =>
      patch.setIfMissing({ steps: [] }).insert('after', 'steps[-1]', [{ _type: 'reviewStep', kind }]),
    )
  }
  return write(transaction)
}

/** @param documents complete for the lake, of which none refers to one that is neither there nor among them */
export async function putThroughReview(cast: Cast, documents: readonly DemoDocument[]): Promise<void> {
  const isSchedule = ({ _type }: DemoDocument) => !contentTypes.has(_type)
  const works = [
    { author: cast.content, own: documents.filter((document) => !isSchedule(document)) },
    { author: cast.schedule, own: documents.filter(isSchedule) },
  ].filter(({ own }) => own.length > 0)
  for (const { author, own } of works) {
    const transaction = author.transaction()
    for (const document of own)
      transaction.createOrReplace({ ...(weakened(document) as DemoDocument), _id: draftId(document._id) })
    await write(transaction)
    await addSteps(author, own, 'submit')
  }
  for (const reviewer of cast.reviewers) await addSteps(reviewer, documents, 'approve')
  const [first] = cast.reviewers
  await first?.action(
    documents.map(({ _id }) => ({
      actionType: 'sanity.action.document.publish',
      draftId: draftId(_id),
      publishedId: _id,
    })),
  )
}
