/** @file Notes what is opened: a form in any tool that shows one, and what is read in 审核. Draw nothing. */
import { useEffect, useState } from 'react'
import { useClient, type DocumentLayoutProps } from 'sanity'
import { useRouterState } from 'sanity/router'
import { typeRules } from '../../../contracts/documents/kinds.ts'
import { reviewApiVersion } from '../../review/steps.ts'
import { toolName as reviewTool } from '../../tools/review/place.ts'
import type { Opened } from './recent.ts'
import { useNoting } from './use-recent.ts'

/** Every form that is opened. */
export function FormRecorder({
  documentId: id,
  documentType: type,
}: Pick<DocumentLayoutProps, 'documentId' | 'documentType'>) {
  useNoting(type in typeRules ? { id, type } : null)
  return null
}

/** Which content 审核 shows, by its address; an address names no type. */
function useRead(): Opened | null {
  const client = useClient({ apiVersion: reviewApiVersion })
  const state = useRouterState()
  const place =
    state['tool'] === reviewTool ? (state[reviewTool] as { subject?: unknown } | undefined) : undefined
  const subject = typeof place?.subject === 'string' ? place.subject : null
  const [read, setRead] = useState<Opened | null>(null)
  useEffect(() => {
    if (subject === null) return
    let left = false
    const asked = { perspective: 'raw', tag: 'comfort.opened' } as const
    client.fetch<string | null>('*[_id == $id][0].subjectType', { id: `review.${subject}` }, asked).then(
      (type) => !left && setRead(type === null ? null : { id: subject, type }),
      // What is not noted is found by its list.
      () => !left && setRead(null),
    )
    return () => {
      left = true
    }
  }, [client, subject])
  return read?.id === subject ? read : null
}

export function ReviewRecorder() {
  useNoting(useRead())
  return null
}
