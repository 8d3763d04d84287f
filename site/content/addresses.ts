/**
 * @file Every document that has a page of its own: what it is called and where it stands.
 *
 * The one table of addresses. The site map, the short codes on signs, the memory of addresses that once
 * were and the share kits all go by it.
 */
import type { DocumentType, Timestamp } from '../../contracts/documents/index.ts'
import type { LakeReader } from './lake.ts'

export interface AddressedDocument {
  id: string
  type: DocumentType
  title: string
  path: string
  updatedAt: Timestamp
  /** Path of the page read aloud, below the lake's origin. */
  recording: string | null
}

export interface AddressContent {
  /** In the order of the table, then of ids. */
  all(): Promise<readonly AddressedDocument[]>
  find(documentId: string): Promise<AddressedDocument | null>
  /** The document whose page has this address. */
  at(path: string): Promise<AddressedDocument | null>
}

interface Addressed {
  type: DocumentType
  prefix: string
  /** What follows the prefix. */
  key: 'slug.current' | 'code' | '_id'
  title: 'title' | 'shortTitle' | 'name' | 'text'
}

const table: readonly Addressed[] = [
  { type: 'legalQuestion', prefix: '/questions/', key: 'slug.current', title: 'title' },
  { type: 'lawyer', prefix: '/lawyers/', key: 'slug.current', title: 'name' },
  { type: 'lawOffice', prefix: '/offices/', key: 'slug.current', title: 'title' },
  { type: 'county', prefix: '/counties/', key: 'slug.current', title: 'title' },
  { type: 'village', prefix: '/villages/', key: 'code', title: 'title' },
  { type: 'muralCampaign', prefix: '/murals/campaigns/', key: 'slug.current', title: 'title' },
  { type: 'mural', prefix: '/murals/', key: 'slug.current', title: 'title' },
  { type: 'cultureSite', prefix: '/places/', key: 'slug.current', title: 'title' },
  { type: 'law', prefix: '/laws/', key: 'slug.current', title: 'shortTitle' },
  { type: 'newsItem', prefix: '/news/', key: 'slug.current', title: 'title' },
  { type: 'typicalCase', prefix: '/cases/', key: 'slug.current', title: 'title' },
  { type: 'activity', prefix: '/activities/', key: 'slug.current', title: 'title' },
  { type: 'slogan', prefix: '/slogans/', key: '_id', title: 'text' },
  { type: 'screen', prefix: '/screens/', key: '_id', title: 'title' },
]

export const addressedTypes: readonly DocumentType[] = table.map(({ type }) => type)

type Raw = Pick<AddressedDocument, 'id' | 'updatedAt' | 'recording'> & { key: string; title: string | null }

const queryOf = ({ type, key, title }: Addressed) =>
  `*[_type == "${type}" && defined(${key})] | order(_id asc){
    "id": _id, "key": ${key}, "title": ${title}, "updatedAt": _updatedAt,
    "recording": recording.asset->path}`

export function createAddresses(lake: LakeReader): AddressContent {
  const made = new WeakMap<readonly Raw[], readonly AddressedDocument[]>()

  /** One type is read at a time, so that a page depends on the type that it shows and on no other. */
  async function ofType(row: Addressed): Promise<readonly AddressedDocument[]> {
    const raw = await lake.readShared<readonly Raw[]>([row.type], queryOf(row))
    const known = made.get(raw)
    if (known) return known
    const documents = raw.map(({ id, key, title, updatedAt, recording }) => ({
      id,
      type: row.type,
      title: (title ?? '').replaceAll(/\s+/g, ' '),
      path: row.prefix + encodeURIComponent(key),
      updatedAt,
      recording,
    }))
    made.set(raw, documents)
    return documents
  }

  const all = async () => (await Promise.all(table.map(ofType))).flat()

  return {
    all,
    find: async (documentId) => (await all()).find(({ id }) => id === documentId) ?? null,
    async at(path) {
      // The longest prefix first: a campaign's address begins like a mural's.
      const row = table
        .filter(({ prefix }) => path.startsWith(prefix))
        .sort((a, b) => b.prefix.length - a.prefix.length)[0]
      return row ? ((await ofType(row)).find((document) => document.path === path) ?? null) : null
    },
  }
}
