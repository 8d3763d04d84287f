/** @file A law's articles by their headings: at most two levels, however deep the law goes. Pure. */
import type { ArticleLine } from './laws.ts'

export interface Chapter {
  /** Empty for articles that stand directly under the part. */
  title: string
  /** 第1076—1092条 */
  range: string
  articles: readonly ArticleLine[]
}

export interface Part {
  title: string
  range: string
  chapters: readonly Chapter[]
}

/** @param articles in order */
export function byChapter(articles: readonly ArticleLine[]): readonly Part[] {
  return runs(articles, ({ headings }) => headings[0] ?? '全文').map(([title, own]) => ({
    title,
    range: range(own),
    chapters: runs(own, ({ headings }) => headings.slice(1).join('　')).map(([chapter, members]) => ({
      title: chapter,
      range: range(members),
      articles: members,
    })),
  }))
}

/** Neighbours with the same name, together. */
function runs(
  articles: readonly ArticleLine[],
  nameOf: (article: ArticleLine) => string,
): [string, ArticleLine[]][] {
  const found: [string, ArticleLine[]][] = []
  for (const article of articles) {
    const name = nameOf(article)
    const last = found.at(-1)
    if (last?.[0] === name) last[1].push(article)
    else found.push([name, [article]])
  }
  return found
}

function range(articles: readonly ArticleLine[]): string {
  const [first, last] = [articles[0]?.number, articles.at(-1)?.number]
  return first === last ? `第${first}条` : `第${first}—${last}条`
}
