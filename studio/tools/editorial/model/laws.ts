/**
 * @file 法律变动: which laws moved, what rests on them still unchecked, and how each citation stands.
 *
 * Pure. That a text has lapsed follows from contracts/law-change.ts, the one rule of site, screens and Studio;
 * this only lays it out by law and by citation. A citation is done once somebody held it against the edition
 * in force: the text's day of checking says so, in its draft or in public, or a note of the desk for one of
 * several citations of a text.
 */
import type { LocalDate } from '../../../../contracts/documents/index.ts'
import { lapsedOf } from '../../../../contracts/law-change.ts'
import { paired, type CitingDocument, type KnownEdition, type NoteAnswer } from './answer.ts'

export interface MovedLaw {
  law: string
  title: string
  /** `amended`: another edition followed · `repealed`: none did · `coming`: an end or a beginning is ahead. */
  change: 'amended' | 'repealed' | 'coming'
  /** Day of the change, the latest of those that were, else the first of those to come. */
  on: LocalDate
  /** Null: none is in force on this day. */
  inForce: KnownEdition | null
  /** The edition that ended last; null where none has. */
  ended: KnownEdition | null
}

export const changeWords: Readonly<Record<MovedLaw['change'], string>> = {
  amended: '⟳ 有新的版本',
  repealed: '■ 已经失效',
  coming: '◔ 将要变动',
}

const later = (a: KnownEdition, b: KnownEdition): number =>
  (a.effectiveTo ?? '') < (b.effectiveTo ?? '') ? 1 : -1

/** The edition of a law in force on a day: of several that may be, the one that began last. */
export function editionInForce(
  editions: readonly KnownEdition[],
  law: string,
  today: LocalDate,
): KnownEdition | null {
  const holds = editions.filter(
    (each) =>
      each.law === law &&
      (each.effectiveTo === null || each.effectiveTo > today) &&
      (each.effectiveFrom === null || each.effectiveFrom <= today),
  )
  return holds.sort((a, b) => ((a.effectiveFrom ?? '') < (b.effectiveFrom ?? '') ? 1 : -1))[0] ?? null
}

function movedLaw(law: string, editions: readonly KnownEdition[], today: LocalDate): MovedLaw | null {
  const own = editions.filter((each) => each.law === law)
  const ended = own.filter(({ effectiveTo }) => effectiveTo !== null && effectiveTo <= today).sort(later)[0]
  const inForce = editionInForce(own, law, today)
  const ahead = own
    .flatMap(({ effectiveFrom, effectiveTo }) => [effectiveFrom, effectiveTo])
    .filter((day): day is LocalDate => day !== null && day > today)
    .sort()[0]
  const began = own
    .flatMap(({ effectiveFrom }) => (effectiveFrom !== null && effectiveFrom <= today ? [effectiveFrom] : []))
    .sort()
    .at(-1)
  const on = ended?.effectiveTo ?? ahead ?? began
  if (on === undefined || on === null) return null
  return {
    law,
    title: own[0]?.lawTitle ?? own[0]?.title ?? '',
    change: !ended && ahead ? 'coming' : inForce ? 'amended' : 'repealed',
    on,
    inForce,
    ended: ended ?? null,
  }
}

/** The latest change first. */
export function movedLaws(editions: readonly KnownEdition[], today: LocalDate): MovedLaw[] {
  return [...new Set(editions.map(({ law }) => law))]
    .flatMap((law) => movedLaw(law, editions, today) ?? [])
    .sort((a, b) => (a.on < b.on ? 1 : -1))
}

export interface LapsedCitation {
  key: string
  law: string
  article: string
  meaning: string
  /** First day on which the edition cited was no longer in force. */
  endedOn: LocalDate
  /** Name of the desk's note about it. */
  subject: string
  done: boolean
}

export interface LapsedText {
  /** Published id. */
  id: string
  type: CitingDocument['_type']
  title: string
  county: string | null
  /** What is shown and changed: the draft where there is one. */
  shown: CitingDocument
  hasDraft: boolean
  citations: readonly LapsedCitation[]
}

export const citationSubject = (id: string, key: string, endedOn: LocalDate): string =>
  `${id}:${key}:${endedOn}`

type Editions = readonly KnownEdition[]

function lapsedLaws(document: CitingDocument, editions: Editions, today: LocalDate): Map<string, LocalDate> {
  const { citations, checkedOn, _updatedAt } = document
  const text = { laws: citations.map(({ law }) => law), checkedOn, _updatedAt }
  return new Map(
    lapsedOf(editions, text, today).flatMap(({ law, effectiveTo }) =>
      effectiveTo ? [[law, effectiveTo] as const] : [],
    ),
  )
}

/**
 * Texts that the public reads in a state which has lapsed, with each citation that has; one whose draft is
 * mended stays listed as done until it is out.
 */
export function lapsedTexts(
  documents: readonly CitingDocument[],
  editions: Editions,
  notes: readonly NoteAnswer[],
  today: LocalDate,
): LapsedText[] {
  const noted = new Set(notes.filter(({ kind }) => kind === 'citation').map(({ subject }) => subject))
  return paired(documents).flatMap(({ id, published, draft }): LapsedText[] => {
    const shown = draft ?? published
    if (!shown) return []
    const ends = lapsedLaws(published ?? shown, editions, today)
    // Where no day of checking is written, a draft counts as checked once the text is saved: that is no check.
    const checked = shown.checkedOn ?? ''
    const citations = shown.citations.flatMap(({ key, law, article, meaning }): LapsedCitation[] => {
      const endedOn = ends.get(law)
      if (endedOn === undefined) return []
      const subject = citationSubject(id, key, endedOn)
      return [
        {
          ...{ key, law, endedOn, subject, article: article ?? '', meaning: meaning ?? '' },
          done: (draft !== null && checked >= endedOn) || noted.has(subject),
        },
      ]
    })
    if (citations.length === 0) return []
    const { _type: type, title, county } = shown
    const name = (title ?? '').replaceAll('\n', ' ')
    return [{ id, type, title: name, county, shown, hasDraft: draft !== null, citations }]
  })
}

/** Those that an account may bring up to date: of a county, or all of them. */
export const ownTexts = (texts: readonly LapsedText[], own: string | null): LapsedText[] =>
  texts.filter(({ county }) => own === null || county === own)

export const undoneOf = (texts: readonly LapsedText[]): number =>
  texts.reduce((sum, { citations }) => sum + citations.filter(({ done }) => !done).length, 0)
export const citationsOf = (texts: readonly LapsedText[]): number =>
  texts.reduce((sum, { citations }) => sum + citations.length, 0)

export interface ArticleText {
  edition: string
  number: string
  label: string | null
  paragraphs: readonly { text: string; items: readonly { label: string; text: string }[] | null }[]
}

/** All articles that could stand beside a lapsed citation, in one query; parameters `editions`, `numbers`. */
export const articlesQuery = `*[_type == "article" && edition._ref in $editions && number in $numbers
  && !(_id in path("drafts.**")) && !(_id in path("versions.**"))]{
  "edition": edition._ref, number, label, "paragraphs": paragraphs[]{text, "items": items[]{label, text}}}`

export const articleIn = (
  articles: readonly ArticleText[],
  edition: string | undefined,
  number: string,
): ArticleText | null => articles.find((each) => each.edition === edition && each.number === number) ?? null

/** The article as lines, for reading and for comparing. */
export const linesOf = ({ paragraphs }: ArticleText): string[] =>
  paragraphs.flatMap(({ text, items }) => [
    text,
    ...(items ?? []).map(({ label, text: item }) => `${label}${item}`),
  ])
