/**
 * @file The published lists of words and what the lake holds of the laws, for the form and for its validation.
 *
 * Both look at the same document within a moment of each other, so what was found is kept with the document
 * until somebody publishes other lists or laws. The lake is asked once for the lists and the names of the laws,
 * and for editions and articles once for each set that a document names.
 */
import type { LocalDate } from '../../contracts/documents/base.ts'
import { dayText, wallClock } from '../../contracts/schedule/zone.ts'
import type { Clock } from '../../contracts/part.ts'
import type { GivenList } from '../../contracts/words/check.ts'
import type { Finding } from '../../contracts/words/finding.ts'
import {
  askedOf,
  lawFactsQuery,
  lawNamesQuery,
  noLaws,
  type LawFacts,
  type LawName,
} from '../../contracts/words/laws.ts'
import type { Content } from '../../contracts/words/places.ts'
import { findingsOf } from '../../contracts/words/submission.ts'
import { bureauZone } from '../schema/standing.ts'

/** Asks the lake for what is published. */
export type AskLake = (query: string, params: Record<string, unknown>) => Promise<unknown>

export interface WordSource {
  /** @throws what the lake's client throws while the lake does not answer */
  look(document: Content): Promise<readonly Finding[]>
  /** What is published has changed. */
  forget(): void
}

export const wordListsQuery = '*[_type == "wordList"] | order(_id asc){kind, entries}'

/** Types whose publication changes what is found. */
export const sourceTypes = ['wordList', 'law', 'lawEdition'] as const

/** Sets of laws that are remembered. */
const factsMax = 50

const listOf = <Member>(answer: unknown): readonly Member[] =>
  Array.isArray(answer) ? (answer as Member[]) : []

interface Known {
  lists: Promise<readonly GivenList[]> | null
  names: Promise<readonly LawName[]> | null
  facts: Map<string, Promise<LawFacts>>
  looked: WeakMap<Content, Promise<readonly Finding[]>>
}

const nothing = (): Known => ({ lists: null, names: null, facts: new Map(), looked: new WeakMap() })

export function wordSource(ask: AskLake, clock: Clock): WordSource {
  let known = nothing()
  const today = (): LocalDate => dayText(wallClock(bureauZone, clock.now()).day)

  async function factsFor(document: Content, of: Known): Promise<LawFacts> {
    const names = await (of.names ??= ask(lawNamesQuery, {}).then(listOf<LawName>))
    const asked = askedOf(document, names)
    if (asked.laws.length === 0) return { ...noLaws, names }
    const key = JSON.stringify(asked)
    const before = of.facts.get(key)
    if (before) return before
    if (of.facts.size >= factsMax) of.facts.clear()
    const facts = ask(lawFactsQuery, { ...asked }).then((answer): LawFacts => {
      const { editions, articles } = (answer ?? {}) as Partial<LawFacts>
      return { names, editions: listOf(editions), articles: listOf(articles) }
    })
    of.facts.set(key, facts)
    return facts
  }

  async function lookAnew(document: Content, of: Known): Promise<readonly Finding[]> {
    const lists = await (of.lists ??= ask(wordListsQuery, {}).then(listOf<GivenList>))
    const laws = await factsFor(document, of)
    return findingsOf({ document, lists, laws, day: today() })
  }

  return {
    look(document) {
      const of = known
      const before = of.looked.get(document)
      if (before) return before
      const found = lookAnew(document, of).catch((error: unknown) => {
        // Asked again next time: what failed must not be remembered.
        if (known === of) known = nothing()
        throw error
      })
      of.looked.set(document, found)
      return found
    },
    forget() {
      known = nothing()
    },
  }
}
