/** @file The bureau's rules in sentences: what each asks, and what they make together for one content. Pure. */
import type { ReviewPolicy } from '../../../contracts/documents/review.ts'
import { inKeyPeriod, policyOf, stagesFor, type OfContent } from '../../../contracts/review/policy.ts'
import type { Instant } from '../../../contracts/part.ts'
import { fullTimeWords } from '../time-words.ts'
import { typeTitle } from '../type-titles.ts'
import { wayWords } from '../words.ts'

export const levelWords: Readonly<Record<1 | 2 | 3, string>> = {
  3: '三审：初审、复审、终审',
  2: '两审：初审、终审',
  1: '一审：只有终审',
}

export const levelChoices = ([3, 2, 1] as const).map((value) => ({ value, title: levelWords[value] }))

/** `标语（甲县）：初审 → 终审` @param policy as the form has it, whole or not */
export function wayOf(policy: unknown, content: OfContent, countyTitle: string | null, at: Instant): string {
  const stages = stagesFor(policyOf(policy), content, at)
  return `${typeTitle(content.type)}（${countyTitle ?? '全市'}）：${wayWords(stages)}`
}

/** Whether the key period of the rules, as the form has them, is in force. */
export const isKeyPeriodOf = (policy: unknown, at: Instant): boolean => inKeyPeriod(policyOf(policy), at)

const namedMax = 3

/** `标语、通知等 5 类（甲县）` */
export function exceptionWords(
  types: readonly string[] | undefined,
  countyTitle: string | undefined,
): string {
  const titles = (types ?? []).map(typeTitle)
  const shown = titles.slice(0, namedMax).join('、')
  const what =
    titles.length === 0 ? '所有内容' : titles.length > namedMax ? `${shown}等 ${titles.length} 类` : shown
  return `${what}（${countyTitle ?? '不限县区'}）`
}

type Delegation = Partial<NonNullable<ReviewPolicy['delegations']>[number]>

export const delegationTitle = ({ fromName, toName }: Delegation): string =>
  fromName && toName ? `${toName} 代 ${fromName}` : '还没有选好人'

export function delegationDays({ since, until }: Delegation): string {
  return since && until ? `${fullTimeWords(since)} 到 ${fullTimeWords(until)}` : '还没有选好日期'
}

/** A sentence, or true. */
export function delegationFault({ from, to, since, until }: Delegation): string | true {
  if (!from) return '请选择谁不在'
  if (!to) return '请选择请谁代审'
  if (from === to) return '不能自己代自己，请换一个人'
  if (!since || !until) return '请写明从什么时候到什么时候'
  return Date.parse(until) > Date.parse(since) || '结束要晚于开始，请改其中一个'
}
