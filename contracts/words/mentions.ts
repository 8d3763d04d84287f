/**
 * @file Where a text names a law, and which of its articles: 《民法典》第一千零七十九条, 民法典1079条.
 *
 * Pure. Between book marks any name counts; without them a known name right before an article does, for
 * nothing else tells where it begins. 原《合同法》 speaks of the law as it was, on purpose.
 */
import { articleNumberOf } from './numerals.ts'

export interface LawName {
  id: string
  title: string
  shortTitle: string | null
}

export interface Mention {
  /** Id of the law; null: no law of that name is known. */
  law: string | null
  name: string
  /** The name within the text, without its marks. */
  from: number
  to: number
  articles: readonly { number: string; from: number; to: number }[]
  /** The text says that it means the law as it was. */
  asItWas: boolean
}

const numeral = '[0-9０-９]{1,4}|[零〇一二两三四五六七八九十百千]{1,9}'
const article = `第?\\s?(${numeral})\\s?条(?:之([一二三四五六七八九十]{1,3}|[0-9]{1,2})(?![0-9]))?`
const part = '第[一二三四五六七八九十0-9]{1,3}[款项]'
const within = `(?:${part}(?:(?:、|和|及)(?=${part}))?)*`
const joined = '\\s?(?:、|和|及|以及|与|或|或者|至|到|—|－|-|~|～)\\s?'
const named = /《([^《》\n]{1,60})》/gu
/** What may stand between a name and its article: 《…》（以下简称…）的第…条 */
const bridge = /^(?:[（(][^（()）]{0,40}[）)])?\s?的?\s?/u
const chain = new RegExp(`^${article}${within}`, 'u')
const link = new RegExp(`^${joined}(?=第)`, 'u')
const anyArticle = new RegExp(article, 'gu')
const nameMax = 40
const nameMin = 2
const past = /(?:原|旧|当时的?|时行的?|(?:已经?)?废止的?|失效的?)\s?$/u

const country = '中华人民共和国'

/** 《中华人民共和国民法典（2020年）》 → 民法典 */
export const plainName = (name: string): string =>
  name
    .normalize('NFKC')
    .replaceAll(/\s+/g, '')
    .replace(/[(（][^()（）]*[)）]$/u, '')
    .replace(country, '')

/** Ids by every name that a law goes by. */
export function lawsByName(names: readonly LawName[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const { id, title, shortTitle } of names)
    for (const name of [title, shortTitle ?? ''].map(plainName))
      if (name !== '' && !found.has(name)) found.set(name, id)
  return found
}

/** Articles that follow one another from this place on. */
function articlesFrom(text: string, start: number): Mention['articles'] {
  const found: { number: string; from: number; to: number }[] = []
  for (let at = start; ;) {
    const match = chain.exec(text.slice(at, at + 80))
    const number = match ? articleNumberOf(match[1] ?? '', match[2]) : null
    if (!match || number === null) return found
    found.push({ number, from: at, to: at + match[0].length })
    at += match[0].length
    const next = link.exec(text.slice(at, at + 10))
    if (!next) return found
    at += next[0].length
  }
}

/** The longest known name that ends right here. */
function nameBefore(text: string, end: number, known: ReadonlyMap<string, string>): string | null {
  for (let length = Math.min(nameMax, end); length >= nameMin; length -= 1) {
    const name = text.slice(end - length, end)
    if (known.has(name) || (name.startsWith(country) && known.has(plainName(name)))) return name
  }
  return null
}

export function mentionsIn(text: string, known: ReadonlyMap<string, string>): Mention[] {
  const found: Mention[] = []
  for (const match of text.matchAll(named)) {
    const name = match[1] ?? ''
    const end = match.index + match[0].length
    const gap = bridge.exec(text.slice(end, end + 50))?.[0].length ?? 0
    found.push({
      ...{ law: known.get(plainName(name)) ?? null, name, from: match.index + 1, to: end - 1 },
      articles: articlesFrom(text, end + gap),
      asItWas: past.test(text.slice(Math.max(0, match.index - 8), match.index)),
    })
  }
  const isTold = (at: number) =>
    found.some(({ articles }) => articles.some(({ from, to }) => from <= at && at < to))
  for (const match of text.matchAll(anyArticle)) {
    if (isTold(match.index)) continue
    const end = text.slice(0, match.index).trimEnd().length
    const name = nameBefore(text, end, known)
    if (name === null) continue
    const from = end - name.length
    found.push({
      ...{ law: known.get(plainName(name)) ?? null, name, from, to: end },
      articles: articlesFrom(text, match.index),
      asItWas: past.test(text.slice(Math.max(0, from - 8), from)),
    })
  }
  return found.sort((a, b) => a.from - b.from)
}
