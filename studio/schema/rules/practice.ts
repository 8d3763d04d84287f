/** @file Rules on questions with choices. Pure. */
import { countCharacters, type Verdict } from './text.ts'

/** A quiz question is read aloud on a square: more than this nobody keeps in mind. */
export const quizCharactersMax = 80
export const choicesMin = 2
export const choicesMax = 4
/** A choice stands on one button of a phone. */
export const choiceCharactersMax = 40

/** Two to four choices; two that read the same would both be right. */
export function fewDistinctChoices(choices: readonly string[] | undefined): Verdict {
  if (!choices || choices.length === 0) return true
  const written = choices.map((choice) => (choice ?? '').trim())
  if (written.some((choice) => choice === '')) return '有一个选项是空的，请填写或删去'
  if (written.length < choicesMin) return `至少要有 ${choicesMin} 个选项`
  if (written.length > choicesMax)
    return `最多 ${choicesMax} 个选项，请删去 ${written.length - choicesMax} 个`
  if (new Set(written).size < written.length) return '有两个选项一样，请改掉一个'
  const long = written.findIndex((choice) => countCharacters(choice) > choiceCharactersMax)
  return long < 0 || `第 ${long + 1} 个选项太长，请缩短到 ${choiceCharactersMax} 个字以内`
}

/** @param answer place of the right choice, from 1 */
export function answerAmong(answer: number | undefined, choices: readonly string[] | undefined): Verdict {
  if (answer === undefined) return true
  const count = choices?.length ?? 0
  if (count === 0) return '请先写选项，再选正确答案'
  return (Number.isInteger(answer) && answer >= 1 && answer <= count) || '正确答案不在选项里，请重新选择'
}

/** A, B, C, D: as choices are named on paper. */
export const choiceLetter = (place: number): string => 'ABCD'[place - 1] ?? '？'
