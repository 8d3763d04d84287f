/**
 * @file What the search index of a site with the demonstration content is made of, by the site's own
 * queries: the documents are asked as the lake would be, so a field that the queries leave out is left
 * out of the measurement too.
 */
import { evaluate, parse } from 'groq-js'
import { readContent } from '../../../demonstration/content.ts'
import type { LakeReader } from '../../../site/content/lake.ts'
import { createLaws } from '../../../site/content/laws.ts'
import { readSearchSources, type SearchSource } from '../../../site/content/search-source.ts'
import { createTopics } from '../../../site/content/topics.ts'
import type { SearchableLaw, SearchableTopic } from '../../../site/search/search-index.ts'

export interface SearchContent {
  sources: readonly SearchSource[]
  topics: readonly SearchableTopic[]
  laws: readonly SearchableLaw[]
}

const documents = readContent().flatMap((file) => file.documents)

async function ask<Result>(query: string): Promise<Result> {
  const value = await evaluate(parse(query), { dataset: documents })
  return (await value.get()) as Result
}

/** Answers from the demonstration documents; all of them count as published. */
export const demonstrationLake: LakeReader = {
  read: (_types, query) => ask(query),
  readShared: (_types, query) => ask(query),
}

/** @param today decides which editions of the laws are in force */
export async function readSearchContent(today: string): Promise<SearchContent> {
  const [sources, topics, laws] = await Promise.all([
    readSearchSources(demonstrationLake),
    createTopics(demonstrationLake).all(),
    createLaws(demonstrationLake).list(today),
  ])
  return {
    sources,
    topics,
    laws: laws.map(({ edition, ...law }) => ({ ...law, articleCount: edition?.articleCount ?? 0 })),
  }
}
