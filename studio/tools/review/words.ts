/** @file Words of the tool that stand in more than one place. Pure. */
import type { ReviewStage } from '../../../contracts/documents/review.ts'
import { stageWords } from '../../review/words.ts'
import type { Row } from './rows.ts'

/** What the press that approves is called; the last one may put out at once. */
export function approveWords(
  stage: ReviewStage | null,
  row: Pick<Row, 'publishes' | 'copy' | 'subject'>,
): string {
  const isLast = stage === 'final'
  const putsOut = isLast && row.publishes && row.copy === `drafts.${row.subject}`
  return `${stage ? stageWords(stage) : ''}通过${putsOut ? '并公开' : ''}`
}

export const prefecture = '全市'

/** `示例甲县`, or the prefecture as a whole. */
export function countyWords(
  county: string | null,
  counties: readonly { _id: string; title: string }[],
): string {
  if (county === null || county === '') return prefecture
  return counties.find(({ _id }) => _id === county)?.title ?? '（未知县区）'
}
