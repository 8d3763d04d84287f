/** @file One step on its way to the lake: under way, refused with a reason, or taken. */
import { useState } from 'react'
import { useClient } from 'sanity'
import { errorSentence, type Sentence } from './refusals.ts'
import { reviewApiVersion, takeStep, type Step } from './steps.ts'

export interface StepState {
  isBusy: boolean
  /** The lake's own words; null: nothing was refused. */
  fault: Sentence | null
  forget(): void
  /** @returns whether it was taken */
  take(work: (client: ReturnType<typeof useClient>) => Promise<unknown>): Promise<boolean>
  step(subject: string, step: Step): Promise<boolean>
}

export function useStep(): StepState {
  const client = useClient({ apiVersion: reviewApiVersion })
  const [isBusy, setBusy] = useState(false)
  const [fault, setFault] = useState<Sentence | null>(null)

  const take: StepState['take'] = async (work) => {
    setBusy(true)
    setFault(null)
    try {
      await work(client)
      return true
    } catch (error) {
      setFault(errorSentence(error))
      return false
    } finally {
      setBusy(false)
    }
  }
  return {
    ...{ isBusy, fault, take },
    forget: () => setFault(null),
    step: (subject, step) => take((asked) => takeStep(asked, subject, step)),
  }
}
