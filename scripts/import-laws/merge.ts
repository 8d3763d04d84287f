/**
 * @file One law out of the files that hold it: books put in the order of their articles, every number checked. Pure.
 */
import { articleLabel, follows, type ArticleNumber } from './numerals.ts'
import type { ParsedArticle, ParsedText, Problem } from './parse.ts'

export interface LawText {
  title: string
  adoption: readonly string[]
  /** Complete and in order when there are no problems. */
  articles: readonly ParsedArticle[]
  /** The front first. */
  files: readonly string[]
  problems: readonly Problem[]
}

/** The article that has to follow, for messages: 第一百二十一条. */
const nextLabel = ({ main }: ArticleNumber) => articleLabel({ main: main + 1, inserted: 0 })

/** Numbers run from 1 without a gap; inserted articles (之一) follow their own. */
function gaps(articles: readonly ParsedArticle[]): Problem[] {
  const problems: Problem[] = []
  let before: ArticleNumber = { main: 0, inserted: 0 }
  for (const { place, label, file, line } of articles) {
    if (!follows(before, place)) {
      const after = before.main === 0 ? '全文' : articleLabel(before)
      const message = `条号不连续：${after}之后应当是${nextLabel(before)}，写的是${label}`
      problems.push({
        file,
        line,
        message: before.main === 0 ? `全文应当从第一条开始，写的是${label}` : message,
      })
    }
    before = place
  }
  return problems
}

const firstNumber = ({ articles }: ParsedText) => articles[0]?.place.main ?? 0

function bookProblems({ file, title, adoption, preamble, articles }: ParsedText): Problem[] {
  const problems: Problem[] = []
  if (title === null) problems.push({ file, line: 1, message: '没有以“# ”开头的编名' })
  if (articles.length === 0) problems.push({ file, line: 0, message: '这一编没有条文' })
  if (adoption.length > 0)
    problems.push({ file, line: 0, message: '这一编里有通过或修正的说明，它应当写在 README.md 里' })
  for (const { line } of preamble) problems.push({ file, line, message: '这段文字不属于任何一条' })
  return problems
}

/**
 * @param front has the title and the lines on adoption
 * @param books in any order; none when the front has the articles itself
 */
export function mergeBooks(front: ParsedText, books: readonly ParsedText[]): LawText {
  const ordered = books.toSorted((a, b) => firstNumber(a) - firstNumber(b))
  const articles = [
    ...front.articles,
    ...ordered.flatMap(({ title, articles: inBook }) =>
      inBook.map((article) => ({ ...article, headings: [title ?? '', ...article.headings] })),
    ),
  ]
  const broken = [front, ...ordered].flatMap(({ problems }) => problems)
  // One broken line can empty a whole book, which is not worth a second message.
  const problems = broken.length > 0 ? broken : ordered.flatMap(bookProblems)
  if (front.title === null) problems.push({ file: front.file, line: 1, message: '没有以“# ”开头的法律名称' })
  if (articles.length === 0 && problems.length === 0)
    problems.push({ file: front.file, line: 0, message: '没有条文：每一条要以“第……条”开头' })
  if (problems.length === 0) problems.push(...gaps(articles))
  return {
    title: front.title ?? '',
    adoption: front.adoption,
    articles,
    files: [front, ...ordered].map(({ file }) => file),
    problems,
  }
}
