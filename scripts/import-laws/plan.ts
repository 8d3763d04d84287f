/**
 * @file What has to be written so that the lake holds one edition as the folder has it. Pure.
 *
 * Only differences are written, so a second run writes nothing. An edition is complete when its document
 * says so: where one transaction cannot hold all, it begins with no articles counted and gets its own values
 * in the last transaction, and a run that was cut off is finished by the next.
 */
import { canonicalJson } from '../../contracts/canonical.ts'
import type { Article, Law, LawEdition } from '../../contracts/documents/knowledge.ts'
import type { Unstored } from './documents.ts'

export interface Stored {
  _id: string
  [field: string]: unknown
}

/** Complete documents; only what the lake itself has to know is named. */
export interface Identified {
  _id: string
  _type: string
}

export type Mutation =
  | { createIfNotExists: Identified }
  | { createOrReplace: Identified }
  | { patch: { id: string; set: Record<string, unknown>; unset: readonly string[] } }
  | { delete: { id: string } }

export interface Counts {
  created: number
  changed: number
  unchanged: number
  removed: number
}

export interface Wanted {
  law: Unstored<Law>
  edition: Unstored<LawEdition>
  articles: readonly Unstored<Article>[]
  /** Whether a day that the edition leaves out has to be taken away; else an editor's stays. */
  datesAreComplete: boolean
}

export interface Present {
  /** Whether the lake has the law. */
  law: boolean
  edition: Stored | null
  /** Of this edition, published ones only. */
  articles: readonly Stored[]
}

export interface Plan {
  transactions: readonly (readonly Mutation[])[]
  counts: Counts
}

const own = new Set(['_rev', '_createdAt', '_updatedAt', '_system'])

/** One text for what a document says, without what the lake adds. */
function substance(document: object): string {
  return canonicalJson(Object.fromEntries(Object.entries(document).filter(([field]) => !own.has(field))))
}

/** The fields of the edition that differ; an editor's own fields are left alone. */
function editionPatch({ edition, datesAreComplete }: Wanted, stored: Stored): Mutation | null {
  const set = Object.fromEntries(
    Object.entries(edition).filter(
      ([field, value]) =>
        !field.startsWith('_') && canonicalJson(value) !== canonicalJson(stored[field] ?? null),
    ),
  )
  const dates = ['promulgatedOn', 'effectiveFrom', 'effectiveTo'] as const
  const unset = datesAreComplete
    ? dates.filter((field) => edition[field] === undefined && stored[field] !== undefined)
    : []
  if (Object.keys(set).length === 0 && unset.length === 0) return null
  return { patch: { id: edition._id, set, unset } }
}

function begun({ _id, _type, law, title }: Unstored<LawEdition>): Unstored<LawEdition> {
  return { _id, _type, law, title, articleCount: 0 }
}

function inBatches(mutations: readonly Mutation[], size: number): Mutation[][] {
  return Array.from({ length: Math.ceil(mutations.length / size) }, (_, index) =>
    mutations.slice(index * size, (index + 1) * size),
  )
}

/** @param mutationsMax most mutations that one transaction may hold, at least 3 */
export function planEdition(wanted: Wanted, present: Present, mutationsMax: number): Plan {
  const { law, edition, articles } = wanted
  const stored = new Map(present.articles.map((article) => [article._id, article]))
  const isStored = (article: Unstored<Article>) => stored.has(article._id)
  const differing = articles.filter((article) => {
    const before = stored.get(article._id)
    return before === undefined || substance(before) !== substance(article)
  })
  const wantedIds = new Set(articles.map(({ _id }) => _id))
  const gone = [...stored.keys()].filter((id) => !wantedIds.has(id))
  const patch = present.edition && editionPatch(wanted, present.edition)
  const created = (present.law ? 0 : 1) + (present.edition ? 0 : 1)
  const counts: Counts = {
    created: created + differing.filter((article) => !isStored(article)).length,
    changed: differing.filter(isStored).length + (patch ? 1 : 0),
    unchanged:
      articles.length - differing.length + (present.edition && !patch ? 1 : 0) + (present.law ? 1 : 0),
    removed: gone.length,
  }

  const lawFirst: Mutation[] = present.law ? [] : [{ createIfNotExists: law }]
  const rest: Mutation[] = [
    ...differing.map((article): Mutation => ({ createOrReplace: article })),
    ...gone.map((id): Mutation => ({ delete: { id } })),
  ]
  const editionWhole: Mutation[] = present.edition ? (patch ? [patch] : []) : [{ createIfNotExists: edition }]
  const together = [...lawFirst, ...editionWhole, ...rest]
  if (together.length <= mutationsMax) return { transactions: together.length > 0 ? [together] : [], counts }

  const beginning: Mutation[] = present.edition ? [] : [{ createIfNotExists: begun(edition) }]
  const ending = present.edition ? patch : editionPatch(wanted, { ...begun(edition) })
  const batches = inBatches([...lawFirst, ...beginning, ...rest], mutationsMax)
  return { transactions: ending ? [...batches, [ending]] : batches, counts }
}
