/**
 * @file Holds what a document cites against the laws of the lake: is there such a law, is it in force on that
 * day, has it such an article.
 *
 * Pure. What is certain blocks (a law that has ended, an article that the text in force has not got); what may
 * be a gap of our own library is a suggestion. A law whose text was never brought in is not judged by articles.
 */
import type { LocalDate } from '../documents/base.ts'
import { findingAt, findingsMax, type Finding } from './finding.ts'
import { citationsIn, standingOf, type CitedArticle, type LawFacts, type Standing } from './laws.ts'
import { nearestName } from './nearest.ts'
import { lawsByName, mentionsIn, type Mention } from './mentions.ts'
import { articleWords } from './numerals.ts'
import { readTexts, type Content, type ReadText } from './places.ts'

type Said = Pick<Finding, 'instead' | 'kind' | 'of' | 'why'>

const said = (kind: Finding['kind'], why: string, instead: readonly string[] = []): Said => ({
  of: 'citation',
  kind,
  why,
  instead,
})

const dayWords = (day: LocalDate) => {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

/** What a law's own standing asks to be said; null: nothing. */
function ofStanding(name: string, standing: Standing, inText: boolean): Said | null {
  switch (standing.state) {
    case 'ended': {
      const past = inText ? `说的如果是当时的法律，请写成“原《${name}》”。` : ''
      return said('block', `《${name}》已经从${dayWords(standing.on)}起失效，请改为引用现行的法律。${past}`)
    }
    case 'notYet':
      return said('suggest', `《${name}》到${dayWords(standing.from)}才开始施行，请看看引用它合不合适。`)
    default:
      return null
  }
}

function ofArticle(name: string, number: string, standing: Standing, { articles }: LawFacts): Said | null {
  if (standing.state !== 'inForce' || !standing.edition.hasText) return null
  const { id, articleCount } = standing.edition
  if (articles.some((article) => article.edition === id && article.number === number)) return null
  const count = articleCount === null ? '' : `（共 ${articleCount} 条）`
  return said('block', `《${name}》现行的文本${count}里没有${articleWords(number)}，请对照法律改正条号。`)
}

const looksLikeLaw = /(?:法|法典|宪法|条例)$/u

function ofUnknown({ name, articles }: Mention, known: ReadonlyMap<string, string>): Said | null {
  const near = nearestName(name, [...known.keys()])
  if (near === null && articles.length === 0) return null
  if (articles.length === 0 && !looksLikeLaw.test(name)) return null
  const guess = near === null ? '' : `是不是《${near}》？`
  return said(
    'suggest',
    `法律资料里没有《${name}》，请核对名称。${guess}名称没有错就不用改。`,
    near === null ? [] : [near],
  )
}

function inText(text: ReadText, facts: LawFacts, known: ReadonlyMap<string, string>, day: LocalDate) {
  return mentionsIn(text.text, known).flatMap((mention): Finding[] => {
    const { law, name, from, to, articles, asItWas } = mention
    if (asItWas) return []
    const at = (begin: number, end: number, words: Said | null) =>
      words === null ? [] : (findingAt(text, begin, end, words) ?? [])
    if (law === null) return [at(from, to, ofUnknown(mention, known))].flat()
    const standing = standingOf(law, facts, day)
    const whole = ofStanding(name, standing, true)
    if (whole) return [at(from, to, whole)].flat()
    return articles.flatMap((one) => at(one.from, one.to, ofArticle(name, one.number, standing, facts)))
  })
}

function ofField({ path, law, article }: CitedArticle, facts: LawFacts, day: LocalDate): Finding[] {
  const named = facts.names.find(({ id }) => id === law)
  if (!named) return []
  const name = named.shortTitle ?? named.title
  const standing = standingOf(law, facts, day)
  const whole = ofStanding(name, standing, false)
  const words = whole ?? (article === null ? null : ofArticle(name, article, standing, facts))
  if (!words) return []
  const shown = article === null ? `《${name}》` : `《${name}》${articleWords(article)}`
  return [
    {
      ...words,
      path: [...path, whole ? 'law' : 'article'],
      ...{ from: 0, to: 0, rest: [], found: shown, before: '', after: '' },
    },
  ]
}

/**
 * @param laws what the lake holds of the laws that `askedOf` names
 * @param day of the bureau's zone on which the texts count
 * @returns at most `findingsMax`, those of the running text first
 */
export function checkCitations(document: Content, laws: LawFacts, day: LocalDate): Finding[] {
  const known = lawsByName(laws.names)
  if (known.size === 0) return []
  return [
    ...readTexts(document).flatMap((text) => inText(text, laws, known, day)),
    ...citationsIn(document).flatMap((citation) => ofField(citation, laws, day)),
  ].slice(0, findingsMax)
}
