/** @file The result of a check-up in words. Pure. */
import {
  type Answer,
  answerWords,
  type Answers,
  countVerdicts,
  type ListedItem,
  type Verdict,
} from './judge.ts'

/** What stands under an item in the result. */
export function verdictWords(verdict: Verdict, answer: Answer | undefined): string {
  const given = answer === undefined ? '没有回答' : `您答：${answerWords[answer]}`
  if (verdict === 'risk') return `有风险（${given}）`
  if (verdict === 'open') return `先弄清楚（${given}）`
  return given
}

export interface ResultWords {
  summary: string
  counts: readonly string[]
}

/** Never says that a firm is safe: the list is short, and law is long. */
export function resultWords(items: readonly ListedItem[], answers: Answers): ResultWords {
  const { risk, open, safe, unanswered } = countVerdicts(items, answers)
  const answered = items.length - unanswered
  const summary =
    answered === 0
      ? '一项还没有答，先回去答几项。'
      : risk > 0
        ? `查出${risk}项有风险，按下面写的一项一项补。`
        : open > 0
          ? `没有查出明摆着的风险，有${open}项先要弄清楚。`
          : '答过的各项没有查出风险。清单有限，不等于没有别的风险。'
  return {
    summary,
    counts: [
      `▲ 有风险 ${risk}项`,
      `○ 不清楚 ${open}项`,
      `● 没查出问题 ${safe}项`,
      ...(unanswered > 0 ? [`－ 没有回答 ${unanswered}项`] : []),
    ],
  }
}
