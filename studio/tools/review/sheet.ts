/** @file 审签单: what the sheet of one content says, for the file. Pure. */
import type { Review, ReviewStep } from '../../../contracts/documents/review.ts'
import { roundOf } from '../../../contracts/review/rule.ts'
import { stateWords, stepWords } from '../../review/words.ts'
import { instantWords } from './reading/dates.ts'

export interface SheetRow {
  step: string
  who: string
  words: string
  at: string
}

export interface Sheet {
  title: string
  /** Label and value, in order. */
  facts: readonly (readonly [string, string])[]
  rows: readonly SheetRow[]
}

/** Characters of a hash that stand on paper: enough to tell two texts apart, short enough to compare by eye. */
const hashShown = 16

/** `a1b2 c3d4 …` */
export const shortHash = (hash: string): string =>
  hash
    .slice(0, hashShown)
    .toUpperCase()
    .replace(/(.{4})(?=.)/gu, '$1 ')

const rowOf = ({ kind, stage, byName, onBehalfOfName, words, at }: ReviewStep): SheetRow => ({
  step: stepWords(kind, stage),
  who: onBehalfOfName ? `${byName}（代 ${onBehalfOfName}）` : byName,
  words: words ?? (kind === 'approve' ? '同意' : ''),
  at: instantWords(at),
})

const handedInBy = ({ steps }: Review): string =>
  steps.findLast(({ kind }) => kind === 'submit' || kind === 'urgent')?.byName ?? '—'

/** Without its shape, which paper has no use for: `审核中`. */
const plainState = (trail: Review) => stateWords(trail.state).replace(/^\S\s/u, '')

/**
 * @param trail all of its steps are listed, those of earlier rounds too
 * @param printedAt ISO 8601
 */
export function sheetOf(
  trail: Review,
  { kind, county, printedAt }: { kind: string; county: string; printedAt: string },
): Sheet {
  const round = roundOf(trail.steps)
  const isUrgent = round[0]?.kind === 'urgent'
  const approvals = round.filter(({ kind: step }) => step === 'approve').length
  return {
    title: trail.title,
    facts: [
      ['稿件种类', kind],
      ['所属县区', county],
      ['目前状态', `${plainState(trail)}${trail.owes ? '（急件，待补审）' : ''}`],
      ['送审人', handedInBy(trail)],
      ['送审时间', trail.submittedAt ? instantWords(trail.submittedAt) : '—'],
      ['审核方式', isUrgent ? '急件放行' : `本轮已通过 ${approvals} 审`],
      ['正文校验码', trail.hash ? shortHash(trail.hash) : '—'],
      ['打印时间', instantWords(printedAt)],
    ],
    rows: trail.steps.map(rowOf),
  }
}
