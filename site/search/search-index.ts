/**
 * @file The search index: questions first, then cases, laws, people and news. Pure, in memory.
 *
 * Everyday words reach the law's words through the topics: a document carries the names and synonyms of
 * its topics, so 讨薪 finds what is written under 劳动报酬. What fits all words comes first; where that is
 * little, what fits some of them follows.
 */
import MiniSearch from 'minisearch'
import type { FoundType, SearchSource } from '../content/search-source.ts'
import { articleLabel } from '../words/numerals.ts'
import { queryWords, textWords } from './words.ts'

export interface SearchableTopic {
  title: string
  slug: string
  synonyms: readonly string[]
}

export interface SearchableLaw {
  title: string
  shortTitle: string
  slug: string
  /** 0 when the text has not been imported. */
  articleCount: number
}

export interface SearchResult {
  type: FoundType | 'article'
  title: string
  url: string
  /** Slugs of topics. */
  topics: readonly string[]
  summary: string
}

export interface SearchIndex {
  find(query: string): readonly SearchResult[]
  readonly size: number
}

const resultsMax = 20
/** So many results that fit all words need no others beside them. */
const enough = 3
/** Where any word may fit, a result must reach this part of the best one's score. */
const anyScoreMin = 0.35
const typeBoost: Readonly<Record<FoundType, number>> = {
  legalQuestion: 1.6,
  typicalCase: 1,
  law: 1,
  lawyer: 0.8,
  lawOffice: 0.8,
  newsItem: 0.6,
}

/** For what is about a topic that the query names: in the first place, or among others. */
const mainTopicBoost = 2
const topicBoost = 1.4

const fields = ['title', 'wordings', 'topicWords', 'citations', 'summary', 'body'] as const
const boost = { title: 6, wordings: 5, topicWords: 4, citations: 3, summary: 2, body: 1 }

export function buildSearchIndex(
  sources: readonly SearchSource[],
  topics: readonly SearchableTopic[],
  laws: readonly SearchableLaw[],
): SearchIndex {
  const topicWords = new Map(
    topics.map(({ slug, title, synonyms }) => [slug, [title, ...synonyms].join('\n')]),
  )
  const bySourceId = new Map(sources.map((source) => [source.id, source]))
  const index = new MiniSearch({
    fields: [...fields],
    idField: 'id',
    tokenize: textWords,
    processTerm: (term) => term,
    searchOptions: { tokenize: (query) => query.split(' '), processTerm: (term) => term, boost },
  })
  index.addAll(
    sources.map((source) => ({
      id: source.id,
      title: source.title,
      wordings: source.wordings.join('\n'),
      topicWords: source.topics.map((slug) => topicWords.get(slug) ?? '').join('\n'),
      citations: source.citations.map(({ law, article }) => `${law} ${article}`).join('\n'),
      summary: source.summary,
      body: source.body,
    })),
  )
  const cited = new Set(sources.flatMap(({ citations }) => citations.map((c) => `${c.law} ${c.article}`)))

  /** Topics that the query names, by title or synonym. */
  function topicsNamed(query: string): ReadonlySet<string> {
    const named = topics.filter(({ title, synonyms }) =>
      [title, ...synonyms].some((word) => word.length > 1 && query.includes(word)),
    )
    return new Set(named.map(({ slug }) => slug))
  }

  function look(words: readonly string[], combineWith: 'AND' | 'OR', named: ReadonlySet<string>) {
    return index.search(words.join(' '), {
      combineWith,
      boostDocument(id) {
        const source = bySourceId.get(String(id))
        if (!source) return 1
        const [main = '', ...others] = source.topics
        const aboutIt = named.has(main)
          ? mainTopicBoost
          : others.some((slug) => named.has(slug))
            ? topicBoost
            : 1
        return typeBoost[source.type] * aboutIt
      },
    })
  }

  function articleNamed(query: string, words: readonly string[]): SearchResult | null {
    const number = words.find((word) => /^\d+(?:-\d+)?$/.test(word))
    const plain = query.normalize('NFKC').replaceAll(/[《》\s]/g, '')
    const law = laws
      .filter(({ shortTitle, title }) => plain.includes(shortTitle) || plain.includes(title))
      .sort((a, b) => b.shortTitle.length - a.shortTitle.length)[0]
    if (number === undefined || law === undefined) return null
    const exists = Number.parseInt(number, 10) <= law.articleCount || cited.has(`${law.shortTitle} ${number}`)
    if (!exists) return null
    return {
      type: 'article',
      title: `《${law.shortTitle}》${articleLabel(number)}`,
      url: `/laws/${encodeURIComponent(law.slug)}/${number}`,
      topics: [],
      summary: '',
    }
  }

  return {
    size: sources.length,
    find(query) {
      const words = queryWords(query)
      if (words.length === 0) return []
      const named = topicsNamed(query)
      const all = look(words, 'AND', named)
      const any = all.length >= enough ? [] : look(words, 'OR', named)
      const least = (any[0]?.score ?? 0) * anyScoreMin
      const ids = [...all, ...any.filter(({ score }) => score >= least)].map(({ id }) => String(id))
      const found = [...new Set(ids)].flatMap((id) => bySourceId.get(id) ?? [])
      const article = articleNamed(query, words)
      return [
        ...(article ? [article] : []),
        ...found.map(({ type, title, url, topics: own, summary }) => ({
          type,
          title,
          url,
          topics: own,
          summary,
        })),
      ].slice(0, resultsMax)
    },
  }
}
