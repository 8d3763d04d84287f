/** @file Fetches what the reading pane shows of one content: copy, public text, trail, and what they refer to. */
import type { SanityClient } from 'sanity'
import { reviewIdOf, type Review } from '../../../../contracts/documents/review.ts'
import { refsIn, type Lookup } from './view.ts'

export type Content = Readonly<Record<string, unknown>> & { _id: string; _type: string; _rev: string }

export interface Asset {
  url: string
  fileName: string | null
}

export interface Reading {
  trail: Review
  /** What was handed in, as it stands now; null: it is gone (published or deleted). */
  copy: Content | null
  published: Content | null
  /** Whether `copy` is the very text that was handed in. */
  isAsHandedIn: boolean
  lookup: Lookup
  assets: ReadonlyMap<string, Asset>
}

interface Referred {
  _id: string
  title: string | null
  url: string | null
  fileName: string | null
}

const referredQuery = `*[_id in $ids || _id in $drafts]{
  _id, "url": url, "fileName": originalFilename,
  "title": coalesce(shortTitle, title, name, question, text, label)
}`

const draftsPath = /^drafts\./u

async function readReferred(
  client: SanityClient,
  documents: readonly (Content | null)[],
): Promise<Referred[]> {
  const ids = [...refsIn(documents)]
  if (ids.length === 0) return []
  return client.fetch<Referred[]>(
    referredQuery,
    { ids, drafts: ids.map((id) => `drafts.${id}`) },
    { perspective: 'raw', tag: 'review.references' },
  )
}

/** A published title goes before that of its draft. */
function titlesOf(referred: readonly Referred[]): ReadonlyMap<string, string> {
  const drafts = referred.filter(({ _id }) => draftsPath.test(_id))
  const others = referred.filter(({ _id }) => !draftsPath.test(_id))
  return new Map(
    [...drafts, ...others].flatMap(({ _id, title }) =>
      title ? [[_id.replace(draftsPath, ''), title] as const] : [],
    ),
  )
}

/** A copy as it was at one revision; null: the lake has dropped what it was. */
async function readPast(client: SanityClient, copy: string, rev: string): Promise<Content | null> {
  const { dataset = '' } = client.config()
  const told = await client
    .request<{ documents?: readonly Content[] }>({
      url: `/data/history/${dataset}/documents/${encodeURIComponent(copy)}`,
      query: { revision: rev },
      tag: 'review.past',
    })
    // Past contents are kept for as long as the bureau chose; without them what stands is shown.
    .catch(() => ({ documents: [] }))
  return told.documents?.[0] ?? null
}

/** What was handed in last, as it was then. */
async function handedIn(client: SanityClient, { copy, rev }: Review, stands: Content | null) {
  if (copy === undefined || rev === undefined) return null
  return stands?._rev === rev ? stands : readPast(client, copy, rev)
}

/**
 * @param wants `as-it-stands`: what an approval is asked for · `as-handed-in`: what one was given for
 * @returns null: there is no such trail, or it may not be read
 */
export async function readContent(
  client: SanityClient,
  subject: string,
  wants: 'as-it-stands' | 'as-handed-in',
): Promise<Reading | null> {
  const raw = { perspective: 'raw', tag: 'review.reading' } as const
  const trail = await client.fetch<Review | null>('*[_id == $id][0]', { id: reviewIdOf(subject) }, raw)
  if (!trail) return null
  const ids = { copy: trail.copy ?? `drafts.${subject}`, subject }
  const { copy: stands, published } = await client.fetch<{ copy: Content | null; published: Content | null }>(
    '{"copy": *[_id == $copy][0], "published": *[_id == $subject][0]}',
    ids,
    raw,
  )
  const past = wants === 'as-handed-in' ? await handedIn(client, trail, stands) : null
  const copy = past ?? stands
  const referred = await readReferred(client, [copy, published])
  const titles = titlesOf(referred)
  const assets = new Map(
    referred.flatMap(({ _id, url, fileName }) => (url ? [[_id, { url, fileName }] as const] : [])),
  )
  return {
    ...{ trail, copy, assets, isAsHandedIn: copy !== null && copy._rev === trail.rev },
    // A second look at what is public compares with nothing.
    published: ids.copy === subject ? null : published,
    lookup: {
      titleOf: (id) => titles.get(id) ?? null,
      fileOf: (asset) => assets.get(asset)?.fileName ?? null,
    },
  }
}
