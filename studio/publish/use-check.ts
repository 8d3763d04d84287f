/**
 * @file Waits until what was typed is saved, and checks exactly that: before it is published or handed in.
 *
 * Sanity's own buttons trust a check that may belong to an older draft: while one check runs, what is typed
 * waits for the next, yet the finished one is given the newest revision's number. Here the copy that is
 * about to go on is itself checked. The wait has a bound.
 */
import { useEffect, useState } from 'react'
import { useCurrentUser, useEditState, useSyncState, useWorkspace, validateDocument } from 'sanity'
import { nextStep, type Seen, type Verdict } from './press.ts'
import type { Failure } from './words.ts'

/** Until then what was typed has been saved, or the line is down. */
const checkingMsMax = 30_000

export type CheckOutcome =
  { kind: 'ready'; id: string; revision: string } | { kind: 'failed'; why: Failure; errors: number }

export interface CheckTarget {
  /** Of the published content. */
  id: string
  type: string
  /** The release whose version is meant; left out: the draft. */
  release?: string | undefined
}

/**
 * @param isAsked true from the press until the outcome; what was found before is forgotten in between
 * @param disabled why the lake would not take it now, as Sanity names it
 * @param end told once: that the copy is saved and without errors, or why not
 */
export function useCheck(
  { id, type, release }: CheckTarget,
  isAsked: boolean,
  disabled: Seen['disabled'],
  end: (outcome: CheckOutcome) => void,
): void {
  const { draft, version } = useEditState(id, type, 'default', release)
  const { isSyncing } = useSyncState(id, type, release)
  const workspace = useWorkspace()
  const currentUser = useCurrentUser()
  const [verdict, setVerdict] = useState<Verdict | null>(null)
  const copy = release === undefined ? draft : version
  const revision = copy?._rev ?? null
  const step = isAsked ? nextStep({ revision, isSyncing, disabled, verdict }) : null
  const fail = (why: Failure, errors = 0) => end({ kind: 'failed', why, errors })

  useEffect(() => {
    if (!isAsked) setVerdict(null)
  }, [isAsked])

  useEffect(() => {
    if (step !== 'check' || !copy) return
    const given = new AbortController()
    const { signal } = given
    validateDocument({ document: copy, workspace, currentUser, environment: 'studio', signal }).then(
      (markers) => {
        const errors = markers.filter(({ level }) => level === 'error').length
        if (!signal.aborted) setVerdict({ revision: copy._rev, errors })
      },
      () => {
        if (!signal.aborted) fail('unchecked')
      },
    )
    return () => given.abort()
    // The copy is named by its revision; the rest does not change while a document is open.
  }, [step, revision])

  useEffect(() => {
    if (step === 'refuse') fail('refused', verdict?.errors)
    if (step === 'nothing') fail('nothing')
    if (step === 'publish' && copy) end({ kind: 'ready', id: copy._id, revision: copy._rev })
  }, [step])

  useEffect(() => {
    if (!isAsked) return
    const timer = setTimeout(() => fail('late'), checkingMsMax)
    return () => clearTimeout(timer)
  }, [isAsked])
}
