/** @file One press on one content, from the press until the lake has taken or refused it. */
import { useToast } from '@sanity/ui/toast'
import { useState } from 'react'
import { useClient, useCurrentUser, useWorkspace } from 'sanity'
import { reviewApiVersion, takeStep } from '../../review/steps.ts'
import type { Press } from './Decide.tsx'
import { reasonOf } from '../../review/reasons.ts'
import type { Row } from './rows.ts'
import { handIn, putOut, type Checker } from '../../review/steps-taken.ts'

export interface Pressing {
  isBusy: boolean
  /** In Chinese; null: the last press was taken, or none was made. */
  refused: string | null
  press: (press: Press, row: Row, rev: string | null) => void
}

const doneWords: Readonly<Record<Press['kind'], string>> = {
  ...{ approve: '已通过', reject: '已退回', comment: '已留言', recall: '已撤回' },
  ...{ publish: '已公开', handIn: '已送审' },
}

export function useChecker(): Checker {
  const client = useClient({ apiVersion: reviewApiVersion })
  const workspace = useWorkspace()
  const currentUser = useCurrentUser()
  return { client, workspace, currentUser }
}

async function act(checker: Checker, pressed: Press, row: Row, rev: string | null): Promise<void> {
  const { client } = checker
  const words = 'words' in pressed ? { words: pressed.words } : {}
  switch (pressed.kind) {
    case 'publish':
      return putOut(client, row)
    case 'handIn': {
      const copy = row.state === 'published' ? row.subject : (row.copy ?? `drafts.${row.subject}`)
      return handIn(checker, { subject: row.subject, copy }, { publishes: row.publishes })
    }
    default:
      return takeStep(client, row.subject, {
        kind: pressed.kind,
        ...(rev === null || pressed.kind === 'comment' ? {} : { rev }),
        ...words,
      })
  }
}

/** @param onDone after the lake has taken it */
export function usePress(onDone: (press: Press, row: Row) => void): Pressing {
  const checker = useChecker()
  const toast = useToast()
  const [busy, setBusy] = useState<string | null>(null)
  const [refused, setRefused] = useState<{ subject: string; words: string } | null>(null)
  return {
    isBusy: busy !== null,
    refused: refused?.words ?? null,
    press(pressed, row, rev) {
      setBusy(row.subject)
      setRefused(null)
      act(checker, pressed, row, rev).then(
        () => {
          setBusy(null)
          toast.push({ status: 'success', title: `${doneWords[pressed.kind]}：${row.title}` })
          onDone(pressed, row)
        },
        (error: unknown) => {
          setBusy(null)
          setRefused({ subject: row.subject, words: reasonOf(error) })
        },
      )
    },
  }
}
