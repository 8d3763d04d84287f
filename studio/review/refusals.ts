/** @file Why a step may not be taken, or was not, in the very words that the lake answers with. Pure. */
import { lakeErrors } from '../../contracts/errors/lake.ts'
import type { ReviewRefusal } from '../../contracts/review/rule.ts'

export interface Sentence {
  /** What is wrong. */
  title: string
  /** What to do. */
  remedy: string
}

function sentenceOf(code: string): Sentence | null {
  const found = (lakeErrors as Readonly<Record<string, { message: string; remedy: string } | undefined>>)[
    code
  ]
  return found ? { title: found.message, remedy: found.remedy } : null
}

const unreached: Sentence = {
  title: '没有办成，内容库没有应答',
  remedy: '请看一下网络是否正常，再试一次；一直不行，请联系管理员',
}

export const refusalSentence = (refusal: ReviewRefusal | 'key-period'): Sentence =>
  sentenceOf(refusal === 'key-period' ? 'lake.key-period' : `lake.review-${refusal}`) ?? unreached

/** The code stands in the answer's body; what the client makes of it as text also names ids. */
function codeOf(error: unknown): string | null {
  const { response } = (error ?? {}) as { response?: { body?: { code?: unknown } } }
  const code = response?.body?.code
  return typeof code === 'string' ? code : null
}

/** @param error what the client threw @returns null where it is no refusal of the lake's */
export function refusedSentence(error: unknown): Sentence | null {
  const code = codeOf(error)
  return code === null ? null : sentenceOf(code)
}

/** @param error what the client threw */
export const errorSentence = (error: unknown): Sentence => refusedSentence(error) ?? unreached
