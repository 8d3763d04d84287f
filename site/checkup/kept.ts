/**
 * @file The answers as a phone keeps them. Pure.
 *
 * Text that was kept is parsed as a stranger's: answers to questions that are not on the list, and anything
 * that is no answer, are left out.
 */
import type { Answer, Answers } from './judge.ts'

const isAnswer = (value: unknown): value is Answer => value === 'yes' || value === 'no' || value === 'unknown'

/**
 * @param text as `keepAnswers` gave it; null: nothing was kept
 * @param ids of the questions on the list
 */
export function parseAnswers(text: string | null, ids: ReadonlySet<string>): Answers {
  if (text === null) return {}
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null) return {}
    const entries = Object.entries(value).filter(
      (entry): entry is [string, Answer] => ids.has(entry[0]) && isAnswer(entry[1]),
    )
    return Object.fromEntries(entries)
  } catch (error) {
    if (error instanceof SyntaxError) return {}
    throw error
  }
}

export const keepAnswers = (answers: Answers): string => JSON.stringify(answers)
