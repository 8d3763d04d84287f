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

/** Why something is sent back, most often. */
export const commonReasons = [
  '有错别字或标点不对',
  '法律依据不准确，请核对现行条文',
  '事实或数据没有出处',
  '涉及个人信息，请隐去',
  '图片不清楚或没有授权',
  '话太长，群众看不完',
] as const

export const prefecture = '全市'

/** `示例甲县`, or the prefecture as a whole. */
export function countyWords(
  county: string | null,
  counties: readonly { _id: string; title: string }[],
): string {
  if (county === null || county === '') return prefecture
  return counties.find(({ _id }) => _id === county)?.title ?? '（未知县区）'
}
