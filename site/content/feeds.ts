/**
 * @file What feed readers are told of: the latest news, cases, activities and questions.
 *
 * A date is the one that the document itself bears; an activity bears none of its own, so it counts from
 * the day on which it was first published. Nothing here depends on when somebody asks.
 */
import type { DocumentType, LocalDate, Timestamp } from '../../contracts/documents/index.ts'
import type { LakeReader } from './lake.ts'
import { link, present } from './views.ts'

export type FeedKind = 'newsItem' | 'typicalCase' | 'activity' | 'legalQuestion'

export interface FeedEntry {
  /** The document's id: stays when its title, its address or the site's address changes. */
  id: string
  kind: FeedKind
  title: string
  path: string
  summary: string
  published: LocalDate | Timestamp
}

export interface FeedContent {
  /** The latest first. `topic` is a topic's slug, null for everything; news and activities have no topic. */
  latest(topic: string | null): Promise<readonly FeedEntry[]>
}

const entriesMax = 30
const kinds: Readonly<Record<FeedKind, { prefix: string; published: string; summary: string }>> = {
  newsItem: { prefix: '/news/', published: 'publishedOn', summary: 'summary' },
  typicalCase: { prefix: '/cases/', published: 'publishedOn', summary: 'lesson' },
  activity: { prefix: '/activities/', published: '_createdAt', summary: 'summary' },
  legalQuestion: { prefix: '/questions/', published: 'writtenOn', summary: 'shortAnswer' },
}

type Raw = Omit<FeedEntry, 'kind' | 'path'> & { slug: string; topics: (string | null)[] | null }

const queryOf = (kind: FeedKind) =>
  `*[_type == "${kind}" && defined(slug.current)] | order(${kinds[kind].published} desc, _id asc){
    "id": _id, ${link}, "summary": ${kinds[kind].summary}, "published": ${kinds[kind].published},
    "topics": topics[]->slug.current
  }`

/** Types whose documents name no topic need not be asked again when a topic changes. */
const typesOf = (kind: FeedKind): readonly DocumentType[] =>
  kind === 'typicalCase' || kind === 'legalQuestion' ? [kind, 'topic'] : [kind]

export function createFeeds(lake: LakeReader): FeedContent {
  return {
    async latest(topic) {
      const names = Object.keys(kinds) as FeedKind[]
      const lists = await Promise.all(
        names.map(async (kind) => {
          const found = await lake.readShared<Raw[]>(typesOf(kind), queryOf(kind))
          return found
            .filter(({ topics }) => topic === null || present(topics).includes(topic))
            .map(({ id, slug, title, summary, published }) => ({
              id,
              kind,
              title,
              path: kinds[kind].prefix + encodeURIComponent(slug),
              summary: summary ?? '',
              published,
            }))
        }),
      )
      const all = lists.flat().filter(({ published }) => typeof published === 'string')
      return all.sort((a, b) => compare(b.published, a.published) || compare(a.id, b.id)).slice(0, entriesMax)
    },
  }
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
