/**
 * @file Citations with what a reader needs beside them: the law's name, the article's words, its dates.
 *
 * Reads well whether or not the law's text has been imported: `text` is null when it has not.
 */
import type { ArticleParagraph, Citation, Law, LocalDate } from '../../contracts/documents/index.ts'
import { currentEdition, type EditionView } from './editions.ts'
import type { LakeReader } from './lake.ts'
import { present } from './views.ts'

/** A citation as GROQ gives it; the law is null when it is not published. */
export interface RawCitation {
  article: string
  meaning: string
  law: { id: string; slug: string; title: string; shortTitle: string; kind: Law['kind'] } | null
}

export const rawCitations = `citations[]{
  article, meaning, "law": law->{"id": _id, "slug": slug.current, title, shortTitle, kind}
}`

export interface CitationView {
  law: NonNullable<RawCitation['law']>
  article: Citation['article']
  meaning: string
  /** The edition in force on the day asked for, when one is known. */
  edition: EditionView | null
  /** Days on which editions of this law ended or will end. */
  ends: readonly LocalDate[]
  /** The article's words in that edition. */
  text: readonly ArticleParagraph[] | null
}

export interface CitationResolver {
  resolve(citations: readonly RawCitation[] | null, today: LocalDate): Promise<readonly CitationView[]>
}

const editionsQuery = `*[_type == "lawEdition" && law._ref in $laws]{
  "id": _id, "law": law._ref, title, adoption, promulgatedOn, effectiveFrom, effectiveTo, articleCount
}`
const articlesQuery = `*[_id in $ids]{"id": _id, paragraphs}`

/** `article-<law slug>-<edition name>-<number>` beside `edition-<law slug>-<edition name>`. */
export function articleId(editionId: string, number: string): string {
  return `article-${editionId.replace(/^edition-/, '')}-${number}`
}

export function createCitations(lake: LakeReader): CitationResolver {
  return {
    async resolve(raw, today) {
      const citations = present(raw).flatMap((citation) =>
        citation.law ? [{ ...citation, law: citation.law }] : [],
      )
      if (citations.length === 0) return []
      const laws = [...new Set(citations.map(({ law }) => law.id))]
      const editions = await lake.read<(EditionView & { law: string })[]>(['lawEdition'], editionsQuery, {
        laws,
      })
      const editionOf = new Map(
        laws.map((law) => [
          law,
          currentEdition(
            editions.filter((edition) => edition.law === law),
            today,
          ),
        ]),
      )
      const idOf = ({ law, article }: { law: { id: string }; article: string }) => {
        const edition = editionOf.get(law.id)
        return edition ? articleId(edition.id, article) : null
      }
      const ids = present(citations.map(idOf))
      const texts = await lake.read<{ id: string; paragraphs: ArticleParagraph[] | null }[]>(
        ['article'],
        articlesQuery,
        { ids },
      )
      const textOf = new Map(texts.map(({ id, paragraphs }) => [id, paragraphs]))
      return citations.map((citation) => ({
        ...citation,
        edition: editionOf.get(citation.law.id) ?? null,
        ends: editions.flatMap(({ law, effectiveTo }) =>
          law === citation.law.id && effectiveTo !== null ? [effectiveTo] : [],
        ),
        text: textOf.get(idOf(citation) ?? '') ?? null,
      }))
    },
  }
}
