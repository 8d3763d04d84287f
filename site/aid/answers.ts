/**
 * @file The answers of the eligibility check, and which question comes next.
 *
 * Pure. Answers travel in the fragment of an address (`#matter=wages&ground=none`), which browsers do not
 * send. Invariant: an answer is kept only where its question is asked, so that a change of an early answer
 * never leaves a late one behind.
 */
import {
  grounds,
  groups,
  incomes,
  matters,
  type GroundId,
  type GroupId,
  type IncomeId,
  type MatterId,
} from './matters.ts'

export interface Answers {
  matter?: MatterId
  ground?: GroundId
  group?: GroupId
  income?: IncomeId
}

export type QuestionName = 'matter' | 'ground' | 'group' | 'income'

/** Art. 42 (3) is about wages and injuries at work alone. */
export const isGroupAsked = (group: GroupId, matter: MatterId): boolean =>
  group !== 'migrant' || matter === 'wages' || matter === 'workInjury'

/**
 * @param hasLine whether an editor has written the province's income line: without it there is nothing to ask
 * @returns the question to ask next, or null when the outcome is certain
 */
export function nextQuestion(
  { matter, ground, group, income }: Answers,
  hasLine: boolean,
): QuestionName | null {
  if (!matter) return 'matter'
  // Arts. 24 and 25: in defence the reason may be another than money, and some are given a lawyer unasked.
  if (matter === 'defence') return null
  // Art. 32 before all others: its people need not tell their income to anybody.
  if (!ground) return 'ground'
  if (ground !== 'none' || matter === 'other') return null
  if (!group) return 'group'
  if (group !== 'none' || !hasLine) return null
  return income ? null : 'income'
}

/** Takes out what is not asked, given the answers before it. */
export function consistent(given: Answers, hasLine: boolean): Answers {
  const { matter, ground, group, income } = given
  const kept: Answers = {}
  if (matter) kept.matter = matter
  if (ground && nextQuestion(kept, hasLine) === 'ground') kept.ground = ground
  if (group && matter && isGroupAsked(group, matter) && nextQuestion(kept, hasLine) === 'group') {
    kept.group = group
  }
  if (income && nextQuestion(kept, hasLine) === 'income') kept.income = income
  return kept
}

/** @param text the fragment of an address, with or without `#`; anything unknown in it is passed over */
export function parseAnswers(text: string): Answers {
  const values = new URLSearchParams(text.replace(/^#/, ''))
  const found: Answers = {}
  const matter = matters.find(({ id }) => id === values.get('matter'))
  const ground = grounds.find(({ id }) => id === values.get('ground'))
  const group = groups.find(({ id }) => id === values.get('group'))
  const income = incomes.find(({ id }) => id === values.get('income'))
  if (matter) found.matter = matter.id
  if (ground) found.ground = ground.id
  if (group) found.group = group.id
  if (income) found.income = income.id
  return found
}

/** @returns the fragment without `#`; empty when nothing is answered */
export function answersText(answers: Answers): string {
  return new URLSearchParams(Object.entries(answers)).toString()
}
