/**
 * @file One content's trail and the bureau's rules, as they stand at this moment.
 *
 * Heard by the listener that the Studio has open anyway for its lists, so any number of badges costs no
 * further connection.
 */
import { useEffect, useState } from 'react'
import { useDocumentPreviewStore } from 'sanity'
import { reviewIdOf, reviewPolicyId, type Review } from '../../contracts/documents/review.ts'
import { policyOf, type PolicyRules } from '../../contracts/review/policy.ts'

interface Told {
  id: string
  document: unknown
}

/** @returns undefined until the lake has answered, null where nothing stands under this id */
function useStored(id: string): unknown {
  const store = useDocumentPreviewStore()
  const [told, setTold] = useState<Told | null>(null)
  useEffect(() => {
    const heard = store.unstable_observeDocument(id).subscribe({
      next: (document: unknown) => setTold({ id, document: document ?? null }),
      // A lake that does not answer is told of by the whole page.
      error: () => setTold(null),
    })
    return () => heard.unsubscribe()
  }, [store, id])
  return told?.id === id ? told.document : undefined
}

/**
 * @param subject id of the published content
 * @returns undefined until the lake has answered; null: nobody has handed it in so far
 */
export const useTrail = (subject: string): Review | null | undefined =>
  useStored(reviewIdOf(subject)) as Review | null | undefined

/** @returns undefined until the lake has answered; without a policy the strict one */
export function usePolicy(): PolicyRules | undefined {
  const document = useStored(reviewPolicyId)
  return document === undefined ? undefined : policyOf(document)
}
