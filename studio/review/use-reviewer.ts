/** @file Who is at the Studio, with what the account may approve. */
import { useEffect, useMemo, useState } from 'react'
import { useClient, useCurrentUser } from 'sanity'
import { hasDesk, studioSettings } from '../lake/settings.ts'
import { meAtDesk } from './hosted/desk.ts'
import { reviewerAtDesk, reviewerOf, type Reviewer } from './reviewer.ts'
import { reviewApiVersion } from './steps.ts'

const isHosted = hasDesk(studioSettings())

function useEmbeddedReviewer(): Reviewer | null {
  const user = useCurrentUser()
  return useMemo(() => reviewerOf(user), [user])
}

function useHostedReviewer(): Reviewer | null {
  const client = useClient({ apiVersion: reviewApiVersion })
  const [reviewer, setReviewer] = useState<Reviewer | null>(null)
  useEffect(() => {
    let left = false
    meAtDesk(client).then(
      (me) => !left && setReviewer(reviewerAtDesk(me)),
      // Without the desk nothing is offered; a step would be refused in words.
      () => !left && setReviewer(null),
    )
    return () => {
      left = true
    }
  }, [client])
  return reviewer
}

/**
 * Null while nobody is signed in. Stages given to an account later are seen after loading the page again.
 * One of the two for as long as the page is open: an installation is hosted or it is not.
 */
export const useReviewer: () => Reviewer | null = isHosted ? useHostedReviewer : useEmbeddedReviewer
