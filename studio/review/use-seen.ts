/** @file One content under review as the signed-in person sees it, kept up to date. */
import { useEffect, useMemo, useState } from 'react'
import { getPublishedId, useClient, useDataset, type EditStateFor, type SanityDocument } from 'sanity'
import type { Review } from '../../contracts/documents/review.ts'
import { subjectOf } from '../../contracts/review/subject.ts'
import { sameText } from './content.ts'
import { reviewApiVersion } from './steps.ts'
import type { Seen, SeenCopy } from './seen.ts'
import { useNow } from './use-now.ts'
import { useReviewer } from './use-reviewer.ts'
import { usePolicy, useTrail } from './use-trail.ts'

export type Shown = Pick<EditStateFor, 'draft' | 'id' | 'published' | 'type' | 'version'>

interface Past {
  rev: string
  document: SanityDocument | null
}

/** The copy as it was handed in, asked for only where another copy or another revision is shown. */
function useHandedIn(trail: Review | null | undefined, copy: SanityDocument | null): SanityDocument | null {
  const client = useClient({ apiVersion: reviewApiVersion })
  const dataset = useDataset()
  const [past, setPast] = useState<Past | null>(null)
  const { copy: id, rev } = trail ?? {}
  const isAsked =
    id !== undefined && rev !== undefined && copy !== null && (copy._id !== id || copy._rev !== rev)
  useEffect(() => {
    if (!isAsked) return
    let left = false
    const keep = (document: SanityDocument | null) => {
      if (!left) setPast({ rev, document })
    }
    client
      .request<{ documents?: SanityDocument[] }>({
        uri: `/data/history/${dataset}/documents/${id}`,
        query: { revision: rev },
      })
      // What cannot be compared counts as changed: handing it in again is never wrong.
      .then(
        ({ documents }) => keep(documents?.[0] ?? null),
        () => keep(null),
      )
    return () => {
      left = true
    }
  }, [client, dataset, id, rev, isAsked])
  return past !== null && past.rev === rev ? past.document : null
}

/** @returns null until everything is known, and while nobody is signed in */
export function useSeen({ id, type, draft, version, published }: Shown): Seen | null {
  const subject = getPublishedId(id)
  const trail = useTrail(subject)
  const policy = usePolicy()
  const actor = useReviewer()
  const at = useNow()
  const shown = version ?? draft
  const handedIn = useHandedIn(trail, shown)

  const copy = useMemo((): SeenCopy | null => {
    if (!shown) return null
    const isCopy = trail?.copy === shown._id
    const isSame =
      (isCopy && shown._rev === trail.rev) || (handedIn !== null && sameText(subject, shown, handedIn))
    // What is decided is decided on the copy that was handed in; what is approved, for the same words anywhere.
    const counts = isCopy || trail?.state === 'approved'
    const { _id, _rev, validUntil } = shown as SanityDocument & { validUntil?: unknown }
    return { id: _id, rev: _rev, isAsHandedIn: counts && isSame, validUntil }
  }, [shown, trail, handedIn, subject])

  if (!policy || !actor || trail === undefined) return null
  return {
    ...{ trail, policy, actor, at, copy, isPublished: published !== null },
    subject: subjectOf(subject, type, shown ?? published),
  }
}
