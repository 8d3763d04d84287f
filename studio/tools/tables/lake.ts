/** @file What the tool asks of the lake, with whatever client it is given. */
import type { SanityClient } from '@sanity/client'
import type { TableImport } from '../../../contracts/documents/index.ts'
import { factsFrom, type Facts } from './check/facts.ts'
import type { Draft, ListShape } from './lists/shape.ts'
import type { PartSummary } from './write/past.ts'
import type { Transaction } from './write/plan.ts'
import type { UndoLake } from './write/undo.ts'

type Stored = Draft & { _id: string; _type: string; _rev: string }

const raw = { perspective: 'raw', tag: 'tables' } as const
const outsideReleases = '!(_id in path("versions.**"))'
/** Records that the list of the past reads; each stands for up to 90 documents. */
const recordsMax = 2_000

const queries = {
  own: `*[_type == $type && ${outsideReleases}]`,
  others: `*[_type in $lookups && ${outsideReleases}]{_id, _type, title, name, code, licenceNumber, county}`,
  past: `*[_type == "tableImport"] | order(startedAt desc)[0...${recordsMax}]{
    _id, run, part, list, file, startedAt, author, documents, undoneAt, left,
    "made": count(entries[was == "nothing"]), "changed": count(entries[was != "nothing"])
  }`,
  record: '*[_type == "tableImport" && _id == $id][0]',
  byId: '*[_id in $ids]',
}

export interface TablesLake extends UndoLake {
  /** What a check of this list needs to know. */
  facts(list: Pick<ListShape, 'type' | 'lookups'>): Promise<Facts>
  /** Records of all imports that the account may see, newest first. */
  past(): Promise<PartSummary[]>
  record(id: string): Promise<TableImport | null>
}

/** @param county id of the county to which the account is bounded; null: none */
export function tablesLake(client: SanityClient, county: string | null): TablesLake {
  return {
    async facts({ type, lookups }) {
      const others = lookups.filter((lookup) => lookup !== type)
      const [own, named] = await Promise.all([
        client.fetch<Stored[]>(queries.own, { type }, raw),
        client.fetch<Stored[]>(queries.others, { lookups: others }, raw),
      ])
      return factsFrom([...own, ...named], type, county)
    },
    past: () => client.fetch<PartSummary[]>(queries.past, {}, raw),
    record: (id) => client.fetch<TableImport | null>(queries.record, { id }, raw),
    async read(ids) {
      const found = await client.fetch<Stored[]>(queries.byId, { ids: [...ids] }, raw)
      return new Map(found.map((document) => [document._id, document]))
    },
    async commit({ id, mutations }: Transaction) {
      await client.mutate(mutations as Parameters<SanityClient['mutate']>[0], {
        transactionId: id,
        returnDocuments: false,
        tag: 'tables',
      })
    },
  }
}
