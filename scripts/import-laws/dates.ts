/**
 * @file What the text of a law tells of its dates, and what it does not. Pure.
 *
 * The clause on entry into force of an amended law gives the day of its first edition. So the day is taken
 * only from a law that was never amended; where that is not certain it stays unknown.
 */
import type { LocalDate } from '../../contracts/documents/base.ts'
import type { ParsedArticle } from './parse.ts'

const dateIn = /(\d{4})年(\d{1,2})月(\d{1,2})日/
const act = /通过|公布|发布|修正|修订|修改|批准|印发|决定/
const amendment = /修正|修订|修改|决定/
const clause = /本(?:法|法典|条例|规定|办法|解释|决定|细则|规则)自(\d{4}年\d{1,2}月\d{1,2}日)起(?:正式)?施行/g

/** @returns `2026-12-04`, or `null` when the text names no day that exists */
export function localDate(text: string): LocalDate | null {
  const [, year = '', month = '', day = ''] =
    dateIn.exec(text) ?? /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const at = Date.parse(`${date}T00:00:00Z`)
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== date ? null : date
}

/** The date that a file's name gives to its text: `条例(2010-12-20).md`. */
export function dateOfFileName(name: string): LocalDate | null {
  const [, text] = /[(（](\d{4}-\d{2}-\d{2})[)）]\.md$/i.exec(name) ?? []
  return text === undefined ? null : localDate(text)
}

export interface TextFacts {
  adoption: readonly string[]
  articles: readonly Pick<ParsedArticle, 'paragraphs'>[]
  /** See `dateOfFileName`. */
  fileDate: LocalDate | null
}

/** Day of the one act that made this law, or `null` when it is not certain that there was no later one. */
function onlyActOn({ adoption }: TextFacts): LocalDate | null {
  const acts = adoption.filter((line) => act.test(line))
  const [line] = acts
  return acts.length === 1 && line !== undefined && !amendment.test(line) ? localDate(line) : null
}

/** First day in force, or `null` where the text alone does not tell. */
export function effectiveFrom(facts: TextFacts): LocalDate | null {
  const adopted = onlyActOn(facts)
  if (adopted === null) return null
  const text = facts.articles
    .flatMap(({ paragraphs }) => paragraphs.map((paragraph) => paragraph.text))
    .join('\n')
  const days = new Set([...text.matchAll(clause)].map(([, day = '']) => localDate(day)))
  const [day] = days
  if (days.size !== 1 || day === undefined || day === null || day < adopted) return null
  // A text dated after its own entry into force is a later one, whatever the lines on adoption leave out.
  if (facts.fileDate !== null && (facts.fileDate < adopted || facts.fileDate > day)) return null
  return day
}

/** 2019年修正版, 2026年修订版, 2020年文本, or 现行文本 where no year is known. */
export function editionTitle({ adoption, fileDate }: Omit<TextFacts, 'articles'>): string {
  const dated = adoption
    .filter((line) => act.test(line))
    .map((line) => ({ line, on: localDate(line) }))
    .filter((entry): entry is { line: string; on: LocalDate } => entry.on !== null)
  const last = dated.reduce<(typeof dated)[number] | null>(
    (latest, entry) => (latest === null || entry.on >= latest.on ? entry : latest),
    null,
  )
  if (fileDate !== null && (last === null || fileDate.slice(0, 4) > last.on.slice(0, 4)))
    return `${fileDate.slice(0, 4)}年文本`
  if (last === null) return '现行文本'
  const kind = /修正[。）]?$/.test(last.line) ? '修正版' : /修订[。）]?$/.test(last.line) ? '修订版' : '文本'
  return `${last.on.slice(0, 4)}年${kind}`
}
