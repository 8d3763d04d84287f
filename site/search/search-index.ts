/**
 * @file The search index: questions first, then cases, laws, people and news. Pure, in memory, for the
 * server and for a page that carries its own sources.
 *
 * Everyday words reach the law's words through the topics: a document carries the names and synonyms of
 * its topics, so 讨薪 finds what is written under 劳动报酬. What fits all words comes first; where that is
 * little, what fits some of them follows. With a `sound`, words that no text holds are looked up as they
 * sound: a homophone (彩里) or pinyin (cai li) finds 彩礼.
 */
import MiniSearch from 'minisearch'
import type { FoundType, SearchSource } from '../content/search-source.ts'
import {
  createFieldCut,
  fieldBoost,
  fieldNames,
  fieldsFor,
  fieldText,
  isNoChance,
  isSpoken,
} from './fields.ts'
import { createArticleNaming, type SearchableLaw } from './named-article.ts'
import { createTopicNaming, type SearchableTopic } from './named-topics.ts'
import { type Lookup, planLookups, type Vocabulary } from './lookups.ts'
import type { Sound } from './syllables.ts'
import { queryLengthMax, queryWords } from './words.ts'

export type { SearchableLaw } from './named-article.ts'
export type { SearchableTopic } from './named-topics.ts'

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

export interface IndexContent {
  sources: readonly SearchSource[]
  topics: readonly SearchableTopic[]
  laws: readonly SearchableLaw[]
}

const resultsMax = 20
/** So many results that fit all words need no others beside them. */
const enough = 3
/** Where any word may fit, a result must reach this part of the best one's score. */
const anyScoreMin = 0.35
/** A kind that is not named here counts as much as people do. */
const typeBoost: Partial<Readonly<Record<FoundType, number>>> = {
  legalQuestion: 1.6,
  typicalCase: 1,
  law: 1,
  newsItem: 0.6,
}
const otherTypeBoost = 0.8

/** For what is about a topic that the query names: in the first place, or among others. */
const mainTopicBoost = 2
const topicBoost = 1.4

/** Documents that are added before other work gets its turn. */
const sliceSize = 5

/** Builds at once; for small indexes, and for a page that has nothing else to do. */
export function buildSearchIndex(
  sources: readonly SearchSource[],
  topics: readonly SearchableTopic[],
  laws: readonly SearchableLaw[],
  sound?: Sound,
): SearchIndex {
  const { index, asked } = prepare({ sources, topics, laws }, sound)
  index.addAll(sources)
  return asked
}

/** Builds in slices, so that readers are answered meanwhile. The index finds all only when this is done. */
export async function buildSearchIndexInSlices(content: IndexContent, sound?: Sound): Promise<SearchIndex> {
  const { index, asked } = prepare(content, sound)
  await index.addAllAsync(content.sources, { chunkSize: sliceSize })
  return asked
}

function prepare({ sources, topics, laws }: IndexContent, sound: Sound | undefined) {
  const bySourceId = new Map(sources.map((source) => [source.id, source]))
  const topicWords = new Map(
    topics.map(({ slug, title, synonyms }) => [slug, [title, ...synonyms].join('\n')]),
  )
  const known = { writing: new Set<string>(), sound: new Set<string>() }
  const vocabulary: Vocabulary = {
    writes: (word) => known.writing.has(word),
    sounds: (pair) => known.sound.has(pair),
  }
  const cut = createFieldCut(sound)
  const nameTopics = createTopicNaming(topics, sound)
  const nameArticle = createArticleNaming(laws, sources)

  const index = new MiniSearch<SearchSource>({
    fields: fieldNames(sound),
    idField: 'id',
    extractField(source, field) {
      if (field === 'id') return source.id
      const aboutTopics = source.topics.map((slug) => topicWords.get(slug) ?? '').join('\n')
      return fieldText(source, aboutTopics, field)
    },
    tokenize(text, field) {
      const words = cut(text, field)
      const kept = isSpoken(field) ? known.sound : known.writing
      for (const word of words) kept.add(word)
      return words
    },
    processTerm: (term) => term,
    searchOptions: {
      tokenize: (word) => [word],
      processTerm: (term) => term,
      boost: fieldBoost,
    },
  })

  function look(lookups: readonly Lookup[], combineWith: 'AND' | 'OR', named: ReadonlySet<string>) {
    return index.search(
      {
        combineWith,
        queries: lookups.map(({ word, by }) => ({ queries: [word], fields: fieldsFor(by) })),
      },
      {
        boostDocument(id) {
          const source = bySourceId.get(String(id))
          if (!source) return 1
          const [main = '', ...others] = source.topics
          const aboutIt = named.has(main)
            ? mainTopicBoost
            : others.some((slug) => named.has(slug))
              ? topicBoost
              : 1
          return (typeBoost[source.type] ?? otherTypeBoost) * aboutIt
        },
      },
    )
  }

  const asked: SearchIndex = {
    size: sources.length,
    find(asking) {
      const query = asking.slice(0, queryLengthMax)
      const words = queryWords(query)
      if (words.length === 0) return []
      const lookups = planLookups(words, vocabulary, sound)
      const heard = lookups.filter(({ by }) => by !== 'writing').map(({ word }) => word)
      const named = nameTopics(query, heard)
      const all = look(lookups, 'AND', named)
      const any = all.length >= enough ? [] : look(lookups, 'OR', named).filter(isNoChance(lookups.length))
      const least = (any[0]?.score ?? 0) * anyScoreMin
      const ids = [...all, ...any.filter(({ score }) => score >= least)].map(({ id }) => String(id))
      const found = [...new Set(ids)].flatMap((id) => bySourceId.get(id) ?? [])
      const article = nameArticle(query, words)
      return [
        ...(article ? [{ type: 'article' as const, ...article, summary: '' }] : []),
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
  return { index, asked }
}
