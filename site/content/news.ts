/** @file News, typical cases and activities, each with its own dates. */
import type {
  Activity,
  Block,
  LocalDate,
  LocalDateTime,
  NewsItem,
  TypicalCase,
} from '../../contracts/documents/index.ts'
import { rawCitations, type CitationResolver, type CitationView, type RawCitation } from './citations.ts'
import type { LakeReader } from './lake.ts'
import { link, picture, pictureOrNull, present, type Link, type PictureView } from './views.ts'

export interface NewsLine extends Link, Pick<NewsItem, 'publishedOn' | 'summary' | 'source'> {}

export interface NewsPage extends NewsLine {
  body: readonly Block[]
  cover: PictureView | null
  county: Link | null
}

export interface CaseLine extends Link, Pick<TypicalCase, 'publishedOn' | 'lesson'> {}

export interface CasePage extends CaseLine, Pick<TypicalCase, 'facts' | 'outcome' | 'source'> {
  topics: readonly Link[]
  citations: readonly CitationView[]
}

export interface ActivityLine
  extends Link, Pick<Activity, 'kind' | 'startsAt' | 'endsAt' | 'place' | 'summary'> {
  county: Link | null
}

export interface ActivityPage extends ActivityLine {
  village: { title: string; code: string } | null
}

export interface NewsContent {
  news(): Promise<readonly NewsLine[]>
  newsPage(slug: string): Promise<NewsPage | null>
  cases(): Promise<readonly CaseLine[]>
  casePage(slug: string, today: LocalDate): Promise<CasePage | null>
  /** Coming ones soonest first, past ones latest first. */
  activities(now: LocalDateTime): Promise<{ coming: readonly ActivityLine[]; past: readonly ActivityLine[] }>
  activityPage(slug: string): Promise<ActivityPage | null>
}

/** Lists say when there is more; older entries keep their own addresses. */
const listLengthMax = 200

const newsLine = `${link}, publishedOn, summary, source`
const newsQuery = `*[_type == "newsItem"] | order(publishedOn desc, _id asc)[0...${listLengthMax}]{${newsLine}}`
const newsPageQuery = `*[_type == "newsItem" && slug.current == $slug] | order(_id asc)[0]{
  ${newsLine}, body, "cover": cover${picture}, "county": county->{${link}}
}`
const caseLine = `${link}, publishedOn, lesson`
const casesQuery = `*[_type == "typicalCase"] | order(publishedOn desc, _id asc)[0...${listLengthMax}]{${caseLine}}`
const casePageQuery = `*[_type == "typicalCase" && slug.current == $slug] | order(_id asc)[0]{
  ${caseLine}, facts, outcome, source, "topics": topics[]->{${link}}, ${rawCitations}
}`
const activityLine = `${link}, kind, startsAt, endsAt, place, summary, "county": county->{${link}}`
const activitiesQuery = `*[_type == "activity"] | order(startsAt desc, _id asc)[0...${listLengthMax}]{${activityLine}}`
const activityPageQuery = `*[_type == "activity" && slug.current == $slug] | order(_id asc)[0]{
  ${activityLine}, "village": village->{title, code}
}`

export function createNews(lake: LakeReader, citations: CitationResolver): NewsContent {
  return {
    news: () => lake.read<NewsLine[]>(['newsItem'], newsQuery),
    async newsPage(slug) {
      const raw = await lake.read<NewsPage | null>(['newsItem', 'county'], newsPageQuery, { slug })
      return raw && { ...raw, body: raw.body ?? [], cover: pictureOrNull(raw.cover) }
    },
    cases: () => lake.read<CaseLine[]>(['typicalCase'], casesQuery),
    async casePage(slug, today) {
      const raw = await lake.read<
        | (Omit<CasePage, 'topics' | 'citations'> & {
            topics: Link[] | null
            citations: RawCitation[] | null
          })
        | null
      >(['typicalCase', 'topic', 'law'], casePageQuery, { slug })
      if (!raw) return null
      const resolved = await citations.resolve(raw.citations, today)
      return { ...raw, topics: present(raw.topics), citations: resolved }
    },
    async activities(now) {
      const all = await lake.read<ActivityLine[]>(['activity', 'county'], activitiesQuery)
      const coming = all.filter((activity) => activity.endsAt > now).toReversed()
      return { coming, past: all.filter((activity) => activity.endsAt <= now) }
    },
    activityPage: (slug) =>
      lake.read<ActivityPage | null>(['activity', 'county', 'village'], activityPageQuery, { slug }),
  }
}
