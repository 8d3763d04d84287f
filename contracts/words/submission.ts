/** @file What keeps a document from being handed in or published, for the Studio and the lake alike. Pure. */
import type { LocalDate } from '../documents/base.ts'
import { checkCitations } from './citations.ts'
import { checkWords, type GivenList } from './check.ts'
import type { Finding } from './finding.ts'
import type { LawFacts } from './laws.ts'
import type { Content } from './places.ts'

export interface Looked {
  document: Content
  lists: readonly GivenList[]
  laws: LawFacts
  day: LocalDate
}

/** Everything that is to be told of a document, what blocks first. */
export function findingsOf({ document, lists, laws, day }: Looked): Finding[] {
  const found = [...checkWords(document, lists), ...checkCitations(document, laws, day)]
  const blocks = found.filter(({ kind }) => kind === 'block')
  return [...blocks, ...found.filter(({ kind }) => kind === 'suggest')]
}

/**
 * Blocked wordings and wrong citations; none: the document may go on. The lake can ask the same before it
 * takes a step: `lists` are its published `wordList` documents, `laws` what `lawNamesQuery` and `lawFactsQuery`
 * give for `askedOf(document, names)`.
 * @param day of the bureau's zone
 */
export const submissionFindings = (
  document: Content,
  lists: readonly GivenList[],
  laws: LawFacts,
  day: LocalDate,
): Finding[] => findingsOf({ document, lists, laws, day }).filter(({ kind }) => kind === 'block')

const toldMax = 10

/** What a refusal says of them: how many, and the first few in words. */
export const toldFindings = (blocked: readonly Finding[]): { count: number; found: string[] } => ({
  count: blocked.length,
  found: blocked.slice(0, toldMax).map(({ found, why }) => `“${found}”：${why}`),
})
