/** @file 通过, 退回 and 急件放行: the decisions of whoever reviews, on exactly what is on the page. */
import { CheckmarkCircleIcon } from '@sanity/icons/CheckmarkCircle'
import { RestoreIcon } from '@sanity/icons/Restore'
import { WarningOutlineIcon } from '@sanity/icons/WarningOutline'
import { Card, Stack, Text } from '@sanity/ui'
import { useToast } from '@sanity/ui/toast'
import { useState } from 'react'
import { useEditState } from 'sanity'
import { standsInFor } from '../../../contracts/review/policy.ts'
import { useCheck } from '../../publish/use-check.ts'
import { failureNotice } from '../../publish/words.ts'
import { approveOffer, rejectOffer, urgentOffer } from '../offers.ts'
import { awaitedStage, isLastStage, type Seen } from '../seen.ts'
import { StepForm } from '../StepForm.tsx'
import { useStep } from '../use-step.ts'
import { rejectReasons, stageWords } from '../words.ts'
import { deedAction, type FormProps } from './deed.tsx'

/** What comes after this approval, in words. */
function afterwards(seen: Seen): string {
  if (!isLastStage(seen)) return '通过以后，交给下一审。'
  if (!seen.copy?.id.startsWith('drafts.')) return '这是最后一审。通过以后，随发布计划一起公开。'
  return seen.trail?.publishes
    ? '这是最后一审。通过以后马上公开：网站上看得到，排了播的屏幕会播出。'
    : '这是最后一审。通过以后，还要有人按“公开”。'
}

function standIn({ policy, actor, at }: Seen): string | null {
  const names = standsInFor(policy, actor.id, at).map(({ fromName }) => fromName)
  return names.length === 0 ? null : `您正在代${names.join('、')}审核，记录上会写明。`
}

function ApproveForm({ seen, subject, close }: FormProps) {
  const step = useStep()
  const toast = useToast()
  const stage = awaitedStage(seen)
  const note = standIn(seen)
  const approve = async (words: string) => {
    const rev = seen.copy?.rev
    const isTaken = await step.step(subject, { kind: 'approve', words, ...(rev ? { rev } : {}) })
    if (!isTaken) return
    toast.push({ status: 'success', title: `${stage ? stageWords(stage) : ''}已通过` })
    close()
  }
  return (
    <StepForm
      asks="意见（可以不写）"
      confirm="通过"
      fault={step.fault}
      isBusy={step.isBusy}
      onCancel={close}
      onConfirm={(words) => void approve(words)}
      tone="positive"
    >
      <Text size={1}>您看过的是现在页面上的内容，通过的也只是它。{afterwards(seen)}</Text>
      {note && <Text size={1}>{note}</Text>}
    </StepForm>
  )
}

function RejectForm({ seen, subject, close }: FormProps) {
  const step = useStep()
  const toast = useToast()
  const reject = async (words: string) => {
    const rev = seen.copy?.rev
    const isTaken = await step.step(subject, { kind: 'reject', words, ...(rev ? { rev } : {}) })
    if (!isTaken) return
    toast.push({ status: 'success', title: '已退回', description: '写稿的人会在这份内容上方看到理由。' })
    close()
  }
  return (
    <StepForm
      asks="哪里要改（写稿的人会看到）"
      confirm="退回"
      fault={step.fault}
      isBusy={step.isBusy}
      isRequired
      offered={rejectReasons}
      onCancel={close}
      onConfirm={(words) => void reject(words)}
      tone="caution"
    >
      <Text size={1}>退回以后，由写稿的人改好再送审，从第一审重新开始。</Text>
    </StepForm>
  )
}

/** Nobody looks at it before it is out, so at least what the form asks for must be there. */
function UrgentForm({ shown, subject, close }: FormProps) {
  const { type, release } = shown
  const { ready } = useEditState(subject, type, 'default', release)
  const [words, setWords] = useState<string | null>(null)
  const step = useStep()
  const toast = useToast()
  const letThrough = async (copy: string, rev: string) => {
    const isTaken = await step.step(subject, { kind: 'urgent', copy, rev, words: words ?? '' })
    setWords(null)
    if (!isTaken) return
    toast.push({ status: 'success', title: '急件已放行，马上公开', description: '请记得事后补审。' })
    close()
  }
  useCheck({ id: subject, type, release }, words !== null, ready ? false : 'NOT_READY', (outcome) => {
    if (outcome.kind === 'ready') {
      void letThrough(outcome.id, outcome.revision)
      return
    }
    toast.push(failureNotice(outcome.why, outcome.errors, '急件放行'))
    close()
  })
  return (
    <StepForm
      asks="为什么急（会记录在案）"
      confirm="放行并公开"
      fault={step.fault}
      isBusy={words !== null || step.isBusy}
      isRequired
      onCancel={close}
      onConfirm={(said) => {
        step.forget()
        setWords(said)
      }}
      tone="critical"
    >
      <Card border padding={3} radius={2} tone="caution">
        <Stack gap={3}>
          <Text size={1} weight="semibold">
            ⚠ 由您一个人放行，马上公开
          </Text>
          <Text size={1}>
            只用于停水停电、道路封闭这类等不及三审的通知。您的姓名、时间和理由都会写进审核记录，事后还要补审。
          </Text>
        </Stack>
      </Card>
    </StepForm>
  )
}

export const ApproveAction = deedAction({
  ...{ name: 'ApproveAction', icon: CheckmarkCircleIcon, tone: 'positive', header: '审核通过' },
  ...{ offerOf: approveOffer, Form: ApproveForm },
})
export const RejectAction = deedAction({
  ...{ name: 'RejectAction', icon: RestoreIcon, tone: 'caution', header: '退回' },
  ...{ offerOf: rejectOffer, Form: RejectForm },
})
export const UrgentAction = deedAction({
  ...{ name: 'UrgentAction', icon: WarningOutlineIcon, tone: 'critical', header: '急件放行' },
  ...{ offerOf: urgentOffer, Form: UrgentForm },
})
