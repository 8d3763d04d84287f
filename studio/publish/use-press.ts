/**
 * @file A press on 发布, from the press until the lake has published or a reason is shown.
 *
 * Sanity's own button trusts a check that may belong to an older draft: while one check runs, what is typed
 * waits for the next, yet the finished one is given the newest revision's number. A press that waited for
 * it was dropped over errors that were already mended, or could pass with errors that had just been made.
 * Here the draft that is about to be published is itself checked.
 *
 * Every wait has a bound; a press belongs to the document on which it was made.
 */
import { useToast } from '@sanity/ui/toast'
import { useEffect, useState } from 'react'
import {
  useCurrentUser,
  useDocumentOperation,
  useDocumentOperationEvent,
  useEditState,
  useSyncState,
  useWorkspace,
  validateDocument,
} from 'sanity'
import { nextStep, type Verdict } from './press.ts'
import { failureNotice, type Failure } from './words.ts'

/** Until then what was typed has been saved, or the line is down. */
const checkingMsMax = 30_000
/** Until then the lake has answered, or Sanity has told the error. */
const publishingMsMax = 10_000

type Press =
  | { stage: 'checking'; id: string; verdict: Verdict | null }
  | { stage: 'publishing'; id: string; publishedBefore: string | undefined }

export interface PressState {
  stage: Press['stage'] | null
  /** Begins a press; while one is under way it does nothing. */
  begin(): void
}

export function usePress(id: string, type: string): PressState {
  const [held, setPress] = useState<Press | null>(null)
  const press = held?.id === id ? held : null
  const { draft, published } = useEditState(id, type)
  const { isSyncing } = useSyncState(id, type)
  const { publish } = useDocumentOperation(id, type)
  const event = useDocumentOperationEvent(id, type)
  const workspace = useWorkspace()
  const currentUser = useCurrentUser()
  const toast = useToast()
  const stage = press?.stage ?? null
  const verdict = press?.stage === 'checking' ? press.verdict : null
  const revision = draft?._rev ?? null
  const step =
    stage === 'checking' ? nextStep({ revision, isSyncing, disabled: publish.disabled, verdict }) : null

  const giveUp = (why: Failure, errors?: number) => {
    setPress(null)
    toast.push(failureNotice(why, errors))
  }

  useEffect(() => {
    if (step !== 'check' || !draft) return
    const given = new AbortController()
    const { signal } = given
    validateDocument({ document: draft, workspace, currentUser, environment: 'studio', signal }).then(
      (markers) => {
        const errors = markers.filter(({ level }) => level === 'error').length
        if (!signal.aborted) setPress({ stage: 'checking', id, verdict: { revision: draft._rev, errors } })
      },
      () => {
        if (!signal.aborted) giveUp('unchecked')
      },
    )
    return () => given.abort()
    // The draft is named by its revision; the rest does not change while a document is open.
  }, [step, revision])

  useEffect(() => {
    if (step === 'refuse') giveUp('refused', verdict?.errors)
    if (step === 'nothing') giveUp('nothing')
    if (step !== 'publish') return
    setPress({ stage: 'publishing', id, publishedBefore: published?._rev })
    publish.execute()
  }, [step])

  useEffect(() => {
    if (stage === null) return
    const timer = setTimeout(
      () => (stage === 'checking' ? giveUp('late') : setPress(null)),
      stage === 'checking' ? checkingMsMax : publishingMsMax,
    )
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
    begin: () =>
      setPress((before) => (before?.id === id ? before : { stage: 'checking', id, verdict: null })),
  }
}
