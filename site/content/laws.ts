/** @file Laws, their editions and articles, and the pages that cite them. */
import type { Article, Law, LocalDate } from '../../contracts/documents/index.ts'
import { articleId } from './citations.ts'
import { currentEdition, type EditionView } from './editions.ts'
import type { LakeReader } from './lake.ts'
import type { Link } from './views.ts'

export interface LawLine extends Pick<Law, 'title' | 'shortTitle' | 'kind'> {
  id: string
  slug: string
  summary: string | null
}

export interface Meaning {
  article: string
  meaning: string
  /** The page that says it. */
  page: { title: string; path: string }
}

export type ArticleLine = Pick<Article, 'number' | 'label' | 'order' | 'headings'>

export interface LawPage extends LawLine {
  edition: EditionView | null
  /** Every article of the edition, in order; empty when its text has not been imported. */
  articles: readonly ArticleLine[]
  /** What pages say of its articles, questions first. */
  meanings: readonly Meaning[]
}

export interface ArticlePage {
  law: LawLine
  number: string
  edition: EditionView | null
  /** Null when the text has not been imported. */
  text: Pick<Article, 'label' | 'order' | 'headings' | 'paragraphs'> | null
  meanings: readonly Meaning[]
  before: { number: string; label: string } | null
  after: { number: string; label: string } | null
}

export interface LawContent {
  list(today: LocalDate): Promise<readonly (LawLine & { edition: EditionView | null })[]>
  law(slug: string, today: LocalDate): Promise<LawPage | null>
  article(slug: string, number: string, today: LocalDate): Promise<ArticlePage | null>
}

const lawLine = `"id": _id, title, shortTitle, kind, "slug": slug.current, summary`
const edition = `"id": _id, title, adoption, promulgatedOn, effectiveFrom, effectiveTo, articleCount`
const lawsQuery = `*[_type == "law"] | order(_id asc){${lawLine}}`
const allEditionsQuery = `*[_type == "lawEdition"]{${edition}, "law": law._ref}`
const articlesQuery = `*[_type == "article" && edition._ref == $edition]
  | order(order asc){number, label, order, headings}`
const articleQuery = `*[_id == $id][0]{label, order, headings, paragraphs}`
const neighboursQuery = `*[_type == "article" && edition._ref == $edition && order in [$before, $after]]
  {number, label, order}`
/** Every type whose pages link to the articles that they cite: each of those links must lead to a page. */
/** What a cited article is shown with: a page of the document's own, or the page that lists it. */
const citing = {
  legalQuestion: '/questions/',
  typicalCase: '/cases/',
  mural: '/murals/',
  slogan: '/slogans/',
  quizQuestion: null,
  checkupItem: null,
} as const
const listedOn = { quizQuestion: '/fair/questions', checkupItem: '/checkup' } as const
type Citing = keyof typeof citing
const citingTypes = Object.keys(citing) as Citing[]
const meaningsQuery = `*[_type in $types && references($law)] | order(_id asc){
  _type, "title": coalesce(title, text), "slug": coalesce(slug.current, _id), "cited": citations[law._ref == $law]{article, meaning}
}`

export const lawKinds: readonly Law['kind'][] = [
  'constitution',
  'law',
  'regulation',
  'judicialInterpretation',
  'localRegulation',
  'rule',
]

const pathOf = (type: Citing, slug: string) =>
  type === 'quizQuestion' || type === 'checkupItem' ? listedOn[type] : citing[type] + encodeURIComponent(slug)

type RawMeaning = Link & { _type: Citing; cited: { article: string; meaning: string }[] | null }

export function createLaws(lake: LakeReader): LawContent {
  const laws = () => lake.readShared<LawLine[]>(['law'], lawsQuery)
  const editions = () => lake.readShared<(EditionView & { law: string })[]>(['lawEdition'], allEditionsQuery)

  async function find(slug: string, today: LocalDate) {
    const [all, everyEdition] = await Promise.all([laws(), editions()])
    const law = all.find((candidate) => candidate.slug === slug)
    if (!law) return null
    const own = everyEdition.filter((candidate) => candidate.law === law.id)
    return { law, edition: currentEdition(own, today) }
  }

  async function meanings(law: string): Promise<Meaning[]> {
    const raw = await lake.read<RawMeaning[]>(citingTypes, meaningsQuery, { law, types: citingTypes })
    return raw
      .toSorted((a, b) => citingTypes.indexOf(a._type) - citingTypes.indexOf(b._type))
      .flatMap(({ _type, title, slug, cited }) =>
        (cited ?? []).map((citation) => ({
          ...citation,
          page: { title: title.replaceAll('\n', '，'), path: pathOf(_type, slug) },
        })),
      )
  }

  return {
    async list(today) {
      const [all, everyEdition] = await Promise.all([laws(), editions()])
      return all
        .map((law) => ({
          ...law,
          edition: currentEdition(
            everyEdition.filter((candidate) => candidate.law === law.id),
            today,
          ),
        }))
        .sort((a, b) => lawKinds.indexOf(a.kind) - lawKinds.indexOf(b.kind))
    },
    async law(slug, today) {
      const found = await find(slug, today)
      if (!found) return null
      const [articles, said] = await Promise.all([
        found.edition
          ? lake.read<ArticleLine[]>(['article'], articlesQuery, { edition: found.edition.id })
          : [],
        meanings(found.law.id),
      ])
      return { ...found.law, edition: found.edition, articles, meanings: said }
    },
    async article(slug, number, today) {
      const found = await find(slug, today)
      if (!found) return null
      const { law, edition: current } = found
      const [text, said] = await Promise.all([
        current
          ? lake.read<ArticlePage['text']>(['article'], articleQuery, { id: articleId(current.id, number) })
          : null,
        meanings(law.id),
      ])
      const own = said.filter((meaning) => meaning.article === number)
      if (!text && own.length === 0) return null
      const neighbours =
        current && text
          ? await lake.read<ArticleLine[]>(['article'], neighboursQuery, {
              edition: current.id,
              before: text.order - 1,
              after: text.order + 1,
            })
          : []
      const at = (order: number) => neighbours.find((line) => line.order === order) ?? null
      return {
        law,
        number,
        edition: current,
        text,
        meanings: own,
        before: text ? at(text.order - 1) : null,
        after: text ? at(text.order + 1) : null,
      }
    },
  }
}
