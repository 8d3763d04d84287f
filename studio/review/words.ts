/** @file What review is called in the Studio: states, stages and steps, each by word and shape. Pure. */
import type { ReviewStage, ReviewState, ReviewStepKind } from '../../contracts/documents/review.ts'

const stages: Readonly<Record<ReviewStage, string>> = {
  first: '初审',
  second: '复审',
  extra: '加审',
  final: '终审',
}
export const stageWords = (stage: ReviewStage): string => stages[stage]

const states: Readonly<Record<ReviewState, string>> = {
  untouched: '没有送审',
  open: '◔ 审核中',
  approved: '✓ 审核通过，待发布',
  rejected: '↩ 已退回',
  recalled: '↶ 已撤回',
  published: '● 已发布',
  unpublished: '■ 已撤下',
}
export const stateWords = (state: unknown): string => states[state as ReviewState] ?? states.untouched

const steps: Readonly<Record<ReviewStepKind, string>> = {
  submit: '送审',
  recall: '撤回',
  approve: '通过',
  reject: '退回',
  urgent: '急件放行',
  comment: '留言',
  publish: '发布',
  unpublish: '撤下',
}

/** `初审通过`, `复审退回`, `送审`. */
export function stepWords(kind: ReviewStepKind, stage?: ReviewStage): string {
  const decides = kind === 'approve' || kind === 'reject'
  return `${decides && stage ? stageWords(stage) : ''}${steps[kind]}`
}

/** `初审 → 复审 → 终审`. */
export const wayWords = (way: readonly ReviewStage[]): string => way.map(stageWords).join(' → ')

/** What is sent back for most often. */
export const rejectReasons = [
  '有错别字或标点不对',
  '法律依据不准确，请核对现行条文',
  '事实或数据没有出处',
  '用语不妥',
  '写了个人信息，请隐去',
  '图片不清楚，或没有使用许可',
  '话太长，群众看不完',
] as const
