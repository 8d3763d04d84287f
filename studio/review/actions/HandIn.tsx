/** @file 送审: saves and checks what was typed a moment ago, then hands in exactly that. */
import { PublishIcon } from '@sanity/icons/Publish'
import { Text } from '@sanity/ui'
import { useToast } from '@sanity/ui/toast'
import { useState } from 'react'
import { useEditState } from 'sanity'
import { stagesFor } from '../../../contracts/review/policy.ts'
import { useCheck } from '../../publish/use-check.ts'
import { checkingWords, failureNotice } from '../../publish/words.ts'
import { submitOffer } from '../offers.ts'
import { StepForm } from '../StepForm.tsx'
import { useStep } from '../use-step.ts'
import { wayWords } from '../words.ts'
import { deedAction, type FormProps } from './deed.tsx'

interface Asked {
  words: string
  publishes: boolean
}

function HandInForm({ seen, shown, subject, close }: FormProps) {
  const { type, release } = shown
  const { ready } = useEditState(subject, type, 'default', release)
  const [asked, setAsked] = useState<Asked | null>(null)
  const step = useStep()
  const toast = useToast()
  const way = wayWords(stagesFor(seen.policy, seen.subject, seen.at))

  const send = async (copy: string, rev: string, { words, publishes }: Asked) => {
    const isTaken = await step.step(subject, { kind: 'submit', copy, rev, words, publishes })
    setAsked(null)
    if (!isTaken) return
    toast.push({ status: 'success', title: '已送审', description: `接下来：${way}。结果会写在这一页上方。` })
    close()
  }

  useCheck({ id: subject, type, release }, asked !== null, ready ? false : 'NOT_READY', (outcome) => {
    if (outcome.kind === 'ready') {
      if (asked) void send(outcome.id, outcome.revision, asked)
      return
    }
    toast.push(failureNotice(outcome.why, outcome.errors, '送审'))
    close()
  })

  const isVersion = release !== undefined
  return (
    <StepForm
      asks="要对审核的人说的话（可以不写）"
      busyWords={checkingWords.label}
      confirm="送审"
      fault={step.fault}
      isBusy={asked !== null || step.isBusy}
      onCancel={close}
      onConfirm={(words, isTicked) => {
        step.forget()
        setAsked({ words, publishes: isTicked && !isVersion })
      }}
      {...(isVersion
        ? {}
        : {
            option: {
              label: '终审通过后立即公开',
              help: '不勾选，通过以后还要有人按一次“公开”。',
            },
          })}
    >
      <Text size={1}>
        送审以后要经过：{way}。审完以前，群众和屏幕上看到的都不变；审的时候再改动，就要重新送审。
      </Text>
      {isVersion && <Text size={1}>通过以后，随发布计划一起公开。</Text>}
    </StepForm>
  )
}

export const HandInAction = deedAction({
  ...{ name: 'HandInAction', icon: PublishIcon, tone: 'primary', header: '送审', isPublishKeyed: true },
  ...{ offerOf: submitOffer, Form: HandInForm },
})
