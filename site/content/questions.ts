/** @file Questions people ask, and their answers. */
import type { Deadline, LegalQuestion, LocalDate, Step, Timestamp } from '../../contracts/documents/index.ts'
import { rawCitations, type CitationResolver, type CitationView, type RawCitation } from './citations.ts'
import type { LakeReader } from './lake.ts'
import { link, present, type Link } from './views.ts'

export interface QuestionLine extends Link {
  shortAnswer: string
  topics: readonly string[]
  checkedOn: LocalDate
}

type Written = Pick<LegalQuestion, 'title' | 'shortAnswer' | 'papers' | 'writtenOn' | 'checkedOn'>

export interface QuestionPage extends Written {
  slug: string
  updatedAt: Timestamp
  topics: readonly Link[]
  steps: readonly Step[]
  deadlines: readonly Deadline[]
  citations: readonly CitationView[]
  nextContact: string | null
  related: readonly Link[]
}

export interface QuestionContent {
  /** `topic` is a topic's slug; null for all. */
  list(topic: string | null): Promise<readonly QuestionLine[]>
  page(slug: string, today: LocalDate): Promise<QuestionPage | null>
}

const listQuery = `*[_type == "legalQuestion"] | order(_id asc){
  ${link}, shortAnswer, "topics": topics[]->slug.current, checkedOn
}`

const pageQuery = `*[_type == "legalQuestion" && slug.current == $slug] | order(_id asc)[0]{
  ${link}, shortAnswer, "papers": coalesce(papers, []), writtenOn, checkedOn, "updatedAt": _updatedAt,
  "topics": topics[]->{${link}}, steps, deadlines, nextContact, ${rawCitations},
  "related": related[]->{${link}}
}`

const siblingsQuery = `*[_type == "legalQuestion" && slug.current != $slug
  && count((topics[]->slug.current)[@ in $topics]) > 0] | order(_id asc)[0...5]{${link}}`

type Raw = Written & {
  slug: string
  updatedAt: Timestamp
  topics: (Link | null)[] | null
  steps: Step[] | null
  deadlines: Deadline[] | null
  citations: RawCitation[] | null
  nextContact: string | null
  related: (Link | null)[] | null
}

export function createQuestions(lake: LakeReader, citations: CitationResolver): QuestionContent {
  return {
    async list(topic) {
      const all = await lake.readShared<(QuestionLine & { topics: (string | null)[] | null })[]>(
        ['legalQuestion', 'topic'],
        listQuery,
      )
      const lines = all.map((line) => ({ ...line, topics: present(line.topics) }))
      return topic === null ? lines : lines.filter((line) => line.topics.includes(topic))
    },
    async page(slug, today) {
      const raw = await lake.read<Raw | null>(['legalQuestion', 'topic', 'law'], pageQuery, { slug })
      if (!raw) return null
      const topics = present(raw.topics)
      const chosen = present(raw.related)
      const [resolved, related] = await Promise.all([
        citations.resolve(raw.citations, today),
        chosen.length > 0
          ? chosen
          : lake.read<Link[]>(['legalQuestion', 'topic'], siblingsQuery, {
              slug,
              topics: topics.map((topic) => topic.slug),
            }),
      ])
      return {
        ...raw,
        topics,
        related,
        steps: present(raw.steps),
        deadlines: present(raw.deadlines),
        citations: resolved,
      }
    },
  }
}
