/**
 * @file Brings laws into a lake through Sanity's HTTP API, law by law.
 *
 * Reads what the lake has, writes what differs. Running it again changes nothing.
 */
import type { SanityClient } from '@sanity/client'
import type { LakeAccess } from '../../contracts/part.ts'
import { openLake } from '../../server/lake-client.ts'
import type { CollectedLaw } from './collect.ts'
import {
  articleDocuments,
  editionDocument,
  identify,
  lawDocument,
  type KnownLaw,
  type LawIdentity,
} from './documents.ts'
import { planEdition, type Counts, type Mutation, type Stored } from './plan.ts'

/** The texts have no pictures, so where assets lie does not matter. */
export type TextAccess = Omit<LakeAccess, 'assetHost'>

export const transactionMutationsMax = 200
const answerWithinMs = 120_000

/** A dot in an id means draft or version. */
const isPublished = ({ _id }: Stored) => !_id.includes('.')

async function commit(client: SanityClient, mutations: readonly Mutation[]): Promise<void> {
  const transaction = client.transaction()
  for (const mutation of mutations) {
    if ('createIfNotExists' in mutation) transaction.createIfNotExists(mutation.createIfNotExists)
    else if ('createOrReplace' in mutation) transaction.createOrReplace(mutation.createOrReplace)
    else if ('delete' in mutation) transaction.delete(mutation.delete.id)
    else {
      const { id, set, unset } = mutation.patch
      transaction.patch(id, { set, unset: [...unset] })
    }
  }
  await transaction.commit({ returnDocuments: false, visibility: 'sync' })
}

const add = (a: Counts, b: Counts): Counts => ({
  created: a.created + b.created,
  changed: a.changed + b.changed,
  unchanged: a.unchanged + b.unchanged,
  removed: a.removed + b.removed,
})
const nothing: Counts = { created: 0, changed: 0, unchanged: 0, removed: 0 }

async function importLaw(
  client: SanityClient,
  law: CollectedLaw,
  identity: LawIdentity,
  isKnown: boolean,
): Promise<Counts> {
  let counts = nothing
  let hasLaw = isKnown
  for (const collected of law.editions) {
    const edition = editionDocument(collected, identity)
    const [storedEdition, articles] = await Promise.all([
      client.fetch<Stored | null>('*[_id == $id][0]', { id: edition._id }),
      client.fetch<Stored[]>('*[_type == "article" && edition._ref == $id]', { id: edition._id }),
    ])
    const plan = planEdition(
      {
        law: lawDocument(law, identity),
        edition,
        articles: articleDocuments(collected, identity),
        datesAreComplete: collected.datesAreComplete,
      },
      { law: hasLaw, edition: storedEdition, articles: articles.filter(isPublished) },
      transactionMutationsMax,
    )
    for (const mutations of plan.transactions) await commit(client, mutations)
    hasLaw = true
    counts = add(counts, plan.counts)
  }
  // The law itself is met once an edition, but it is one document.
  return { ...counts, unchanged: counts.unchanged - (law.editions.length - 1) }
}

/**
 * @param progress called after each law
 * @returns documents created, changed, unchanged and removed in all
 */
export async function importLaws(
  access: TextAccess,
  laws: readonly CollectedLaw[],
  progress: (law: CollectedLaw, identity: LawIdentity, counts: Counts) => void,
): Promise<Counts> {
  const client = openLake(access).withConfig({ timeout: answerWithinMs, maxRetries: 2 })
  const known = await client.fetch<KnownLaw[]>('*[_type == "law"]{"id": _id, title, "slug": slug.current}')
  const published = known.filter(({ id }) => !id.includes('.'))
  const identities = identify(laws, published)
  let total = nothing
  for (const [index, law] of laws.entries()) {
    const identity = identities[index]
    if (!identity) continue
    const counts = await importLaw(
      client,
      law,
      identity,
      published.some(({ id }) => id === identity.id),
    )
    total = add(total, counts)
    progress(law, identity, counts)
  }
  return total
}
