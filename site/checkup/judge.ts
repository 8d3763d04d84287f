/**
 * @file What a firm's answers to the check-up say: risks, open points, and what to ask a lawyer. Pure.
 *
 * An item is a risk when its answer is the risky one, open when the firm does not know. What was not
 * answered is counted and never taken as safe. Order: that of the list.
 */
import type { CheckupItem } from '../../contracts/documents/practice.ts'

export type Answer = 'yes' | 'no' | 'unknown'
export type Answers = Readonly<Record<string, Answer>>

export interface ListedItem extends Pick<CheckupItem, 'area' | 'riskyAnswer'> {
  id: string
  /** As printed before the question, from 1. */
  number: number
}

export type Verdict = 'risk' | 'open' | 'safe' | 'unanswered'

export const answerWords: Readonly<Record<Answer, string>> = { yes: '是', no: '否', unknown: '不清楚' }

export function verdictOf(item: Pick<ListedItem, 'riskyAnswer'>, answer: Answer | undefined): Verdict {
  if (answer === undefined) return 'unanswered'
  if (answer === 'unknown') return 'open'
  return answer === item.riskyAnswer ? 'risk' : 'safe'
}

export function countVerdicts(items: readonly ListedItem[], answers: Answers): Record<Verdict, number> {
  const counts: Record<Verdict, number> = { risk: 0, open: 0, safe: 0, unanswered: 0 }
  for (const item of items) counts[verdictOf(item, answers[item.id])] += 1
  return counts
}

const numbers = (items: readonly ListedItem[]) => `第${items.map(({ number }) => number).join('、')}项`

/** What to take to a lawyer: a line for each area with risks or open points. */
export function questionsForLawyer(items: readonly ListedItem[], answers: Answers): readonly string[] {
  const areas = [...new Set(items.map(({ area }) => area))]
  return areas.flatMap((area) => {
    const own = items.filter((item) => item.area === area)
    const risks = own.filter((item) => verdictOf(item, answers[item.id]) === 'risk')
    const open = own.filter((item) => verdictOf(item, answers[item.id]) === 'open')
    const sentences = [
      ...(risks.length > 0 ? [`${numbers(risks)}有风险，以前留下的怎么补救，先办哪一件？`] : []),
      ...(open.length > 0 ? [`${numbers(open)}说不清，要看哪些材料才能弄明白？`] : []),
    ]
    return sentences.length > 0 ? [`${area}：${sentences.join('')}`] : []
  })
}
