/** @file The article that a question names, 民法典1079条 in any writing, if the site holds it. Pure. */
import type { SearchSource } from '../content/search-source.ts'
import { articleLabel } from '../words/numerals.ts'

export interface SearchableLaw {
  title: string
  shortTitle: string
  slug: string
  /** 0 when the text has not been imported. */
  articleCount: number
}

export interface NamedArticle {
  title: string
  url: string
  /** The main topics of the pages that cite it; first those of whose pages the most do. */
  topics: readonly string[]
}

const topicsMax = 3

/** @param words of the query, article numbers among them in Arabic figures */
export type ArticleNaming = (query: string, words: readonly string[]) => NamedArticle | null

export function createArticleNaming(
  laws: readonly SearchableLaw[],
  sources: readonly Pick<SearchSource, 'topics' | 'citations'>[],
): ArticleNaming {
  const citing = new Map<string, Map<string, number>>()
  const pages = new Map<string, number>()
  for (const { citations, topics } of sources) {
    const [main] = topics
    if (main !== undefined) pages.set(main, (pages.get(main) ?? 0) + 1)
    for (const { law, article } of citations) {
      const counts = citing.get(`${law} ${article}`) ?? new Map<string, number>()
      citing.set(`${law} ${article}`, counts)
      if (main !== undefined) counts.set(main, (counts.get(main) ?? 0) + 1)
    }
  }

  return (query, words) => {
    const number = words.find((word) => /^\d+(?:-\d+)?$/.test(word))
    const plain = query.normalize('NFKC').replaceAll(/[《》\s]/g, '')
    const law = laws
      .filter(({ shortTitle, title }) => plain.includes(shortTitle) || plain.includes(title))
      .sort((a, b) => b.shortTitle.length - a.shortTitle.length)[0]
    if (number === undefined || law === undefined) return null
    const counts = citing.get(`${law.shortTitle} ${number}`)
    // Articles that pages cite have an address even where the law's text has not been imported.
    if (!counts && Number.parseInt(number, 10) > law.articleCount) return null
    return {
      title: `《${law.shortTitle}》${articleLabel(number)}`,
      url: `/laws/${encodeURIComponent(law.slug)}/${number}`,
      topics: [...(counts ?? [])]
        .map(([slug, count]) => ({ slug, count, share: count / (pages.get(slug) ?? 1) }))
        .sort((a, b) => b.share - a.share || b.count - a.count)
        .slice(0, topicsMax)
        .map(({ slug }) => slug),
    }
  }
}
