/** @file 撤回, 公开, 补审 and 留言. */
import { CommentIcon } from '@sanity/icons/Comment'
import { EarthGlobeIcon } from '@sanity/icons/EarthGlobe'
import { ResetIcon } from '@sanity/icons/Reset'
import { UndoIcon } from '@sanity/icons/Undo'
import { Text } from '@sanity/ui'
import { useToast } from '@sanity/ui/toast'
import { getDraftId, type SanityDocument } from 'sanity'
import { commentOffer, oweOffer, publishOffer, recallOffer } from '../offers.ts'
import { StepForm } from '../StepForm.tsx'
import { takeStep } from '../steps.ts'
import { useStep } from '../use-step.ts'
import { deedAction, type FormProps } from './deed.tsx'

function RecallForm({ subject, close }: FormProps) {
  const step = useStep()
  const toast = useToast()
  const recall = async (words: string) => {
    if (!(await step.step(subject, { kind: 'recall', words }))) return
    toast.push({ status: 'success', title: '已撤回', description: '可以接着改，改好再送审。' })
    close()
  }
  return (
    <StepForm
      asks="为什么撤回（可以不写）"
      confirm="撤回"
      fault={step.fault}
      isBusy={step.isBusy}
      onCancel={close}
      onConfirm={(words) => void recall(words)}
      tone="caution"
    >
      <Text size={1}>撤回以后，已经通过的几审也不再算数，改好要从头送审。</Text>
    </StepForm>
  )
}

function PublishForm({ seen, subject, close }: FormProps) {
  const step = useStep()
  const toast = useToast()
  const publish = async () => {
    const isTaken = await step.take((client) =>
      client.action({
        ...{ actionType: 'sanity.action.document.publish', publishedId: subject },
        draftId: getDraftId(subject),
        ...(seen.copy ? { ifDraftRevisionId: seen.copy.rev } : {}),
      }),
    )
    if (!isTaken) return
    toast.push({ status: 'success', title: '已公开' })
    close()
  }
  return (
    <StepForm
      asks={null}
      confirm="公开"
      fault={step.fault}
      isBusy={step.isBusy}
      onCancel={close}
      onConfirm={() => void publish()}
      tone="positive"
    >
      <Text size={1}>审核已经全部通过。公开以后，网站上马上看得到，排了播的屏幕会播出。</Text>
    </StepForm>
  )
}

/** What the lake writes by itself is left to it. */
function draftLike({ _rev, _createdAt, _updatedAt, ...content }: SanityDocument, id: string) {
  return { ...content, _id: id }
}

function OweForm({ shown, subject, close }: FormProps) {
  const step = useStep()
  const toast = useToast()
  const handIn = async (words: string) => {
    const { published } = shown
    if (!published) return
    const copy = getDraftId(subject)
    const isTaken = await step.take(async (client) => {
      const { _rev: rev } = await client.createIfNotExists(draftLike(published, copy))
      await takeStep(client, subject, { kind: 'submit', copy, rev, words, publishes: true })
    })
    if (!isTaken) return
    toast.push({ status: 'success', title: '已送去补审' })
    close()
  }
  return (
    <StepForm
      asks="要对审核的人说的话（可以不写）"
      confirm="送去补审"
      fault={step.fault}
      isBusy={step.isBusy}
      onCancel={close}
      onConfirm={(words) => void handIn(words)}
    >
      <Text size={1}>
        这份通知是按急件由一个人放行的。补审是把已经公开的内容原样交给各级审核，一边照常公开一边审；有不妥，审核的人会退回，由您改好再送。
      </Text>
    </StepForm>
  )
}

function CommentForm({ subject, close }: FormProps) {
  const step = useStep()
  const toast = useToast()
  const comment = async (words: string) => {
    if (!(await step.step(subject, { kind: 'comment', words }))) return
    toast.push({ status: 'success', title: '留言已写进审核记录' })
    close()
  }
  return (
    <StepForm
      asks="留言"
      confirm="留言"
      fault={step.fault}
      isBusy={step.isBusy}
      isRequired
      onCancel={close}
      onConfirm={(words) => void comment(words)}
    >
      <Text size={1}>留言写进审核记录，同事都看得到，不能删改。它不算通过，也不算退回。</Text>
    </StepForm>
  )
}

export const RecallAction = deedAction({
  ...{ name: 'RecallAction', icon: UndoIcon, tone: 'caution', header: '撤回送审' },
  ...{ offerOf: recallOffer, Form: RecallForm },
})
export const PublishApprovedAction = deedAction({
  ...{ name: 'PublishApprovedAction', icon: EarthGlobeIcon, tone: 'positive', header: '公开' },
  ...{ offerOf: publishOffer, Form: PublishForm },
})
export const OweAction = deedAction({
  ...{ name: 'OweAction', icon: ResetIcon, tone: 'caution', header: '补审' },
  ...{ offerOf: oweOffer, Form: OweForm },
})
export const CommentAction = deedAction({
  ...{ name: 'CommentAction', icon: CommentIcon, header: '留言' },
  ...{ offerOf: commentOffer, Form: CommentForm },
})
