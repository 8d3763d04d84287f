/** @file The question bank of the fairs, with the topics and audiences that it is chosen by. */
import type { QuizQuestion } from '../../contracts/documents/index.ts'
import type { Bank, BankQuestion } from '../fair/bank.ts'
import { articleLabel } from '../words/numerals.ts'
import type { LakeReader } from './lake.ts'
import { present } from './views.ts'

export interface QuizContent {
  /** Questions with a topic that is published; only topics and audiences that have questions. */
  bank(): Promise<Bank>
}

type Raw = Pick<QuizQuestion, 'title' | 'choices' | 'answer' | 'explanation'> & {
  id: string
  topics: ({ slug: string; title: string; place: number | null } | null)[] | null
  audiences: ({ id: string; title: string } | null)[] | null
  citations: { article: string; law: string | null }[] | null
}

const query = `*[_type == "quizQuestion"] | order(_id asc){
  "id": _id, title, choices, answer, explanation,
  "topics": topics[]->{"slug": slug.current, title, "place": homeOrder},
  "audiences": audiences[]->{"id": _id, title},
  citations[]{article, "law": law->shortTitle}
}`

const lastPlace = Number.POSITIVE_INFINITY
const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const unique = <Entry>(list: readonly Entry[], keyOf: (entry: Entry) => string): Entry[] => [
  ...new Map(list.map((entry) => [keyOf(entry), entry])).values(),
]

function toQuestion(raw: Raw): BankQuestion {
  const { id, title, choices, answer, explanation } = raw
  return {
    id,
    title,
    choices,
    answer,
    explanation,
    topics: present(raw.topics).map(({ slug }) => slug),
    audiences: present(raw.audiences).map((audience) => audience.id),
    laws: present(raw.citations).flatMap(({ law, article }) =>
      law === null ? [] : [`《${law}》${articleLabel(article)}`],
    ),
  }
}

const isSound = ({ choices, answer }: Raw) => choices.length >= 2 && answer >= 1 && answer <= choices.length

export function createQuiz(lake: LakeReader): QuizContent {
  return {
    async bank() {
      const all = await lake.readShared<Raw[]>(['quizQuestion', 'topic', 'audience', 'law'], query)
      const usable = all.filter((raw) => present(raw.topics).length > 0 && isSound(raw))
      const topics = unique(
        usable.flatMap((raw) => present(raw.topics)),
        ({ slug }) => slug,
      ).sort((a, b) => (a.place ?? lastPlace) - (b.place ?? lastPlace) || byText(a.slug, b.slug))
      const audiences = unique(
        usable.flatMap((raw) => present(raw.audiences)),
        ({ id }) => id,
      ).sort((a, b) => byText(a.id, b.id))
      return {
        topics: topics.map(({ slug, title }) => ({ slug, title })),
        audiences,
        questions: usable.map(toQuestion),
      }
    },
  }
}
