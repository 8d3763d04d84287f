/** @file The pane of a document that wants review: held in a key period, and built afresh when that changes. */
import { Fragment } from 'react'
import type { DocumentLayoutProps } from 'sanity'
import { wantsReview } from '../../contracts/documents/kinds.ts'
import { hold } from './key-period.ts'
import { isHeld } from './seen.ts'
import { useNow } from './use-now.ts'
import { useReviewer } from './use-reviewer.ts'
import { usePolicy } from './use-trail.ts'

export function ReviewedDocument(props: DocumentLayoutProps) {
  return wantsReview(props.documentType, true) ? <Held {...props} /> : props.renderDefault(props)
}

function Held(props: DocumentLayoutProps) {
  const policy = usePolicy()
  const actor = useReviewer()
  const at = useNow()
  const held = policy !== undefined && actor !== null && isHeld({ policy, actor, at })
  // Before the form below asks whether it is read-only, so not in an effect.
  hold(held)
  return <Fragment key={String(held)}>{props.renderDefault(props)}</Fragment>
}
