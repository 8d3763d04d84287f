/**
 * @file One file of a statute: its title, the lines on adoption, its headings and its articles. Pure.
 *
 * Paragraphs (款) follow the article number, items (项) follow a paragraph. Everything that does not fit is
 * a problem with file and line; a file with problems is not to be used at all.
 */
import { lineOf, type Line } from './lines.ts'
import { numberText, parseArticleLabel, parseNumeral, type ArticleNumber } from './numerals.ts'

export interface Problem {
  file: string
  /** From 1; 0 where the whole file is meant. */
  line: number
  /** One Chinese sentence. */
  message: string
}

export interface ParsedParagraph {
  text: string
  items: readonly { label: string; text: string }[]
}

export interface ParsedArticle {
  /** `1079`, or `120-1` for 第一百二十条之一. */
  number: string
  place: ArticleNumber
  /** As printed: 第一千零七十九条. */
  label: string
  /** Below the title, outermost first. */
  headings: readonly string[]
  paragraphs: readonly ParsedParagraph[]
  file: string
  line: number
}

export interface ParsedText {
  file: string
  /** The first `#` heading. */
  title: string | null
  /** Lines on adoption and amendments, as printed. */
  adoption: readonly string[]
  /** Text before the first article that is no line on adoption. */
  preamble: readonly { text: string; line: number }[]
  articles: readonly ParsedArticle[]
  problems: readonly Problem[]
}

const act = /通过|公布|发布|修正|修订|批准|印发|施行|决定/
const date = /\d{4}年\d{1,2}月\d{1,2}日/

interface OpenParagraph {
  text: string
  items: { label: string; text: string }[]
}
interface OpenArticle extends ParsedArticle {
  paragraphs: OpenParagraph[]
}

interface State {
  title: string | null
  /** By level, below the title. */
  headings: Map<number, string>
  adoption: string[]
  preamble: { text: string; line: number }[]
  articles: OpenArticle[]
  /** Where a line of text belongs. */
  place: 'front' | 'heading' | 'article'
}

interface At {
  file: string
  line: number
  /** Whether the file writes its article numbers in bold. */
  isBold: boolean
  /** Whether the line stands before the mark that ends the lines on adoption. */
  isAdoption: boolean
}

function openHeading(state: State, level: number, text: string): void {
  if (state.title === null && level === 1) {
    state.title = text
    return
  }
  for (const other of [...state.headings.keys()]) if (other >= level) state.headings.delete(other)
  state.headings.set(level, text)
  state.place = 'heading'
}

/** @returns why the line has no place here, or `null` */
function addText(state: State, text: string, { line, isAdoption }: At): string | null {
  if (state.place === 'front') {
    if (isAdoption || (date.test(text) && act.test(text))) state.adoption.push(text)
    else state.preamble.push({ text, line })
    return null
  }
  if (state.place === 'article') {
    state.articles.at(-1)?.paragraphs.push({ text, items: [] })
    return null
  }
  if (![...state.headings.values()].some((heading) => /^[序前]\s*言$/.test(heading)))
    return '这段文字在标题之后、第一条之前，不属于任何一条'
  state.preamble.push({ text, line })
  return null
}

function addItem(state: State, line: Line & { kind: 'item' }): string | null {
  const paragraph = state.place === 'article' ? state.articles.at(-1)?.paragraphs.at(-1) : undefined
  if (!paragraph) return `${line.label}前面没有它所属的条和款`
  const numeral = parseNumeral(line.numeral)
  if (!numeral.ok) return `项号${line.label}：${numeral.reason}`
  paragraph.items.push({ label: line.label, text: line.text })
  const expected = paragraph.items.length
  return numeral.number === expected ? null : `项号${line.label}不连续，这里应当是第 ${expected} 项`
}

function addSubItem(state: State, text: string, at: At): string | null {
  const item = state.place === 'article' ? state.articles.at(-1)?.paragraphs.at(-1)?.items.at(-1) : undefined
  if (!item) return addText(state, text, at)
  item.text += `\n${text}`
  return null
}

function openArticle(
  state: State,
  { label, text, bold }: Line & { kind: 'article' },
  { file, line, isBold }: At,
): string | null {
  if (isBold && !bold) return `“${label}”像一条的开头，但条号没有像别的条那样加粗`
  const parsed = parseArticleLabel(label)
  if (!parsed.ok) return `条号“${label}”：${parsed.reason}`
  state.articles.push({
    number: numberText(parsed.number),
    place: parsed.number,
    label,
    headings: [...state.headings].sort(([a], [b]) => a - b).map(([, text]) => text),
    paragraphs: text === '' ? [] : [{ text, items: [] }],
    file,
    line,
  })
  state.place = 'article'
  return null
}

/** @returns index of the first line after the front matter, or `null` when it does not end */
function afterFrontMatter(lines: readonly string[]): number | null {
  if (lines[0]?.trim() !== '---') return 0
  const end = lines.findIndex((line, index) => index > 0 && line.trim() === '---')
  return end < 0 ? null : end + 1
}

/** @param file name for messages */
export function parseText(text: string, file: string): ParsedText {
  const rows = text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/)
  const state: State = {
    title: null,
    headings: new Map(),
    adoption: [],
    preamble: [],
    articles: [],
    place: 'front',
  }
  const problems: Problem[] = []
  const start = afterFrontMatter(rows)
  if (start === null) problems.push({ file, line: 1, message: '开头的 --- 没有结束' })
  const lines = rows.map(lineOf)
  const marked = lines.findIndex(({ kind }) => kind === 'endOfAdoption')
  const isBold = lines.some((line) => line.kind === 'article' && line.bold)
  for (const [index, line] of lines.entries()) {
    if (index < (start ?? Infinity)) continue
    const message = add(state, line, { file, line: index + 1, isBold, isAdoption: index < marked })
    if (message !== null) problems.push({ file, line: index + 1, message })
  }
  for (const { label, paragraphs, line } of state.articles)
    if (paragraphs.length === 0) problems.push({ file, line, message: `${label}没有正文` })
  const { title, adoption, preamble, articles } = state
  return { file, title, adoption, preamble, articles, problems }
}

function add(state: State, line: Line, at: At): string | null {
  switch (line.kind) {
    case 'blank':
    case 'comment':
    case 'endOfAdoption':
      return null
    case 'strange':
      return line.message
    case 'heading':
      openHeading(state, line.level, line.text)
      return null
    case 'article':
      return openArticle(state, line, at)
    case 'item':
      return addItem(state, line)
    case 'subItem':
      return addSubItem(state, line.text, at)
    case 'text':
      return addText(state, line.text, at)
  }
}
