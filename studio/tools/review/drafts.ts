/** @file Drafts that nobody has handed in, and whose they are. Pure but for `readAuthors`. */
import type { SanityClient } from 'sanity'
import { reviewedTypes } from '../../../contracts/documents/kinds.ts'
import type { Row } from './rows.ts'

export interface Draft {
  /** Id of the published content. */
  subject: string
  copy: string
  rev: string
  subjectType: string
  title: string
  county: string | null
  /** When it was last changed, ISO 8601. */
  since: string
}

/** Those in review are among them, and are left out afterwards. */
export const draftsMax = 6000

/** Parameters `types` and `max`. */
export const draftsQuery = `*[_id in path("drafts.**") && _type in $types] | order(_updatedAt desc) [0...$max] {
  "copy": _id, "subject": string::split(_id, "drafts.")[1], "rev": _rev, "subjectType": _type,
  "title": coalesce(title, name, question, text, label, "（没有标题）"),
  "county": county._ref, "since": _updatedAt
}`

export const draftTypes: readonly string[] = reviewedTypes

/** What is in review as it stands is no draft any more; what was changed since it was handed in is one. */
export function notHandedIn(drafts: readonly Draft[], rows: readonly Row[]): readonly Draft[] {
  const handedIn = new Set(
    rows
      .filter(({ state }) => state === 'open' || state === 'approved')
      .map(({ copy, rev }) => `${copy} ${rev}`),
  )
  return drafts.filter(({ copy, rev }) => !handedIn.has(`${copy} ${rev}`))
}

interface Told {
  author: string
  documentIDs: readonly string[]
}

/** One line of JSON a transaction; of each document those of its authors that the lake told. */
export function authorsIn(lines: string): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>()
  for (const line of lines.split('\n')) {
    if (line.trim() === '') continue
    const { author, documentIDs } = JSON.parse(line) as Told
    for (const id of documentIDs) found.set(id, (found.get(id) ?? new Set()).add(author))
  }
  return found
}

const idsAtOnce = 40
const transactionsMax = 1000

/** Who wrote each of these drafts, as far as the newest thousand changes of each forty tell. */
export async function readAuthors(
  client: SanityClient,
  copies: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const found = new Map<string, ReadonlySet<string>>()
  const { dataset = '' } = client.config()
  for (let from = 0; from < copies.length; from += idsAtOnce) {
    const ids = copies.slice(from, from + idsAtOnce).map(encodeURIComponent)
    const told = await client.request<unknown>({
      url: `/data/history/${dataset}/transactions/${ids.join(',')}`,
      query: { excludeMutations: 'true', reverse: 'true', limit: String(transactionsMax) },
      tag: 'review.authors',
      json: false,
    })
    const lines = typeof told === 'string' ? told : JSON.stringify(told)
    for (const [id, authors] of authorsIn(lines)) found.set(id, authors)
  }
  return found
}
