/**
 * @file A press on 发布, from the press until the lake has published or a reason is shown.
 *
 * A press that waited for Sanity's own check was dropped over errors that were already mended, or could
 * pass with errors that had just been made: `use-check.ts` says why, and checks the draft itself.
 *
 * Every wait has a bound; a press belongs to the document on which it was made.
 */
import { useToast } from '@sanity/ui/toast'
import { useEffect, useState } from 'react'
import { useDocumentOperation, useDocumentOperationEvent, useEditState } from 'sanity'
import { useCheck } from './use-check.ts'
import { failureNotice } from './words.ts'

/** Until then the lake has answered, or Sanity has told the error. */
const publishingMsMax = 10_000

type Press =
  { stage: 'checking'; id: string } | { stage: 'publishing'; id: string; publishedBefore: string | undefined }

export interface PressState {
  stage: Press['stage'] | null
  /** Begins a press; while one is under way it does nothing. */
  begin(): void
}

export function usePress(id: string, type: string): PressState {
  const [held, setPress] = useState<Press | null>(null)
  const press = held?.id === id ? held : null
  const { published } = useEditState(id, type)
  const { publish } = useDocumentOperation(id, type)
  const event = useDocumentOperationEvent(id, type)
  const toast = useToast()
  const stage = press?.stage ?? null

  useCheck({ id, type }, stage === 'checking', publish.disabled, (outcome) => {
    if (outcome.kind === 'ready') {
      setPress({ stage: 'publishing', id, publishedBefore: published?._rev })
      publish.execute()
    } else {
      setPress(null)
      toast.push(failureNotice(outcome.why, outcome.errors))
    }
  })

  useEffect(() => {
    if (stage !== 'publishing') return
    const timer = setTimeout(() => setPress(null), publishingMsMax)
    return () => clearTimeout(timer)
  }, [stage])

  const done = press?.stage === 'publishing' && published?._rev !== press.publishedBefore
  useEffect(() => {
    if (done) setPress(null)
  }, [done])

  useEffect(() => {
    // Sanity shows the error itself.
    if (event?.op === 'publish' && event.type === 'error') setPress(null)
  }, [event])

  return {
    stage,
    begin: () => setPress((before) => (before?.id === id ? before : { stage: 'checking', id })),
  }
}
