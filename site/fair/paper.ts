/** @file The question bank on paper: numbered through, in the order of the topics. Pure. */
import { type BankQuestion, type Choice, topicOf } from './bank.ts'

const letters = 'ABCD'

/** 1 → A */
export const letterOf = (place: number): string => letters[place - 1] ?? String(place)

export interface Sheet {
  title: string
  questions: readonly (BankQuestion & { number: number })[]
}

/** One sheet a topic that has questions; a question stands under one topic only. */
export function sheetsOf(
  topics: readonly { slug: string; title: string }[],
  questions: readonly BankQuestion[],
  choice: Choice,
): readonly Sheet[] {
  let number = 0
  return topics
    .map(({ slug, title }) => ({
      title,
      questions: questions.filter((question) => topicOf(question, choice) === slug),
    }))
    .filter((sheet) => sheet.questions.length > 0)
    .map((sheet) => ({
      ...sheet,
      questions: sheet.questions.map((question) => ({ ...question, number: (number += 1) })),
    }))
}
