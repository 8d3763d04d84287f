/**
 * @file What must be known of the laws that a document cites, what to ask the lake for it, and how they stand.
 *
 * Names of all laws are few; editions and articles are asked for only where the document names them, since a
 * lake holds many thousand articles.
 */
import type { LocalDate } from '../documents/base.ts'
import { lawsByName, mentionsIn, type LawName } from './mentions.ts'
import { readTexts, type Content, type Path } from './places.ts'

export type { LawName }

/** As the lake gives it: what is not known is null. */
export interface KnownEdition {
  id: string
  law: string
  effectiveFrom: LocalDate | null
  /** Exclusive. */
  effectiveTo: LocalDate | null
  articleCount: number | null
  /** Its articles have been brought into the lake. */
  hasText: boolean
}

export interface LawFacts {
  names: readonly LawName[]
  editions: readonly KnownEdition[]
  /** Those of the articles asked for that there are. */
  articles: readonly { edition: string; number: string }[]
}

export const noLaws: LawFacts = { names: [], editions: [], articles: [] }

export const lawNamesQuery = '*[_type == "law"]{"id": _id, title, shortTitle}'

/** `$laws`: ids, `$numbers`: article numbers; both as `askedOf` gives them. */
export const lawFactsQuery = `{
  "editions": *[_type == "lawEdition" && law._ref in $laws]{
    "id": _id, "law": law._ref, effectiveFrom, effectiveTo, articleCount,
    "hasText": defined(*[_type == "article" && edition._ref == ^._id][0]._id)
  },
  "articles": *[_type == "article" && law._ref in $laws && number in $numbers]{"edition": edition._ref, number}
}`

/** One article cited by the fields that are made for it. */
export interface CitedArticle {
  path: Path
  law: string
  /** Null while it is not filled in. */
  article: string | null
}

const depthMax = 20

const isContent = (value: unknown): value is Content => typeof value === 'object' && value !== null

/** Citations of a document by law and number, wherever they stand in it. */
export function citationsIn(document: Content): CitedArticle[] {
  const found: CitedArticle[] = []
  const walk = (value: unknown, path: Path, levels: number): void => {
    if (!isContent(value) || levels === 0) return
    if (Array.isArray(value)) {
      value.forEach((member: unknown, index) => {
        const key = isContent(member) ? member['_key'] : undefined
        walk(member, [...path, typeof key === 'string' ? { _key: key } : index], levels - 1)
      })
      return
    }
    const { law, article } = value
    const id = isContent(law) ? law['_ref'] : undefined
    if (value['_type'] === 'citation' && typeof id === 'string')
      found.push({ path, law: id, article: typeof article === 'string' ? article : null })
    else for (const [field, member] of Object.entries(value)) walk(member, [...path, field], levels - 1)
  }
  walk(document, [], depthMax)
  return found
}

export interface Asked {
  laws: readonly string[]
  numbers: readonly string[]
}

/** What to ask the lake about this document, sorted, so that the same question is known again. */
export function askedOf(document: Content, names: readonly LawName[]): Asked {
  const laws = new Set<string>()
  const numbers = new Set<string>()
  for (const { law, article } of citationsIn(document)) {
    laws.add(law)
    if (article !== null) numbers.add(article)
  }
  const known = lawsByName(names)
  for (const { text } of readTexts(document))
    for (const { law, articles } of mentionsIn(text, known)) {
      if (law === null) continue
      laws.add(law)
      for (const { number } of articles) numbers.add(number)
    }
  return { laws: [...laws].sort(), numbers: [...numbers].sort() }
}

export type Standing =
  /** Nothing is known of its texts. */
  | { state: 'unknown' }
  | { state: 'inForce'; edition: KnownEdition }
  | { state: 'ended'; on: LocalDate }
  | { state: 'notYet'; from: LocalDate }

/** How a law stands on a day. An edition whose beginning is not known counts as in force until it ends. */
export function standingOf(law: string, { editions }: LawFacts, day: LocalDate): Standing {
  const own = editions.filter((edition) => edition.law === law)
  const begun = own
    .filter(({ effectiveFrom }) => (effectiveFrom ?? '') <= day)
    .sort((a, b) => ((a.effectiveFrom ?? '') < (b.effectiveFrom ?? '') ? 1 : -1))
  const edition = begun.find(({ effectiveTo }) => effectiveTo === null || day < effectiveTo)
  if (edition) return { state: 'inForce', edition }
  const coming = own.flatMap(({ effectiveFrom }) =>
    effectiveFrom && effectiveFrom > day ? [effectiveFrom] : [],
  )
  const [from] = coming.sort()
  if (from !== undefined) return { state: 'notYet', from }
  const ends = begun.flatMap(({ effectiveTo }) => effectiveTo ?? []).sort()
  const on = ends.at(-1)
  return on === undefined ? { state: 'unknown' } : { state: 'ended', on }
}
