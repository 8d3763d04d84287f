/** @file Where a content stands in review, in one line for the badge and in sentences for its page. Pure. */
import { roundOf } from '../../contracts/review/rule.ts'
import type { ReviewStep } from '../../contracts/documents/review.ts'
import { awaitedStage, isThrough, isVoid, type Seen } from './seen.ts'
import { stageWords, stepWords } from './words.ts'
import { timeWords } from './time-words.ts'

export interface Standing {
  label: string
  color: 'primary' | 'success' | 'warning' | 'danger'
  tone: 'default' | 'primary' | 'positive' | 'caution' | 'critical'
  /** What happened, and what is to be done. */
  sentences: readonly string[]
}

const calm = { color: 'primary', tone: 'primary' } as const
const good = { color: 'success', tone: 'positive' } as const
const careful = { color: 'warning', tone: 'caution' } as const
const bad = { color: 'danger', tone: 'critical' } as const

const said = ({ words }: ReviewStep) => (words ? `：${words}` : '')

/** `初审员甲（代乙）10月1日 09:30 初审通过：好` */
export function stepSentence(step: ReviewStep): string {
  const { byName, onBehalfOfName, at, kind, stage } = step
  const who = onBehalfOfName ? `${byName}（代${onBehalfOfName}）` : byName
  return `${who} ${timeWords(at)} ${stepWords(kind, stage)}${said(step)}`
}

const lastOf = (seen: Seen, kind: ReviewStep['kind']) =>
  seen.trail?.steps.findLast((step) => step.kind === kind)

const told = (step: ReviewStep | undefined): string[] => (step ? [`${stepSentence(step)}。`] : [])

/** Since the content was handed in: the hand-in itself and every approval. */
const soFar = (seen: Seen): string[] =>
  roundOf(seen.trail?.steps ?? [])
    .filter(({ kind }) => kind === 'submit' || kind === 'approve' || kind === 'urgent')
    .map((step) => `${stepSentence(step)}。`)

function underWay(seen: Seen): Standing {
  const { trail, copy } = seen
  if (copy && !copy.isAsHandedIn && trail?.copy !== undefined && trail.copy !== copy.id)
    return {
      ...careful,
      label: '◔ 另一份在审',
      sentences: [
        '这份内容的另一份（草稿，或发布计划里的一份）正在审核。要审这一份，请在这里重新送审，那一份就不再算送审。',
      ],
    }
  if (isVoid(seen))
    return {
      ...careful,
      label: '⚠ 送审后又改过',
      sentences: ['送审后又改过，须重新送审。已经通过的几审不再算数。', ...soFar(seen)],
    }
  if (isThrough(seen)) return { ...good, label: '✓ 审核通过', sentences: throughWords(seen) }
  const stage = awaitedStage(seen)
  const waits = stage ? stageWords(stage) : '审核'
  return { ...calm, label: `◔ 待${waits}`, sentences: [...soFar(seen), `现在等${waits}。`] }
}

function throughWords(seen: Seen): string[] {
  if (!seen.copy) return ['已经公开的内容，审核全部通过。']
  const isVersion = !seen.copy.id.startsWith('drafts.')
  return [
    ...soFar(seen),
    isVersion ? '审核全部通过，会随发布计划一起公开。' : '审核全部通过，还没有公开，请按“公开”。',
  ]
}

/** @returns null where there is nothing to tell: never handed in and not to be, or out as it is */
export function standing(seen: Seen): Standing | null {
  const { trail, copy, isPublished } = seen
  const owes = trail?.owes ? ['这份通知是按急件放行的，还没有补审。', ...told(lastOf(seen, 'urgent'))] : null
  switch (trail?.state) {
    case 'open':
    case 'approved':
      return copy || trail.state === 'approved' ? underWay(seen) : null
    case 'rejected':
      return (
        copy && {
          ...bad,
          label: '↩ 已退回',
          sentences: [...told(lastOf(seen, 'reject')), '请改好以后重新送审。'],
        }
      )
    case 'recalled':
      return (
        copy && {
          ...careful,
          label: '↶ 已撤回',
          sentences: [...told(lastOf(seen, 'recall')), '改好以后可以重新送审。'],
        }
      )
    default:
      break
  }
  if (owes) return { ...careful, label: '⚠ 急件待补审', sentences: owes }
  if (!copy) return null
  return {
    ...{ tone: 'default', color: 'primary', label: '○ 还没有送审' },
    sentences: isPublished ? ['这是还没有公开的修改，送审通过以后才公开。'] : [],
  }
}
